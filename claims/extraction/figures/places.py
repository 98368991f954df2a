"""Where a figure holds, by its clause: "rents in Dover rose 4% and in York 9%"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.figures import Figure

from ..parsing import Paragraph
from ..records import Span
from ..syntax import (
    entities_of,
    sentence_start,
    tokens_of,
    verb_above,
)

_PLACES = frozenset({"GPE", "LOC"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "across", "at", "near", "around", "throughout", "outside", "inside", "within", "over"}
)
_JOINING = frozenset({"and", "but", "or", "while", "whereas", ";", ","}) | frozenset(
    {"from", "than", "against", "compared", "versus", "vs", "vs."}
)
_LEADING = frozenset({"ADP", "DET", "ADV", "SCONJ"})  # before a place: "and in the"


@dataclass(frozen=True, slots=True)
class _Told:
    """A place, and the verb whose clause tells it."""

    tokens: TokenSpan
    verb: Token


class Places:
    """The places of a paragraph, for each of its figures."""

    def __init__(self, paragraph: Paragraph, figures: Sequence[Figure]) -> None:
        self._paragraph = paragraph
        doc = paragraph.doc
        self._figures = _by_sentence(tokens_of(doc, item.start, item.end) for item in figures)
        self._places = _by_start(_places(doc))

    def place_of(self, figure: Figure, head: Token) -> Span | None:
        """The nearest place of its clause, or of one above: "killed 12 people in Kharkiv"."""
        near = self._places.get(sentence_start(head))
        if not near:
            return None
        clause = verb_above(head)
        above = [item for item in near if item.verb == clause or item.verb.is_ancestor(clause)]
        if not above:
            return None
        told = self._own(figure, above) or above
        nearest = min(told, key=lambda item: _distance(head, item.tokens.root)).tokens
        the = nearest[0].lower_ == "the" and len(nearest) > 1
        return self._paragraph.span(nearest[1:] if the else nearest)

    def _own(self, figure: Figure, told: Sequence[_Told]) -> list[_Told]:
        """Those that stand with this figure and no other."""
        tokens = tokens_of(self._paragraph.doc, figure.start, figure.end)
        figures = self._figures[sentence_start(tokens[0])]
        here = next(number for number, other in enumerate(figures) if other.start == tokens.start)
        return [item for item in told if _owner(figures, item.tokens) == here]


def _by_sentence(spans: Iterable[TokenSpan]) -> dict[int, list[TokenSpan]]:
    found: dict[int, list[TokenSpan]] = defaultdict(list)
    for span in spans:
        found[sentence_start(span[0])].append(span)
    return found


def _by_start(told: Iterable[_Told]) -> dict[int, list[_Told]]:
    found: dict[int, list[_Told]] = defaultdict(list)
    for item in told:
        found[sentence_start(item.tokens[0])].append(item)
    return found


def _owner(figures: Sequence[TokenSpan], told: TokenSpan) -> int:
    """The number of the figure that a date or place stands with.

    Between two figures that is the second where a joining word stands before it ("4% and in York
    9%"), else the first ("4% in July and 2% in August").
    """
    after = bisect_right(figures, told.start, key=lambda figure: figure.start)
    if after in (0, len(figures)):
        return max(0, after - 1)
    doc, end = told.doc, figures[after - 1].end
    begin = told.start - 1
    while begin >= end and doc[begin].pos_ in _LEADING and not _joins(doc[begin]):
        begin -= 1
    if begin >= end and _joins(doc[begin]):
        return after
    if any(_joins(token) for token in doc[told.end : figures[after].start]):
        return after - 1
    is_joined = any(_joins(token) for token in doc[end : told.start])
    return after if is_joined else after - 1


def _joins(token: Token) -> bool:
    return token.lower_ in _JOINING


def _places(doc: Doc) -> Iterator[_Told]:
    """The places that tell where: "in Kharkiv", not "Kharkiv's" and not "to Kharkiv"."""
    for entity in entities_of(doc):
        root = entity.root
        is_where = root.dep_ == "pobj" and root.head.lower_ in _PLACE_PREPOSITIONS
        if entity.label_ in _PLACES and is_where:
            yield _Told(entity, verb_above(root.head))


def _distance(figure: Token, place: Token) -> int:
    """The distance in tokens, more for a place before: "80 homes in Maui and 12 in Oahu"."""
    return place.i - figure.i if place.i > figure.i else figure.i - place.i + 3
