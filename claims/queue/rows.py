"""What a list shows of each claim, fetched in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, Min, Prefetch, QuerySet
from django.db.models.functions import Substr

from claims.highlighting import Piece, pieces, places
from claims.labels import period, sentence_case
from claims.models import (
    Claim,
    Event,
    EventMember,
    Mention,
    Outlet,
    Quantity,
    QueueEntry,
    Speaker,
    newest_line,
)

from .series import members_of, updated_figures

_sources: list[Callable[[Collection[int]], Mapping[int, Any]]] = []


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the figures of its first mention and the outlets that ran it.

    Each figure has ``raw``, its words in the article. ``check`` is what became of it, as
    what sits on claims tells it; in tables alone, see :func:`dress_for_table`. ``back`` is the
    event that brought it back into the queue, which matters until it is triaged. ``series``
    are the rows of a running count that this one stands for, by day, its own last; in lists
    by claim alone, see :func:`with_series`.
    """

    claim: Claim
    figures: Sequence[Quantity]
    outlets: Sequence[Outlet]
    check: Any = None
    back: Event | None = None
    series: Sequence[ClaimRow] = ()

    @property
    def wording(self) -> list[Piece]:
        """The wording as a sentence, with its figures marked."""
        raw = [figure.raw for figure in self.figures]  # type: ignore[attr-defined]
        marks = places(self.claim.wording, raw, "figure")
        return pieces(sentence_case(self.claim.wording), marks)

    @property
    def figure(self) -> Quantity | None:
        """The one that a narrow column has room for: with a unit, as the reasons prefer it."""
        with_unit = (figure for figure in self.figures if figure.unit or figure.currency)
        return next(with_unit, self.figures[0] if self.figures else None)

    @property
    def figure_notes(self) -> list[str]:
        """What the figure counts, and when, where the wording does not say it."""
        if not self.figure:
            return []
        notes = (self.figure.counted_text, period(self.figure.period_from, self.figure.period_to))
        said = self.claim.wording.casefold()
        return [note for note in notes if note and note.casefold() not in said]

    @property
    def outlets_more(self) -> int:
        """How many ran it beside the first, which alone a narrow column names."""
        return max(0, len(self.outlets) - 1)


def dress(claims: Sequence[Claim]) -> list[ClaimRow]:
    """The claims as rows, in their order: four queries, however many claims."""
    ids = [claim.pk for claim in claims]
    figures, outlets, back = _figures(ids), _outlets(ids), _brought_back(ids)
    return [
        ClaimRow(claim, figures[claim.pk], outlets[claim.pk], back=back.get(claim.pk))
        for claim in claims
    ]


def show_in_tables(source: Callable[[Collection[int]], Mapping[int, Any]]) -> None:
    """Ask this, of the claims of a table, what became of them.

    What sits on claims knows it, and says so when it starts.
    """
    _sources.append(source)


def dress_for_table(claims: Sequence[Claim]) -> list[ClaimRow]:
    """As :func:`dress`, each with its check: two queries more."""
    checks: dict[int, Any] = {}
    for source in _sources:
        checks |= source([claim.pk for claim in claims])
    return [replace(row, check=checks.get(row.claim.pk)) for row in dress(claims)]


def with_series(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The rows, each with those of the series that it stands for: seven queries more."""
    others = members_of([row.claim.pk for row in rows])
    ids = [pk for members in others.values() for pk in members]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    dressed = {row.claim.pk: row for row in dress([claims[pk] for pk in ids])}
    stated = updated_figures([*others, *ids]) if others else {}
    return [
        replace(
            row,
            series=[
                _with_figure(member, stated)
                for member in (*(dressed[pk] for pk in others[row.claim.pk]), row)
            ],
        )
        if row.claim.pk in others
        else row
        for row in rows
    ]


def _with_figure(row: ClaimRow, stated: Mapping[int, int]) -> ClaimRow:
    """The row with the figure that its series is of: the toll, and not a victim's age."""
    own = [figure for figure in row.figures if figure.pk == stated.get(row.claim.pk)]
    return replace(row, figures=own or row.figures)


def for_rows(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The claims with what a row shows of the claim itself.

    ``newest_line`` is what its forms carry: a write from a stale page is refused by it.
    """
    shown = claims.annotate(newest_line=newest_line()).select_related("assignee")
    return shown.prefetch_related(
        Prefetch("speakers", Speaker.objects.select_related("merged_into"))
    )


def with_words(quantities: QuerySet[Any]) -> QuerySet[Any]:
    """The figures with ``raw``, their words in the article, without loading its text."""
    return quantities.annotate(raw=Substr("article__text", F("start") + 1, F("end") - F("start")))


def _brought_back(claim_ids: Iterable[int]) -> dict[int, Event]:
    """The last event that brought each claim back into the queue."""
    lines = EventMember.objects.filter(claim__in=claim_ids, event__kind=Event.Kind.BROUGHT_BACK)
    related = lines.select_related("event__article__outlet").defer("event__article__text")
    return {line.claim_id: line.event for line in related.order_by("pk")}


def _figures(claim_ids: Iterable[int]) -> dict[int, list[Quantity]]:
    """The figures of each claim's first mention, in the order of the text."""
    standing = Mention.objects.live().filter(claim__in=claim_ids).order_by()
    first = standing.values("claim").annotate(first=Min("pk")).values("first")
    links = Mention.quantities.through.objects.filter(mention__in=first)
    claim_of = defaultdict(list)
    for claim, quantity in links.values_list("mention__claim", "quantity"):
        claim_of[quantity].append(claim)
    found: dict[int, list[Quantity]] = defaultdict(list)
    standing_figures = with_words(Quantity.objects.live().filter(pk__in=claim_of))
    for quantity in standing_figures.order_by("start", "end"):
        for claim in claim_of[quantity.pk]:
            found[claim].append(quantity)
    return found


def _outlets(claim_ids: Iterable[int]) -> dict[int, list[Outlet]]:
    found: dict[int, list[Outlet]] = defaultdict(list)
    entries = QueueEntry.objects.filter(claim__in=claim_ids, outlet__isnull=False)
    for entry in entries.select_related("outlet").order_by("outlet__name"):
        if entry.outlet:
            found[entry.claim_id].append(entry.outlet)
    return found
