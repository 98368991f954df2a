"""When and where a figure holds, by its clause: "killed 12 people in Kharkiv on Monday".

Of several dates in a clause each figure has its own, and none has the day on which somebody said
it or the one it is compared with: "said on Monday that sales rose to 9% in May from 7% in April".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from claims.figures import Figure

from ..parsing import Paragraph, text_of
from ..records import DateSpan, Span
from ..syntax import (
    SUBJECTS_OR_DUMMIES,
    entities_of,
    is_finite,
    sentence_start,
    tokens_of,
    verb_above,
)

_PLACES = frozenset({"GPE", "LOC"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "across", "at", "near", "around", "throughout", "outside", "inside", "within", "over"}
)
_COMPARING = frozenset({"from", "than", "against", "compared", "versus", "vs", "vs."})
_JOINING = frozenset({"and", "but", "or", "while", "whereas", ";", ","}) | _COMPARING
_LEADING = frozenset({"ADP", "DET", "ADV", "SCONJ"})  # before a date or place: "and in the"
_SAYING = frozenset(
    {"say", "tell", "report", "announce", "state", "post", "predict", "forecast", "estimate"}
    | {"expect", "publish", "release", "claim", "note", "warn", "show", "add"}
)
_DAY = re.compile(r"\b(?:\w+day|today|tonight|yesterday|morning|afternoon|evening|night)\b", re.I)
# What a figure is compared with: "fell 2% from July", "up on 2020", "more than in May"
_COMPARED = re.compile(
    r"\b(?:than(?=\s(?:in|on|at|for|during)\s)|(?<!more\s)(?<!less\s)than"
    r"|(?<=[\d%t]\s)(?:more|less)\sthan|compared\s(?:with|to)|against|versus|vs\.?|from|(?:up|down)\son)"
    r"(?:\s(?:in|on|at|for|during))?(?:\s(?:the|a|an|its|their))?\s$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_EXTREMES = frozenset({"first", "record", "best", "worst", "most", "least", "only", "high", "low"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A date or place: its tokens, the verb whose clause tells it, and its place in a list."""

    tokens: TokenSpan
    verb: Token
    number: int = 0
    is_day: bool = False


class Circumstances:
    """The dates and places of a paragraph, for each of its figures."""

    def __init__(
        self, paragraph: Paragraph, dates: dict[int, DateSpan], figures: Sequence[Figure]
    ) -> None:
        self._paragraph = paragraph
        doc = paragraph.doc
        self._figures = _by_sentence(tokens_of(doc, item.start, item.end) for item in figures)
        self._dates = _by_start(_dates(doc, dates, paragraph.start))
        self._places = _by_start(_places(doc))

    def dates_of(self, figure: Figure, head: Token) -> tuple[int, ...]:
        """Indexes of the dates it holds for: those of its clause, else of a clause above it."""
        near = self._dates.get(sentence_start(head))
        if not near:
            return ()
        told = _told_of(head, [date for date in near if not _is_said(date, head)])
        own, shared = self._apart(figure, told)
        return tuple(date.number for date in own or shared)

    def place_of(self, figure: Figure, head: Token) -> Span | None:
        """The nearest place of its clause, or of one above: "killed 12 people in Kharkiv"."""
        near = self._places.get(sentence_start(head))
        if not near:
            return None
        clause = verb_above(head)
        above = [item for item in near if item.verb == clause or item.verb.is_ancestor(clause)]
        own, _ = self._apart(figure, above)
        if not above:
            return None
        nearest = min(own or above, key=lambda item: _distance(head, item.tokens.root)).tokens
        the = nearest[0].lower_ == "the" and len(nearest) > 1
        return self._paragraph.span(nearest[1:] if the else nearest)

    def _apart(
        self, figure: Figure, told: Sequence[_Told]
    ) -> tuple[Sequence[_Told], Sequence[_Told]]:
        """Those that stand with this figure, and those that it shares with others."""
        tokens = tokens_of(self._paragraph.doc, figure.start, figure.end)
        figures = self._figures[sentence_start(tokens[0])]
        here = next(number for number, other in enumerate(figures) if other.start == tokens.start)
        own, shared = [], []
        for item in told:
            owner = _owner(figures, item.tokens)
            if owner == here:
                own.append(item)
            elif not _is_compared(figures, owner) and not _is_compared(figures, here):
                shared.append(item)
        return own, shared


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


def _is_compared(figures: Sequence[TokenSpan], number: int) -> bool:
    """Whether others are compared with the figure, so that its date is its own: "from 7%"."""
    figure = figures[number]
    begin = figures[number - 1].end if number else sentence_start(figure[0])
    words = [token.lower_ for token in figure.doc[begin : figure.start]]
    last = next((i for i in reversed(range(len(words))) if words[i] in _JOINING - {","}), None)
    if last is None or words[last] not in _COMPARING:
        return False
    following = figure.doc[figure.end : figure.end + 1]
    counts = bool(following) and following[0].pos_ in ("NOUN", "PROPN", "ADJ")
    return words[last] != "from" or (last == len(words) - 1 and not counts)  # "from 74 countries"


def _told_of(head: Token, near: Sequence[_Told]) -> list[_Told]:
    """Those of the figure's clause, else of a clause above that it is part of."""
    clause = verb_above(head)
    if own := [item for item in near if item.verb == clause]:
        return own
    for lower, upper in _clauses_above(clause):
        told = [item for item in near if item.verb == upper and _reaches(item, lower, upper)]
        if told:
            return told
    return []


def _clauses_above(clause: Token) -> Iterator[tuple[Token, Token]]:
    """The verbs above, each with the one below it, as long as they tell of one thing."""
    while clause.head != clause and clause.dep_ not in ("ccomp", "parataxis", "csubj"):
        upper = verb_above(clause.head)
        if upper == clause:
            return
        yield clause, upper
        clause = upper


def _reaches(told: _Told, clause: Token, upper: Token) -> bool:
    """Whether what is told of the upper verb holds for the clause below too.

    For a statement of its own only what stands in front of both: "in May 12 died and 30 fled"; for
    one that goes on in the present nothing: "the state, which has 2 million voters".
    """
    if clause.dep_ == "relcl":
        return not (clause.tag_ in ("VBZ", "VBP") and upper.tag_ == "VBD")
    has_subject = any(child.dep_ in SUBJECTS_OR_DUMMIES for child in clause.lefts)
    if clause.dep_ in ("conj", "advcl") and is_finite(clause) and has_subject:
        return told.tokens.start < upper.i
    return True


def _is_said(date: _Told, head: Token) -> bool:
    """Whether the date is that of a saying or of a comparison, and so none of the figure."""
    first = date.tokens[0]
    if _is_comparison(date.tokens):
        return True
    if not date.is_day:
        return False
    verb = date.verb
    if verb.lemma_.lower() in _SAYING and head.i > verb.i:
        return True
    before = _before_phrase(first)
    return before is not None and before.pos_ == "VERB" and before.lemma_.lower() in _SAYING


def _before_phrase(first: Token) -> Token | None:
    """The word before a date and its preposition: "[said] on Monday"."""
    at, start = first.i - 1, sentence_start(first)
    while at >= start and first.doc[at].pos_ in ("ADP", "DET", "ADV"):
        at -= 1
    return first.doc[at] if at >= start else None


def _is_comparison(date: TokenSpan) -> bool:
    """Whether a figure is only compared with the date: "the lowest since 2019", "up on 2020"."""
    doc, start = date.doc, date.start_char
    if _COMPARED.search(text_of(doc), max(0, start - 32), start):
        return True
    begin = date.start - 1 if date.start and doc[date.start - 1].lower_ == "since" else date.start
    if not _SINCE.match(doc[begin].text):
        return False
    before = doc[max(sentence_start(date[0]), begin - 3) : begin]
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ in _EXTREMES for token in before)


def _dates(doc: Doc, dates: dict[int, DateSpan], offset: int) -> Iterator[_Told]:
    length = len(text_of(doc))
    for index, date in dates.items():
        tokens = tokens_of(doc, max(0, date.start - offset), min(length, date.end - offset))
        one_day = date.first is not None and date.first == date.last
        is_day = one_day or (date.first is None and bool(_DAY.search(date.text)))
        yield _Told(tokens, verb_above(tokens.root), index, is_day)


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
