"""A morning's triage without a mouse: by keys, counted, and by Tab and Enter alone."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from claims.models import Article, Claim, User
from tests.browser import steps
from tests.making import make_many

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLES = 30
CLAIMS_AN_ARTICLE = 20


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def tab_to(self, words: str, key: str = "Tab") -> None:
        """On with Tab until the control of that name has focus."""
        for _ in range(60):
            self.press(key)
            name = self.page.evaluate(
                "document.activeElement.ariaLabel ?? document.activeElement.textContent"
            )
            if words in " ".join(name.split()):
                return
        pytest.fail(f"Tab does not come to {words!r}")


def states() -> Counter[str]:
    return Counter(Claim.objects.values_list("state", flat=True))


def finished(page: Page, number: int) -> None:
    """So many cards are a line now, and focus is somewhere in the list."""
    expect(page.locator(".card.is-finished")).to_have_count(number, timeout=60_000)
    assert page.evaluate("document.activeElement.closest('.list') !== null")


def test_thirty_articles_with_six_hundred_claims_take_two_keys_each_and_one_a_pick(
    page: Page, checker: User, errors: list[str]
) -> None:
    for _ in range(ARTICLES):
        make_many(CLAIMS_AN_ARTICLE)
    steps.log_in(page, checker.username)
    page.goto("/queue/")
    keys = Keyboard(page)
    keys.press("j")
    for _ in range(19):
        keys.press("a", "Shift+A")
    finished(page, 19)
    # What was done too fast comes back, and is done again: all but a claim that is none.
    keys.press("z")
    finished(page, 18)
    keys.press("[", "Shift+X", "1")
    expect(steps.message(page)).to_contain_text("not a claim")
    keys.press("Shift+A")
    finished(page, 19)
    keys.press("a", "Shift+A")
    finished(page, 20)
    keys.press("j")
    page.wait_for_url(re.compile("after="))
    expect(page.locator(".card").first.locator("[data-stop]").first).to_be_focused()
    for _ in range(10):
        keys.press("a", "Shift+A")
    finished(page, 10)
    picks = states()["queued"]
    assert states() == {"queued": 30, "dismissed": 1, "set_aside": 569}
    assert not Article.objects.open().exists()
    assert keys.pressed <= 2 * ARTICLES + picks
    expect(page.locator("#messages")).to_contain_text("Set aside")


def test_tab_and_enter_do_the_same_with_the_keys_switched_off(
    page: Page, checker: User, errors: list[str]
) -> None:
    for _ in range(3):
        make_many(4)
    steps.log_in(page, checker.username)
    page.goto("/queue/")
    page.evaluate("localStorage.setItem('claimdesk.keys', 'off')")
    keys = Keyboard(page)
    keys.press("j", "a")
    assert states() == {"new": 12}
    keys.tab_to("Skip to the content")
    keys.press("Enter")
    for number in range(3):
        keys.tab_to("Pick: ")
        keys.press("Enter")
        expect(page.locator(".item .chip.queued")).to_have_count(1)
        keys.tab_to("Set the rest aside", "Shift+Tab")
        keys.press("Enter")
        finished(page, number + 1)
    assert states() == {"queued": 3, "set_aside": 9}
    keys.tab_to("Undo")
    keys.press("Enter")
    expect(steps.message(page)).to_contain_text("Undone")
    finished(page, 2)
    assert states()["new"] == 3
