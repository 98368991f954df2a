"""Many claims in one deed: those that somebody ticked, and all that fit a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils.translation import gettext as _t

from claims.models import (
    MOST_AT_ONCE,
    SET_ASIDE,
    STANDING,
    Claim,
    Event,
    EventMember,
    Mention,
    Refused,
    Triage,
    atomic_with_retry,
    lock,
    locked,
)

from .worklist import ANY_STATE, Worklist

if TYPE_CHECKING:
    from claims.models import User

# The states in which a filter may be set aside. Of all of them, only what nobody triaged.
SWEPT = {
    "": Claim.State.NEW,
    ANY_STATE: Claim.State.NEW,
    Claim.State.NEW: Claim.State.NEW,
    Claim.State.QUEUED: Claim.State.QUEUED,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page knew when it was made: the newest event, and the newest mention."""

    event: int
    mention: int

    @classmethod
    def now(cls) -> Seen:
        event = Event.objects.order_by("-pk").values_list("pk", flat=True).first()
        mention = Mention.objects.order_by("-pk").values_list("pk", flat=True).first()
        return cls(event or 0, mention or 0)


def swept(chosen: Mapping[str, Any]) -> dict[str, Any] | None:
    """The filter of the claims that would go; None where none in those states can.

    Articles and stories are listed for their untriaged claims, whatever state is asked for.
    """
    if chosen.get("by") != "claim":
        chosen = {name: value for name, value in chosen.items() if name != "state"}
    state = SWEPT.get(chosen.get("state", ""))
    return {**chosen, "state": state} if state else None


@atomic_with_retry
def set_matching_aside(found: Worklist, by: User, seen: Seen, query: str) -> Event:
    """Set aside all that a filter finds, as far as the page that asked knew of it.

    At most :data:`MOST_AT_ONCE` at a time. ``query`` is the filter as an address has it; the
    event keeps it. What has been mentioned or moved since the page was made stays.

    Raises:
        Refused: nothing is left, or the same filter has been set aside since.
    """
    claims = Claim.objects.filter(pk__in=_known(found, seen))
    lock(claims)
    again = Event.objects.filter(kind=Event.Kind.SET_ASIDE, pk__gt=seen.event, undone_by=None)
    if earlier := again.filter(payload__filter=query).select_related("actor").first():
        raise Refused(
            _t("%s has set aside what fits this filter since you opened the page.") % earlier.actor
        )
    return claims.triage(SET_ASIDE, by, why="filter", filter=query)


def _known(found: Worklist, seen: Seen) -> Sequence[int]:
    """Ids of the claims that the page knew as they stand."""
    claim = OuterRef(found.order.tie)
    mentioned = Mention.objects.filter(claim=claim, pk__gt=seen.mention)
    moved = EventMember.objects.moves().filter(claim=claim, event__gt=seen.event)
    rows: QuerySet[Any] = found.rows.filter(~Exists(mentioned), ~Exists(moved))
    ids = rows.order_by(found.order.tie).values_list(found.order.tie, flat=True)
    return list(ids[:MOST_AT_ONCE])


@atomic_with_retry
def triage_chosen(
    verb: Triage, by: User, shown: Mapping[int, int], reason: str = ""
) -> tuple[Event, list[Claim]]:
    """Take a step of triage with the ticked claims: one event, one undo.

    ``shown`` gives for each claim the newest line of its history that the page knew. Those
    that have moved on since, or may not take the step, stay as they are and are given back.

    Raises:
        Refused: none of them may take it.
    """
    claims = list(locked(Claim.objects.filter(pk__in=list(shown))))
    lines = EventMember.objects.filter(STANDING, claim__in=list(shown)).order_by()
    newest = dict(lines.values_list("claim").annotate(newest=Max("pk")))
    as_shown = [claim.pk for claim in claims if newest.get(claim.pk, 0) <= shown[claim.pk]]
    event = Claim.objects.filter(pk__in=as_shown).triage(verb, by, reason=reason)
    went = set(event.members.values_list("claim", flat=True))
    return event, [claim for claim in claims if claim.pk not in went]
