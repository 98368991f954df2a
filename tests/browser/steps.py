"""What people do at the desk, step by step, for tests that put steps together."""

from __future__ import annotations

import re
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.conftest import PASSWORD

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def log_in(page: Page, username: str, password: str = PASSWORD) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def claims_of(page: Page, article: int = 0) -> Locator:
    """The claims in the card of the queue's article number so-and-so, from 0."""
    return page.locator("article.card").nth(article).locator("[data-claim]")


def pick_by_key(page: Page) -> None:
    """Pick the claim under the cursor; the message says so."""
    page.keyboard.press("a")
    expect(message(page)).to_contain_text("Picked")


def set_rest_aside_by_key(page: Page) -> None:
    """Set the rest of the article under the cursor aside."""
    page.keyboard.press("Shift+A")
    expect(message(page)).to_contain_text("Set aside")


def triage_article_by_key(page: Page, article: int) -> None:
    """From its first claim: pick it, skip to the next, set the rest of the article aside."""
    claims_of(page, article).first.locator("[data-stop]").focus()
    pick_by_key(page)
    expect(claims_of(page, article).first.locator(".chip")).to_have_text("queued")
    set_rest_aside_by_key(page)
    expect(page.locator("article.card").nth(article)).to_contain_text("1 queued")


def triage_article_by_mouse(page: Page, article: int) -> None:
    """Pick its best claim and set the rest aside, by the visible buttons."""
    card = page.locator("article.card").nth(article)
    claims_of(page, article).first.get_by_role("button", name=re.compile("^Pick")).click()
    expect(message(page)).to_contain_text("Picked")
    card.get_by_role("button", name="Set the rest aside").click()
    expect(card).to_contain_text("1 queued")


def undo_by_key(page: Page) -> None:
    page.keyboard.press("z")
    expect(message(page)).to_contain_text("Undone")


def undo_by_mouse(page: Page) -> None:
    message(page).get_by_role("button", name="Undo").click()
    expect(message(page)).to_contain_text("Undone")


def find(page: Page, words: str) -> Locator:
    """Search the queue by claim, by keys; the rows that it finds."""
    page.goto("/queue/?by=claim&state=all")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q="))
    return page.locator("tr[data-claim]")


def message(page: Page) -> Locator:
    return page.locator("#messages .message").last


def violations(page: Page, within: str = "html") -> list[str]:
    """What axe finds wrong with the page, or a part of it, as it stands."""
    found = (
        Axe()
        .run(page, within, {"runOnly": STANDARDS, "resultTypes": ["violations"]})
        .response["violations"]
    )
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def flaws(page: Page, address: str) -> list[str]:
    """What keeps the page at the address from suiting everybody: narrow or wide, light or dark."""
    page.goto(address)
    found = []
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{address} {width} {scheme}: {flaw}" for flaw in violations(page)]
        if (wider := overflow(page)) > 0:
            found.append(f"{address} {width}: {wider} pixels wider than its window")
    return found


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return width
