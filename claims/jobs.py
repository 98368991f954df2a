"""Jobs for the worker, enqueued by their name: who wants one knows not what it imports."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string

RUN_BATCH = "claims.tasks.run_batch"
WAKE_CLAIMS = "claims.tasks.wake_claims"
SEND_RESET_LINK = "claims.tasks.send_reset_link"
MAIL_NOTICE = "claims.tasks.mail_notice"
DELIVER = "claims.tasks.deliver"
REFRESH_RECENCY = "claims.tasks.refresh_recency"
SET_OLD_ASIDE = "claims.tasks.set_old_aside"
APPLY_WATCH = "claims.tasks.apply_watch"
APPLY_WATCHES = "claims.tasks.apply_watches"
FOLLOW_LINKS = "claims.tasks.follow_links"
COMPARE_LEFT_OVER = "claims.tasks.compare_left_over"
PROPOSE_MUTED = "claims.tasks.propose_muted"
COUNT_CLAIMS = "claims.tasks.count_claims"
COUNT_DASHBOARD = "verification.tasks.count_dashboard"
TELL_DUE = "claims.tasks.tell_due"
TAKE_UP_LOST = "claims.tasks.take_up_lost"
PRUNE_READINGS = "claims.tasks.prune_readings"
# What comes round, and after how long. Each changes nothing where nothing is to do.
EVERY = {
    REFRESH_RECENCY: timedelta(hours=1),
    SET_OLD_ASIDE: timedelta(hours=1),
    APPLY_WATCHES: timedelta(hours=1),
    FOLLOW_LINKS: timedelta(minutes=10),
    COMPARE_LEFT_OVER: timedelta(hours=1),
    PROPOSE_MUTED: timedelta(days=1),
    COUNT_CLAIMS: timedelta(minutes=10),
    COUNT_DASHBOARD: timedelta(minutes=15),
    TELL_DUE: timedelta(minutes=15),
    TAKE_UP_LOST: timedelta(minutes=5),
    PRUNE_READINGS: timedelta(hours=1),
}


def enqueue(name: str, *args: Any, run_after: datetime | None = None) -> None:
    """Have a worker do it, once what is being saved is there for it to see.

    ``args`` are plain JSON values; ``run_after`` is the moment before which it waits.
    """
    job = import_string(name)
    if run_after is not None:
        job = job.using(run_after=run_after)
    transaction.on_commit(partial(job.enqueue, *args))
