"""A figure that somebody typed: into a search, beside a piece of evidence, into a sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .inflection import singular
from .raised import note_marks
from .reading import read_figures
from .values import Change, Modifier, QuantityKind

_NOUN_AFTER = re.compile(r"\s*([^\W\d][\w\s-]*)?\s*")


@dataclass(frozen=True, slots=True)
class TypedNoun:
    """The words behind a typed count, and the singular of the last: the "drones" of "84 drones"."""

    text: str
    head: str


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """One figure: ``text[start:end]`` of what was typed, ends with scale words applied.

    Equal ends are a single value, ``None`` is an open end.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    unit: str | None
    currency: str | None
    per: str | None
    change: Change | None
    counted: TypedNoun | None


def read_figure(text: str) -> TypedFigure | None:
    """The one figure that the text writes: "1.1bn", "€1.1 billion", "84 drones".

    ``None`` where there is none, more than one, or something else around it.
    """
    read = text
    for start, end in note_marks(text):
        read = read[:start] + " " * (end - start) + read[end:]
    figures = read_figures(read, [])
    if len(figures) != 1:
        return None
    figure = figures[0]
    rest = _NOUN_AFTER.fullmatch(read, figure.end)
    if read[: figure.start].strip() or rest is None:
        return None
    noun = (rest[1] or "").strip() if figure.kind == "count" else ""
    return TypedFigure(
        figure.start,
        figure.end,
        text[figure.start : figure.end],
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        unit=figure.unit,
        currency=figure.currency,
        per=figure.per,
        change=figure.change,
        counted=TypedNoun(noun, singular(noun.split()[-1])) if noun else None,
    )
