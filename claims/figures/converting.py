"""Figures of one dimension in one unit: miles beside kilometres, "one in five" beside 20 %.

Exact decimals throughout. Currencies are never converted: what a rate of some day would make
of one is a claim of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from .interval import UNBOUNDED, Interval
from .lexicon.conversions import CONVERSIONS, Conversion

_HUNDRED = Decimal(100)
# Kinds that are a measure of their own, whatever their unit
_OWN_MEASURES = frozenset({"multiple", "age"})


class Measurable(Protocol):
    """What is read of a figure, be it a record, a row or something typed."""

    @property
    def kind(self) -> str: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def interval(self) -> Interval: ...


@dataclass(frozen=True, slots=True)
class InCommon:
    """A figure's measure ("length", "money USD", "share", "count") and what it means in it."""

    measure: str
    interval: Interval


def measure_of(figure: Measurable) -> str:
    """What can be compared has the same: "length" of miles, "money EUR", "count" of a bare one."""
    if figure.kind == "rank":
        return figure.unit or figure.kind
    if figure.kind in _OWN_MEASURES:
        return figure.kind
    if figure.currency:
        return f"money {figure.currency}"
    if conversion := CONVERSIONS.get(figure.unit or ""):
        return conversion.dimension
    if figure.kind == "ratio":
        return "share" if _is_share(figure.interval) else "ratio"
    return figure.unit or "count"


def _is_share(interval: Interval) -> bool:
    """At most the whole: "one in five", and not the odds of 27:1."""
    return -1 <= interval.least <= 1 or -1 <= interval.most <= 1


def in_common(figure: Measurable) -> InCommon:
    """The figure in the base unit of its measure: "5 miles" is [7242, 8851) metres."""
    measure = measure_of(figure)
    if measure == "share" and figure.kind == "ratio":
        return InCommon(measure, converted(figure.interval, Conversion("", _HUNDRED, _HUNDRED)))
    conversion = CONVERSIONS.get(figure.unit or "")
    if conversion is None or conversion.dimension != measure:
        return InCommon(measure, figure.interval)
    return InCommon(measure, converted(figure.interval, conversion))


def converted(interval: Interval, conversion: Conversion) -> Interval:
    """The interval in the base unit; ends that are open stay open."""
    least, most = interval.least, interval.most
    if least > -UNBOUNDED:
        factor = conversion.factor if least >= 0 else conversion.most
        least = least * factor + conversion.shift
    if most < UNBOUNDED:
        factor = conversion.most if most >= 0 else conversion.factor
        most = most * factor + conversion.shift
    return replace(interval, least=least, most=most)


def convert(value: Decimal, unit: str, into: str) -> Decimal | None:
    """A value in another unit: 26.2 miles in kilometres. None where there is no one factor.

    "Ton" and "month" have none, and what is of another dimension neither.
    """
    if unit == into:
        return value
    one, other = CONVERSIONS.get(unit), CONVERSIONS.get(into)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    if one.factor != one.most or other.factor != other.most:
        return None
    return (value * one.factor + one.shift - other.shift) / other.factor
