"""Two claims that are one, by keys alone and without scripts, seen by everybody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, User
from tests.browser import steps
from tests.making import make_article, make_claim, mention_claim
from tests.merging import settled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAME = "The dam at Harl holds 40 million litres"


def test_by_keys_it_is_found_seen_merged_and_undone(
    page: Page, checker: User, errors: list[str]
) -> None:
    dam = make_claim(priority=40)
    same = make_claim(make_article(f"{SAME}."), SAME, priority=60)
    mention_claim(dam, make_article(outlet="Osk Echo"))
    text = "The dam holds 41 million litres of water."
    other = make_claim(make_article(text), text, figure="41 million litres", value=41_000_000)
    settled(dam, same, other)
    steps.log_in(page, checker.username)
    page.goto("/queue/?by=claim")
    page.locator(f"[data-claim='{same.pk}'] [data-stop]").focus()
    page.keyboard.press("d")
    page.wait_for_url(re.compile(f"/claims/{same.pk}/merge/$"))
    page.keyboard.press("d")
    page.wait_for_url(re.compile(r"into="))
    page.goto(f"/claims/{same.pk}/merge/?into={dam.pk}")
    page.keyboard.press("d")
    page.wait_for_url(re.compile(dam.get_absolute_url()))
    expect(steps.message(page)).to_contain_text("Merged “The dam at Harl")
    steps.undo_by_key(page)
    assert Claim.objects.get(pk=same.pk).merged_into is None
    for address in (
        f"/claims/{same.pk}/merge/",
        f"/claims/{other.pk}/merge/?into={dam.pk}",
        f"/claims/{dam.pk}/split/",
    ):
        assert steps.flaws(page, address) == []
