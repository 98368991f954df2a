"""A wording that says something else than its mentions: seen and meant so, or not yet seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _t

from claims.labels import departure_in_words
from claims.matching import Departure, departures_of
from claims.models import Event, EventMember, Refused

if TYPE_CHECKING:
    from claims.models import Claim


class Differs(Refused):
    """The wording differs from what the mentions state, and nobody has said that it should."""

    def __init__(self, found: Collection[Departure]) -> None:
        super().__init__(
            _t(
                "It differs from what its mentions state: %s. "
                "Change it, or tick that you have seen this."
            )
            % in_words(found)
        )


def in_words(found: Collection[Departure]) -> str:
    return "; ".join(departure_in_words(one.code, one.wording, one.stated) for one in found)


def unseen_departures(claim: Claim) -> Sequence[Departure]:
    """Where the confirmed wording differs, and whoever confirmed it did not say they saw it.

    The machine's wording is one of its mentions', and nobody has stood up for it yet.
    """
    if claim.wording_confirmed_at is None:
        return []
    found = departures_of(claim, claim.wording)
    seen = seen_departures(claim) if found else []
    return [one for one in found if one.as_dict() not in seen]


def seen_departures(claim: Claim) -> list[dict[str, str]]:
    """What the person who confirmed the wording last said to have seen of it."""
    worded = EventMember.objects.filter(claim=claim.pk, event__kind=Event.Kind.WORDED)
    newest = worded.select_related("event").order_by("-pk").first()
    return newest.event.payload.get("differs", []) if newest else []


def departures_told(claim: Claim, wording: str) -> list[tuple[str, bool]]:
    """In what the wording differs, in words, each with whether that was seen and meant so."""
    found = departures_of(claim, wording)
    seen = seen_departures(claim) if found else []
    return [(in_words([one]), one.as_dict() in seen) for one in found]
