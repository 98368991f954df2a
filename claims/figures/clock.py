"""Which numbers are times of the day: "0530 GMT", and "14.30" where something is at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexicon.clock import (
    BEFORE_TIME,
    CLOCK,
    DOTTED,
    HOUR_OF_DAY,
    IN_FOUR,
    OF_DAY,
    SCHEDULED,
    SPOKEN,
    VALUED,
)
from .units import currency_at, unit_at

_SPOKEN = re.compile("|".join(pattern for _, pattern in SPOKEN))
_HOUR_OF_DAY = re.compile(HOUR_OF_DAY)
_CLOCK = re.compile("|".join(pattern for _, pattern in CLOCK))
_TIME = rf"(?:{DOTTED}|{IN_FOUR})"
_JOINT = r"(?P<to>\s(?:and|to|until|till)\s|\s?[-–]\s?)"
_NO_MORE = r"(?![\w%:/]|[.,]\d|\s?%|-\w)"
_AT = re.compile(
    rf"\b(?P<before>{BEFORE_TIME})\s(?P<time>{_TIME}(?:{_JOINT}{_TIME})?){_NO_MORE}", re.IGNORECASE
)
_SPAN = re.compile(rf"(?<![\w$£€.,:/-])(?P<time>{DOTTED}{_JOINT}{DOTTED}){_NO_MORE}", re.IGNORECASE)
_SCHEDULED = re.compile(rf"\b(?:{SCHEDULED})\b", re.IGNORECASE)
_VALUED = re.compile(rf"\b(?:{VALUED})\b", re.IGNORECASE)
_OF_DAY = re.compile(OF_DAY)
_LAST_DIGIT = re.compile(r"\.\d(\d)")
_COUNTED = re.compile(r"\s(?:[a-z]+s|people|men|women|children)\b")
_MAY_HOLD = re.compile(r"\d\.?\d")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_CLAUSE = 70  # characters in front in which a word decides whether a number is a time
_BEHIND = 40


def clock_times(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every time of the day that is written as a number."""
    yield from (found.span() for found in _SPOKEN.finditer(text))
    for found in _HOUR_OF_DAY.finditer(text):
        clause = _clause_before(text, found.start())
        if _SCHEDULED.search(clause) and not _VALUED.search(clause):
            yield found.span("time")
    if not _MAY_HOLD.search(text):
        return
    yield from (found.span() for found in _CLOCK.finditer(text))
    yield from (found.span("time") for found in _AT.finditer(text) if _is_time(text, found))
    for found in _SPAN.finditer(text):
        if _SCHEDULED.search(_clause_before(text, found.start())) and not _is_value(text, found):
            yield found.span("time")


def _is_time(text: str, found: re.Match[str]) -> bool:
    """Whether numbers behind a preposition are times: "the train left at 14.30".

    "The pound opened at 1.30" and "from 9.30 to 11.45 seconds" are values.
    """
    start, end = found.span()
    if _is_value(text, found):
        return False
    if "." not in found["time"] and _COUNTED.match(text, end):
        return False
    clause = _clause_before(text, start)
    if _OF_DAY.match(text, end) or _SCHEDULED.search(clause):
        return True
    if "." not in found["time"]:
        return False
    begins_sentence = not clause.strip(" ,“\"'")
    is_round = all(minutes in "05" for minutes in _LAST_DIGIT.findall(found["time"]))
    return begins_sentence or is_round or found["before"].lower() in ("until", "till")


def _is_value(text: str, found: re.Match[str]) -> bool:
    """Whether the numbers have a unit, or are said of a price, a rate, a change."""
    start, end = found.span()
    if unit_at(text, end) or currency_at(text, end):
        return True
    behind = _SENTENCE_END.split(text[end : end + _BEHIND])[0]
    return bool(_VALUED.search(_clause_before(text, start)) or _VALUED.search(behind))


def _clause_before(text: str, start: int) -> str:
    return _SENTENCE_END.split(text[max(0, start - _CLAUSE) : start])[-1]
