"""The figures of a text as what they measure: heads, words around them, polarity.

Read from the characters alone, as :func:`claims.figures.read_figures` finds them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from claims.figures import (
    Figure,
    Interval,
    Measured,
    implied_interval,
    no_figures,
    read_figures,
)

from .denials import NEGATIONS, NO_NEGATIONS
from .numbered import as_numbered, numbered
from .tokens import Words, concepts_in

# All but "n't" begin a word, so that places inside words are passed over at once
_NEGATED = re.compile(rf"(?<!\w)(?:{'|'.join(NEGATIONS)})|n['’]t\b", re.IGNORECASE)
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
_SPANS = frozenset({"day", "week", "month", "year"})
_CLAUSE = 80
_SOON_AFTER = 30
_NO = re.compile(r"no\b", re.IGNORECASE)
# What is to come: "will hire 120", "plans to cut 8,500"
_PLANNED = re.compile(
    r"\b(?:will|shall|plans?|planned|intends?|aims?|expects?|expected|projected|pledged?)\b",
    re.IGNORECASE,
)
_NOTHING = Decimal(0)
_OF_A_WHOLE = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?", re.I)
_NOUN_BEHIND = re.compile(
    r"[\s-](?!(?:of|in|on|at|by|for|with|as|and|or|but|is|are|was|were|has|had|have|to|from|that|who|which"
    r"|after|before|until|since|when|will|would|the|an?|his|her|its|their|also|game|film)\b)[a-z]"
)
_NAME_BEFORE = re.compile(
    r"(?<!\bIn\s)(?<!\bin\s)(?<!\bOn\s)(?<!\bat\s)(?<!\boff\s)(?<!\bOff\s)(?<!\bnear\s)"
    r"\b(?!In\b|On\b|At\b|By\b|Off\b|The\b|Only\b|All\b|Some\b|Of\b|Another\b|But\b|And\b|Just\b|No\b|About\b)"
    r"[A-Z][\w'’]*\.?\s$"
)
_HIGHEST_OF_A_NAME, _HIGHEST_AGE = 100, 110
_AT_AN_AGE = re.compile(r"(?:^|[.,;]\s)At\s$|\b(?:aged|turned|turning)\s$")
_AGE_BEFORE = re.compile(r"\bage\s(?:\w+\s){0,2}$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|[,()—–]|\s(?:but|while|whereas|although|though)\s")


def figures_in(text: str, days: Sequence[tuple[int, int]]) -> list[Figure]:
    """The figures of a text that can be told without a parse, in order, scores and ranks too."""
    found = [
        as_numbered(text, _as_age(text, figure))
        for figure in read_figures(text, no_figures(text, days))
        if not _is_in_a_name(text, figure)
    ]
    spans = [*days, *((figure.start, figure.end) for figure in found)]
    return sorted([*found, *numbered(text, spans)], key=lambda figure: figure.start)


def _is_in_a_name(text: str, figure: Figure) -> bool:
    """The pronoun "one", and the number of a name: "Resident Evil 5 is", "Chapter 3 (film)"."""
    if figure.doubt == "pronoun" and figure.modifier == "exact":
        return not _NOUN_BEHIND.match(text, figure.end)
    if figure.kind != "count" or figure.form != "digits" or figure.value > _HIGHEST_OF_A_NAME:
        return False
    before = text[max(0, figure.start - 40) : figure.start]
    return bool(_NAME_BEFORE.search(before)) and not _NOUN_BEHIND.match(text, figure.end)


def _as_age(text: str, figure: Figure) -> Figure:
    """Years are an age behind the word: "an age above 13 years", "At 23 he left"."""
    is_count = figure.kind == "count" and figure.is_bare and figure.value < _HIGHEST_AGE
    if is_count and _AT_AN_AGE.search(text, max(0, figure.start - 8), figure.start):
        return replace(figure, kind="age", unit="year")
    is_years = figure.kind == "duration" and figure.unit == "year"
    if is_years and _AGE_BEFORE.search(text, max(0, figure.start - 14), figure.start):
        return replace(figure, kind="age")
    return figure


def measured_in(
    words: Words, figures: Sequence[Any], *, with_zeros: bool
) -> tuple[list[Measured], bool]:
    """The figures with what they measure, and whether the text as a whole is a denial.

    A count of nothing ("no one") is among them where it is asked for.
    """
    measured = _with_heads_of_wholes(words, [_measured(words, figure) for figure in figures])
    if with_zeros:
        measured += _zeros(words, measured)
    turning = _negations(words.text, measured)
    return [_with_polarity(words, figure, turning) for figure in measured], len(turning) % 2 == 1


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
    """A figure of the text, or a row, whose empty fields are filled from the text."""
    written = words.text[figure.start : figure.end]
    figure = _as_span(words, figure)
    head, place = getattr(figure, "counted_head", ""), getattr(figure, "place", "")
    near = words.near(figure.start, figure.end)
    near |= dict.fromkeys(concepts_in(place), 1.0)
    period = getattr(figure, "period_from", None), getattr(figure, "period_to", None)
    return Measured(
        written,
        figure.kind,
        figure.low,
        figure.high,
        figure.modifier,
        getattr(figure, "interval", None) or implied_interval(_Written(written, figure)),
        unit=figure.unit or None,
        currency=figure.currency or None,
        per=figure.per or None,
        change=figure.change or None,
        heads=concepts_in(head) or _heads(words, figure),
        near=near,
        is_part=bool(_PARTITIVE.match(words.text, figure.end)),
        period=(period[0], period[1]) if period[0] and period[1] else None,
        start=figure.start,
        end=figure.end,
    )


def _as_span(words: Words, figure: Any) -> Any:
    """A count of weeks is as long, whatever they are called: "106 non-consecutive weeks"."""
    if figure.kind != "count" or not isinstance(figure, Figure):
        return figure
    units = [token.concept for token in words.run_after(figure.end) if token.concept in _SPANS]
    return replace(figure, kind="duration", unit=units[0]) if units else figure


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
    if not _NEGATED.search(text):
        return []
    zeros = {figure.start for figure in figures if figure.low == figure.high == 0}
    blanked = _NOT_NEGATED.sub(lambda found: " " * len(found.group()), text)
    return [at for found in _NEGATED.finditer(blanked) if (at := found.start()) not in zeros]


def _with_polarity(words: Words, figure: Measured, negations: Sequence[int]) -> Measured:
    """Negated where such a word stands in the figure's own clause, planned likewise."""
    clause = words.text[max(0, figure.start - _CLAUSE) : figure.start]
    if _PLANNED.search(_CLAUSE_END.split(clause)[-1]):
        figure = replace(figure, is_planned=True)
    count = sum(_turns(words.text, at, figure) for at in negations)
    return replace(figure, is_negated=True) if count % 2 and figure.kind != "rank" else figure


def _turns(text: str, at: int, figure: Measured) -> bool:
    """Does the word stand in the figure's clause? "No" belongs to the noun behind it."""
    if not -_SOON_AFTER < figure.start - at < _CLAUSE or _NO.match(text, at):
        return False
    return not _CLAUSE_END.search(text, min(at, figure.start), max(at, figure.start))
