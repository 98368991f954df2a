"""Jobs for the worker. Each can be cut off and run again: the truth is in our own rows."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import date, datetime, time
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from .models import Batch, Claim, Refused

log = logging.getLogger(__name__)


@task()
def run_batch(batch_id: int) -> None:
    """Import the batch's files, unless it was stopped or taken by another worker meanwhile."""
    # The readers and spaCy are for the worker alone: the web server never loads them.
    from . import importing

    batch = Batch.objects.get(pk=batch_id)
    if batch.state != Batch.State.WAITING:
        return
    try:
        importing.run_batch(batch)
    except importing.Stopped:
        log.info("batch %s was stopped", batch_id)
    except Exception:
        log.exception("batch %s was cut off", batch_id)
        raise


def enqueue(batch: Batch) -> None:
    """Have a worker import the batch, once what is being saved is there for it to see."""
    transaction.on_commit(partial(run_batch.enqueue, batch.pk))


@task()
def wake_claims() -> None:
    """Go on with the claims whose day has come."""
    for claim in Claim.objects.due_to_wake():
        with suppress(Refused):  # somebody woke it at the same moment
            claim.wake()


def wake_on(day: date) -> None:
    """Have a worker wake what waits for that day, when it begins."""
    morning = timezone.make_aware(datetime.combine(day, time.min))
    job = wake_claims.using(run_after=morning)
    transaction.on_commit(job.enqueue)
