"""What one text states, read from its characters alone: words, names, figures, days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from claims.figures import Interval, Measured, implied_interval, no_figures, read_figures

from .denials import NEGATIONS, NO_NEGATIONS
from .moments import Moment, moments
from .numbered import numbered, rank_bound, ranked
from .tokens import Words, concept_of

_NEGATED = re.compile("|".join(NEGATIONS), re.IGNORECASE)
_NOT_NEGATED = re.compile("|".join(NO_NEGATIONS), re.IGNORECASE)
_PARTITIVE = re.compile(r"\s(?:\w+\s)?of\s(?:the|them|those|these|whom|which|its|their)\b")
_OF = re.compile(
    r"\s?(?:of\s)(?:all\s)?(?:the\s|its\s|their\s|his\s|her\s|our\s|these\s|those\s)?", re.I
)
_NONE = re.compile(
    r"\b(?:not\sone\b|no(?!\.)(?:[\s-]one\b|body\b|(?=\s[a-z]+s\b|\s(?:people|men|women|children)\b))"
    r"|none\b|zero\b)(?!\s(?:other|more|fewer|less|later|longer)\b)",
    re.IGNORECASE,
)
_CLAUSE = 80
# What is to come: "will hire 120", "plans to cut 8,500"
_PLANNED = re.compile(
    r"\b(?:will|would|shall|could|might|plans?|planned|intends?|aims?|set|expects?|expected|pledged?|due)\b",
    re.IGNORECASE,
)
_NOTHING = Decimal(0)
_OF_A_WHOLE = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?", re.I)
# "One" as a pronoun
_NO_FIGURE = frozenset({"pronoun"})
_CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|[,()—–]|\s(?:but|while|whereas|although|though)\s")


@dataclass(frozen=True, slots=True)
class Stated:
    """What one text, or one claim's rows, state.

    ``words`` are its content stems in order, figures and days left out; ``names`` the stems of
    its capitalised words, ``places`` those behind "in" or "near". ``moments`` are the days that
    it speaks of, ``beside`` what stands around each, as :attr:`Measured.near` does for a figure.
    """

    text: str
    words: tuple[str, ...]
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    figures: tuple[Measured, ...] = ()
    moments: tuple[Moment, ...] = ()
    beside: tuple[Mapping[str, float], ...] = ()
    negated: bool = False
    published: date | None = None
    speakers: frozenset[str] = frozenset()
    subject: tuple[str, str] = ("", "")
    modified: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)


def stated_in(
    text: str,
    published: date | None = None,
    speakers: Iterable[str] = (),
    figures: Iterable[Any] | None = None,
) -> Stated:
    """What a text states, without a parse.

    ``figures`` are rows that say more than the characters do, with ``start`` and ``end`` in the
    text and the fields of :class:`Measured`; without them the text's own are read.
    """
    days = moments(text, published)
    spans = [(day.start, day.end) for day in days]
    found: list[Any] = list(_figures_in(text, spans) if figures is None else figures)
    found += numbered(text, [*spans, *((figure.start, figure.end) for figure in found)])
    found.sort(key=lambda figure: figure.start)
    words = Words(text, [*spans, *((figure.start, figure.end) for figure in found)])
    measured = _with_heads_of_wholes(words, [_measured(words, figure) for figure in found])
    if figures is None:
        measured += _zeros(words, measured)
    negations = _negations(text, measured)
    measured = [_with_polarity(words, figure, negations) for figure in measured]
    tokens = words.tokens
    return Stated(
        text,
        tuple(token.concept for token in tokens if token.concept),
        frozenset(token.concept for token in tokens if token.is_name),
        frozenset(token.concept for token in tokens if token.is_place),
        tuple(measured),
        tuple(days),
        tuple(words.near(day.start, day.end) for day in days),
        len(negations) % 2 == 1,
        published,
        frozenset(speakers),
        words.subject(),
        words.modified(),
    )


# --- figures ------------------------------------------------------------------


def _figures_in(text: str, days: Sequence[tuple[int, int]]) -> list[Any]:
    found = read_figures(text, no_figures(text, days))
    return [
        ranked(figure.start, figure.end, figure.value, rank_bound(text, figure.start))
        if figure.kind == "rank"
        else figure
        for figure in found
        if figure.doubt not in _NO_FIGURE
    ]


def _with_heads_of_wholes(words: Words, figures: Sequence[Measured]) -> list[Measured]:
    """A part has the head of its whole: "16 out of 28 provinces", "84 of the 112 drones"."""
    read = list(figures)
    for index, (part, whole) in enumerate(pairwise(figures)):
        if _OF_A_WHOLE.fullmatch(words.text, part.end, whole.start):
            heads = whole.heads | part.heads
            read[index] = replace(
                part, heads=heads, near={**part.near, **dict.fromkeys(heads, 1.0)}, is_part=False
            )
            read[index + 1] = replace(whole, is_part=True)
    return read


def _measured(words: Words, figure: Any) -> Measured:
    written = words.text[figure.start : figure.end]
    head = getattr(figure, "counted_head", "")
    return Measured(
        written,
        figure.kind,
        figure.low,
        figure.high,
        figure.modifier,
        getattr(figure, "interval", None) or implied_interval(_Written(written, figure)),
        figure.unit,
        getattr(figure, "currency", None),
        getattr(figure, "per", None),
        getattr(figure, "change", None),
        frozenset({concept_of(head)}) if head else _heads(words, figure),
        words.near(figure.start, figure.end),
        is_part=bool(_PARTITIVE.match(words.text, figure.end)),
        start=figure.start,
        end=figure.end,
    )


def _heads(words: Words, figure: Any) -> frozenset[str]:
    """What is counted or what the share is of: "12 [drones]", "52% of the [vote]".

    Where nothing stands behind, what stands before "of": "a [crew] of 40".
    """
    of = _OF.match(words.text, figure.end)
    run = words.run_after(of.end() if of else figure.end)
    if not run and (before := words.before_of(figure.start)):
        return frozenset({before})
    return frozenset(token.concept for token in run)


class _Written:
    """A candidate with its own words, as the interval of a figure is read from them."""

    def __init__(self, text: str, figure: Any) -> None:
        self.text, self.kind, self.modifier = text, figure.kind, figure.modifier
        self.low, self.high = figure.low, figure.high
        self.unit, self.currency = figure.unit, figure.currency


def _zeros(words: Words, figures: Sequence[Measured]) -> list[Measured]:
    """ "No one was hurt", "no deaths": a count of nothing."""
    taken = {figure.start for figure in figures}
    return [
        Measured(
            found.group(),
            "count",
            _NOTHING,
            _NOTHING,
            "exact",
            Interval(_NOTHING, _NOTHING, True, True),
            heads=frozenset(token.concept for token in words.run_after(found.end())),
            near=words.near(*found.span()),
            start=found.start(),
            end=found.end(),
        )
        for found in _NONE.finditer(words.text)
        if found.start() not in taken
    ]


# --- polarity -----------------------------------------------------------------


def _negations(text: str, figures: Sequence[Measured]) -> list[int]:
    """Where a word stands that turns a statement round; a count of nothing is none."""
    zeros = {figure.start for figure in figures if figure.low == figure.high == 0}
    blanked = _NOT_NEGATED.sub(lambda found: " " * len(found.group()), text)
    return [at for found in _NEGATED.finditer(blanked) if (at := found.start()) not in zeros]


def _with_polarity(words: Words, figure: Measured, negations: Sequence[int]) -> Measured:
    """Negated where such a word stands in the figure's own clause, planned likewise."""
    clause = words.text[max(0, figure.start - _CLAUSE) : figure.start]
    if _PLANNED.search(_CLAUSE_END.split(clause)[-1]):
        figure = replace(figure, is_planned=True)
    count = sum(
        not _CLAUSE_END.search(words.text, min(at, figure.start), max(at, figure.start))
        for at in negations
    )
    return replace(figure, is_negated=True) if count % 2 else figure
