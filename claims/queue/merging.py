"""Merging and splitting claims as a page does it: the deed, and all that follows from it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Q

from claims.models import (
    STANDING,
    Claim,
    Event,
    EventMember,
    atomic_with_retry,
    lock,
    one_import_at_a_time,
    require_as_shown,
)

from .refreshing import refresh

if TYPE_CHECKING:
    from claims.models import User

# What another merge or split has done to a claim since a page showed it.
REGROUPED = STANDING | Q(event__kind__in=[Event.Kind.MERGED, Event.Kind.SPLIT])


@atomic_with_retry
def merge(
    gone: Claim,
    by: User,
    into: Claim,
    *,
    different_figures_agreed: bool = False,
    shown: int | None = None,
) -> Event:
    """Merge the one claim into the other; see :meth:`Claim.merge_into`.

    ``shown`` is the newest line of either's history that the page knew.
    """
    _require_as_shown([gone.pk, into.pk], shown)
    event = gone.merge_into(by, into, different_figures_agreed=different_figures_agreed)
    return _followed(event)


@atomic_with_retry
def take_apart(gone: Claim, by: User) -> Event:
    """Take a merged claim apart again; see :meth:`Claim.unmerge`."""
    return _followed(gone.unmerge(by))


@atomic_with_retry
def split(
    claim: Claim, by: User, mentions: Collection[int], *, shown: int | None = None
) -> tuple[Event, Claim]:
    """Split mentions off the claim; gives the event, and the claim that they are now."""
    _require_as_shown([claim.pk], shown)
    event, new = claim.split(by, mentions)
    _followed(event)
    return event, Claim.objects.get(pk=new)


def _require_as_shown(claim_ids: Collection[int], shown: int | None) -> None:
    """Refuse what was decided on a page that others have overtaken; the claims are held."""
    if shown is None:
        return
    one_import_at_a_time()
    lock(Claim.objects.filter(pk__in=claim_ids))
    require_as_shown(EventMember.objects.filter(claim__in=claim_ids), shown, REGROUPED)


def _followed(event: Event) -> Event:
    """Let counts, priority, the queue and the articles follow what the event moved."""
    refresh(list(event.members.values_list("claim", flat=True)))
    return event
