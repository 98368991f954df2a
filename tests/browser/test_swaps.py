"""The claim page as a place to work: its forms change it in place, and nothing jumps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, User
from tests.browser import steps
from tests.making import make_article, make_claim, mention_claim
from verification.evidence import gathering as evidencing
from verification.models import Source, VerdictVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Gone, if the page is loaded anew.
COUNT_CLICKS = """() => {
  window.clicks = 0;
  addEventListener("pointerdown", () => { window.clicks += 1; }, true);
}"""


@pytest.fixture
def claim() -> Claim:
    article = make_article("The dam cost 14 lives.")
    made = make_claim(article, "The dam cost 14 lives", figure="14 lives", value=14)
    mention_claim(made, make_article("The dam cost 14 lives. So they say."))
    return made


@pytest.fixture
def seat(browser: Browser, base_url: str) -> Callable[[User], Page]:
    def sit(user: User) -> Page:
        page = browser.new_context(base_url=base_url).new_page()
        steps.log_in(page, user.username)
        return page

    return sit


def test_from_claim_to_submitted_verdict_in_six_clicks_on_one_page(
    page: Page, claim: Claim, checker: User
) -> None:
    """Beside typing; nothing is loaded anew, nothing typed is lost, and focus stays."""
    steps.log_in(page, checker.username)
    page.goto(f"/claims/{claim.pk}/")
    page.evaluate(COUNT_CLICKS)
    page.get_by_role("button", name="Take", exact=True).click()
    expect(page.locator(".owner")).to_contain_text("This is your claim.")
    page.get_by_label("Reasoning").fill("The register lists fourteen names.")
    page.get_by_text("Add evidence").first.click()
    form = page.locator("#evidence-form")
    expect(form.get_by_label("Source", exact=True)).to_be_focused()
    form.get_by_label("URL", exact=True).fill("https://register.example/dam/names.pdf")
    expect(form.get_by_label("Kind of source")).to_have_value("document")
    expect(form.get_by_label("Fetch and keep")).to_be_checked()
    form.get_by_label("Fetch and keep").press("Space")  # there is no such page
    form.get_by_text("supports").click()
    form.get_by_label("Quote").fill("14 names")
    form.get_by_label("Quote").press("Control+Enter")
    expect(page.locator(".pieces")).to_contain_text("register.example/dam/names.pdf")
    expect(page.get_by_label("Reasoning")).to_have_value("The register lists fourteen names.")
    page.get_by_role("button", name="Save and submit").click()
    expect(page.locator("#verdict-form .errors")).to_be_focused()
    page.locator("#verdict-form").get_by_text("Mostly true").click()
    page.get_by_role("button", name="Save and submit").click()
    expect(page.locator("#verdict")).to_contain_text("waiting for sign-off")
    assert page.evaluate("window.clicks") <= 6
    assert VerdictVersion.objects.get().reasoning == "The register lists fourteen names."


def test_figures_are_put_into_a_calculation_by_clicks(
    page: Page, claim: Claim, checker: User, errors: list[str]
) -> None:
    claim.take(checker)
    source = Source.objects.create(kind="document", title="Register", added_by=checker)
    evidencing.add_evidence(
        claim, checker, source=source, stance="refutes", quote="16 names", figure="16"
    )
    steps.log_in(page, checker.username)
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_text("Calculate").first.click()
    form = page.locator("#calculation-form")
    form.get_by_label("Kind").select_option("change")
    page.locator("[data-figures]").get_by_role("button").first.click()
    page.locator("[data-figures]").get_by_role("button", name="Register").click()
    form.get_by_role("button", name="Calculate").click()
    expect(page.locator("#evidence")).to_contain_text("→ 14.3 percent")
    page.keyboard.press("m")  # nothing is there to comment on yet: nothing happens
    page.get_by_role("heading", name="Evidence").click()
    page.keyboard.press("v")
    expect(page.locator("#evidence-form").get_by_label("Source", exact=True)).to_be_focused()


def test_two_who_edit_at_once_see_each_other_and_both_texts(
    seat: Callable[[User], Page], claim: Claim, checker: User, editor: User
) -> None:
    claim.take(checker)
    draft = evidencing.verdict_of(claim).draft(checker).edit(checker, headline="As it was")
    mine, theirs = seat(checker), seat(editor)
    for page in (mine, theirs):
        page.goto(f"/claims/{claim.pk}/")
    with theirs.expect_response("**/lock/"):
        theirs.get_by_label("Headline").fill("As it was once")
    mine.get_by_label("Headline").fill("My careful headline")
    expect(mine.locator(".owner")).to_contain_text("editor is editing this claim, since")
    expect(mine.get_by_label("Headline")).to_have_value("My careful headline")
    theirs.get_by_role("button", name="Save draft").click()
    expect(steps.message(theirs)).to_contain_text("Draft saved")
    mine.get_by_role("button", name="Save draft").click()
    conflict = mine.get_by_role("group", name="Headline: saved meanwhile")
    expect(conflict.locator("del")).to_have_text("As it was once")
    expect(conflict.locator("ins")).to_have_text("My careful headline")
    conflict.get_by_label("Take theirs").check()
    expect(mine.get_by_label("Headline", exact=True)).to_have_value("As it was once")
    conflict.get_by_label("Keep mine").check()
    mine.get_by_label("Headline", exact=True).fill("My careful headline, both read")
    mine.get_by_role("button", name="Save draft").click()
    expect(steps.message(mine)).to_contain_text("Draft saved")
    draft.refresh_from_db()
    assert draft.headline == "My careful headline, both read"


def test_one_goes_on_in_another_tab_of_ones_own(
    seat: Callable[[User], Page], claim: Claim, checker: User
) -> None:
    claim.take(checker)
    first = seat(checker)
    first.goto(f"/claims/{claim.pk}/")
    with first.expect_response("**/lock/"):
        first.get_by_label("Reasoning").press_sequentially("Half")
    first.reload()  # the very same tab
    expect(first.get_by_role("button", name="Continue here")).to_have_count(0)
    with first.expect_response("**/lock/"):
        first.get_by_label("Reasoning").press_sequentially("Half")
    second = first.context.new_page()
    second.goto(f"/claims/{claim.pk}/")
    second.get_by_role("button", name="Continue here").click()
    expect(second.get_by_role("button", name="Continue here")).to_have_count(0)
    with second.expect_response("**/lock/"):
        second.get_by_label("Reasoning").press_sequentially("A whole thought")
    first.goto("about:blank")  # lets go of nothing that the other tab has
    claim.refresh_from_db()
    assert claim.is_locked
