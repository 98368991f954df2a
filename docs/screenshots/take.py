"""Takes the documents' screenshots from the demo: ``python docs/screenshots/take.py [NAME…]``.

A name is a shot, which is taken light, as NAME.png, and dark, as NAME-dark.png; or a tutorial,
which is walked step by step and leaves its pictures as WebP. Each tutorial has a database of
its own, filled by ``manage.py demo`` and served, with a worker, while it lasts.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright
from walks import WALKS, Desk

FOLDER = Path(__file__).parent
MANAGE = FOLDER.parents[1] / "manage.py"
PASSWORD = secrets.token_hex(6)
LONGEST_START = 60  # seconds
# A desk with a mouse: without one, buttons stand there always, as on a touch screen.
MOUSE = (
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,"
    "primaryPointerType=4,availablePointerTypes=4"
)


@dataclass(frozen=True)
class Shot:
    """What is shown to whom: an address, and the keys that are pressed there."""

    address: str
    keys: tuple[str, ...] = ()
    user: str = "checker"
    size: tuple[int, int] = (1440, 900)


SHOTS = {
    "queue": Shot("/queue/", ("j", "j", "j", "j")),
    "queue-wide": Shot("/queue/?by=claim", ("j", "j"), size=(1920, 1080)),
    "article": Shot("/articles/1/", ("j", "j")),
    "claim": Shot("/claims/1/"),
}


@contextmanager
def demo() -> Iterator[str]:
    """The address of a desk with the demo's data."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        env = {
            **os.environ,
            "DEBUG": "1",
            "SECRET_KEY": secrets.token_hex(32),
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "DEMO_PASSWORD": PASSWORD,
        }
        for command in ("migrate", "demo"):
            subprocess.run(
                [sys.executable, MANAGE, command], env=env, check=True, stdout=subprocess.DEVNULL
            )
        serve = [sys.executable, MANAGE, "runserver", "--noreload", str(port)]
        work = [sys.executable, MANAGE, "db_worker", "--no-reload", "--verbosity", "0"]
        running = [
            subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
            for command in (serve, work)
        ]
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            for process in running:
                process.terminate()
                process.wait()


def _answering(address: str) -> str:
    """The address, as soon as somebody answers there."""
    for _ in range(LONGEST_START * 5):
        try:
            urlopen(f"{address}/accounts/login/").close()
        except URLError:
            time.sleep(0.2)
        else:
            return address
    raise SystemExit("The demo does not start.")


def take(browser: Browser, base: str, name: str) -> None:
    """Take the shot of that name, light and dark."""
    shot = SHOTS[name]
    width, height = shot.size
    context = browser.new_context(base_url=base, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill(shot.user)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    page.goto(shot.address)
    for key in shot.keys:
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    for scheme, suffix in (("light", ""), ("dark", "-dark")):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=FOLDER / f"{name}{suffix}.png")
    context.close()


def main(names: list[str]) -> None:
    """Take what has these names, or everything."""
    if unknown := set(names) - SHOTS.keys() - WALKS.keys():
        there = ", ".join((*SHOTS, *WALKS))
        raise SystemExit(f"No such names: {', '.join(unknown)}. There are: {there}.")
    chosen = names or [*SHOTS, *WALKS]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", MOUSE])
        if shots := [name for name in chosen if name in SHOTS]:
            with demo() as base:
                for name in shots:
                    take(browser, base, name)
        for name in chosen:
            if name in WALKS:
                with demo() as base:
                    WALKS[name](Desk(browser, base, PASSWORD))


if __name__ == "__main__":
    main(sys.argv[1:])
