"""Claims that change their state: what is written down, and what follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

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

    @property
    def bears_on_links(self) -> bool:
        """Does what the claim is linked to stand otherwise after it? Its series does once it waits
        again."""
        return bool(_BEARING & {self.before, self.after}) or self.before != self.after == "new"


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
    moved = [move.claim for move in moves if move.before != move.after]
    _leave_series(moved)
    follow(moved)
    _tell_the_linked([move.claim for move in moves if move.bears_on_links])
    tell(event, [move.claim for move in moves])


def _leave_series(claim_ids: Collection[int]) -> None:
    """Claims that were moved stand in no series of those that wait; the rest is grouped anew."""
    from .claims import Claim
    from .links import ClaimLink

    alone = Q(pk__in=claim_ids, shown_in__isnull=False) | Q(shown_in__in=claim_ids)
    left = list(Claim.objects.filter(alone).values_list("pk", flat=True)) if claim_ids else []
    if left:
        Claim.objects.filter(pk__in=left).update(shown_in=None)
        ClaimLink.objects.of_survivors([*claim_ids, *left]).update(is_told=False)
        jobs.enqueue(jobs.FOLLOW_LINKS)


def _tell_the_linked(claim_ids: Collection[int]) -> None:
    """After claims were checked, merged or brought back: what is linked to them follows."""
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
