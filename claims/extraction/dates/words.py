"""The words that dates are made of, in the untouched text.

A text becomes words with a kind ("MONTH", "DAY", "UNIT") and a value. Kinds
are also written as one letter a word, so that the grammar of ``rules.py``
is made of regular expressions over kinds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from claims.figures.lexicon.numerals import (
    ONES,
    SCALES,
    TEENS,
    TENS,
)

from . import lexicon as lexicon
from .codes import JOINED, Entry, classify_code, full_year

FIRST_YEAR, LAST_YEAR = 1500, 2100  # a bare number outside these is no year


class Word(NamedTuple):
    """A word or mark, what kind it is and what it stands for: ("MONTH", 9, 3, 12)."""

    kind: str
    value: Any
    start: int
    end: int


_WORD = re.compile(
    r"['’‘]\d\ds?(?!\w)"  # '82, the '90s
    r"|\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d|-\w|(?!T\d)[^\W\d])"  # 2025-09-05, 5/9/2025
    rf"|{JOINED}"  # 2024-25, Q1/2025
    r"|\d+(?:[.,]\d+)*[^\W_]*"  # 5, 5th, 1990s, 2,000
    r"|[^\W\d_][^\W_]*"  # September, Q3, FY24
    r"|[^\w\s]|_+"
)
_HOLIDAYS = {**lexicon.FIXED_HOLIDAYS, **lexicon.EASTER_HOLIDAYS, **lexicon.FLOATING_HOLIDAYS}
_HOLIDAY_STARTS = {name.split()[0].split("'")[0] for name in _HOLIDAYS}
_HOLIDAY = re.compile(
    "(?:"
    + "|".join(re.escape(name).replace("'", "['’]") for name in sorted(_HOLIDAYS, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)


def _entries(kind: str, words: Any) -> dict[str, Entry]:
    """Vocabulary entries of one kind; a set's words have themselves as value."""
    pairs = words.items() if isinstance(words, dict) else ((word, word) for word in words)
    return {word: (kind, value) for word, value in pairs}


VOCABULARY: dict[str, Entry] = {
    **_entries("NUMBER", {**ONES, **TEENS, **TENS}),
    **_entries("SCALE", {word: int(value) for word, value in SCALES.items()}),
    **_entries("MONTH", MONTHS),
    **_entries("SHORT_MONTH", SHORT_MONTHS),
    **_entries("WEEKDAY", WEEKDAYS),
    **_entries("SHORT_WEEKDAY", SHORT_WEEKDAYS),
    **_entries("SEASON", lexicon.SEASONS),
    **_entries("UNIT", lexicon.UNITS),
    **_entries("UNITS", lexicon.PLURAL_UNITS),
    **_entries("DEICTIC", lexicon.DEICTIC_DAYS),
    **_entries("PART", lexicon.DAY_PARTS),
    **_entries("ORDINAL", lexicon.ORDINALS),
    **_entries("DECADE", lexicon.NAMED_DECADES),
    **_entries("THIRD", lexicon.THIRDS),
    **_entries("EDGE", lexicon.EDGES),
    **_entries("ANCHORED", lexicon.ANCHORED_STEPS),
    **_entries("VAGUE", lexicon.VAGUE_COUNTS),
    **_entries("FRAME", lexicon.DAY_FRAMES),
    **_entries("FISCAL", lexicon.FISCAL),
    **_entries("NAMED", lexicon.DAY_NAMES),
    **_entries("LAST", lexicon.LAST),
    **_entries("THIS", lexicon.THIS),
    **_entries("NEXT", lexicon.NEXT),
    **_entries("COMING", lexicon.COMING),
    **_entries("PAST", lexicon.PAST),
    **_entries("FULL", lexicon.FULL),
    **_entries("IN", lexicon.IN),
    **_entries("UNTIL", lexicon.UNTIL),
    **_entries("ENDED", lexicon.ENDED),
    **_entries("ERA", lexicon.ERAS),
    **_entries("A", {"a": 1, "an": 1}),
    **_entries("DASH", "-‐‑–—"),
    "day": ("DAY_UNIT", "day"),
    "weekend": ("WEEKEND", "weekend"),
    "year": ("YEAR_UNIT", "year"),
    "century": ("CENTURY", "century"),
    "quarter": ("QUARTER", "quarter"),
    "half": ("HALF", "half"),
    ",": ("COMMA", None),
    ".": ("DOT", None),
    **{word: (word.upper(), None) for word in lexicon.GRAMMAR_WORDS},
}
_KINDS_IN_DIGITS = {
    *("DAY", "YEAR", "SHORT_YEAR", "YEAR_SPAN", "SPLIT_YEAR", "NUMERIC", "BARE_DECADE"),
    *("HALVED", "QUARTER_CODE", "HALF_CODE", "MONTHS_CODE", "MONTH_CODE", "PERIOD_CODE", "FY"),
}
_KINDS = {"OTHER", "HOLIDAY", *_KINDS_IN_DIGITS, *(kind for kind, _ in VOCABULARY.values())}
LETTERS = {kind: chr(0x100 + index) for index, kind in enumerate(sorted(_KINDS))}
_OTHER: Entry = ("OTHER", None)
_OTHER_WORD = Word("OTHER", None, -1, -1)
_GLUABLE = frozenset({"DAY", "NUMBER", "YEAR", "MONTHS_CODE", "YEAR_SPAN", "MONTH_CODE"})
_GLUED_BEFORE = frozenset("$£€¥₹#:")
_GLUED_AFTER = re.compile(r"[%°]|:\d")


def words_of(text: str) -> list[Word]:
    """The text's words in order; runs of words that no date needs are one ``OTHER``."""
    words: list[Word] = []
    resume = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        if start < resume:
            continue
        kind, value = classify(found.group())
        if kind == "HOLIDAY":
            kind, value, end = _holiday(text, start, end)
            resume = end
        elif kind in _GLUABLE and _is_glued(text, start, end):
            kind = "OTHER"
        if kind != "OTHER":
            words.append(Word(kind, value, start, end))
        elif not words or words[-1] is not _OTHER_WORD:
            words.append(_OTHER_WORD)
    return words


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether a number is glued to a mark and so no day: "$5", "5%", "5:30", "#5"."""
    return text[start - 1 : start] in _GLUED_BEFORE or bool(_GLUED_AFTER.match(text, end))


def _holiday(text: str, start: int, end: int) -> tuple[str, Any, int]:
    """The holiday that begins here: "Christmas Eve"; else the word by itself."""
    found = _HOLIDAY.match(text, start)
    if found:
        return "HOLIDAY", found.group().lower().replace("’", "'"), found.end()
    return *_classify_letters(text[start:end]), end


@lru_cache(maxsize=50_000)
def classify(word: str) -> Entry:
    """A word's kind and value: "Sept" is ("SHORT_MONTH", 9), "5th" is ("DAY", 5)."""
    if len(word) > 12:
        return _OTHER
    if word[0].isdigit() or (word[0] in "'’‘" and len(word) > 1):
        plain = word.replace("–", "-").replace("—", "-").replace("½", ".5")
        return _classify_number(plain) if plain.isascii() or word[0] in "’‘" else _OTHER
    if word[0].isupper() and word.lower() in _HOLIDAY_STARTS:
        return "HOLIDAY", None
    return _classify_letters(word)


def _classify_letters(word: str) -> Entry:
    lower = word.lower()
    if lower in lexicon.CAPITALISED_ONLY and not word[0].isupper():
        return _OTHER
    return VOCABULARY.get(lower) or classify_code(word) or _OTHER


_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)?$|(\d{1,3}(?:,\d{3})+)$")
_HALVED = re.compile(r"(\d{1,2})\.5$")
_DECADE = re.compile(r"['’‘]?(\d\d|\d{4})s$")
_SHORT_YEAR = re.compile(r"['’‘](\d\d)$")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$")  # 20250905
_THREE_PARTS = re.compile(r"\d+([-/.])\d+\1\d+$")


def _classify_number(word: str) -> Entry:
    if _COMPACT.match(word):
        return "NUMERIC", f"{word[:4]}-{word[4:6]}-{word[6:]}"
    if found := _NUMBER.match(word):
        return _classify_integer(found)
    if found := _HALVED.match(word):
        return "HALVED", int(found.group(1))
    if found := _DECADE.match(word):
        return _classify_decade(int(found.group(1)), word)
    if found := _SHORT_YEAR.match(word):
        return "SHORT_YEAR", full_year(int(found.group(1)))
    if _THREE_PARTS.match(word):
        return "NUMERIC", word
    return classify_code(word) or _OTHER


def _classify_integer(found: re.Match[str]) -> Entry:
    word, plain = found.group(), found.group(1)
    number = int((plain or word).replace(",", ""))
    if plain and 1 <= number <= 31 and len(plain) <= 2:
        return "DAY", number
    if word == plain and len(plain) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return "YEAR", number
    return ("NUMBER", number) if plain == word or not plain else _OTHER


def _classify_decade(number: int, word: str) -> Entry:
    """Kind and value of a decade or century: "1990s", "1800s"; "90s" is a bare decade."""
    if number % 10 or (99 < number < FIRST_YEAR) or number > LAST_YEAR:
        return _OTHER
    if number > 99:
        return "DECADE", number
    return ("DECADE" if word[0] in "'’‘" else "BARE_DECADE"), number
