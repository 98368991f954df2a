"""A measure's figures as a picture: a bar for each interval, an arrow for what has one end.

Numbers are lengths in the picture's own units; colours and lines are the style sheet's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from claims.figures import UNBOUNDED, Interval

WIDTH, ROW = 720, 22
LEFT, RIGHT = 200, 560  # where the bars begin and end; what they say stands on either side
_THINNEST = 3.0
_HEAD = 5
_LONGEST_LABEL = 28


class Drawable(Protocol):
    """What is drawn in one line."""

    @property
    def interval(self) -> Interval: ...
    @property
    def place(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the picture: texts on either side of a bar, or of an arrow's path."""

    kind: str
    place: str
    label: str
    words: str
    y: int
    x: str
    width: str
    arrow: str = ""

    @property
    def text_y(self) -> int:
        return self.y + 12

    @property
    def bar_y(self) -> int:
        return self.y + 5


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines from top to bottom, and how high they are together."""

    marks: Sequence[Mark]

    @property
    def box(self) -> str:
        return f"0 0 {WIDTH} {max(1, len(self.marks)) * ROW}"


def draw(figures: Sequence[Drawable]) -> Picture:
    """The figures on one scale, from the smallest end to the largest that are stated."""
    ends = [float(end) for figure in figures for end in _finite(figure.interval)]
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    span = high - low or abs(high) or 1.0
    # An arrow has room to point out of the figures on either side.
    low, span = low - span * 0.08, span * 1.16
    return Picture([_mark(figure, place, low, span) for place, figure in enumerate(figures)])


def _mark(figure: Drawable, place: int, low: float, span: float) -> Mark:
    def across(value: float) -> float:
        return LEFT + (value - low) / span * (RIGHT - LEFT)

    y = place * ROW
    interval = figure.interval
    begins = across(float(interval.least)) if interval.least > -UNBOUNDED else LEFT
    ends = across(float(interval.most)) if interval.most < UNBOUNDED else RIGHT
    arrow = _arrow(begins, ends, y, interval)
    width = max(_THINNEST, ends - begins)
    texts = (_short(figure.place), figure.label, figure.words)
    return Mark(figure.kind, *texts, y, f"{begins:.1f}", f"{width:.1f}", arrow)


def _arrow(begins: float, ends: float, y: int, interval: Interval) -> str:
    """The path of an arrow from the stated end outwards; empty where both ends are stated."""
    middle = y + ROW // 2
    if interval.most >= UNBOUNDED:
        tip, back, start = ends, ends - _HEAD, begins
    elif interval.least <= -UNBOUNDED:
        tip, back, start = begins, begins + _HEAD, ends
    else:
        return ""
    head = f"M{back:.1f} {middle - _HEAD}L{tip:.1f} {middle}L{back:.1f} {middle + _HEAD}"
    post = f"M{start:.1f} {middle - _HEAD}V{middle + _HEAD}"
    return f"{post}M{start:.1f} {middle}H{tip:.1f}{head}"


def _finite(interval: Interval) -> list[Decimal]:
    return [end for end in (interval.least, interval.most) if abs(end) < UNBOUNDED]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"
