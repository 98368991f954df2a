"""From claim to corrected check in a real browser, by two people with plain forms."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, Quantity, User
from tests.browser import steps
from tests.making import make_article, make_claim
from verification.models import Publication, VerdictVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SENTENCE = "The Harl dam cost EUR 1.1 billion, Ada Wyle said on Friday."


@pytest.fixture
def claim() -> Claim:
    article = make_article(SENTENCE, url="https://courier.example/dam")
    claim = make_claim(
        article, "The Harl dam cost EUR 1.1 billion", figure="EUR 1.1 billion", value=1_100_000_000
    )
    Quantity.objects.update(kind="money", unit="", currency="EUR")
    return claim


@pytest.fixture
def seat(browser: Browser, base_url: str) -> Callable[[User], Page]:
    """A browser of one's own for somebody at the desk, without scripts."""

    def sit(user: User) -> Page:
        page = browser.new_context(base_url=base_url, java_script_enabled=False).new_page()
        steps.log_in(page, user.username)
        return page

    return sit


def pdf() -> dict[str, object]:
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return {"name": "accounts.pdf", "mimeType": "application/pdf", "buffer": out.getvalue()}


def button(page: Page, name: str, within: str = "main") -> None:
    page.locator(within).get_by_role("button", name=name, exact=True).click()


def test_two_people_take_a_claim_to_a_corrected_check(
    seat: Callable[[User], Page], claim: Claim, checker: User, editor: User
) -> None:
    desk, office = seat(checker), seat(editor)
    gather(desk, claim)
    write(desk)
    decide(office, desk)
    publish(office, claim)
    correct(desk, office, claim)
    take_down(office, claim)


def gather(desk: Page, claim: Claim) -> None:
    """Take it, word it, confirm its mention, add a PDF and a figure."""
    desk.goto(f"/claims/{claim.pk}/")
    button(desk, "Take")
    expect(desk.locator(".owner")).to_contain_text("This is your claim.")
    desk.get_by_role("textbox", name="Wording").fill("The Harl dam cost EUR 1.1 billion.")
    button(desk, "Confirm wording")
    button(desk, "Confirm", "#mentions, main")
    add_evidence(desk, "Annual accounts", "Dam authority", "EUR 1.08 billion", file=True)
    add_evidence(desk, "Audit", "Court of auditors", "EUR 1.1 billion")
    expect(desk.locator(".pieces > li")).to_have_count(2)


def add_evidence(
    desk: Page, title: str, publisher: str, figure: str, *, file: bool = False
) -> None:
    desk.locator("#add-evidence > summary").click()
    form = desk.locator("form[action$='/evidence/']")
    form.get_by_label("Kind of source").select_option("document")
    form.get_by_label("Title").fill(title)
    form.get_by_text("More about the source").click()
    form.get_by_label("Publisher").fill(publisher)
    form.get_by_label("Primary source").check()
    form.get_by_label("supports").check()
    form.get_by_label("Quote").fill(f"The dam cost {figure}.")
    form.get_by_label("Where in it").fill("p. 4")
    form.get_by_label("Figure", exact=True).fill(figure)
    form.get_by_label("The claim's figure").select_option(index=1)
    if file:
        form.get_by_label("File or screenshot").set_input_files(pdf())
    form.get_by_role("button", name="Add evidence").click()
    expect(desk.locator(".pieces")).to_contain_text(title)


def write(desk: Page) -> None:
    """Submit too early and be told what is missing; then write it and submit."""
    button(desk, "Save and submit")
    expect(desk.locator("#verdict")).to_contain_text("Choose a rating")
    fill_verdict(desk, "It did.")
    button(desk, "Save and submit")
    expect(desk.locator("#verdict")).to_contain_text("waiting for sign-off")


def fill_verdict(desk: Page, summary: str) -> None:
    form = desk.locator("form[action$='/verdict/']")
    form.get_by_label("Mostly true").check()
    for label, words in {
        "Headline": "Yes, about EUR 1.1 billion",
        "Summary": summary,
        "Reasoning": "Accounts and audit agree after rounding.",
        "What could not be established": "Nothing that matters.",
        "Why we checked this": "It is a large sum.",
        "What was searched for the other side": "Searched, none found.",
    }.items():
        form.get_by_label(label).fill(words)


def open_for_sign_off(office: Page) -> None:
    office.goto("/signoff/")
    office.locator("main table").get_by_role("link").first.click()


def tick_all(office: Page) -> None:
    for box in office.get_by_role("checkbox").all():
        box.check()


def decide(office: Page, desk: Page) -> None:
    """Request changes, get them; suggest wording, have it accepted."""
    open_for_sign_off(office)
    office.get_by_text("Request changes").first.click()
    office.locator("form[action$='/request-changes/']").get_by_label("Comment").fill("Which year?")
    button(office, "Request changes")
    desk.reload()
    expect(desk.locator("#verdict")).to_contain_text("Which year?")
    fill_verdict(desk, "It did, in 2019.")
    button(desk, "Save and submit")
    open_for_sign_off(office)
    expect(office.get_by_role("region", name="What changed since last time")).to_contain_text(
        "in 2019."
    )
    office.get_by_text("Suggest wording and sign").click()
    form = office.locator("form[action$='/suggest/']")
    for box in form.get_by_role("checkbox").all():
        box.check()
    form.get_by_label("Headline").fill("Yes: about EUR 1.1 billion")
    button(office, "Suggest and sign")
    desk.reload()
    button(desk, "Accept the wording")
    expect(desk.locator("#verdict")).to_contain_text("signed off")


def publish(office: Page, claim: Claim) -> None:
    office.goto(f"/claims/{claim.pk}/")
    button(office, "Publish")
    office.goto(Publication.objects.live().get().get_absolute_url())
    expect(office.locator("body")).to_contain_text("Mostly true")
    assert office.locator("script[type='application/ld+json']").count() == 1


def correct(desk: Page, office: Page, claim: Claim) -> None:
    desk.reload()
    button(desk, "Begin the next version")
    fill_verdict(desk, "It did, in 2020.")
    form = desk.locator("form[action$='/verdict/']")
    form.get_by_label("Class of correction").select_option("factual")
    form.get_by_label("What was corrected").fill("The year was wrong.")
    button(desk, "Save and submit")
    open_for_sign_off(office)
    tick_all(office)
    button(office, "Sign off exactly this")
    office.goto(f"/claims/{claim.pk}/")
    button(office, "Publish")
    office.goto(Publication.objects.live().get().get_absolute_url())
    expect(office.locator("body")).to_contain_text("The year was wrong.")


def take_down(office: Page, claim: Claim) -> None:
    office.goto(f"/claims/{claim.pk}/")
    office.get_by_text("Unpublish").click()
    office.locator("form[action$='/unpublish/']").get_by_label("Reason").fill("A reader doubts it.")
    button(office, "Take it off the page")
    office.goto(Publication.objects.live().get().get_absolute_url())
    expect(office.locator("body")).to_contain_text("A reader doubts it.")
    assert VerdictVersion.objects.filter(state="unpublished").count() == 1


def test_scripts_add_a_count_and_pasted_screenshots(
    page: Page, claim: Claim, checker: User, errors: list[str]
) -> None:
    steps.log_in(page, checker.username)
    page.goto(f"/claims/{claim.pk}/")
    button(page, "Take")
    page.get_by_role("textbox", name="Wording").fill("x" * 80)
    expect(page.locator("textarea + output.count")).to_have_text("80 / 75")
    page.get_by_text("Add evidence").first.click()
    pasted = page.evaluate(PASTE)
    assert pasted == "shot.png"


PASTE = """() => {
  const form = document.querySelector("form[enctype='multipart/form-data']");
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "shot.png", {type: "image/png"}));
  form.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
  return form.querySelector("input[type=file]").files[0]?.name;
}"""


def test_the_pages_suit_everybody(
    page: Page, claim: Claim, checker: User, editor: User, seat: Callable[[User], Page]
) -> None:
    desk = seat(checker)
    gather(desk, claim)
    fill_verdict(desk, "It did.")
    button(desk, "Save and submit")
    version = VerdictVersion.objects.get()
    steps.log_in(page, editor.username)
    for address in (f"/claims/{claim.pk}/", "/signoff/", f"/signoff/{version.pk}/"):
        assert steps.flaws(page, address) == []
