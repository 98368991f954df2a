"""Bringing back into the queue what the desk let go lately: one event a block."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from claims.models import Claim, Event, EventMember, Move, locked, log_moves

# What was let go longer ago than this stays where it is.
BACK_DAYS = 30


def bring_back(claims: QuerySet[Claim], why: str, **payload: Any) -> None:
    """Those of the claims that are set aside, by people or by age, and were so lately."""
    lately = timezone.now() - timedelta(days=BACK_DAYS)
    let_go = EventMember.objects.moves().filter(claim=OuterRef("pk"), event__at__gte=lately)
    aside = claims.filter(Exists(let_go), state=Claim.State.SET_ASIDE)
    ids = list(locked(aside).values_list("pk", flat=True))
    if not ids:
        return
    event = Event.objects.create(kind=Event.Kind.BROUGHT_BACK, payload={"why": why, **payload})
    Claim.objects.filter(pk__in=ids).update(state=Claim.State.NEW, waits_since=timezone.now())
    log_moves(event, [Move(pk, Claim.State.SET_ASIDE, Claim.State.NEW) for pk in ids])
