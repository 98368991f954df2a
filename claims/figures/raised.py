"""Raised numbers: what makes an area or a power of ten, and what is only a note's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexicon.numerals import RAISED_DIGITS, RAISED_SIGNS
from .rejection import Stretch
from .units import ends_in_length

_RAISED = rf"[{RAISED_DIGITS}{RAISED_SIGNS}⁽⁾]+"
_RUN = re.compile(rf"{_RAISED}(?:[,;]{_RAISED})*")
# A ten by itself, not the end of "210", "1.10" or "€10"
_BASE = re.compile(r"(?:(?<![\w.,$€£¥])|(?<=[\s\d][x×]))10$")
_LONGEST_BEFORE = 16  # characters that a base or a length takes at most


def note_marks(text: str) -> Iterator[Stretch]:
    """Start and end of every raised number that only points to a note, in order.

    "112³ drones" are 112 and nothing cubic; in "5 km²", "9.8 m/s²" and "10⁶" there is none.
    """
    for found in _RUN.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _LONGEST_BEFORE) : start]
        if ends_in_base(before):
            continue
        if text[start] in "²³" and ends_in_length(before):
            start += 1
        if start < end:
            yield start, end


def ends_in_base(text: str) -> bool:
    """Does the text end in a ten that a raised number makes a power of: "about 10", "3 x 10"?"""
    return _BASE.search(text) is not None
