"""A real headless Chromium against the live server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; without one the tests are skipped, or fail where all must run."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        give_up = pytest.fail if os.environ.get("REQUIRE_ALL") == "1" else pytest.skip
        give_up("there is no Chromium on this machine (Debian: apt-get install chromium)")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What the page complains of in its console; the content security policy too."""
    heard: list[str] = []
    page.on("console", lambda message: message.type == "error" and heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []


@pytest.fixture(scope="session")
def base_url(django_db_setup: None, live_server: LiveServer) -> str:
    """Addresses without a host are the live server's.

    The database comes first: for one in memory the server would share our connection.
    """
    return live_server.url
