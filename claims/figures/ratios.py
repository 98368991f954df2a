"""Two numbers that are a share or a ratio: "one in five", "three-to-one"; a rule each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .candidates import Figure
from .numerals import round_fraction
from .pairs import Pair, merged, rules

# "Two out of 27 homes" is a part and its whole, "two out of 100" a share
_ROUND = frozenset(map(Decimal, (12, 20, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000)))
_MOST_OF_A_SHARE = 100
_FEW = 10


def merge_ratios(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with two numbers that make a ratio as one: "one in five", "3-to-1"."""
    return merged(text, figures, RATIOS)


def _share(pair: Pair) -> Figure | None:
    """One in so many: the first of the two is the smaller, and neither has a unit."""
    first, second = pair.first, pair.second
    is_year = second.doubt == "year"
    if is_year or not first.value < second.value or first.value > _MOST_OF_A_SHARE:
        return None
    return _ratio(pair)


def _share_out_of(pair: Pair) -> Figure | None:
    """A share of a round number or of a few: "two out of 100", not "two out of 27 homes"."""
    whole = pair.second.value
    return _share(pair) if whole <= _FEW or whole in _ROUND else None


def _share_of_few(pair: Pair) -> Figure | None:
    """A share of ten at most, "two of three": in "12 of 40 homes" the two are apart."""
    is_share = pair.first.value < pair.second.value <= _FEW
    return _ratio(pair) if is_share else None


def _fraction(pair: Pair) -> Figure | None:
    """A fraction read out, "one over three"; in "two over 2019" a year follows."""
    return None if pair.second.doubt == "year" else _ratio(pair)


def _to_one(pair: Pair) -> Figure | None:
    """So many to one."""
    is_odds = pair.second.value == 1 and pair.first.value > 1
    return _ratio(pair) if is_odds else None


def _ratio(pair: Pair) -> Figure | None:
    """The first number divided by the second, where neither has a unit."""
    first, second = pair.first, pair.second
    if not (first.is_bare and second.is_bare) or second.value == 0:
        return None
    value = round_fraction(first.value / second.value)
    return replace(pair.as_one(first, value, value), kind="ratio", form="fraction")


def _part_of_a_percent(pair: Pair) -> Figure | None:
    """A fraction of one percent is so much of a percent: "half of 1 percent" is 0.5 %."""
    first, second = pair.first, pair.second
    if first.form != "fraction" or second.kind != "percent" or second.value != 1:
        return None
    return replace(second, start=first.start, low=first.low, high=first.high)


RATIOS = rules(
    (r"\s+of\s+", _part_of_a_percent, "Prices rose by half of 1 percent."),
    (r"\sof\s", _share_of_few, "Two of three shops closed."),
    (r"\sin(?:\severy)?\s|-in-", _share, "One in five shops closed."),
    (r"\sout\sof(?:\severy)?\s", _share_out_of, "Four out of ten shops closed."),
    (r"\sover\s", _fraction, "The answer is two over three."),
    (r"-to-|:|\sto\s", _to_one, "They were outnumbered three to one."),
)
