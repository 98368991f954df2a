"""A candidate for a figure, as the characters alone show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .rejection import Stretch
from .values import Change, Modifier, QuantityKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A candidate: ``text[start:end]`` with modifier and unit, ``number`` its bare numeral.

    ``doubt`` names what syntax still has to settle before it counts as a figure.
    """

    start: int
    end: int
    number: Stretch
    low: Decimal | None
    high: Decimal | None
    kind: QuantityKind
    modifier: Modifier = "exact"
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    change: Change | None = None
    scale: Decimal = Decimal(1)
    form: str = "digits"
    doubt: str = ""

    @property
    def value(self) -> Decimal:
        """The bound that the text states; the lower one of a range."""
        return next(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def is_bare(self) -> bool:
        return self.unit is None and self.currency is None

    @property
    def shares(self) -> tuple[str, str | None, str | None]:
        """What the two ends of a range have in common."""
        return self.kind, self.unit, self.currency


def merge_pairs(
    text: str,
    figures: Sequence[Figure],
    merge: Callable[[str, Figure, Figure], Figure | None],
) -> list[Figure]:
    """The figures, neighbours that ``merge`` takes for one made into one."""
    merged: list[Figure] = []
    for figure in figures:
        pair = merge(text, merged[-1], figure) if merged else None
        if pair:
            merged[-1] = pair
        else:
            merged.append(figure)
    return merged
