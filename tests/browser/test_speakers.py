"""Who is who: merge, undo, split in a browser without scripts; and for everybody's eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Speaker, User
from tests.browser import steps
from tests.making import make_article, make_claim

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ada() -> Speaker:
    """Ada Wyle, who is also called Wyle, A. Wyle and, in one article, the mayor of Vell."""
    for name in ("Ada Wyle", "Wyle", "A. Wyle", "The mayor of Vell"):
        make_claim(make_article(name), name, figure="", speaker=name)
    return Speaker.objects.get(name="Ada Wyle")


@pytest.fixture
def plain(browser: Browser, base_url: str, checker: User) -> Iterator[Page]:
    """The checker's browser, with its scripts off."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    steps.log_in(page, checker.username)
    yield page
    context.close()


def test_merge_undo_and_split_without_scripts(plain: Page, ada: Speaker) -> None:
    plain.goto(ada.get_absolute_url())
    rows = plain.locator("tr[data-claim]")
    expect(rows).to_have_count(1)
    plain.get_by_role("button", name="Merge “Wyle” into “Ada Wyle”").click()
    expect(steps.message(plain)).to_contain_text("Merged “Wyle” into “Ada Wyle”.")
    expect(rows).to_have_count(2)
    steps.message(plain).get_by_role("button", name="Undo").click()
    expect(steps.message(plain)).to_contain_text("“Wyle” is a speaker of its own again")
    expect(rows).to_have_count(1)
    for name in ("Wyle", "A. Wyle"):
        plain.get_by_role("button", name=f"Merge “{name}” into “Ada Wyle”").click()
    expect(rows).to_have_count(3)
    plain.get_by_role("checkbox", name="A. Wyle").check()
    plain.get_by_role("button", name="Split off").click()
    expect(steps.message(plain)).to_contain_text("Split “A. Wyle” off “Ada Wyle”")
    expect(rows).to_have_count(2)


def test_a_name_that_is_not_suggested_is_typed(plain: Page, ada: Speaker) -> None:
    plain.goto(Speaker.objects.get(name="The mayor of Vell").get_absolute_url())
    field = plain.get_by_label("Merge into another speaker")
    merge = plain.get_by_role("button", name="Merge", exact=True)
    field.fill("Ada Wile")
    merge.click()
    expect(plain.get_by_text("No speaker is called “Ada Wile”.")).to_be_visible()
    expect(field).to_have_value("Ada Wile")
    expect(field).to_be_focused()
    field.fill("ada wyle")
    merge.click()
    plain.wait_for_url(re.compile(ada.get_absolute_url()))
    expect(plain.locator("h1")).to_have_text("Ada Wyle")


def test_it_suits_everybody(page: Page, ada: Speaker, checker: User, errors: list[str]) -> None:
    for name in ("A. Wyle", "The mayor of Vell"):
        Speaker.objects.get(name=name).merge(checker, ada)
    steps.log_in(page, checker.username)
    for query in ("", "?state=checked"):
        assert steps.flaws(page, ada.get_absolute_url() + query) == []


def test_the_keyboard_reaches_names_and_suggestions(
    page: Page, ada: Speaker, checker: User
) -> None:
    Speaker.objects.get(name="A. Wyle").merge(checker, ada)
    steps.log_in(page, checker.username)
    page.goto(ada.get_absolute_url())
    page.get_by_role("checkbox", name="A. Wyle").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Split off")).to_be_focused()
    page.keyboard.press("Enter")
    expect(steps.message(page)).to_contain_text("Split “A. Wyle” off")
    page.keyboard.press("z")
    expect(steps.message(page)).to_contain_text("“A. Wyle” is a name of “Ada Wyle” again")
