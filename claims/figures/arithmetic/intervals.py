"""Intervals added, subtracted and divided: what rounding leaves open in a result.

Ends beyond :data:`UNBOUNDED` stay there. A sum keeps the ends out that rounding leaves out;
quotients and differences take all ends in, so that in doubt a text holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..interval import UNBOUNDED, Interval

_NOTHING = Interval(Decimal(0), Decimal(0), has_most=True)


def added(intervals: Iterable[Interval]) -> Interval:
    """Where the sum lies; of nothing it is 0."""
    total = _NOTHING
    for found in intervals:
        total = Interval(
            _within(total.least + found.least),
            _within(total.most + found.most),
            total.has_least and found.has_least,
            total.has_most and found.has_most,
        )
    return total


def apart(one: Interval, other: Interval) -> Interval:
    """How far two are apart, unsigned: 1 to 3 for [10, 11] and [12, 13]."""
    least, most = one.least - other.most, one.most - other.least
    if least <= 0 <= most:
        return _closed(Decimal(0), max(-least, most))
    return _closed(min(abs(least), abs(most)), max(abs(least), abs(most)))


def divided(one: Interval, other: Interval) -> Interval | None:
    """Where the quotient of two sizes lies; ``None`` where the divisor may be 0 or less."""
    if other.least <= 0:
        return None
    nothing = Decimal(0)
    return _closed(max(one.least, nothing) / other.most, max(one.most, nothing) / other.least)


def times(found: Interval, factor: int) -> Interval:
    """The interval in another unit: in percent, where ``factor`` is 100."""
    return Interval(
        _within(found.least * factor), _within(found.most * factor), found.has_least, found.has_most
    )


def widened(found: Interval, slack: Decimal) -> Interval:
    """The interval with so much more on either side."""
    return Interval(_within(found.least - slack), _within(found.most + slack), has_most=True)


def _closed(least: Decimal, most: Decimal) -> Interval:
    return Interval(_within(least), _within(most), has_most=True)


def _within(value: Decimal) -> Decimal:
    return max(-UNBOUNDED, min(UNBOUNDED, value))
