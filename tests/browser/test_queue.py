"""Triage in a real browser: by key, by mouse, without scripts, and for everybody."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Article, Claim, User
from tests.browser import steps
from tests.conftest import PASSWORD
from tests.making import make_article, make_claim, make_date, make_many, states

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def articles() -> list[Article]:
    """Three articles with five claims each and one with a figure of a billion, the last."""
    made = [make_many(5)[0].mentions.get().article for _ in range(3)]
    text = "The Harl dam cost EUR 1.1 billion, Ada Wyle said on Friday."
    last = make_article(text)
    make_claim(
        last, "The Harl dam cost EUR 1.1 billion", figure="EUR 1.1 billion", value=1_100_000_000
    )
    last.quantity_set.update(kind="money", currency="EUR", unit="")
    make_date(last, "Friday", date(2025, 9, 5))
    return [*made, last]


@pytest.fixture
def desk(page: Page, articles: list[Article], checker: User, errors: list[str]) -> Page:
    steps.log_in(page, checker.username)
    return page


def test_three_articles_are_triaged_by_key_and_by_mouse_and_a_claim_found_by_number(
    desk: Page,
) -> None:
    desk.goto("/queue/?order=date")
    steps.triage_article_by_key(desk, 1)
    steps.triage_article_by_key(desk, 2)
    steps.triage_article_by_mouse(desk, 3)
    assert Claim.objects.filter(state="queued").count() == 3
    assert Claim.objects.filter(state="set_aside").count() == 12
    steps.undo_by_mouse(desk)
    assert Claim.objects.filter(state="set_aside").count() == 8
    steps.undo_by_key(desk)
    assert Claim.objects.filter(state="queued").count() == 2
    found = steps.find(desk, "1,100,000,000")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("EUR\u00a01.1\u00a0bn")


def test_moving_decides_nothing_and_a_deed_moves_on(desk: Page) -> None:
    desk.goto("/queue/?by=claim")
    rows = desk.locator("tr[data-claim]")
    for key in "jjjkss":
        desk.keyboard.press(key)
    expect(rows.nth(3).locator("[data-stop]")).to_be_focused()
    assert not Claim.objects.exclude(state="new").exists()
    desk.keyboard.press("x")
    expect(rows.nth(3).locator(".chip")).to_have_text("set aside")
    expect(rows.nth(4).locator("[data-stop]")).to_be_focused()
    expect(rows).to_have_count(16)


def test_a_claim_is_dismissed_by_key_with_its_reason(desk: Page) -> None:
    desk.goto("/queue/?by=claim")
    desk.keyboard.press("j")
    desk.keyboard.press("Shift+X")
    desk.keyboard.press("4")
    chip = desk.locator("tr[data-claim]").first.locator(".chip")
    expect(chip).to_have_text("dismissed: wrong figure")
    desk.keyboard.press("z")
    expect(chip).to_have_count(0)


def test_letters_in_a_field_are_letters_and_keys_can_be_switched_off(desk: Page) -> None:
    desk.goto("/queue/?by=claim")
    desk.keyboard.press("/")
    desk.keyboard.type("jaxz?")
    expect(desk.get_by_label("Search")).to_have_value("jaxz?")
    desk.locator("tr[data-claim] [data-stop]").first.focus()
    desk.keyboard.press("Shift+?")
    desk.get_by_label("Use these keys in this browser").uncheck()
    desk.get_by_role("dialog").get_by_role("button", name="Close").click()
    desk.reload()
    desk.locator("tr[data-claim] [data-stop]").first.focus()
    desk.keyboard.press("a")
    desk.keyboard.press("x")
    expect(desk.locator("#messages .message")).to_have_count(0)
    assert not Claim.objects.exclude(state="new").exists()


def test_focus_stays_with_the_claim_after_a_click(desk: Page) -> None:
    desk.goto("/queue/?by=claim")
    row = desk.locator("tr[data-claim]").nth(2)
    row.get_by_role("button", name=re.compile("^Pick")).press("Enter")
    expect(row.locator(".chip")).to_have_text("queued")
    expect(row.locator("[data-stop]")).to_be_focused()


def test_an_article_is_read_and_triaged(desk: Page, articles: list[Article]) -> None:
    desk.goto(articles[0].get_absolute_url())
    desk.keyboard.press("j")
    steps.pick_by_key(desk)
    desk.get_by_role("button", name="Set the rest aside").click()
    expect(steps.message(desk)).to_contain_text("Set aside 4 claims")


def test_a_claim_is_triaged_on_its_own_page(desk: Page) -> None:
    claim = Claim.objects.order_by("pk").last()
    assert claim
    desk.goto(claim.get_absolute_url())
    desk.keyboard.press("a")
    expect(desk.locator(".claim-head .chip")).to_have_text("queued")
    steps.undo_by_mouse(desk)
    expect(desk.locator(".claim-head .chip")).to_have_count(0)


def test_an_expired_login_is_asked_for_again(desk: Page, checker: User) -> None:
    desk.goto("/queue/?by=claim")
    desk.context.clear_cookies(name="sessionid")
    desk.locator("tr[data-claim]").first.get_by_role("button", name=re.compile("^Pick")).click()
    desk.wait_for_url(re.compile("/accounts/login/"))
    assert not Claim.objects.exclude(state="new").exists()


def test_it_all_works_without_scripts(
    browser: Browser, base_url: str, articles: list[Article], checker: User
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    steps.log_in(page, checker.username, PASSWORD)
    page.goto("/queue/?by=claim")
    pk = page.locator("tr[data-claim]").nth(3).get_attribute("data-claim")
    claim = Claim.objects.get(pk=pk)
    row = page.locator(f"#claim-{pk}")
    row.locator("summary").click()
    row.get_by_role("button", name="wrong span").click()
    page.wait_for_url(re.compile(f"#claim-{pk}$"))
    assert states([claim]) == ["dismissed"]
    steps.undo_by_mouse(page)
    assert states([claim]) == ["new"]
    context.close()


# --- for everybody ------------------------------------------------------------------


def test_pages_suit_everybody(desk: Page, articles: list[Article]) -> None:
    claim = articles[-1].mention_set.get().claim
    addresses = [
        "/",
        "/queue/",
        "/queue/?by=claim",
        "/queue/?by=claim&q=zeppelin",
        "/queue/?by=claim&speaker=nobody",
        articles[-1].get_absolute_url(),
        claim.get_absolute_url(),
        claim.speakers.get().get_absolute_url(),
    ]
    for address in addresses:
        assert steps.flaws(desk, address) == []


def test_menus_messages_and_help_suit_everybody(desk: Page) -> None:
    desk.goto("/queue/?by=claim")
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(steps.message(desk)).to_be_visible()
    assert steps.violations(desk) == []
    desk.keyboard.press("Shift+X")
    assert steps.violations(desk, within="details[open]") == []
    desk.keyboard.press("Escape")
    desk.keyboard.press("Shift+?")
    assert steps.violations(desk) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_before_the_login_suit_everybody(page: Page, base_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/accounts/login/")
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    assert steps.violations(page) == []
    page.goto("/nothing/here/")
    assert steps.violations(page) == []


def test_the_keyboard_reaches_everything(desk: Page) -> None:
    desk.goto("/queue/")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to the content")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_be_focused()
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="By article")).to_be_focused()
