"""Raised numbers: what makes an area or a power of ten, and what is only a note's mark."""

from __future__ import annotations

import re

from .inflection import words_pattern
from .lexicon.numerals import RAISED_DIGITS, RAISED_SIGNS
from .lexicon.units import LENGTHS
from .units import spellings

_RAISED = rf"[{RAISED_DIGITS}{RAISED_SIGNS}⁽⁾]+"
_RUN = re.compile(rf"{_RAISED}(?:[,;]{_RAISED})*")
# A ten by itself, not the end of "210", "1.10" or "€10"
_BASE = re.compile(r"(?:(?<![\w.,$€£¥])|(?<=[\s\d][x×]))10$")
_LENGTH = re.compile(rf"(?:(?<![^\W\d_])(?:{words_pattern(spellings(LENGTHS))})|/\s?s)$")
_LONGEST_BEFORE = 16  # characters that a base or a length takes at most


def without_note_marks(text: str) -> str:
    """The text, equally long, with blanks where a raised number only points to a note.

    "112³ drones" are 112 and nothing cubic; "5 km²", "9.8 m/s²" and "10⁶" stay as they are.
    """
    return _RUN.sub(_without_mark, text)


def _without_mark(found: re.Match[str]) -> str:
    run, start = found.group(), found.start()
    before = found.string[max(0, start - _LONGEST_BEFORE) : start]
    if _BASE.search(before):
        return run
    power = run[0] if run[0] in "²³" and _LENGTH.search(before) else ""
    return power.ljust(len(run))
