"""Claims that change their state: what is written down, and what follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .articles import Article
from .events import Event, EventMember
from .notices import tell
from .queue import QueueEntry


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
    tell(event, [move.claim for move in moves])


def follow(claim_ids: Collection[int]) -> None:
    """After claims changed state or priority: their queue entries, the counts of articles
    and of stories."""
    from .stories import Story

    if claim_ids:
        QueueEntry.objects.follow(claim_ids)
        Article.objects.filter(mention__claim__in=claim_ids).refresh_counts()
        Story.objects.filter(entries__claim__in=claim_ids).refresh_counts()
