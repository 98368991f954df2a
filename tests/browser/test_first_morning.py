"""The whole way in, in a real browser: from files on a disk to a claim that somebody seeks."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from claims.models import Article, Claim, Outlet, User
from tests.browser import steps
from tests.browser.test_batches import run_the_worker, state, upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEEDS = settings.BASE_DIR / "seeds"


def test_a_batch_becomes_a_worklist(
    page: Page, administrator: User, checker: User, errors: list[str]
) -> None:
    """Upload, watch, triage three articles by key and by mouse, undo, find 1,100,000,000."""
    files = [path for path in sorted(SEEDS.rglob("2025-*/*")) if path.is_file()]
    steps.log_in(page, administrator.username)
    upload(page, "First morning", files)
    run_the_worker()
    expect(state(page)).to_have_text("done")
    page.get_by_role("button", name="Log out").click()

    steps.log_in(page, checker.username)
    # One outlet's articles: a wire text's copies elsewhere share its claims, and leave with it.
    page.goto(f"/queue/?outlet={Outlet.objects.get(name='Civic Observer').pk}")
    open_before = Article.objects.open().count()
    steps.triage_article_by_key(page, 0)
    steps.undo_by_key(page)
    steps.claims_of(page, 0).last.locator("[data-stop]").focus()
    steps.set_rest_aside_by_key(page)
    steps.triage_article_by_mouse(page, 1)
    steps.triage_article_by_mouse(page, 2)
    steps.undo_by_mouse(page)
    assert Article.objects.open().count() < open_before
    assert Claim.objects.filter(state="queued").count() == 3

    rows = steps.find(page, "1,100,000,000")
    expect(rows.first).to_contain_text("1.1 billion")
    assert errors == []
