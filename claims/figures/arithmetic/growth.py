"""Changes that do not follow from their two ends: "rose from 40 to 60, a 30 % increase"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..interval import Interval
from .changing import Change, changes
from .intervals import apart, divided, times, widened
from .passages import Passage
from .records import ArithmeticFinding, FindingKind
from .reporting import finding
from .terms import Term

_ONE = Interval(Decimal(1), Decimal(1), has_most=True)
_POINTS = {"percentage point": Decimal(1), "basis point": Decimal("0.01")}
_LEVELS = frozenset({"count", "money", "measure", "percent", "duration", "ratio"})


def growth(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Stated changes that do not follow from the ends beside them.

    ``before`` are the sentences before, the last first.
    """
    for change in changes(passage, before):
        first = change.first.measured_as(change.second)
        second = change.second.measured_as(change.first)
        is_one_measure = first.measure == second.measure and first.kind in _LEVELS
        if is_one_measure and not (first.change or second.change):
            yield from _judge(replace(change, first=first, second=second))


def _judge(change: Change) -> Iterator[ArithmeticFinding]:
    size = change.size
    if size.kind == "multiple" or change.is_quotient:
        yield from _multiple(change)
    elif size.kind == "percent" and size.unit == "percent":
        yield from _percent(change)
    elif size.kind == "percent" and size.unit in _POINTS:
        if change.first.unit == "percent":
            yield from _amount(change, _POINTS[size.unit])
        elif change.first.unit == size.unit:
            yield from _amount(change)
    elif size.kind == "ratio":
        yield from _relative(change, 1)
    elif size.measure == change.first.measure:
        yield from _amount(change)


def _multiple(change: Change) -> Iterator[ArithmeticFinding]:
    """What the second end is of the first: "doubled from 40 to 60"."""
    tolerance = divided(change.second.interval, change.first.interval)
    if tolerance is None:
        return
    stated = _as_multiple(change.size)
    one_more = widened(stated, Decimal(1)) if change.is_more else stated
    if not (stated.meets(tolerance) or one_more.meets(tolerance)):
        computed = change.second.value / change.first.value
        yield _finding("growth", change, computed, tolerance)


def _as_multiple(size: Term) -> Interval:
    """What a multiple can mean: "doubled" 1.75 to 2.25; "three times" is rounded to a whole."""
    if size.is_point and size.value == 2:
        return widened(Interval(size.value, size.value), size.value / 8)
    return size.interval


def _percent(change: Change) -> Iterator[ArithmeticFinding]:
    """The change in percent; of shares, it may be points that are called percent."""
    first, second = change.first, change.second
    are_shares = first.kind == "percent" and first.unit == "percent"
    by = apart(first.interval, second.interval)
    for found in _relative(change, 100):
        is_points = are_shares and change.size.interval.meets(by)
        kind: FindingKind = "percent_vs_points" if is_points else "growth"
        yield _finding(kind, change, found.computed, found.tolerance)


def _relative(change: Change, factor: int) -> Iterator[ArithmeticFinding]:
    """The change as a share of where it began; 100 gives it in percent."""
    first, second = change.first, change.second
    quotient = divided(second.interval, first.interval)
    if quotient is None:
        return
    tolerance = times(apart(quotient, _ONE), factor)
    if not change.size.interval.meets(tolerance):
        computed = (second.value - first.value) / first.value * factor
        yield _finding("growth", change, computed, tolerance)


def _amount(change: Change, unit: Decimal = Decimal(1)) -> Iterator[ArithmeticFinding]:
    """The change in the unit of its ends; ``unit`` is the size's, a hundredth for basis points."""
    by = apart(change.first.interval, change.second.interval)
    tolerance = Interval(by.least / unit, by.most / unit, has_most=True)
    if not change.size.interval.meets(tolerance):
        computed = (change.second.value - change.first.value) / unit
        yield _finding("growth", change, computed, tolerance)


def _finding(
    kind: FindingKind, change: Change, computed: Decimal, tolerance: Interval
) -> ArithmeticFinding:
    return finding(kind, change.size, computed, tolerance, change.first, change.second)
