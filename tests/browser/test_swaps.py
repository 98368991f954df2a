"""The claim page as a place to work: its forms change it in place, and nothing jumps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, User
from tests.browser import steps
from tests.making import make_article, make_claim, mention_claim
from verification.evidence import gathering as evidencing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Gone, if the page was loaded anew.
STILL_THE_SAME_PAGE = "() => window.sinceWhen === 'the first click'"


@pytest.fixture
def claim() -> Claim:
    made = make_claim(make_article("The dam cost 14 lives."), "The dam cost 14 lives")
    mention_claim(made, make_article("The dam cost 14 lives. So they say."))
    return made


@pytest.fixture
def seat(browser: Browser, base_url: str) -> Callable[[User], Page]:
    def sit(user: User) -> Page:
        page = browser.new_context(base_url=base_url).new_page()
        steps.log_in(page, user.username)
        return page

    return sit


def test_from_claim_to_submitted_verdict_on_one_page(
    page: Page, claim: Claim, checker: User
) -> None:
    steps.log_in(page, checker.username)
    page.goto(f"/claims/{claim.pk}/")
    page.evaluate("window.sinceWhen = 'the first click'")
    page.get_by_role("button", name="Take", exact=True).click()
    expect(page.locator(".owner")).to_contain_text("This is your claim.")
    page.get_by_label("Reasoning").fill("Half a thought")
    page.locator("#mentions-list").get_by_role("button", name="Confirm").first.click()
    expect(steps.message(page)).to_contain_text("Mention confirmed")
    expect(page.get_by_label("Reasoning")).to_have_value("Half a thought")
    page.get_by_role("button", name="Save and submit").click()
    summary = page.locator("#verdict-form .errors")
    expect(summary).to_be_focused()
    assert page.evaluate(STILL_THE_SAME_PAGE)


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
