"""A clause's figures and dates in segments: what stands together, and what something parts.

"It sold 12 in May, 14 and 40 in June" has the segments "12 in May", "14", "40 in June".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..records import DateSpan, Quantity
from .lexicon import BASES, COMPARING
from .roles import days_of

_BREAKS = frozenset({"CC", ",", ":", "-LRB-", "-RRB-"})
_MARKS = frozenset({"(", ")", "–", "—"})


@dataclass(frozen=True, slots=True)
class FigureInClause:
    """A figure in its clause; ``index`` is its place in the article's list."""

    index: int
    record: Quantity
    words: TokenSpan
    clause: Token


@dataclass(frozen=True, slots=True)
class DateInClause:
    """A date in its clause; ``index`` is its place in the article's list."""

    index: int
    record: DateSpan
    words: TokenSpan
    clause: Token

    @property
    def days(self) -> int:
        return days_of(self.record)


Item = FigureInClause | DateInClause


@dataclass
class Segment:
    """Figures and dates of one clause that nothing parts.

    ``is_base``: others are compared with its figures, "from 40 in May", "than 51 in June".
    """

    items: list[Item] = field(default_factory=list)
    is_base: bool = False

    @property
    def dates(self) -> list[DateInClause]:
        return [item for item in self.items if isinstance(item, DateInClause)]

    @property
    def figures(self) -> list[FigureInClause]:
        return [item for item in self.items if isinstance(item, FigureInClause)]

    @property
    def dates_in_front(self) -> list[DateInClause]:
        """The dates before its first figure; all of them without one."""
        first = self.figures[0].words.start if self.figures else None
        return [found for found in self.dates if first is None or found.words.start < first]

    @property
    def own_dates(self) -> list[DateInClause]:
        """The dates of its figures: all, of a base only those behind."""
        if not self.is_base:
            return self.dates
        return [found for found in self.dates if found not in self.dates_in_front]


def segments_of(items: Sequence[Item]) -> Iterator[Segment]:
    """A clause's figures and dates, cut where something parts them."""
    segment = Segment()
    for number, item in enumerate(items):
        gap = _between(items[number - 1], item) if number else []
        ahead = items[number + 1] if number + 1 < len(items) else None
        if segment.items and _parts(segment, gap, item, ahead):
            base = _goes_on_as_base(segment, gap, item)
            yield segment
            segment = Segment(is_base=base)
        segment.items.append(item)
        if isinstance(item, FigureInClause) and len(segment.figures) == 1:
            segment.is_base = segment.is_base or _is_base_by_itself(item, items)
    if segment.items:
        yield segment


def leading(segments: Sequence[Segment], number: int) -> list[DateInClause]:
    """The dates that this or an earlier segment begins with: "In May 12 men and 3 boys drowned"."""
    for segment in reversed(segments[: number + 1]):
        if segment.dates_in_front and (not segment.is_base or segment is segments[0]):
            return segment.dates_in_front
    return []


def following(segments: Sequence[Segment], number: int) -> list[DateInClause]:
    """The dates of the next segment that has some: "12 men and 3 boys drowned in May"."""
    is_base = segments[number].is_base
    for segment in segments[number + 1 :]:
        if segment.dates and segment.is_base == is_base:
            return [] if segment.figures and segment.dates_in_front else segment.dates
    return []


def only(segments: Sequence[Segment]) -> list[DateInClause]:
    """The clause's dates if they stand together: "12 drowned in May, among them 3 boys"."""
    dated = [segment for segment in segments if segment.dates and not segment.is_base]
    return dated[0].dates if len(dated) == 1 else []


def _between(before: Item, item: Item) -> list[Token]:
    return list(item.words.doc[before.words.end : item.words.start])


def _parts(segment: Segment, gap: Sequence[Token], item: Item, ahead: Item | None) -> bool:
    """Does what stands between the segment and the item part them?"""
    last = segment.items[-1]
    coordinated = any(token.tag_ == "CC" for token in gap)
    if isinstance(item, DateInClause) and isinstance(last, DateInClause):
        if any(token.text == "(" for token in gap):
            return bool(segment.figures)  # $14m in May (June: $12m)
        # 12 in May and in June 40; but: 12 in May and June
        return coordinated and bool(segment.figures) and isinstance(ahead, FigureInClause)
    if not segment.figures and not coordinated:
        return False  # On Friday, 12 people died
    if _opens_base(segment, gap, item) or (segment.is_base and _closes_base(gap)):
        return True
    return any(token.tag_ in _BREAKS or token.text in _MARKS for token in gap)


def _goes_on_as_base(segment: Segment, gap: Sequence[Token], item: Item) -> bool:
    """Is the item compared with as well: "compared with 390 in 2023 and 300 in 2020"?"""
    if _opens_base(segment, gap, item):
        return True
    return segment.is_base and isinstance(item, FigureInClause) and not _closes_base(gap)


def _opens_base(segment: Segment, gap: Sequence[Token], item: Item) -> bool:
    """Does a figure open what others are compared with: "down from 2.9%", "against 40 in May"?"""
    if not isinstance(item, FigureInClause) or not segment.figures:
        return False
    words = {token.lower_ for token in gap}
    if words & COMPARING:
        return True
    return bool(words & BASES) and any(_is_alike(item, figure) for figure in segment.figures)


def _closes_base(gap: Sequence[Token]) -> bool:
    """Does "to" end it: "from 40 in May to 51 in June"?"""
    return any(token.lower_ == "to" for token in gap)


def _is_base_by_itself(item: FigureInClause, items: Sequence[Item]) -> bool:
    """Is it compared with what stands behind: "Compared with 40 in May", "from 40 to 51"?"""
    before = item.words.doc[max(item.words.start - 2, 0) : item.words.start]
    words = {token.lower_ for token in before}
    if words & {"compared", "versus", "unlike"}:
        return True
    later = [other for other in items if other.words.start > item.words.start]
    to = (other for other in later if isinstance(other, FigureInClause))
    return "from" in words and any(
        _is_alike(item, other) and other.words.doc[other.words.start - 1].lower_ == "to"
        for other in to
    )


def _is_alike(one: FigureInClause, other: FigureInClause) -> bool:
    """Can one figure be what became of the other?"""
    first, second = one.record, other.record
    if (first.kind, first.unit, first.currency) != (second.kind, second.unit, second.currency):
        return False
    heads = {figure.counted.head for figure in (first, second) if figure.counted}
    return len(heads) < 2
