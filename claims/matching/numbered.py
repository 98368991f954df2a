"""Numbers that are no figures and still tell two statements apart: scores, ordinals, places.

"Beat Boswick 3-1", "rated 8.6/10", "the 17th season", "ranked below the 41st".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.figures import Figure, Modifier, bounded, with_modifier, words_pattern
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
    r"\b(?:above|over|higher than|better than|ahead of)\s(?:the\s)?$", re.IGNORECASE
)
_LOWER = re.compile(
    r"\b(?:below|under|lower than|worse than|behind|outside)\s(?:the\s)?$", re.IGNORECASE
)
_SMALL = Decimal("0.001")
# "48 out of 100", where nothing follows that it could be a share of
_MARK = re.compile(r"(?P<value>\d{1,3}(?:\.\d+)?)\s?(?:/|out\sof)\s?(?P<of>5|10|20|100)\b")
_NO_SHARE = re.compile(r"\s?(?:[.,;:)(–—-]|$)|\s(?:from|on|based|by|with|and|in|at)\b")

SCORE = "score"


def numbered(text: str, taken: Sequence[tuple[int, int]]) -> list[Figure]:
    """The scores, marks and ordinals of a text that overlap nothing taken."""
    found = [*_scores(text), *_marks(text), *_ordinals(text)]
    return [
        number
        for number in found
        if not any(number.start < end and start < number.end for start, end in taken)
    ]


def as_numbered(text: str, figure: Figure) -> Figure:
    """A rank with its bound, and what looks like a share and is a mark: "48 out of 100"."""
    if figure.kind == "rank":
        return ranked(text, figure)
    mark = _MARK.search(text, figure.start, figure.end) if figure.kind == "ratio" else None
    if mark is None or not _NO_SHARE.match(text, figure.end):
        return figure
    return _with_value(figure, Decimal(mark["value"]), f"out of {mark['of']}")


def _with_value(figure: Figure, value: Decimal, unit: str) -> Figure:
    low = None if figure.low is None else value
    high = None if figure.high is None else value
    return replace(figure, kind="other", low=low, high=high, unit=unit)


def ranked(text: str, figure: Figure) -> Figure:
    """A rank with what bounds it: "below the 41st" is more than 41."""
    before = text[max(0, figure.start - 16) : figure.start]
    bound: Modifier | None = None
    if _HIGHER.search(before):
        bound = "less_than"
    elif _LOWER.search(before):
        bound = "more_than"
    return bounded(figure, bound) if bound else figure


def _scores(text: str) -> Iterator[Figure]:
    """A result is one whichever side is named first: 3-1 and 1-3 are both 3.001."""
    for found in _SCORE.finditer(text):
        one, other = Decimal(found["one"]), Decimal(found["other"])
        value = max(one, other) + min(one, other) * _SMALL
        yield Figure(*found.span(), found.span(), value, value, "rank", unit=SCORE)


def _marks(text: str) -> Iterator[Figure]:
    for found in _OUT_OF.finditer(text):
        value = Decimal(found["value"])
        unit = f"out of {found['of']}"
        yield with_modifier(
            text, Figure(*found.span(), found.span(), value, value, "other", unit=unit)
        )


def _ordinals(text: str) -> Iterator[Figure]:
    for found in _ORDINAL.finditer(text):
        if not _NO_RANK.match(text, found.end()):
            value = Decimal(found["digits"] or ORDINALS[(found["word"] or "").lower()])
            yield ranked(text, Figure(*found.span(), found.span(), value, value, "rank"))
