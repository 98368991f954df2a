"""How a correction is made: guard, change the row, settle its claims, log one event.

All corrections go this way, one after the other: whoever makes one holds what an import
holds, so that no import and no other correction opens the same claim at the same moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _t

from claims import jobs
from claims.matching import compare_again
from claims.models import (
    MENDING,
    Article,
    Attribution,
    Claim,
    DateReference,
    Event,
    EventMember,
    Mention,
    Quantity,
    Refused,
    User,
    atomic_with_retry,
    log_moves,
    one_import_at_a_time,
    require,
    require_as_shown,
)
from claims.queue import refresh

from .identity import identity_of
from .settling import Settled, settle
from .wording import wording_of

Row = Mention | Quantity | Attribution | DateReference
# The fields of each kind of row that people correct, and its links to other rows.
FIELDS: Mapping[type[Row], Sequence[str]] = {
    Mention: ("start", "end"),
    Quantity: (
        *("start", "end", "kind", "low", "high", "least", "most", "modifier", "unit", "currency"),
        *("counted_text", "counted_head", "counted_start", "counted_end", "part_of_id"),
    ),
    Attribution: ("start", "end", "attitude", "speaker_text"),
    DateReference: ("start", "end", "first", "last"),
}
LINKS: Mapping[type[Row], Sequence[str]] = {
    Mention: ("quantities", "attributions"),
    Attribution: ("speakers",),
}
_NAMES = {Mention: "mention", Quantity: "figure", Attribution: "attribution", DateReference: "date"}


class Change(Enum):
    """What a deed did: nothing, to values, or to words by which claims read otherwise too."""

    NOTHING = auto()
    VALUES = auto()
    WORDS = auto()


Deed = Callable[[], Change]


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a correction: its event, none where nothing differed; and the claims.

    ``same_as`` are claims that say the same now and could not be joined by themselves.
    """

    event: Event | None
    same_as: Sequence[Claim] = ()


def correct(row: Row, by: User, deed: Deed, *, seen: int | None = None) -> Mended:
    """Do a deed that corrects the row.

    ``seen`` is the newest line of the claim's history that the page knew: what others
    corrected in the same row since then is not overwritten.

    Raises:
        Refused: without the permission, or what stands in the way.
        Stale: somebody else has corrected it since.
    """
    return _change(row, by, Event.Kind.MENDED, deed, seen)


def reject(row: Row, by: User, *, seen: int | None = None) -> Mended:
    """Say that it is none: no claim, no figure, no date, or nobody who says it.

    It stays as a tombstone, so that no run brings it back.
    A claim of which no mention is left is dismissed as "not a claim".

    Raises:
        Refused: as above; it is the last that makes a claim one; or its check is under way.
    """

    def deed() -> Change:
        row.reject(by)
        return Change.VALUES

    return _change(row, by, Event.Kind.REJECTED, deed, seen)


@atomic_with_retry
def _change(row: Row, by: User, kind: Event.Kind, deed: Deed, seen: int | None) -> Mended:
    begin(by)
    row.refresh_from_db()
    if row.article.redacted_at:
        raise Refused(_t("The text of this article was redacted."))
    mentions = mentions_of(row)
    if seen is not None:
        _require_as_shown(row, mentions, seen)
    before = what_stands(row)
    marks = {mention.pk: identity_of(mention).fingerprint for mention in mentions}
    origins = {str(mention.pk): mention.original_claim.fingerprint for mention in mentions}
    change = deed()
    if change == Change.NOTHING:
        return Mended(None)
    wordings = _reword(mentions) if change == Change.WORDS else {}
    settled = settle(mentions, marks)
    payload = {
        **named(row),
        "before": before,
        "after": what_stands(row),
        "marks": {str(pk): mark for pk, mark in marks.items()},
        "origins": origins,
        "wordings": wordings,
    }
    return Mended(log(kind, by, settled, payload), settled.same_as)


def begin(by: User) -> None:
    """Ask who may, and wait until nobody else corrects or imports."""
    require(by, "claims.check_claim", _t("Only fact-checkers and editors correct what was found."))
    one_import_at_a_time()


def log(kind: Event.Kind, by: User, settled: Settled, payload: Mapping[str, Any]) -> Event:
    """Write the event with all claims that it touched, and let these follow."""
    event = Event.objects.create(kind=kind, actor=by, payload=dict(payload))
    log_moves(event, settled.moves)
    follow_up(payload["article"], settled)
    return event


def follow_up(article_id: int, settled: Settled) -> None:
    """Let all follow that is worked out of what the article and the claims state."""
    claims = [move.claim for move in settled.moves]
    compare_again(Article.objects.get(pk=article_id), claims)
    refresh(claims)
    jobs.enqueue(jobs.FOLLOW_LINKS)


def mentions_of(row: Row) -> list[Mention]:
    """The standing mentions whose claim the row has a part in."""
    live = Mention.objects.live().select_related("article", "claim", "original_claim")
    match row:
        case Mention():
            return [row]
        case Quantity():
            return list(live.filter(quantities=row).order_by("pk"))
        case Attribution():
            return list(live.filter(attributions=row).order_by("pk"))
    inside = live.filter(article=row.article_id, start__lte=row.start, end__gte=row.end)
    return list(inside.order_by("pk"))


def named(row: Row) -> dict[str, Any]:
    """How an event says which row it is about."""
    return {"what": _NAMES[type(row)], "id": row.pk, "article": row.article_id}


def about(row: Row) -> Q:
    """Lines of history that say that somebody corrected this row, or took that back."""
    kinds = [*MENDING, Event.Kind.UNDONE]
    return Q(
        event__kind__in=kinds,
        event__payload__what=_NAMES[type(row)],
        event__payload__id=row.pk,
    )


def what_stands(row: Row) -> dict[str, Any]:
    """The row's correctable fields and links, as an event keeps them."""
    links = {
        name: sorted(getattr(row, name).values_list("pk", flat=True))
        for name in LINKS.get(type(row), ())
    }
    return row.stands_as(FIELDS[type(row)]) | links


def put_back(row: Row, before: Mapping[str, Any]) -> None:
    """Give the row what :func:`what_stands` said of it."""
    links = LINKS.get(type(row), ())
    row.put_back({name: value for name, value in before.items() if name not in links})
    for name in links:
        getattr(row, name).set(before[name])


def _require_as_shown(row: Row, mentions: Sequence[Mention], seen: int) -> None:
    claims = {mention.claim_id for mention in mentions}
    require_as_shown(EventMember.objects.filter(claim__in=claims), seen, about(row))


def _reword(mentions: Sequence[Mention]) -> dict[str, str]:
    """Word the mentions anew; how each read before."""
    before = {str(mention.pk): mention.wording for mention in mentions}
    for mention in mentions:
        mention.wording = wording_of(mention)
        mention.save(update_fields=["wording"])
    return before
