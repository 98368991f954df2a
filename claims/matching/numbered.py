"""Numbers that are no figures and still tell two statements apart: scores, ordinals, places.

"Beat Boswick 3-1", "rated 8.6/10", "the 17th season", "ranked below the 41st".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claims.figures import UNBOUNDED, Interval, words_pattern
from claims.figures.lexicon.numerals import ORDINALS

# Two numbers of a result beside each other: "3-1", "52 to 48"
_SCORE = re.compile(
    r"(?<![\w$£€¥.,-])(?P<one>\d{1,3})\s?(?:[-–]|\sto\s)\s?(?P<other>\d{1,3})(?![\w%/]|[.,]\d|[-–]\d)"
)
# "8.6/10", "78/100"
_OUT_OF = re.compile(
    r"(?<![\w.,/$£€-])(?P<value>\d{1,3}(?:\.\d+)?)\s?/\s?(?P<of>5|10|20|100)(?![\w/.]\d)"
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{words_pattern(ORDINALS)}))\b",
    re.IGNORECASE,
)
_NO_RANK = re.compile(
    r"[\s-](?:half|time|century|party|hand|minute|quarter|degree)\b", re.IGNORECASE
)
# Of a rank a higher one has the smaller number
_HIGHER = re.compile(
    r"\b(?:above|over|higher than|better than|ahead of|before)\s(?:the\s)?$", re.IGNORECASE
)
_LOWER = re.compile(
    r"\b(?:below|under|lower than|worse than|behind|outside|after)\s(?:the\s)?$", re.IGNORECASE
)
_SMALL = Decimal("0.001")


class Numbered(NamedTuple):
    """A number at its place, in the shape of a figure."""

    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    interval: Interval
    unit: str | None = None


def numbered(text: str, taken: Sequence[tuple[int, int]]) -> list[Numbered]:
    """The scores, marks and ordinals of a text that overlap nothing taken."""
    found = [*_scores(text), *_marks(text), *_ordinals(text)]
    free = [
        number
        for number in found
        if not any(number.start < end and start < number.end for start, end in taken)
    ]
    return sorted(free, key=lambda number: number.start)


def rank_bound(text: str, start: int) -> str | None:
    """How a rank is bounded: "below the 41st" is more than 41."""
    before = text[max(0, start - 16) : start]
    if _HIGHER.search(before):
        return "less_than"
    return "more_than" if _LOWER.search(before) else None


def ranked(start: int, end: int, value: Decimal, modifier: str | None) -> Numbered:
    """A rank with its bound."""
    low = None if modifier == "less_than" else value
    high = None if modifier == "more_than" else value
    interval = Interval.of(
        -UNBOUNDED if low is None else low, UNBOUNDED if high is None else high, modifier or "exact"
    )
    return Numbered(start, end, "rank", low, high, modifier or "exact", interval)


def _scores(text: str) -> list[Numbered]:
    """A result is one whichever side is named first: 3-1 and 1-3 are both 3.001."""
    found = []
    for score in _SCORE.finditer(text):
        one, other = Decimal(score["one"]), Decimal(score["other"])
        found.append(_exact(score, "score", max(one, other) + min(one, other) * _SMALL))
    return found


def _marks(text: str) -> list[Numbered]:
    return [
        _exact(mark, "score", Decimal(mark["value"]), f"out of {mark['of']}")
        for mark in _OUT_OF.finditer(text)
    ]


def _ordinals(text: str) -> list[Numbered]:
    found = []
    for ordinal in _ORDINAL.finditer(text):
        if _NO_RANK.match(text, ordinal.end()):
            continue
        value = Decimal(ordinal["digits"] or ORDINALS[(ordinal["word"] or "").lower()])
        found.append(ranked(*ordinal.span(), value, rank_bound(text, ordinal.start())))
    return found


def _exact(found: re.Match[str], kind: str, value: Decimal, unit: str | None = None) -> Numbered:
    interval = Interval(value, value, True, True)
    return Numbered(*found.span(), kind, value, value, "exact", interval, unit)
