"""Nothing typed on the claim page is lost, whatever else is done there or happens to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, KeptForm, User
from tests.browser import steps
from tests.making import make_article, make_claim, mention_claim
from verification.evidence import gathering as evidencing
from verification.models import Source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Every field for text of the claim page, by the address of its form.
TEXT_FIELDS = {
    "figure": ["amount", "unit", "currency", "counted"],
    "speaker": ["names"],
    "word": ["wording"],
    "hand-over": ["note"],
    "hold": ["reason"],
    "assign": ["message"],
    "change-evidence": ["quote", "locator", "figure", "withheld_reason"],
    "evidence": [
        *("title", "publisher", "interests", "series", "edition", "geography"),
        *("quote", "locator", "figure", "withheld_reason"),
    ],
    "calculation": [f"{what}_{number}" for number in (1, 2, 3, 4) for what in ("label", "value")],
    "contact": ["whom", "how", "reply"],
    "verdict": [
        *("headline", "summary", "reasoning", "unknowns", "why_checked"),
        *("no_primary_reason", "only_source_reason", "other_side_reason"),
    ],
    "comment": ["text"],
}
FILL = """() => {
  for (const menu of document.querySelectorAll("main details")) menu.open = true;
  const typed = {};
  for (const form of document.querySelectorAll("form")) {
    if (!form.elements.keeps) continue;
    const verb = new URL(form.action).pathname.split("/").at(-2);
    for (const field of form.querySelectorAll("textarea, input:not([type]), input[type=text]")) {
      field.value = `Typed into ${field.name}`.slice(0, field.maxLength > 0 ? field.maxLength : 99);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      (typed[verb] ??= []).push(field.name);
    }
  }
  return typed;
}"""
READ = """() => {
  const found = {};
  for (const form of document.querySelectorAll("form")) {
    if (!form.elements.keeps) continue;
    const verb = new URL(form.action).pathname.split("/").at(-2);
    for (const field of form.querySelectorAll("textarea, input:not([type]), input[type=text]"))
      if (field.value && "Typed into".startsWith(field.value.slice(0, 10)))
        (found[verb] ??= []).push(field.name);
  }
  return found;
}"""


@pytest.fixture
def claim(editor: User) -> Claim:
    """An editor's, with a draft, evidence, a calculation, a contact and a second mention."""
    made = make_claim(make_article("The dam cost 14 lives."), "The dam cost 14 lives")
    mention_claim(made, make_article("The dam cost 14 lives. So they say."))
    made.take(editor)
    source = Source.objects.create(kind="document", title="Register", added_by=editor)
    evidencing.add_evidence(made, editor, source=source, stance="supports", quote="14 names")
    evidencing.calculate(made, editor, "sum", [("men", "7"), ("women", "7")])
    evidencing.log_contact(
        made, editor, whom="Ada Wyle", how="mail", on="2025-09-04", outcome="asked", reply=""
    )
    made_draft = evidencing.verdict_of(made).draft(editor)
    made_draft.comment(editor, text="Which dam?", field="")
    return made


@pytest.fixture
def seat(browser: Browser, base_url: str, editor: User) -> Callable[[], Page]:
    """A browser that nobody used before, at the claim's editor's hands."""

    def sit() -> Page:
        page = browser.new_context(base_url=base_url).new_page()
        steps.log_in(page, editor.username)
        return page

    return sit


def ordered(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    return {verb: sorted(names) for verb, names in fields.items()}


def test_whatever_is_typed_survives_every_other_control(
    seat: Callable[[], Page], claim: Claim
) -> None:
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    assert ordered(page.evaluate(FILL)) == ordered(TEXT_FIELDS)
    # At once, before anything was kept by itself: the page keeps all before it sends.
    main = page.get_by_role("main")
    for control in ("Confirm", "Resolve", "Take out", "Take out", "Release", "Take"):
        # The last "Take out" of the page is the contact's, then the calculation's.
        buttons = main.get_by_role("button", name=control, exact=True)
        before = buttons.count()
        buttons.last.click()
        expect(buttons).to_have_count(before - 1)
        assert ordered(page.evaluate(READ)) == ordered(TEXT_FIELDS)
    main.get_by_role("button", name="Correct what they do").click()
    expect(steps.message(page)).to_contain_text("Nothing has changed")
    assert ordered(page.evaluate(READ)) == ordered(TEXT_FIELDS)
    main.get_by_role("button", name="Correct the figure").click()  # "Typed into amount" is none
    expect(main.locator("#mend .errors")).to_be_focused()
    assert ordered(page.evaluate(READ)) == ordered(TEXT_FIELDS)
    page.get_by_role("button", name="Log out").click()
    page.context.close()
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    assert ordered(page.evaluate(READ)) == ordered(TEXT_FIELDS)


def test_one_form_is_saved_and_the_others_stay(seat: Callable[[], Page], claim: Claim) -> None:
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_label("Reasoning").fill("Half a thought")
    page.get_by_role("textbox", name="Wording").fill("Fourteen died in 1911.")
    page.get_by_role("button", name="Confirm wording").click()
    expect(steps.message(page)).to_contain_text("Wording confirmed")
    expect(page.get_by_label("Reasoning")).to_have_value("Half a thought")
    page.get_by_text("Confirm or rewrite it").click()
    expect(page.get_by_role("textbox", name="Wording")).to_have_value("Fourteen died in 1911.")
    assert [row.verb for row in KeptForm.objects.all()] == ["verdict"]


def test_it_is_kept_while_one_types_and_said_to_be(seat: Callable[[], Page], claim: Claim) -> None:
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_label("Reasoning").fill("Half a thought")
    expect(page.locator("form[action$='/verdict/'] output.count")).to_contain_text("kept at")
    page.context.close()  # as a crash would
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    expect(page.get_by_label("Reasoning")).to_have_value("Half a thought")
    page.get_by_role("button", name="Discard what I typed").click()
    expect(page.get_by_label("Reasoning")).to_have_value("")


def test_whoever_is_logged_out_is_told_and_keeps_the_page(
    seat: Callable[[], Page], claim: Claim
) -> None:
    page = seat()
    page.goto(f"/claims/{claim.pk}/")
    page.context.clear_cookies()
    page.get_by_label("Reasoning").fill("Half a thought")
    expect(page.locator("form[action$='/verdict/'] output.over")).to_contain_text("Not kept")
    assert not KeptForm.objects.exists()


def test_without_scripts_a_button_keeps_it(
    browser: Browser, base_url: str, claim: Claim, editor: User
) -> None:
    page = browser.new_context(base_url=base_url, java_script_enabled=False).new_page()
    steps.log_in(page, editor.username)
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_label("Reasoning").fill("Half a thought")
    page.locator("form[action$='/verdict/']").get_by_role("button", name="Keep for later").click()
    expect(steps.message(page)).to_contain_text("comes back on this page")
    expect(page.get_by_label("Reasoning")).to_have_value("Half a thought")
    page.get_by_label("Headline").press("Enter")  # saves, and never discards
    expect(steps.message(page)).to_contain_text("Draft saved")
