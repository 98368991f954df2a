"""Claims that change their state: what is written down, and what follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claims import jobs

from .articles import Article
from .events import Event, EventMember
from .notices import tell
from .queue import QueueEntry

# States that bear on what a claim is linked to.
_BEARING = {"checked", "merged"}


@dataclass(frozen=True, slots=True)
class Move:
    """One claim's change of state; ``dismissal`` is why it had been dismissed before."""

    claim: int
    before: str
    after: str
    dismissal: str = ""


def log_moves(event: Event, moves: Collection[Move]) -> None:
    """Write the event's members, let queue and articles follow, and tell whom it concerns."""
    EventMember.objects.bulk_create(
        [
            EventMember(
                event=event,
                claim_id=move.claim,
                before=move.before,
                dismissal=move.dismissal,
                after=move.after,
            )
            for move in moves
        ],
        batch_size=500,
    )
    follow([move.claim for move in moves if move.before != move.after])
    _tell_the_linked([move.claim for move in moves if _BEARING & {move.before, move.after}])
    tell(event, [move.claim for move in moves])


def _tell_the_linked(claim_ids: Collection[int]) -> None:
    """After claims were checked or merged, or are so no more: what is linked to them follows."""
    from .links import ClaimLink

    if claim_ids and ClaimLink.objects.of_survivors(claim_ids).update(is_told=False):
        jobs.enqueue(jobs.FOLLOW_LINKS)


def follow(claim_ids: Collection[int]) -> None:
    """After claims changed state or priority: their queue entries, the counts of articles
    and of stories."""
    from .stories import Story

    if claim_ids:
        QueueEntry.objects.follow(claim_ids)
        Article.objects.filter(mention__claim__in=claim_ids).refresh_counts()
        Story.objects.filter(entries__claim__in=claim_ids).refresh_counts()
