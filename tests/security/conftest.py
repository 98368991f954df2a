"""Everybody of the tables of who may what, and the colleagues they work with."""

from __future__ import annotations

import pytest

from claims.models import User
from tests.security.asking import PEOPLE, Ask, AskAll, asked, asked_together


@pytest.fixture
def cast(request: pytest.FixtureRequest, checker2: User, editor2: User) -> dict[str, User | None]:
    """The people by name; nobody for the anonymous."""
    User.objects.filter(pk=checker2.pk).update(email="colleague@example.org")
    return {name: None if name == "anonymous" else request.getfixturevalue(name) for name in PEOPLE}


@pytest.fixture
def ask(cast: dict[str, User | None]) -> Ask:
    """What comes of a row for each of the people."""
    return lambda row: asked(row, cast)


@pytest.fixture
def ask_all(cast: dict[str, User | None]) -> AskAll:
    """The same of several rows about one world."""
    return lambda rows: asked_together(rows, cast)
