"""Raised and lowered characters as text: squares, powers and ordinals stay, notes are dropped.

Set among the others, a raised character reads as one of them: 112 with a note 3 is not 1,123.
What stands before decides; ``before`` and ``after`` are the text on either side, as far as it is
on the same line.
"""

from __future__ import annotations

import re

from .raised import ends_in_base
from .units import ends_in_length

_POWERS = {"2": "²", "²": "²", "3": "³", "³": "³"}
_SIGNS = {"tm": "™", "sm": "℠", "r": "®", "c": "©"}
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_EXPONENTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_NUMBER = re.compile(r"[+−–-]?\d{1,4}")
_ION = re.compile(r"\d?[+−–-]")  # Ca2+
# Notes are marked with numbers, letters, asterisks, or with anything in brackets.
_NOTE = re.compile(
    r"[\d\s,;–\-*∗†‡§¶#()\[\]]+|\d{1,3}[a-z]|[a-z](?:[\s,;]+[a-z])*|(?:[\[(][^\[\]()]*[\])]\s*)+"
)
_ONE_LETTER = re.compile(r"(?<!\w)[^\W\d_]$")  # "N" of "Nº", "x" of "xⁿ"
_SCALE = re.compile(r"\s?[CF]\b")


def raised_as_text(before: str, text: str, after: str = "") -> str:
    """What takes the place of raised text.

    >>> raised_as_text("40 km", "2"), raised_as_text("112", "3"), raised_as_text("7 x 10", "6")
    ('²', '', '^6')
    """
    mark = text.strip()
    if not mark:
        return text
    if _NUMBER.fullmatch(mark) and (power := _power(before, mark)):
        return power
    if _is_degree(before, mark, after):
        return "°"
    if mark.lower() in _ORDINALS and before[-1:].isdigit():
        return mark
    if mark.lower() in _SIGNS and (mark.isupper() or mark == "tm"):
        return _SIGNS[mark.lower()]
    if _ION.fullmatch(mark) and before[-1:].isalpha():
        return mark
    if mark.isalpha() and (_ONE_LETTER.search(before) or after[:1].isalpha()):
        return mark  # "Nº 10", "McLeod"
    if is_note_mark(mark):
        return gap_left(before, after)
    return f" {mark}" + (" " if after[:1].isalnum() else "")


def lowered_as_text(before: str, text: str, after: str = "") -> str:
    """What takes the place of lowered text: it joins its word (CO2), unless that is a number."""
    mark = text.strip()
    if mark.isdigit() and before[-1:].isdigit():
        return gap_left(before, after)
    return mark or text


def is_note_mark(mark: str) -> bool:
    """Is it what notes are marked with: a number, a letter, an asterisk, anything in brackets?"""
    return len(mark) <= 60 and _NOTE.fullmatch(mark.strip()) is not None


def gap_left(before: str, after: str) -> str:
    """The place of what is dropped: nothing, or a space where two words would become one."""
    return " " if before[-1:].isalnum() and after[:1].isalnum() else ""


def _power(before: str, mark: str) -> str | None:
    """ "²" after a unit, "^6" on a ten, "⁻¹" after any unit in small letters; else a note."""
    if mark in _POWERS and ends_in_length(before):
        return _POWERS[mark]
    if ends_in_base(before):
        return "^" + mark.replace("−", "-").replace("–", "-")
    if not mark[0].isdigit() and before[-1:].isalpha():
        return mark.translate(_EXPONENTS)
    return None


def _is_degree(before: str, mark: str, after: str) -> bool:
    """The little circle, typed as a raised o or 0: "20oC"."""
    if not before[-1:].isdigit():
        return False
    return mark in {"o", "º", "°"} or (mark == "0" and _SCALE.match(after) is not None)
