"""Two figures that stand together and mean one: the form of the rules, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .candidates import Figure, merge_pairs


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring figures of a text: the "5" and the "10 km" of "5 to 10 km"."""

    text: str
    first: Figure
    second: Figure

    @property
    def gap(self) -> str:
        """What stands between them."""
        return self.text[self.first.end : self.second.start]

    def before(self, length: int) -> str:
        """That many characters in front of the two, or fewer at the text's beginning."""
        return self.text[max(0, self.first.start - length) : self.first.start]

    def as_one(self, like: Figure, low: Decimal, high: Decimal) -> Figure:
        """One figure over both, from ``low`` to ``high``, in all else ``like`` the given one."""
        return replace(
            like, start=self.first.start, end=self.second.end,
            number=(self.first.number[0], self.second.number[1]), low=low, high=high, doubt="",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """What may stand between two figures, what they then are, and a sentence in which they are.

    ``reading`` gives the one figure, or ``None`` where these two are none.
    """

    gap: re.Pattern[str]
    reading: Callable[[Pair], Figure | None]
    example: str


def rules(*table: tuple[str, Callable[[Pair], Figure | None], str]) -> tuple[Rule, ...]:
    """The rules of a table of patterns, readings and examples."""
    return tuple(Rule(re.compile(gap, re.I), reading, example) for gap, reading, example in table)


def merged(text: str, figures: Sequence[Figure], table: Sequence[Rule]) -> list[Figure]:
    """The figures, two that a rule reads as one made one; the first rule that does decides."""
    return merge_pairs(text, figures, lambda *found: read_pair(Pair(*found), table))


def read_pair(pair: Pair, table: Sequence[Rule]) -> Figure | None:
    """The one figure that a rule of the table makes of the two, None without such a rule."""
    start, end = pair.first.end, pair.second.start
    for rule in table:
        if rule.gap.fullmatch(pair.text, start, end) and (figure := rule.reading(pair)):
            return figure
    return None
