"""Jobs for the worker. Each can be cut off and run again: the truth is in our own rows."""

from __future__ import annotations

import logging
from functools import partial

from django.db import transaction
from django_tasks import task

from .models import Batch

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
