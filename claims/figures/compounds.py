"""An amount in two parts: "5 ft 2 in", "7lb 4oz", "3 dollars and 50 cents"; a rule for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .candidates import Figure
from .lexicon.currencies import CENTS, HUNDREDTHS
from .numerals import round_fraction
from .pairs import Pair, merged, rules

# The smaller unit of a measure in two parts, and how many make one of the larger
_SMALLER = {
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
}
_INCHES = re.compile(r"\sin(?=\s?(?:[.,;:!?)]|$)|\s(?:tall|high|long|wide|deep)\b)")
_BARE_PART_ENDS = re.compile(r"\s?(?:[.,;:!?)]|$)|\s(?:tall|high)\b")
_EACH = re.compile(r",?\srespectively\b|\sapiece\b")


def merge_compounds(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, both parts of an amount made one: "5 ft 2 in", "3 dollars and 50 cents"."""
    return merged(text, figures, COMPOUNDS)


def _measure(pair: Pair) -> Figure | None:
    """Feet and inches, pounds and ounces; not the people of "five feet six people"."""
    smaller, number = _SMALLER.get(pair.first.unit or "", ("", 0))
    if not smaller or pair.first.value % 1:
        return None
    end = _smaller_ends(pair, smaller)
    if end is None or not 0 < pair.second.value < number:
        return None
    value = round_fraction(pair.first.value + pair.second.value / Decimal(number))
    return replace(pair.first, end=end, low=value, high=value)


def _smaller_ends(pair: Pair, smaller: str) -> int | None:
    """Where the smaller part ends; None where the second figure is none."""
    text, first, second = pair.text, pair.first, pair.second
    if second.unit == smaller:
        return second.end
    if not second.is_bare:
        return None
    if first.unit == "foot" and (inches := _INCHES.match(text, second.end)):
        return inches.end()
    is_hyphened = first.unit == "foot" and pair.gap == "-"
    return second.end if is_hyphened or _BARE_PART_ENDS.match(text, second.end) else None


def _money(pair: Pair) -> Figure | None:
    """A currency and its hundredths; in "3 dollars and 50 cents respectively" there are two."""
    first, second = pair.first, pair.second
    currency = _currency_of(pair)
    if currency is None or first.value % 1 or first.scale != 1 or not 0 < second.value < 1:
        return None
    if _EACH.match(pair.text, second.end):
        return None
    value = first.value + second.value
    return replace(
        pair.as_one(first, value, value), kind="money", unit=None, currency=currency, per=second.per
    )


def _currency_of(pair: Pair) -> str | None:
    """The currency of which the second figure gives hundredths, None where it does not.

    "Cents" are those of whatever has cents, and pence make the pounds before them money.
    """
    first, second = pair.first, pair.second
    word = pair.text[second.number[1] : second.end].strip(" -").lower()
    if word not in HUNDREDTHS:
        return None
    if first.unit == "pound" and second.currency == "GBP":
        return "GBP"
    if first.currency == second.currency or (word in ("cent", "cents") and first.currency in CENTS):
        return first.currency
    return None


COMPOUNDS = rules(
    (r",?\s(?:and\s)?|-?", _measure, "The keeper is 5 ft 2 in tall."),
    (r"\s(?:and\s)?", _money, "A pint costs 3 dollars and 50 cents."),
)
