"""The repository checks itself: style, types, arrows, migrations, documents, settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "".join(chr(33 + number) for number in range(60)),
    "ALLOWED_HOSTS": "desk.example",
    "TRUSTED_PROXIES": "127.0.0.1",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "",  # set for Playwright alone
}


def run(*command: str, **environment: str) -> None:
    """Runs it at the root of the repository; what it says is the test's message."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"


@pytest.mark.parametrize(
    "command",
    [
        "ruff check .",
        "ruff format --check .",
        "djlint templates --check --lint --quiet",
        "lint-imports",
        "mypy",
    ],
)
def test_the_code_is_clean(command: str) -> None:
    run(*command.split())


def test_no_migration_is_missing() -> None:
    run("python", "manage.py", "makemigrations", "--check", "--dry-run")


def test_a_site_with_production_settings_passes_every_check() -> None:
    """Also that migrations are linear: django-linear-migrations is among the checks."""
    run("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)


def test_without_a_secret_key_nothing_is_served() -> None:
    with pytest.raises(AssertionError, match="There is no SECRET_KEY"):
        run("python", "manage.py", "check", **PRODUCTION | {"SECRET_KEY": ""})
    with pytest.raises(AssertionError, match="SECRET_KEY setting must not be empty"):
        run("python", "-c", "import config.wsgi", **PRODUCTION | {"SECRET_KEY": ""})


def test_every_setting_is_documented() -> None:
    source = (ROOT / "config" / "settings.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    documented = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text(), re.M)
    )
    assert read == documented
    example = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M)
    assert set(example) <= documented


def test_templates_carry_no_style_and_no_script_of_their_own() -> None:
    """The content security policy would refuse them."""
    offence = re.compile(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)|javascript:", re.I)
    offenders = [
        f"{path.relative_to(ROOT)}: {found[0].strip()}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for found in [offence.search(path.read_text())]
        if found
    ]
    assert offenders == []


def test_the_commands_of_the_readme_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    told = set(re.findall(r"^\s*make ([a-z]+)", (ROOT / "README.md").read_text(), re.M))
    assert {"demo", "test"} <= told <= targets


def test_no_file_has_outgrown_its_room() -> None:
    lengths = {
        path.relative_to(ROOT): len(path.read_text().splitlines())
        for folder in ("claims", "verification", "config", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if not {"migrations", "lexicon"} & set(path.parts) and path.name != "lexicon.py"
    }
    assert {path: length for path, length in lengths.items() if length > 450} == {}


def test_the_imports_keep_to_the_plan_of_the_house() -> None:
    """No circle outside the models' packages, no crowded folder: see the script."""
    run("python", "benchmarks/imports.py")


FIRST_PAGE = """
import sys
from config.wsgi import application
from django.test import Client
from django.core.management import call_command
assert Client(headers={"host": "127.0.0.1"}).get("/checks/").status_code == 200
call_command("check")
heavy = {"spacy", "trafilatura", "pypdf", "dateparser"} & sys.modules.keys()
assert not heavy, heavy
"""


def test_the_web_process_and_its_first_page_load_neither_spacy_nor_readers(migrated: str) -> None:
    run("python", "-c", FIRST_PAGE, DEBUG="1", DATABASE_URL=migrated)
