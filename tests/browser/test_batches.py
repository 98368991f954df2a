"""An upload in a real browser, watched until it is done."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Locator, Page, expect

from claims.models import Batch, User
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BRIDGE = """---
title: Bridge repairs to cost more
outlet: Vale Herald
published: 2025-10-02
---
The repair of the bridge will cost EUR4.2 million, the council said on Thursday.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """An article, and a file with nothing in it."""
    bridge, nothing = tmp_path / "bridge.txt", tmp_path / "nothing.txt"
    bridge.write_text(BRIDGE)
    nothing.touch()
    return [bridge, nothing]


def run_the_worker() -> None:
    """The real worker, until no job is left; it takes over signals, which pytest needs back."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        call_command("db_worker", batch=True, reload=False, startup_delay=False, verbosity=0)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


@pytest.fixture
def desk(page: Page, administrator: User, errors: list[str]) -> Page:
    steps.log_in(page, administrator.username)
    return page


def upload(page: Page, name: str, files: list[Path]) -> None:
    page.goto("/batches/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Files").set_input_files(files)
    page.get_by_role("button", name="Import").click()


def state(page: Page) -> Locator:
    return page.locator("#progress .chip")


def test_an_upload_is_watched_until_it_is_done(desk: Page, files: list[Path]) -> None:
    upload(desk, "Thursday", files)
    expect(desk.get_by_role("heading", name="Thursday")).to_be_visible()
    expect(state(desk)).to_have_text("waiting for a worker")
    assert steps.violations(desk) == []
    run_the_worker()
    # Nothing is clicked: the page asks by itself, and shows the rest when it is over.
    expect(state(desk)).to_have_text("done")
    expect(desk.get_by_role("row", name="nothing.txt")).to_contain_text("The file is empty.")
    assert steps.violations(desk) == []
    desk.get_by_role("link", name="1 claim").click()
    expect(desk.locator("main")).to_contain_text("The repair of the bridge")


def test_it_can_be_stopped_and_resumed(desk: Page, files: list[Path]) -> None:
    upload(desk, "Thursday", files)
    desk.get_by_role("button", name="Stop").click()
    expect(state(desk)).to_have_text("stopped")
    desk.get_by_role("button", name="Resume").click()
    expect(state(desk)).to_have_text("waiting for a worker")
    run_the_worker()
    expect(state(desk)).to_have_text("done")


def test_it_works_without_scripts(
    browser: Browser, base_url: str, administrator: User, files: list[Path]
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    steps.log_in(page, administrator.username)
    upload(page, "Thursday", files)
    run_the_worker()
    page.get_by_role("link", name="Show how far it is now").click()
    expect(state(page)).to_have_text("done")
    context.close()


def test_a_refused_upload_keeps_what_was_typed_and_says_what_is_wrong(
    desk: Page, files: list[Path]
) -> None:
    Batch.objects.create(name="Thursday", state="done")
    desk.goto("/batches/")
    desk.get_by_text("Import articles").click()
    desk.get_by_label("Outlet").fill("Vell Gazette")
    desk.get_by_label("Name").fill("Thursday")
    desk.get_by_label("Files").set_input_files(files)
    desk.get_by_role("button", name="Import").click()
    expect(desk.get_by_role("alert")).to_contain_text("Nothing was imported")
    expect(desk.get_by_label("Outlet")).to_have_value("Vell Gazette")
    taken = re.compile("There is already a batch of that name")
    expect(desk.get_by_label("Name")).to_have_accessible_description(taken)
    assert steps.violations(desk) == []


def test_the_pages_suit_everybody(desk: Page) -> None:
    for name in Batch.State.values:
        batch = Batch.objects.create(name=f"A batch that is {name}", state=name)
        batch.rows.create(file="long/name/of/a/file.txt", row=1, outcome="failed", problem="no")
    for address in ("/batches/", f"/batches/{batch.pk}/"):
        assert steps.flaws(desk, address) == []
