"""Is it a figure by its form: a cell of a table, what stands behind "Killed:"?"""

from __future__ import annotations

import re

from claims.figures import words_pattern
from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS
from claims.figures.lexicon.numerals import ONES, TEENS, TENS

_SIGN = r"[~<>≈±+▲▼(−–-]"
_BEFORE = (
    r"(?:(?:about|around|approx(?:imately|\.)?|at least|at most|more than|over|up to|nearly|some"
    r"|almost|under|fewer than|less than|c\.|ca\.|circa|an? estimated)\s)?"
)
_MONEY = r"(?:(?-i:[A-Z]{0,3})[£$€¥₹]|(?-i:[A-Z]{3})\s?|Rs\.?\s?)?"
_DIGITS = r"(?:\d|\.\d)[\d.,'’/:–-]*(?:[  ]\d{3})*"
_WORDS = rf"(?:{words_pattern([*ONES, *TEENS, *TENS])}|none|nil)\b"
_FIGURE = re.compile(rf"{_BEFORE}{_SIGN}?\s?{_MONEY}{_SIGN}?(?:{_DIGITS}|{_WORDS})", re.IGNORECASE)
_MISSING = frozenset({"", "-", "–", "—", "n/a", "n.a.", "na", "..", "...", "…", "x", "*", "nil"})
_MONTH = rf"(?:{words_pattern([*MONTHS, *SHORT_MONTHS])})\.?"
_PERIOD = re.compile(
    rf"(?:FY\s?)?(?:1[5-9]|20)\d\d(?:[/–-]\d{{2,4}})?|(?:Q[1-4]|H[12])[\s'’-]?(?:\d{{2,4}})?"
    rf"|{_MONTH}(?:[\s'’-]\d{{2,4}})?|[1-4]Q\s?\d{{2,4}}|\d{{1,2}} {_MONTH}(?: \d{{4}})?",
    re.IGNORECASE,
)
LONGEST_VALUE = 40  # characters


def figure_end(words: str) -> int:
    """Where the figure ends that the words begin with: "at least 9" in "at least 9 men"; else 0."""
    found = _FIGURE.match(words)
    return found.end() if found else 0


def is_value(cell: str) -> bool:
    """Is a cell of a table a figure, or the mark of one that is missing?"""
    return cell.lower() in _MISSING or (len(cell) <= LONGEST_VALUE and figure_end(cell) > 0)


def is_missing(cell: str) -> bool:
    return cell.lower() in _MISSING


def is_period(cell: str) -> bool:
    """Is it a year, a month or a quarter, as heads of columns are: "2024", "Q1 25", "Jan-25"?"""
    return _PERIOD.fullmatch(cell) is not None
