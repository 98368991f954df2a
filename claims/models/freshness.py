"""A stale page never overwrites: what a write was made on, and what happened since.

What a page showed of a claim is known by the newest line of its history. Each form
carries that line's number, and its write is refused, under the claim's lock, where a
later line says that what the write would change has changed already.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _t

from .events import Event, EventMember
from .guarding import Refused

# Lines after which a claim does not stand where it stood: in another state or other hands.
STANDING = ~Q(before=F("after")) | Q(event__kind__in=[Event.Kind.ASSIGNED, Event.Kind.HANDED_OVER])
MOST_TOLD = 3


class Stale(Refused):
    """What the page showed has changed meanwhile. The message says what, and who did it."""


def newest_line() -> Any:
    """For claims of a query: the number of the newest line of their history; 0 without any."""
    return newest(EventMember.objects.filter(claim=OuterRef("pk")))


def newest(rows: QuerySet[Any]) -> Any:
    """The greatest id of the few rows that a subquery finds by its own index; 0 without any.

    Ordered by the bare id, PostgreSQL may walk the whole table backwards to the first of them.
    """
    return Coalesce(Subquery(rows.order_by((F("pk") + 0).desc()).values("pk")[:1]), Value(0))


def require_as_shown(lines: QuerySet[EventMember], shown: int, overwritten: Q) -> None:
    """Refuse where one of the lines after the one that was shown is what would be overwritten.

    Raises:
        Stale: it names the newest of them and their actors.
    """
    since = lines.filter(overwritten, pk__gt=shown).select_related("event__actor").order_by("-pk")
    if events := [line.event for line in since[:MOST_TOLD]]:
        raise Stale(changed_meanwhile(events))


def changed_meanwhile(events: Iterable[Event]) -> str:
    """What happened since the page was opened, as a sentence."""
    return _t("This has changed since you opened the page, and nothing was overwritten: %s.") % (
        "; ".join(_deed(event) for event in events)
    )


def _deed(event: Event) -> str:
    return _t("%(what)s by %(who)s at %(when)s") % {
        "what": event.get_kind_display(),
        "who": event.actor or _t("the machine"),
        "when": timezone.localtime(event.at).strftime("%H:%M"),
    }
