"""Which claims the watch list hits: as they come in, and those that are there already."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, QuerySet

from claims.models import (
    Claim,
    Mention,
    Quantity,
    QueueEntry,
    Watch,
    atomic_with_retry,
)

from .refreshing import refresh
from .returning import bring_back
from .words import newest_with, read_words

# How many claims a new watch looks through at most, the newest first, and at a time.
MOST_APPLIED = 5_000
AT_ONCE = 250


def apply_watch(watch: Watch) -> int:
    """Give the claims that are there already what the watch means; how many changed.

    Of an active one, the newest that it hits are entered under it, rank higher, and come
    back where they had been set aside lately. Of one that has ended, the points go.
    Cut off, it can be begun again: what has been done is not done twice.
    """
    candidates = _newest_candidates(watch) if watch.is_active else _standing_hits(watch)
    for first in range(0, len(candidates), AT_ONCE):
        _apply(watch, candidates[first : first + AT_ONCE])
    return len(candidates)


@atomic_with_retry
def _apply(watch: Watch, claim_ids: Sequence[int]) -> None:
    refresh(claim_ids)
    if watch.is_active:
        _bring_back(watch, claim_ids)


def _bring_back(watch: Watch, claim_ids: Sequence[int]) -> None:
    """Those that it hits and that the desk had set aside lately: one event a block."""
    hit = QueueEntry.objects.filter(watch=watch, claim=OuterRef("pk"))
    hits = Claim.objects.filter(Exists(hit), pk__in=claim_ids)
    bring_back(hits, "watch_hit", watch=watch.pk, name=str(watch))


def _standing_hits(watch: Watch) -> list[int]:
    entries = QueueEntry.objects.filter(watch=watch).order_by("-claim_id")
    return list(entries.values_list("claim_id", flat=True))


def _newest_candidates(watch: Watch) -> list[int]:
    """The newest claims that it may hit and that are not entered under it yet."""
    entered = QueueEntry.objects.filter(watch=watch, claim=OuterRef("pk"))
    claims = _candidates(watch).filter(~Exists(entered)).exclude(state=Claim.State.MERGED)
    return list(claims.order_by("-pk").values_list("pk", flat=True)[:MOST_APPLIED])


def _candidates(watch: Watch) -> QuerySet[Claim]:
    claims = Claim.objects.all()
    match watch.kind:
        case Watch.Kind.SPEAKER:
            entries = QueueEntry.objects.filter(speaker=watch.speaker)
        case Watch.Kind.OUTLET:
            entries = QueueEntry.objects.filter(outlet=watch.outlet)
        case Watch.Kind.MEASURE:
            return claims.filter(pk__in=_with_measure(watch))
        case _:
            return claims.filter(pk__in=newest_with(read_words(watch.words), MOST_APPLIED))
    newest = entries.order_by("-claim_id").values_list("claim_id", flat=True)
    return claims.filter(pk__in=list(newest[:MOST_APPLIED]))


def _with_measure(watch: Watch) -> list[int]:
    lookup = "iexact" if watch.column == "counted_head" else "exact"
    figures = Quantity.objects.live().filter(**{f"{watch.column}__{lookup}": watch.folded})
    mentions = Mention.objects.live().filter(quantities__in=figures).order_by("-claim_id")
    return list(mentions.values_list("claim_id", flat=True)[:MOST_APPLIED])
