"""A calculation's result says no more than the figures that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from claims.figures import last_place, read_figure

# Digits that mean something: of what was rounded, and of a number written out in full.
LEAST_DIGITS = 2
LEAST_DIGITS_OF_WHOLE = 3
WHOLE = Decimal(1)
# A value, and the size of the last place in which it was written.
Measured = tuple[Decimal, Decimal]


def rounded(kind: str, inputs: Sequence[str], result: Decimal) -> Decimal:
    """The result to the last place, or the number of digits, that its inputs were written in.

    "11.6 billion" to "11.7 billion" is a change of 0.86 percent. Whole numbers are mostly
    counts: "1,000" for each of "3" is 333 and not 300.
    """
    measured = [found for text in inputs if (found := _measured(text))]
    if len(measured) != len(inputs) or not result:
        return result
    if kind in {"sum", "difference"}:
        return _to_place(result, _coarsest(measured))
    if kind == "change":
        (first, _place), (second, _other) = measured
        measured = [(second - first, _coarsest(measured)), measured[0]]
    return _to_digits(result, min(_digits(value, place) for value, place in measured))


def _measured(text: str) -> Measured | None:
    figure = read_figure(text)
    if figure is None or figure.low is None:
        return None
    return figure.low, last_place(figure)


def _coarsest(measured: Sequence[Measured]) -> Decimal:
    return max((place for _value, place in measured if place != WHOLE), default=WHOLE)


def _digits(value: Decimal, place: Decimal) -> int:
    least = LEAST_DIGITS_OF_WHOLE if place == WHOLE else LEAST_DIGITS
    return max(least, value.adjusted() - place.adjusted() + 1)


def _to_place(result: Decimal, place: Decimal) -> Decimal:
    return (result / place).quantize(Decimal(1), ROUND_HALF_UP) * place


def _to_digits(result: Decimal, digits: int) -> Decimal:
    return Context(prec=digits, rounding=ROUND_HALF_UP).plus(result)
