"""The suite on PostgreSQL: every test that asks for the database, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parent.parent
SERVER = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
IMPORTS = "tests/claims/test_import_command.py"
FOLDERS = [
    "--database-alone",
    # Loading these takes time, and none of their tests asks for the database.
    "--ignore=tests/claims/ingest",
    "--ignore=tests/claims/test_extract_command.py",
    # These make SQLite databases of their own, whatever the suite runs on.
    f"--deselect={IMPORTS}::test_killed_half_way_and_run_again_it_gives_the_rows_of_a_clean_run",
    f"--deselect={IMPORTS}::test_two_processes_at_once_give_the_rows_of_one",
    "tests/claims",
    "tests/verification",
    # Who may what is asked of permissions in Python; what a search finds, of the database.
    "tests/security/test_nothing_unpublished.py",
    "tests/test_commands.py",
    "tests/test_guards.py",
    "tests/test_migrations.py",
]


def test_the_suite_passes_on_postgresql_too() -> None:
    if reason := why_unreachable(SERVER):
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    address = urlunsplit(urlsplit(SERVER)._replace(path="/claimdesk"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *FOLDERS],
        cwd=ROOT,
        env=without_xdist() | {"DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def why_unreachable(server: str) -> str:
    """What keeps one from connecting; nothing if it answers."""
    try:
        psycopg.connect(server, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return f"No PostgreSQL answers at TEST_POSTGRES_URL ({server}): {error}"
    return ""


def without_xdist() -> dict[str, str]:
    """The environment, less what tells a process that it is a worker of pytest-xdist."""
    return {name: value for name, value in os.environ.items() if "PYTEST" not in name}
