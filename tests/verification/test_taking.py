"""Of ten who take a claim at once, one wins: a hundred rounds, with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection


def run(database: str, *arguments: str) -> str:
    environment = os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
        "DEBUG": "1",
        "SECRET_KEY": "k",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def database(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> object:
    """A database of its own, of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/taking.sqlite3"
        return
    import psycopg

    told = connection.settings_dict
    server = {
        "host": told["HOST"],
        "port": told["PORT"],
        "user": told["USER"],
        "password": told["PASSWORD"],
    }
    name = f"claimdesk_taking_{os.getpid()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as postgres:
        postgres.execute(f"CREATE DATABASE {name}")
        try:
            login = f"{told['USER']}:{told['PASSWORD']}".rstrip(":")
            yield f"postgres://{login}@{told['HOST']}:{told['PORT'] or 5432}/{name}"
        finally:
            postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_one_of_ten_wins_each_of_a_hundred_rounds(database: str) -> None:
    run(database, "manage.py", "migrate", "-v0")
    assert run(database, "tests/verification/taking.py") == "true"
