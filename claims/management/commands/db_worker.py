"""`db_worker`: django-tasks' worker, which also takes up batches whose import was cut off,
enqueues what comes round, and gives signs of life."""

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

from claims import jobs
from claims.models import Batch, Chore, Worker

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 60.0


class Command(db_worker.Command):
    def handle(self, **options: Any) -> None:
        with looking_round():
            super().handle(**options)


@contextmanager
def looking_round() -> Iterator[None]:
    """See to stalled batches and recurring jobs now and every minute, whatever job it is at."""
    over = threading.Event()
    name = f"{socket.gethostname()}-{os.getpid()}"

    def look() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            give_a_sign(name)
            take_up_stalled()
            enqueue_due()
            connection.close()  # the thread's own

    give_a_sign(name)
    take_up_stalled()
    enqueue_due()
    thread = threading.Thread(target=look, name="looking round", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        Worker.objects.filter(name=name).delete()


def give_a_sign(name: str) -> None:
    """Say that this worker lives, for administrators to see."""
    try:
        Worker.objects.see(name)
    except DatabaseError:
        log.warning("could not give a sign of life", exc_info=True)


def take_up_stalled() -> None:
    try:
        for batch in Batch.objects.all().take_up_stalled():
            log.warning("batch %s had stalled and is %s", batch.pk, batch.state)
    except DatabaseError:
        log.warning("could not look for stalled batches", exc_info=True)


def enqueue_due() -> None:
    """Have some worker do what comes round; each job is enqueued by one of them."""
    try:
        for job in Chore.objects.take_due(jobs.EVERY):
            jobs.enqueue(job)
    except DatabaseError:
        log.warning("could not enqueue what comes round", exc_info=True)
