"""The readers' pages in a real browser: for every width and scheme, and without scripts."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import User
from tests.browser import steps
from tests.verification.public.reading import CONTENT, make_check
from verification.models import ErrorReport, Publication

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 6


@pytest.fixture
def check(editor: User) -> Publication:
    """A check with everything that a page can show."""
    piece: dict[str, Any] = CONTENT["evidence"][0]
    make_check(editor, "The board says nothing else.")
    return make_check(
        editor,
        evidence=[
            piece,
            piece | {"stance": "refutes", "withheld": "It names a minor.", "quote": ""},
            piece | {"stance": "context", "quote": "غرقت القرية"},
        ],
    )


@pytest.fixture
def crammed(editor: User) -> Publication:
    """A check whose every text is one word without end."""

    def cram(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: cram(inner) if name in PROSE else inner for name, inner in value.items()}
        if isinstance(value, list):
            return [cram(inner) for inner in value]
        return UNBROKEN if isinstance(value, str) else value

    content = cram(copy.deepcopy(CONTENT))
    content["claim"]["speakers"][0]["kind"] = "person"
    return make_check(editor, **content)


# What people write: all but days, addresses and the words of code.
PROSE = frozenset(
    {
        *("claim", "wording", "speakers", "name", "via", "mentions", "outlet", "title", "text"),
        *("rating", "label", "definition", "scale", "headline", "summary", "reasoning"),
        *("unknowns", "why_checked", "other_side_reason", "evidence", "quote", "locator"),
        *("figure", "source", "publisher", "interests", "series", "edition", "geography"),
        *("calculations", "inputs", "result", "unit", "note", "contacts", "whom", "how", "reply"),
    }
)


def pages(check: Publication) -> list[str]:
    path = check.get_absolute_url()
    return ["/checks/", "/checks/?q=none+such", path, f"{path}report/", "/methodology/"]


def test_every_page_is_for_everybody_and_breaks_no_policy(
    page: Page, errors: list[str], check: Publication
) -> None:
    for path in pages(check):
        assert steps.flaws(page, path) == []
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_notice_is_for_everybody(page: Page, check: Publication, editor: User) -> None:
    check.unpublish(editor, "A reader doubts the gauge.")
    page.goto(check.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("This check is under review")
    assert steps.violations(page) == []


def test_the_claim_review_is_data_that_the_policy_lets_through(
    page: Page, errors: list[str], check: Publication
) -> None:
    page.goto(check.get_absolute_url())
    script = page.locator("script")
    expect(script).to_have_count(1)
    assert '"@type": "ClaimReview"' in (script.text_content() or "")


def test_words_without_end_do_not_widen_the_page(
    page: Page, errors: list[str], crammed: Publication
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for path in ("/checks/", crammed.get_absolute_url()):
        page.goto(path)
        assert steps.overflow(page) <= 0, path


def test_a_reader_without_scripts_finds_a_check_and_reports_an_error(
    browser: Browser, base_url: str, check: Publication
) -> None:
    with browser.new_context(base_url=base_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/checks/")
        page.get_by_role("searchbox").fill("gigalitres")
        page.get_by_role("button", name="Show").click()
        page.get_by_role("link", name="The dam holds 40 gigalitres.").click()
        expect(page.get_by_role("heading", name="The dam is as full as she says")).to_be_visible()
        expect(page.get_by_text("Withheld:")).to_be_visible()
        page.get_by_role("link", name="Report an error").click()
        page.get_by_label("What is wrong?").fill("It was 41.")
        page.get_by_role("button", name="Send the report").click()
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert ErrorReport.objects.get().text == "It was 41."


def test_on_paper_only_the_check_is_left(page: Page, check: Publication) -> None:
    page.emulate_media(media="print")
    page.goto(check.get_absolute_url())
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_text("More checks of what they said")).to_be_hidden()
    expect(page.get_by_text("The gauge says so.")).to_be_visible()
