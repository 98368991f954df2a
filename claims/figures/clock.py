"""Which numbers are times of the day: "0530 GMT", and "14.30" where something is at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexicon.clock import BEFORE_TIME, CLOCK, DOTTED, IN_FOUR, OF_DAY, SCHEDULED, VALUED
from .units import currency_at, unit_at

_CLOCK = re.compile("|".join(pattern for _, pattern in CLOCK))
_TIME = rf"(?:{DOTTED}|{IN_FOUR})"
_AT = re.compile(
    rf"\b(?P<before>{BEFORE_TIME})\s(?P<time>{_TIME}(?:(?P<to>\s(?:and|to|until|till)\s|\s?[-–]\s?)"
    rf"{_TIME})?)(?![\w%:/]|[.,]\d|\s?%|-\w)",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(rf"\b(?:{SCHEDULED})\b", re.IGNORECASE)
_VALUED = re.compile(rf"\b(?:{VALUED})\b", re.IGNORECASE)
_OF_DAY = re.compile(OF_DAY)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_CLAUSE = 70  # characters in front in which a word decides whether a number is a time
_BEHIND = 25


def clock_times(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every time of the day that is written as a number."""
    yield from (found.span() for found in _CLOCK.finditer(text))
    yield from (found.span("time") for found in _AT.finditer(text) if _is_time(text, found))


def _is_time(text: str, found: re.Match[str]) -> bool:
    """Whether numbers behind a preposition are times: "the train left at 14.30".

    "The pound opened at 1.30" and "from 9.30 to 11.45 seconds" are values.
    """
    start, end = found.span()
    if unit_at(text, end) or currency_at(text, end):
        return False
    clause = _SENTENCE_END.split(text[max(0, start - _CLAUSE) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + _BEHIND])[0]
    if _VALUED.search(clause) or _VALUED.search(behind):
        return False
    if _OF_DAY.match(text, end) or _SCHEDULED.search(clause):
        return True
    is_span = found["to"] is not None and found["before"].lower() in ("between", "from")
    return is_span and "." in found["time"] and not clause.strip(" ,“\"'")
