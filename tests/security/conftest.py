"""Everybody of the tables of who may what, and the colleagues they work with."""

from __future__ import annotations

import pytest

from claims.models import User
from tests.security.asking import PEOPLE, Ask, asked


@pytest.fixture
def cast(request: pytest.FixtureRequest, checker2: User, editor2: User) -> dict[str, User | None]:
    """The people by name; nobody for the anonymous."""
    User.objects.filter(pk=checker2.pk).update(email="colleague@example.org")
    return {name: None if name == "anonymous" else request.getfixturevalue(name) for name in PEOPLE}


@pytest.fixture
def ask(cast: dict[str, User | None]) -> Ask:
    """What comes of the rows of one world for each of the people."""
    return lambda rows: asked(rows, cast)
