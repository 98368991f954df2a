"""Which figures of one text have no fellow in another: what the two do not agree on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from .converting import Measurable
from .interval import Interval

_PERCENT = "percent"


One = TypeVar("One", bound=Measurable)
Other = TypeVar("Other", bound=Measurable)


def differing(
    ones: Iterable[One], others: Iterable[Other]
) -> list[tuple[One | None, Other | None]]:
    """The figures that can mean none on the other side, with what stands there in their place.

    "EUR1.1 billion" and "1,100,000,000" can mean one figure, 112 and 115 drones cannot and are
    a pair; a figure of a measure that the other side has no other of stands alone.
    """
    ones, others = list(ones), list(others)
    left = [one for one in ones if not any(may_be_one(one, other) for other in others)]
    right = [other for other in others if not any(may_be_one(one, other) for one in ones)]
    pairs: list[tuple[One | None, Other | None]] = []
    for one in left:
        fellow = next((other for other in right if _are_alike(one, other)), None)
        if fellow is not None:
            right.remove(fellow)
        pairs.append((one, fellow))
    return [*pairs, *((None, other) for other in right)]


def may_be_one(one: Measurable, other: Measurable) -> bool:
    """Can both mean the same figure? To the rounding of either, and "half" as 50 percent."""
    return _are_alike(one, other) and _in_percent(one).meets(_in_percent(other))


def _are_alike(one: Measurable, other: Measurable) -> bool:
    """Are they of one measure? A bare number may be of any."""
    mine, theirs = _measure(one), _measure(other)
    return mine == theirs or not (mine and theirs)


def _measure(figure: Measurable) -> str:
    if figure.kind in {"rank", "multiple"}:
        return figure.kind
    return figure.currency or figure.unit or (_PERCENT if figure.kind == "ratio" else "")


def _in_percent(figure: Measurable) -> Interval:
    found = figure.interval
    if figure.kind != "ratio":
        return found
    return replace(found, least=found.least * Decimal(100), most=found.most * Decimal(100))
