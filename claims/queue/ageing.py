"""What time does to the queue: recency fades, and what nobody picks is set aside."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from claims.models import (
    DAYS_RECENT,
    MOST_AT_ONCE,
    Claim,
    Event,
    QueueEntry,
    Refused,
    Story,
    atomic_with_retry,
    follow,
    locked,
    recency_points,
)

# How many claims change their place in one transaction: others write between two of them.
AT_ONCE = 500


def refresh_recency(today: date | None = None) -> int:
    """Give every claim the points that its day has today; how many claims changed.

    Only those that have points left are looked at. Cut off, it goes on where it was.
    """
    today = today or timezone.localdate()
    changed, last = 0, 0
    while block := _fade(last, today):
        changed, last = changed + len(block), block[-1]
    return changed


@atomic_with_retry
def _fade(after: int, today: date) -> list[int]:
    """The ids of the next claims whose points are another day's; they have today's now."""
    faded = Claim.objects.filter(_other_than(today), recency__gt=0, pk__gt=after)
    by_points: dict[int, list[int]] = defaultdict(list)
    ids = []
    for pk, newest_on in locked(faded).values_list("pk", "newest_on")[:AT_ONCE]:
        by_points[recency_points(newest_on, today)].append(pk)
        ids.append(pk)
    for points, claims in by_points.items():
        Claim.objects.filter(pk__in=claims).update(
            priority=F("priority") - F("recency") + points, recency=points
        )
    follow(ids)
    return ids


def _other_than(today: date) -> Q:
    """Claims whose points are not what their day has today."""
    days = [today - timedelta(days=age) for age in range(DAYS_RECENT)]
    other = Q(newest_on__lt=days[-1])
    for day in days:
        other |= Q(newest_on=day) & ~Q(recency=recency_points(day, today))
    return other


def set_old_aside(now: datetime | None = None) -> int:
    """Let go of what has waited untriaged for ``SET_ASIDE_DAYS``; how many claims that were.

    What the watch list hits, or a story that is followed tells, waits on. In blocks, each an
    event of the machine that an editor can undo as one deed.
    """
    if settings.SET_ASIDE_DAYS <= 0:
        return 0
    before = (now or timezone.now()) - timedelta(days=settings.SET_ASIDE_DAYS)
    number = 0
    while event := _set_block_aside(before):
        number += event.members.count()
    return number


@atomic_with_retry
def _set_block_aside(before: datetime) -> Event | None:
    """The event of the next claims that have waited too long; None where there are none."""
    entries = QueueEntry.objects.filter(claim=OuterRef("pk"))
    old = Claim.objects.filter(
        ~Exists(entries.filter(watch__isnull=False, watch__ended_at=None)),
        ~Exists(entries.filter(story__state=Story.State.FOLLOWED)),
        state=Claim.State.NEW,
        waits_since__lt=before,
    )
    ids = list(old.order_by("waits_since").values_list("pk", flat=True)[:MOST_AT_ONCE])
    if not ids:
        return None
    try:
        # Asked again of the rows once they are held: one may have come back meanwhile.
        return old.filter(pk__in=ids).let_go(why="age", days=settings.SET_ASIDE_DAYS)
    except Refused:
        return None
