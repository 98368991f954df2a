"""One article's records and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from ..parsing import ParsedArticle
from ..records import Attribution, DateSpan, Quantity, Span
from ..syntax import sentence_of
from .boilerplate import is_boilerplate, is_withdrawn
from .clauses import Layout
from .headings import headings_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim's span and the indexes of the attributions that report it.

    ``tells_all`` says that what is reported inside it is told by it: "12 percent said no".
    """

    start: int
    end: int
    attributions: frozenset[int] = frozenset()
    tells_all: bool = False


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
        cued = ((found.cue, found) for found in attributions if found.cue)
        self._cues = sorted(cued, key=_start_of_cue)
        self._headings = headings_of(article.paragraphs)
        self._quantity_starts = [quantity.start for quantity in quantities]
        self._date_starts = [found.start for found in dates]

    def cued_from(self, start: int, end: int) -> Iterator[tuple[Span, Attribution]]:
        """The cues that begin between these places, each with its attribution."""
        first, last = (bisect_left(self._cues, at, key=_start_of_cue) for at in (start, end))
        return iter(self._cues[first:last])

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

    def links(self, span: Span) -> list[tuple[int, int]]:
        """The token indexes of figures in the span that are part of another: 84 of the 112."""
        links = []
        for quantity in self.quantities_in(span.start, span.end):
            if quantity.part_of is None:
                continue
            ends = (
                self.layout.tokens(quantity),
                self.layout.tokens(self.quantities[quantity.part_of]),
            )
            if ends[0] and ends[1] and ends[0].doc is ends[1].doc:
                links.append((ends[0].start, ends[1].start))
        return links

    def is_boilerplate(self, span: Span) -> bool:
        """Is it no statement of the article, or one that a notice of correction takes back?"""
        paragraph, tokens = self.layout.paragraph(span.start), self.layout.tokens(span)
        if paragraph is not None and paragraph.start in self._headings:
            return True
        sentence = sentence_of(tokens[0]).text if tokens is not None else span.text
        return is_boilerplate(span.text, paragraph.text if paragraph else "") or (
            is_withdrawn(sentence)
        )


def _start_of_cue(cued: tuple[Span, Attribution]) -> int:
    return cued[0].start


def _inside(records: Sequence[Span], starts: Sequence[int], span: Span) -> Iterator[int]:
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return (index for index in range(first, last) if records[index].end <= span.end)
