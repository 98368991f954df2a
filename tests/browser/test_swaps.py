"""The claim page as a place to work: its forms change it in place, and nothing jumps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, User
from tests.browser import steps
from tests.making import make_article, make_claim, mention_claim

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Gone, if the page was loaded anew.
STILL_THE_SAME_PAGE = "() => window.sinceWhen === 'the first click'"


@pytest.fixture
def claim() -> Claim:
    made = make_claim(make_article("The dam cost 14 lives."), "The dam cost 14 lives")
    mention_claim(made, make_article("The dam cost 14 lives. So they say."))
    return made


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
