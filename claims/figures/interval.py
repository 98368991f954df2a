"""The least and the most that a figure can mean: what rounding and modifier leave open."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

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


def implied_interval(figure: StatedFigure) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can mean, by its rounding and modifier.

    "EUR1.1 billion" is 1.05 to 1.15 billion, "about 40%" 38 to 42, "more than 100"
    100 and up. An open end is ∓:data:`UNBOUNDED`.
    """
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if figure.kind == "rank":
        return min(ends), max(ends)
    slack = _grain(figure.text, max(ends, key=abs)) * _HALF
    if figure.modifier == "about":
        slack = max(slack, *(abs(end) * _ABOUT for end in ends))
    strict = figure.modifier in {"more_than", "less_than"}
    low_slack, high_slack = (Decimal(0), Decimal(0)) if strict else (slack, slack)
    least = -UNBOUNDED if figure.low is None else figure.low - low_slack
    most = UNBOUNDED if figure.high is None else figure.high + high_slack
    return least, most


def _grain(text: str, value: Decimal) -> Decimal:
    """The size of the last place that was written: 0.1 billion of "1.1 billion".

    ``value`` is what the text's last number says: the high end of "$10-15 billion".
    """
    numbers = _DIGITS.findall(text)
    if not numbers or not value:
        return _grain_of_words(value)
    number = numbers[-1].replace(",", "").rstrip(". \u00a0\u202f").replace(" ", "")
    number = re.sub("[\u00a0\u202f]", "", number)
    if number.count(".") > 1:
        return Decimal(1)
    decimals = len(number.partition(".")[2])
    scale = abs(value) / Decimal(number) if Decimal(number) else Decimal(1)
    return scale.scaleb(-decimals)


def _grain_of_words(value: Decimal) -> Decimal:
    """Spelled numbers are rounded to thousands, millions, …: "two million" to a million."""
    grain = Decimal(1)
    while value and value % (grain * 1000) == 0:
        grain *= 1000
    return grain
