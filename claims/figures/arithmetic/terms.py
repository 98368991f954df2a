"""A figure as a term of a sum, with the interval that arithmetic takes it for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..interval import Interval, implied_interval
from .records import ArithmeticFigure

_SCALED = re.compile(r"(?:illion|[\d\s](?:bn|mn|m|k))$")
_HALF = Decimal("0.5")
# "Two thirds" is said of 41 in 62 and of 84 in 128; "one in five" of 312 in 1,500.
_FRACTION_SLACK = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with its words; ``index`` is its place among the figures that were given."""

    index: int
    start: int
    end: int
    text: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    unit: str | None
    currency: str | None
    change: str | None
    head: str

    @property
    def value(self) -> Decimal:
        """The bound that the text states; the lower one of a range."""
        return next(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def is_point(self) -> bool:
        """Is it one value, exact or about, and no bound or range?"""
        return self.low is not None and self.low == self.high

    @property
    def measure(self) -> tuple[str, str | None]:
        """What two terms of one sum have in common: the currency, or the unit."""
        return self.kind, self.currency or self.unit

    @property
    def interval(self) -> Interval:
        """What it can mean in a sum: :func:`implied_interval`, and zeros may be rounding."""
        implied = implied_interval(self)
        if not self.is_point or self.kind == "multiple":
            return implied
        if self.is_whole_thing:
            return Interval(self.value, self.value, has_most=True)
        slack = _zeros(self.value) * _HALF
        if self.kind == "ratio":
            slack = abs(self.value) * _FRACTION_SLACK
        return Interval.of(
            min(implied.least, self.value - slack),
            max(implied.most, self.value + slack),
            self.modifier,
        )

    @property
    def is_whole_thing(self) -> bool:
        """Is it a count of whole things, written to the last one: 84 men, no 84.5 of them?"""
        exact = self.kind == "count" and self.modifier == "exact" and not self.unit
        return exact and self.value == int(self.value) and _zeros(self.value) == 1

    def measured_as(self, other: Term) -> Term:
        """The figure in its neighbour's unit, where it has none: "€3bn and 2 billion"."""
        is_bare = self.kind == "count" and not self.unit and _SCALED.search(self.text)
        if not is_bare or other.kind not in {"money", "measure"}:
            return self
        return self.in_unit_of(other)

    def in_unit_of(self, other: Term) -> Term:
        """The same number of the other's unit."""
        return replace(self, kind=other.kind, unit=other.unit, currency=other.currency)


def terms_of(text: str, figures: Sequence[ArithmeticFigure]) -> list[Term]:
    """The figures as terms, in the order of the text; one without an end is none."""
    terms = [
        Term(
            index, figure.start, figure.end, text[figure.start : figure.end],
            figure.kind, figure.low, figure.high, figure.modifier,
            figure.unit or None, figure.currency or None, figure.change or None,
            figure.counted_head or "",
        )
        for index, figure in enumerate(figures)
        if figure.low is not None or figure.high is not None
    ]  # fmt: skip
    return sorted(terms, key=lambda term: (term.start, term.end))


def _zeros(value: Decimal) -> Decimal:
    """The place that zeros before the point leave open, at most the second significant digit.

    1,000 of 20,000, 10 of 200, 1 of 20 and of 23.
    """
    whole = abs(value)
    if whole != whole.to_integral_value() or not whole:
        return Decimal(0)
    digits = format(whole, "f").partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** max(0, min(zeros, len(digits) - 2))
