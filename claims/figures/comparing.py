"""Two figures beside each other: may they be one, and what is the difference?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from .converting import Measurable, convert, in_common, measure_of
from .interval import Interval, last_place

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
# 15 digits of one unit beside 15 of another, and nothing is lost
_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with what it measures, as one text states it.

    ``interval`` is what rounding and modifier leave open. ``heads`` are the stems of what is
    counted or measured ("drone"), ``near`` those around the figure, each with how near it is,
    1 beside it. ``period`` is what it holds for, where that is known. All may be empty.
    """

    text: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    interval: Interval
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    change: str | None = None
    heads: frozenset[str] = frozenset()
    near: Mapping[str, float] = field(default_factory=dict, hash=False)
    is_part: bool = False
    is_negated: bool = False
    is_planned: bool = False
    period: tuple[date, date] | None = None
    start: int = 0
    end: int = 0

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The one or two numbers that the text states."""
        found = [end for end in (self.low, self.high) if end is not None]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the other figure is from the one: +3 and +2.7 % from 112 to 115.

    ``absolute`` is in the one's unit and rounded to the coarser of the two last places,
    ``percent`` to a tenth; it is None from zero.
    """

    absolute: Decimal
    percent: Decimal | None
    unit: str | None
    currency: str | None


def comparable(one: Measurable, other: Measurable) -> bool:
    """Are they of one measure, so that they can agree or not? Dollars and euros are not."""
    return measure_of(one) == measure_of(other)


def may_agree(one: Measurable, other: Measurable) -> bool:
    """Have two figures of one measure a number in common, in whatever units they are?"""
    if one.unit == other.unit and one.kind == other.kind:
        return one.interval.meets(other.interval)
    with localcontext(_EXACT):
        return in_common(one).interval.meets(in_common(other).interval)


def difference(one: Measured, other: Measured) -> Difference | None:
    """The difference between two figures; None where they are of two measures.

    Of ranges and bounds it is that of the ends which are nearest to each other.
    """
    if not comparable(one, other):
        return None
    with localcontext(_EXACT):
        pairs = [
            (start, end)
            for start in one.ends
            for stated in other.ends
            if (end := _in_unit_of(one, other, stated)) is not None
        ]
        if not pairs:
            return None
        start, end = min(pairs, key=lambda pair: abs(pair[1] - pair[0]))
        percent = (
            (_HUNDRED * (end - start) / abs(start)).quantize(_TENTH, ROUND_HALF_UP)
            if start
            else None
        )
        absolute = _rounded(end - start, one, other)
        return Difference(absolute, percent, one.unit, one.currency)


def _in_unit_of(one: Measured, other: Measured, value: Decimal) -> Decimal | None:
    """A value of the other figure in the one's unit; a share of one as percent, and back."""
    if one.kind == "ratio" and other.unit == "percent":
        return value / _HUNDRED
    if other.kind == "ratio" and one.unit == "percent":
        return value * _HUNDRED
    if one.unit is None or other.unit is None:
        return value
    return convert(value, other.unit, one.unit)


def _rounded(value: Decimal, one: Measured, other: Measured) -> Decimal:
    """To the coarser last place of the two, where they share a unit; else to the one's."""
    place = last_place(one)
    if one.unit == other.unit and one.kind == other.kind:
        place = max(place, last_place(other))
    steps = (value / place).to_integral_value() if place else value
    return (steps * place).normalize() + 0
