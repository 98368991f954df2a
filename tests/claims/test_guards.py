"""What the database itself refuses, and that tests which commit leave it as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction

from claims.models import Event, User


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_history_cannot_be_rewritten_not_even_by_sql(
    person: Callable[..., User], turn: int
) -> None:
    event = Event.objects.create(kind=Event.Kind.IMPORTED, actor=person("first", "editor"))
    for statement in ("UPDATE claims_event SET kind = 'picked'", "DELETE FROM claims_event"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert Event.objects.get().pk == event.pk
    assert Group.objects.count() == 4
