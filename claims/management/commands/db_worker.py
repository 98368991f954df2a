"""`db_worker`: django-tasks' worker, which also takes up batches whose import was cut off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection
from django_tasks_db.management.commands import db_worker

from claims.models import Batch

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 60.0


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        with looking_after_batches():
            super().handle(**options)


@contextmanager
def looking_after_batches() -> Iterator[None]:
    """Take up stalled batches now and every minute, whatever job the worker is at."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            take_up_stalled()
            connection.close()  # the thread's own

    take_up_stalled()
    thread = threading.Thread(target=look, name="stalled batches", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def take_up_stalled() -> None:
    try:
        for batch in Batch.objects.all().take_up_stalled():
            log.warning("batch %s had stalled and is %s", batch.pk, batch.state)
    except DatabaseError:
        log.warning("could not look for stalled batches", exc_info=True)
