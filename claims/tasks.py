"""Jobs for the worker. Each can be cut off and run again: the truth is in our own rows."""

from __future__ import annotations

import logging
from contextlib import suppress

from django_tasks import task

from claims.models import Batch, Claim, Refused

log = logging.getLogger(__name__)


@task()
def run_batch(batch_id: int) -> None:
    """Import the batch's files, unless it was stopped or taken by another worker meanwhile."""
    # The readers and spaCy are for the worker alone: the web server never loads them.
    from claims.intake import importing

    batch = Batch.objects.get(pk=batch_id)
    if not batch.begin():
        return
    try:
        importing.run_batch(batch)
    except importing.Stopped:
        log.info("batch %s was stopped", batch_id)
    except importing.Interrupted as interruption:
        log.warning("batch %s: %s", batch_id, interruption)
        raise
    except Exception:
        log.exception("batch %s was cut off", batch_id)
        raise


@task()
def wake_claims() -> None:
    """Go on with the claims whose day has come."""
    for claim in Claim.objects.due_to_wake():
        with suppress(Refused):  # somebody woke it at the same moment
            claim.wake()
