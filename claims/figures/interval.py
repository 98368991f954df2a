"""What a figure can mean: the interval that its rounding and modifier leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, Self

from .powers import WRITTEN

# Beyond every figure there can be (10^24): an open end, in columns an index can search.
UNBOUNDED = Decimal(10) ** 25
_DIGITS = re.compile(r"\d[\d,.\u00a0\u202f ]*")
_HALF = Decimal("0.5")
# "About 40 %" is taken to allow one part in twenty on either side.
_ABOUT = Decimal("0.05")


class StatedFigure(Protocol):
    """A figure as a text states it: an extraction's record, a typed figure, a row."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def modifier(self) -> str: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``least`` to ``most``; an open end is ∓:data:`UNBOUNDED`.

    Rounding takes the lower end in and leaves the upper out: 11.6 is [11.55, 11.65),
    so that 83 and 84 have nothing in common.
    """

    least: Decimal
    most: Decimal
    has_least: bool = True
    has_most: bool = False

    @classmethod
    def of(cls, least: Decimal, most: Decimal, modifier: str) -> Self:
        """The interval between two ends, of which the modifier says whether they are in it.

        "More than 100" leaves 100 out, "up to 100" takes it in; a point is in itself.
        """
        return cls(least, most, modifier != "more_than", modifier == "at_most" or least == most)

    def meets(self, other: Interval) -> bool:
        """Have the two a number in common?"""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Interval) -> bool:
        """Does this one end no sooner than the other begins?"""
        touches = self.most == other.least and self.has_most and other.has_least
        return self.most > other.least or touches


def implied_interval(figure: StatedFigure) -> Interval:
    """What a figure can mean, by its rounding and modifier.

    "EUR1.1 billion" is from 1.05 to below 1.15 billion, "about 40%" from 38 to 42. What
    bounds is not rounded: "more than 100" is (100, ∞), "at least 100" [100, ∞).
    """
    if figure.low is None or figure.high is None:
        least = -UNBOUNDED if figure.low is None else figure.low
        most = UNBOUNDED if figure.high is None else figure.high
    elif figure.kind == "rank":
        least, most = figure.low, figure.high
    else:
        slack = _slack(figure, figure.low, figure.high)
        least, most = figure.low - slack, figure.high + slack
    return Interval.of(least, most, figure.modifier)


def _slack(figure: StatedFigure, low: Decimal, high: Decimal) -> Decimal:
    """What rounding, and an "about", leave open on either side of the stated ends."""
    slack = _grain(figure.text, max(low, high, key=abs)) * _HALF
    if figure.modifier == "about":
        slack = max(slack, abs(low) * _ABOUT, abs(high) * _ABOUT)
    return slack


def last_place(figure: StatedFigure) -> Decimal:
    """The size of the last place that the figure was written in: 100 million of "1.1 billion"."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return _grain(figure.text, max(ends, key=abs, default=Decimal(1)))


def _grain(text: str, value: Decimal) -> Decimal:
    """The size of the last place that was written: 0.1 billion of "1.1 billion".

    ``value`` is what the text's last number says: the high end of "$10-15 billion".
    """
    numbers = _DIGITS.findall(WRITTEN.sub(" ", text))
    if not numbers or not value:
        return abs(value) if value and WRITTEN.search(text) else _grain_of_words(value)
    number = numbers[-1].replace(",", "").rstrip(". \u00a0\u202f").replace(" ", "")
    number = re.sub("[\u00a0\u202f]", "", number)
    if number.count(".") > 1:
        return Decimal(1)
    decimals = len(number.partition(".")[2])
    scale = abs(value) / Decimal(number) if Decimal(number) else Decimal(1)
    if scale.normalize().as_tuple().digits != (1,):  # "1/3", "27:1", "2½"
        return _grain_of_words(value)
    return scale.scaleb(-decimals)


def _grain_of_words(value: Decimal) -> Decimal:
    """Spelled numbers are rounded to thousands, millions, …: "two million" to a million."""
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:  # "a third", "two and a half"
        return Decimal(1).scaleb(exponent)
    grain = Decimal(1)
    while value and value % (grain * 1000) == 0:
        grain *= 1000
    return grain
