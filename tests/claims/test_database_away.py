"""The database goes away for a moment: it is tried once more, or a page says so."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DataError, InterfaceError, OperationalError, connection, transaction
from django.test import Client

from claims.models import STANDING, Claim, Event, Stale, User, atomic_with_retry, is_passing
from claims.models.transactions import locked
from tests.at_once import at_once
from tests.making import make_claim

pytestmark = pytest.mark.django_db(transaction=True)


def lose_connection() -> None:
    """For real on PostgreSQL; on SQLite, which has none, a lock that it did not get."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    told = sqlite3.OperationalError("database is locked")
    told.sqlite_errorname = "SQLITE_BUSY"
    raise OperationalError(str(told)) from told


def test_a_deed_that_the_database_gave_up_is_done_once_more_as_a_whole(checker: User) -> None:
    claim = make_claim()
    losses = iter([True, False, True, True])

    @atomic_with_retry
    def pick_and_lose() -> Event:
        event = claim.pick(checker)
        if next(losses):
            lose_connection()
        return event

    event = pick_and_lose()
    assert list(Event.objects.all()) == [event]
    claim.set_aside(checker)
    with pytest.raises(OperationalError):  # the second time as well: it is told
        pick_and_lose()
    assert Claim.objects.get().state == "set_aside"


def test_a_deed_in_a_larger_one_is_not_repeated_alone(checker: User) -> None:
    tries = []

    @atomic_with_retry
    def inner() -> None:
        tries.append("inner")
        lose_connection()

    with pytest.raises(OperationalError), transaction.atomic():
        inner()
    assert tries == ["inner"]


def test_what_was_decided_on_a_page_is_done_once_more_with_its_look_at_the_page(
    checker: User,
) -> None:
    claim = make_claim()
    losses = iter([True, False])

    def pick_and_lose() -> Event:
        event = claim.pick(checker)
        if next(losses):
            lose_connection()
        return event

    event = claim.do_as_shown(0, STANDING, pick_and_lose)
    assert list(Event.objects.all()) == [event]
    with pytest.raises(Stale):
        claim.do_as_shown(0, STANDING, pick_and_lose)


def test_what_fails_after_the_commit_is_not_done_again(checker: User) -> None:
    claim = make_claim()

    @atomic_with_retry
    def pick() -> None:
        claim.pick(checker)
        transaction.on_commit(lose_connection)

    with pytest.raises(OperationalError):
        pick()
    connection.close_if_unusable_or_obsolete()
    assert Event.objects.count() == 1


def test_two_in_a_deadlock_are_both_done() -> None:
    first, second = make_claim(), make_claim()

    def hold(*claims: Claim) -> Callable[[], str]:
        @atomic_with_retry
        def both() -> str:
            for claim in claims:
                locked(Claim.objects.filter(pk=claim.pk)).get()
                with connection.cursor() as cursor:
                    if connection.vendor == "postgresql":
                        cursor.execute("SELECT pg_sleep(0.2)")
            return "done"

        return both

    assert at_once(hold(first, second), hold(second, first)) == ["done", "done"]


def test_what_passes_is_told_from_what_was_to_be_stored() -> None:
    away = connection.Database.OperationalError("the connection is closed")
    away.sqlite_errorname = "SQLITE_BUSY"
    assert is_passing(away)  # as the driver says it, not handed on by Django
    assert is_passing(InterfaceError("connection already closed"))
    assert not is_passing(DataError("value too long"))
    assert not is_passing(ValueError("no date"))


# --- pages ------------------------------------------------------------------------------


class Away:
    """The database answers nothing from a query of the request's on, until that is over."""

    def __init__(self, after: int = 0) -> None:
        self.left = after

    def __call__(self, execute: Any, *query: Any) -> Any:
        if self.left == 0:
            self.left = -1
            lose_connection()
        self.left -= 1
        return execute(*query)


TYPED = {"reason": 'wrong_span" onfocus="alert(1)', "next": "/queue/?by=claim", "note": "a\nb\n<c>"}


def test_a_post_without_database_gives_a_page_that_sends_the_same_again(checker: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(checker)
    claim = make_claim()
    with connection.execute_wrapper(Away(after=1)):
        page = client.post(f"/claims/{claim.pk}/pick/?a=1", TYPED)
    assert page.status_code == 503
    assert page.headers["Cache-Control"].startswith("max-age=0")
    text = page.content.decode()
    assert f'<form method="post" action="/claims/{claim.pk}/pick/?a=1">' in text
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text))
    assert fields.pop("csrfmiddlewaretoken")
    assert {name: html.unescape(value) for name, value in fields.items()} == TYPED
    assert client.post(f"/claims/{claim.pk}/pick/", TYPED).url == TYPED["next"]
    assert Claim.objects.get().state == "queued"


def test_a_page_without_database_is_asked_for_again(checker: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(checker)
    with connection.execute_wrapper(Away()):
        page = client.get("/queue/?by=claim")
    assert page.status_code == 503
    assert 'href="/queue/?by=claim"' in page.content.decode()
    assert client.get("/queue/?by=claim").status_code == 200


def test_a_password_is_typed_again(checker: User) -> None:
    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(Away()):
        page = client.post("/accounts/login/", {"username": "checker", "password": "a secret"})
    assert page.status_code == 503
    assert "a secret" not in page.content.decode()


def test_a_mistake_of_ours_is_none_of_the_databases(
    checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_about: Any) -> None:
        raise ZeroDivisionError

    client = Client(raise_request_exception=False)
    client.force_login(checker)
    monkeypatch.setattr(Claim, "pick", break_off)
    page = client.post(f"/claims/{make_claim().pk}/pick/")
    assert page.status_code == 500
