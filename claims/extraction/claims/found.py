"""One article's records and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from ..parsing import ParsedArticle
from ..records import Attribution, DateSpan, Quantity, Span
from .boilerplate import is_boilerplate
from .clauses import Layout


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim's span and the indexes of the attributions that report it."""

    start: int
    end: int
    attributions: frozenset[int] = frozenset()


class Found:
    """What was found in an article before its claims, asked for by place."""

    def __init__(
        self,
        article: ParsedArticle,
        quantities: Sequence[Quantity],
        dates: Sequence[DateSpan],
        attributions: Sequence[Attribution],
    ) -> None:
        self.article = article
        self.layout = Layout(article)
        self.quantities = quantities
        self.dates = dates
        self.attributions = attributions
        self._quantity_starts = [quantity.start for quantity in quantities]
        self._date_starts = [found.start for found in dates]

    def cue(self, attribution: Attribution) -> TokenSpan | None:
        return self.layout.tokens(attribution.cue) if attribution.cue else None

    def chain(self, index: int) -> list[int]:
        """The attribution and those through which it is reported, innermost first."""
        chain = {index: None}
        while (via := self.attributions[index].via) is not None and via not in chain:
            chain[via] = None
            index = via
        return list(chain)

    def quantities_in(self, start: int, end: int) -> Sequence[Quantity]:
        """The figures that begin between these places."""
        starts = self._quantity_starts
        return self.quantities[bisect_left(starts, start) : bisect_left(starts, end)]

    def quantities_of(self, span: Span) -> Iterator[int]:
        """The indexes of the figures that lie in the span whole."""
        return _inside(self.quantities, self._quantity_starts, span)

    def dates_of(self, span: Span) -> Iterator[int]:
        """The indexes of the dates that lie in the span whole."""
        return _inside(self.dates, self._date_starts, span)

    def is_boilerplate(self, span: Span) -> bool:
        paragraph = self.layout.paragraph(span.start)
        return is_boilerplate(span.text, paragraph.text if paragraph else "")


def _inside(records: Sequence[Span], starts: Sequence[int], span: Span) -> Iterator[int]:
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return (index for index in range(first, last) if records[index].end <= span.end)
