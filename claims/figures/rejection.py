"""Stretches of text whose digits are no figures: times, dates, addresses, scores, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .inflection import words_pattern
from .lexicon.names import (
    CASED,
    CRICKET_WORDS,
    DATES,
    LABELS,
    PHONE_WORDS,
    PHONES,
    SPORT_WORDS,
    UNCASED,
    VOTE_WORDS,
)
from .lexicon.numerals import ONES, TEENS, TENS

_WORDS = words_pattern([*ONES, *TEENS, *TENS])
_CASED = re.compile("|".join(pattern for _, pattern in CASED))
_DATES = re.compile("|".join(pattern for _, pattern in DATES))
_UNCASED = re.compile("|".join(pattern for _, pattern in UNCASED), re.IGNORECASE)
# "That day 12 people died", "this season 41 birds nested": a time, and no number of it
_NO_PERIOD = (
    r"(?!(?:(?<=that\s)|(?<=this\s)|(?<=last\s)|(?<=next\s)|(?<=same\s)|(?<=each\s)|(?<=every\s))"
    r"(?:day|week|season)\b)"
)
_LABEL = re.compile(
    rf"(?<![\w-]){_NO_PERIOD}(?:{words_pattern(LABELS)})[\s-](?:no\.?\s|number\s|#)?"
    rf"(?P<number>\d[\d.,]*(?:\s?(?:,|and|or|to|-|–)\s?\d+)*(?![\d%]|\s?%)|(?:{_WORDS})\b)",
    re.IGNORECASE,
)
_PHONE = re.compile("|".join(PHONES))
_PHONE_AFTER_WORD = re.compile(
    rf"(?:{PHONE_WORDS})\W+(?:\w+\W+){{0,4}}?(?P<number>[+(]*\d[\d\s().x/-]{{3,}}\d)", re.IGNORECASE
)
_SCORE = re.compile(
    r"(?<![\w$£€¥.,-])\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?![\w%]|[.,]\d|[-–]\d|\s?(?:%|per\s?cent|million|billion))"
)
_CRICKET = re.compile(r"\b\d{1,3}(?:\sfor\s\d{1,2}|/\d{1,2}|-\d{1,2})\b")
_SPORT_WORDS = re.compile(rf"\b(?:{SPORT_WORDS})\b")
_VOTE_WORDS = re.compile(rf"\b(?:{VOTE_WORDS})\b", re.IGNORECASE)
_CRICKET_WORDS = re.compile(rf"\b(?:{CRICKET_WORDS})\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s")
_CONTEXT_LENGTH = 70  # characters to either side in which a word decides what a pair of numbers is

Stretch = tuple[int, int]


def no_figures(text: str, dates: Sequence[Stretch] = ()) -> list[Stretch]:
    """Start and end of every stretch that holds no figure, in order; they may overlap.

    ``dates`` are those that were found. How far one goes they say, so that "In June 20 people
    drowned" keeps its 20; where none begins, the form of a date decides.
    """
    if not re.search(r"\d", text):
        return sorted(found.span() for found in _UNCASED.finditer(text)) + _labels(text)
    dated = {position for date in dates for position in range(*date)}
    formed = (found.span() for found in _DATES.finditer(text))
    elsewhere = [span for span in formed if span[0] not in dated]
    return sorted([*dates, *elsewhere, *_stretches(text), *_labels(text)])


def _stretches(text: str) -> Iterator[Stretch]:
    for pattern in (_CASED, _UNCASED, _LIST_NUMBER, _PHONE):
        yield from (found.span() for found in pattern.finditer(text))
    yield from (found.span("number") for found in _PHONE_AFTER_WORD.finditer(text))
    yield from (found.span() for found in _SCORE.finditer(text) if is_score(text, *found.span()))
    if _CRICKET_WORDS.search(text):
        yield from (found.span() for found in _CRICKET.finditer(text))


def _labels(text: str) -> list[Stretch]:
    """Start and end of numbers that are part of a name: the 5 of "Article 5", "page 12"."""
    return [found.span("number") for found in _LABEL.finditer(text)]


def is_score(text: str, start: int, end: int) -> bool:
    """Whether two numbers with a dash are a result in sport: "won 3-1", not "approved 52-48".

    The first is no smaller than the second, or a word of sport stands near; "a 5-10 watt laser" has
    neither.
    """
    if is_tally(text, start, end):
        return False
    first, second = map(int, re.findall(r"\d+", text[start:end])[:2])
    context = text[max(0, start - _CONTEXT_LENGTH) : end + _CONTEXT_LENGTH]
    return first >= second or bool(_SPORT_WORDS.search(context))


def is_tally(text: str, start: int, end: int) -> bool:
    """Whether a word of voting stands near two numbers: "a 5-4 ruling", "voted 52 to 48"."""
    return bool(_VOTE_WORDS.search(text[max(0, start - _CONTEXT_LENGTH) : end + _CONTEXT_LENGTH]))
