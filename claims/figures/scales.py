"""Scales behind a number: "3 million", "€3.4m", "40k jobs", "12 lakh crore", "$(112)m"."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

from .inflection import words_pattern
from .lexicon.numerals import METRE_CONTEXT, MILLION_CONTEXT, SCALES, SUFFIXES

# What may stand between the words of a number: "twenty-one", "two hundred-thousand"
GAP = r"(?:\s?[-‐‑]\s?|\s{1,2})"
SCALE_WORDS = words_pattern(SCALES)
# The end of a line may break a scale word: "5 mil-lion"
_BROKEN = re.compile(r"\b(mil|bil|tril|thou|hun)-?(lion|sand|dred)\b")
_BREAKABLE = _BROKEN.sub(r"\1-?\2", SCALE_WORDS)
SCALES_AT = re.compile(rf"(?:{GAP}?(?:{_BREAKABLE})(?![^\W_]))+", re.IGNORECASE)
_SUFFIX_AT = re.compile(r"([kKmMbBtT])(?![\w/²³^])")
_SPACED_SUFFIX_AT = re.compile(r"\s([kKmMbB])(?![\w/²³^'’&]|\.\w)")
_PLURAL_FOLLOWS = re.compile(r"\s(?:[a-z]{3,}s|people)\b")
_STATEMENT_ENDS = re.compile(r"\s?(?:[.;!?]?$|[.;!?]\s)|\sof\s")
# A loss in brackets: "$(112)m"
_BRACKET_BEFORE = re.compile(r"[$€£¥]\($")
_BEHIND_BRACKET = re.compile(
    rf"\)(?:\s?(?:(?P<letter>[kmbt])|(?P<word>{SCALE_WORDS}))(?!\w))?", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₽₩₪₺₦₴₫₱฿₡₸₾₼₲₵৳=]|\b(?:[A-Z]{2,3}|Rs\.?))\s?$")
_METRES_FOLLOW = re.compile(
    rf"\s?(?:[).,;:!?\]\"'”’–—(]|$)|[\s-](?:{words_pattern(METRE_CONTEXT)})\b", re.IGNORECASE
)
_M_AGAIN = re.compile(r"\s?[-–]\s?\d[\d.,]*m(?!\w)")
_MILLIONS_BEFORE = re.compile(
    rf"\b(?:{MILLION_CONTEXT})\b(?:[^.;]|\.\d)*\b(?:to|from|of|at|by|than|was|were|is|are|hit|reached)\s$",
    re.I,
)


def read_scale(text: str, start: int, end: int) -> tuple[Decimal, int]:
    """The scale words or the suffix that follow at ``end``: " lakh crore", "bn", "k"."""
    if _BRACKET_BEFORE.search(text, max(0, start - 2), start):
        return _read_bracketed(text, end)
    if suffix := _SUFFIX_AT.match(text, end):
        if text[end - 1].isdigit() and _is_scale(text, start, end, suffix.group()):
            return SUFFIXES[suffix.group().lower()], suffix.end()
        return Decimal(1), end
    if suffix := _SPACED_SUFFIX_AT.match(text, end):
        if text[end - 1].isdigit() and _is_spaced_scale(text, start, end, suffix):
            return SUFFIXES[suffix[1].lower()], suffix.end()
        return Decimal(1), end
    found = SCALES_AT.match(text, end)
    if not found:
        return Decimal(1), end
    words = re.findall(r"[a-z]+", _BROKEN.sub(r"\1\2", found.group().lower()))
    return prod((SCALES[word] for word in words), start=Decimal(1)), found.end()


def _read_bracketed(text: str, end: int) -> tuple[Decimal, int]:
    """The scale behind the bracket that closes at ``end``: "$(112)m", "$(3.4) billion"."""
    found = _BEHIND_BRACKET.match(text, end)
    if not found:
        return Decimal(1), end
    letter, word = found["letter"], found["word"]
    scale = SUFFIXES[letter.lower()] if letter else SCALES[word.lower()] if word else Decimal(1)
    return scale, found.end()


def _is_scale(text: str, start: int, end: int, suffix: str) -> bool:
    """Whether a glued letter multiplies: "€3m", "2.7m sales", "sales of 3m", not "20m high"."""
    if _MONEY_BEFORE.search(text, max(0, start - 5), start):
        return True
    if suffix == "m":
        again = _M_AGAIN.match(text, end + 1)  # "4m-6m long"
        if not _METRES_FOLLOW.match(text, again.end() if again else end + 1):
            return True
        return bool(_MILLIONS_BEFORE.search(text, max(0, start - 60), start))
    if suffix in "kKM":
        return not re.match(r"°|-(?!\d)", text[end + 1 : end + 3])
    return suffix in "bBT" and "." in text[start:end]


def _is_spaced_scale(text: str, start: int, end: int, suffix: re.Match[str]) -> bool:
    """Is a letter after a space a scale: "£3 m", "8 B people"; not "a 10 K run", "5 m deep"?"""
    if _MONEY_BEFORE.search(text, max(0, start - 5), start):
        return True
    if suffix[1] == "m":
        return False
    if _PLURAL_FOLLOWS.match(text, suffix.end()):
        return True
    return "." in text[start:end] and bool(_STATEMENT_ENDS.match(text, suffix.end()))
