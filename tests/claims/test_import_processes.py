"""Imports that die, race, or lose their database: what they leave, and who goes on with them.

Real processes on the suite's own database.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from claims import tasks
from claims.intake import Interrupted, import_paths, importing, storing
from claims.management.commands import db_worker
from claims.models import (
    Article,
    Attribution,
    Batch,
    BatchFile,
    BatchRow,
    Claim,
    Event,
    Mention,
    Outlet,
    Quantity,
    QueueEntry,
    Speaker,
    store,
)
from tests.at_once import LONGEST, at_once
from tests.counting import miscounts
from tests.making import empty

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = [
    {
        "url": f"https://osk.example/{n}",
        "outlet": f"Outlet {n % 3}",
        "published": f"2025-09-{n % 9 + 1:02}",
        "text": f"The fire in Osk killed {n % 11 + 2} people on Monday, Mayor Ida Holm said. "
        f"It burned {n} hectares.\n\n“We lost {n % 7 + 3} houses,” she added.",
    }
    for n in range(16)
]


@pytest.fixture
def batch(tmp_path: Path) -> Callable[[], Batch]:
    """Makes an uploaded batch with enough rows for a process to be killed among."""
    content = "".join(json.dumps(row) + "\n" for row in ROWS).encode()

    def make() -> Batch:
        made = Batch.objects.create(name="Morning")
        BatchFile.objects.create(
            batch=made, name="a.jsonl", sha256=store([content]), size=len(content)
        )
        return made

    return make


def contents() -> dict[str, Any]:
    """What a checker would count and compare, without keys and clocks."""
    articles = Article.objects.order_by("identity", "version")
    claims = Claim.objects.order_by("fingerprint")
    place = ("article__identity", "start", "end")
    return {
        "articles": list(
            articles.values_list("identity", "version", "sha256", "open_claims", "top_priority")
        ),
        "claims": list(
            claims.values_list("fingerprint", "wording", "state", "priority", "mentions_count")
        ),
        "mentions": list(
            Mention.objects.order_by(*place).values_list(*place, "claim__fingerprint")
        ),
        "rows": sorted(BatchRow.objects.values_list("file", "row", "outcome", "problem")),
        "events": list(Event.objects.order_by("pk").values_list("kind", "payload")),
        "counts": [
            model.objects.count() for model in (Quantity, Attribution, Speaker, QueueEntry, Outlet)
        ],
    }


def kill_when_there_are(number: int, rows: Any, deed: Callable[[], Any]) -> None:
    """Do the deed in a process of its own, and kill that once there are so many rows."""
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=deed)
    process.start()
    for _tick in range(LONGEST * 200):
        if rows.count() >= number or not process.is_alive():
            break
        time.sleep(0.005)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join(LONGEST)
    assert process.exitcode == -signal.SIGKILL, "it ended before it could be killed"


def long_ago() -> Any:
    return timezone.now() - timedelta(minutes=3)


def test_a_worker_goes_on_with_what_others_were_killed_at_as_if_nothing_had_been(
    batch: Callable[[], Batch],
) -> None:
    importing.run_batch(batch())
    clean = contents()
    empty()
    pk = batch().pk
    for rows in (Article.objects.all(), Mention.objects.all()):
        kill_when_there_are(6, rows, partial(tasks.run_batch.call, pk))
        assert Batch.objects.get().state == "running"
        Batch.objects.update(moved_at=long_ago())
        db_worker.take_up_stalled()
        assert Batch.objects.get().state == "waiting"
    DBTaskResult.objects.exclude(pk=DBTaskResult.objects.latest("enqueued_at").pk).delete()
    Batch.objects.update(state="running", moved_at=long_ago())
    at_once(partial(call_command, "db_worker", batch=True, startup_delay=False, verbosity=0))
    assert Batch.objects.get().state == "done"
    assert contents() == clean


def test_two_at_one_batch_leave_the_rows_of_one(batch: Callable[[], Batch]) -> None:
    importing.run_batch(batch())
    clean = contents()
    empty()
    made = batch()
    at_once(partial(importing.run_batch, made), partial(importing.run_batch, made))
    raced = contents()
    assert [kind for kind, _payload in raced.pop("events")] == ["imported"]
    assert raced == {name: rows for name, rows in clean.items() if name != "events"}
    assert miscounts() == []


# --- the database goes away -----------------------------------------------------------


@contextmanager
def hiccups(monkeypatch: pytest.MonkeyPatch, at: Callable[[int], bool]) -> Iterator[None]:
    """The database fails whenever a row is to become an article and its number says so."""
    number = iter(range(1, 10_000))
    make = storing.Rows._new_article

    def new_article(rows: Any, *about: Any) -> Article:
        if at(next(number)):
            fail()
        return make(rows, *about)

    with monkeypatch.context() as patch:
        patch.setattr(storing.Rows, "_new_article", new_article)
        yield


def fail() -> None:
    """A real loss of the connection on PostgreSQL, SQLite's own words of a lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    locked = sqlite3.OperationalError("database is locked")
    locked.sqlite_errorname = "SQLITE_BUSY"
    raise OperationalError(str(locked)) from locked


def test_a_hiccup_of_the_database_costs_no_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS[:5]))
    batch = Batch.objects.create(name="Morning")
    with hiccups(monkeypatch, at=lambda number: number >= 3), pytest.raises(Interrupted):
        import_paths([path], batch)
    batch.refresh_from_db()
    assert (batch.is_stalled, batch.can_resume) == (True, True)
    assert "The database did not answer" in batch.notes[0]["note"]
    assert list(BatchRow.objects.values_list("row", "outcome")) == [(1, "created"), (2, "created")]
    with (
        hiccups(monkeypatch, at=lambda _number: True),
        pytest.raises(CommandError, match="did not answer") as error,
    ):
        call_command("import_articles", path, "--batch", "Morning")
    assert error.value.returncode == 75
    with hiccups(monkeypatch, at=lambda number: number % 2 == 1):
        counts = import_paths([path], batch)
    assert (counts.unchanged, counts.created, counts.failed) == (2, 3, 0)
    assert counts.mentions > 0
    batch.refresh_from_db()
    assert (batch.state, batch.is_stalled) == ("done", False)


def test_a_long_article_is_not_stalled(
    batch: Callable[[], Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "SECONDS_BETWEEN_SIGNS_OF_LIFE", 0.02)
    waited = []

    def read_for_long(*_texts: Any, **_options: Any) -> Iterator[None]:
        Batch.objects.update(moved_at=long_ago())
        until = time.monotonic() + 10
        while Batch.objects.get().is_stalled and time.monotonic() < until:
            time.sleep(0.01)
        waited.append(Batch.objects.all().stalled().exists())
        yield from ()

    monkeypatch.setattr(importing, "extract", read_for_long)
    importing.run_batch(batch())
    assert waited == [False]
