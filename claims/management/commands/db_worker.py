"""`db_worker`: django-tasks' worker, which also looks after what no job does by itself."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection
from django_tasks_db.management.commands import db_worker

from claims.models import Batch, Delivery, Notice, Reading, Worker

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 60.0


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        with looking_after_desk():
            super().handle(**options)


@contextmanager
def looking_after_desk() -> Iterator[None]:
    """Look after the desk now and every minute, whatever job the worker is at."""
    over = threading.Event()
    name = f"{socket.gethostname()}-{os.getpid()}"

    def look_on() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            look_after_desk(name)
            connection.close()  # the thread's own

    look_after_desk(name)
    thread = threading.Thread(target=look_on, name="looking after the desk", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        Worker.objects.filter(name=name).delete()


def look_after_desk(worker: str) -> None:
    """Give a sign of life, and get on what is due, was lost or is over."""
    for look in (
        lambda: Worker.objects.see(worker),
        take_up_stalled,
        Notice.objects.tell_due,
        Delivery.objects.take_up_lost,
        Reading.objects.prune,
    ):
        try:
            look()
        except DatabaseError:
            log.warning("could not look after the desk", exc_info=True)


def take_up_stalled() -> None:
    """Go on with imports that were cut off."""
    for batch in Batch.objects.all().take_up_stalled():
        log.warning("batch %s had stalled and is %s", batch.pk, batch.state)
