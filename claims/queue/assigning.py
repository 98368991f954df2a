"""Assigning several claims to one person: one event, and each that cannot be is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _t

from claims.models import (
    ASSIGNERS_ONLY,
    STANDING,
    Claim,
    Event,
    EventMember,
    Move,
    Refused,
    atomic_with_retry,
    changed_meanwhile,
    hands,
    locked,
    log_moves,
    require,
    require_checker,
    require_day_to_come,
)

if TYPE_CHECKING:
    from claims.models import User


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many claims went to somebody, and those that did not, each with the reason."""

    number: int
    refused: list[tuple[Claim, str]]


@atomic_with_retry
def assign_several(
    shown: Mapping[int, int | None],
    by: User,
    to: User,
    due_on: date | None = None,
    message: str = "",
) -> Assigned:
    """Give the claims to one person, as :meth:`claims.models.Claim.assign` does one.

    ``shown`` are the claims' ids, each with the newest line of its history that the page
    knew; None where it was not shown singly.

    Raises:
        Refused: without the permission, to somebody who checks no claims, of no claim, or
            until a day that is past.
    """
    require(by, "claims.assign_claim", str(ASSIGNERS_ONLY))
    require_checker(to)
    require_day_to_come(due_on)
    if not shown:
        raise Refused(_t("Tick the claims that you want to assign."))
    held = list(locked(Claim.objects.filter(pk__in=shown)))
    refused = _overtaken(shown)
    for claim in held:
        if not claim.is_assignable:
            why = _t("This claim is %s and cannot be assigned.") % claim.get_state_display()
            refused.setdefault(claim.pk, why)
    going = [claim for claim in held if claim.pk not in refused]
    if going:
        _assign(going, by, to, due_on, message.strip())
    return Assigned(
        len(going), [(claim, refused[claim.pk]) for claim in held if claim.pk in refused]
    )


def _assign(claims: list[Claim], by: User, to: User, due_on: date | None, message: str) -> None:
    payload = {
        **hands(claims, to),
        "message": message,
        "due": due_on.isoformat() if due_on else "",
        "claims": len(claims),
    }
    event = Event.objects.create(kind=Event.Kind.ASSIGNED, actor=by, payload=payload)
    moves = [Move(claim.pk, claim.state, Claim.State.CHECKING) for claim in claims]
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        assignee=to, due_on=due_on, state=Claim.State.CHECKING, hold_reason="", wake_on=None
    )
    log_moves(event, moves)


def _overtaken(shown: Mapping[int, int | None]) -> dict[int, str]:
    """Those that stand otherwise than the page showed, with what happened."""
    known = {claim: line for claim, line in shown.items() if line is not None}
    if not known:
        return {}
    later = EventMember.objects.filter(STANDING, claim__in=known, pk__gt=min(known.values()))
    return {
        line.claim_id: changed_meanwhile([line.event])
        for line in later.select_related("event__actor").order_by("pk")
        if line.pk > known[line.claim_id]
    }
