"""Where a stretch of text may begin and end: whole characters, and word by word.

Offsets are code points. A character as people see it may be several of them: a letter
with its combining marks, an emoji of several parts, a flag of two letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _t

from claims.models import Refused

End = Literal["start", "end"]
Way = Literal["earlier", "later"]
_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAG = range(0x1F1E6, 0x1F200)
_BREAKS = r"\s.,;:!?…\"“”„«»()\[\]{}،؛؟。、"
# A word with the full stops and commas inside it, or one mark: "1,000.5", "U.S", "."
_WORD = re.compile(rf"[^{_BREAKS}]+(?:[.,:’'][^{_BREAKS}]+)*|[^\s]")
# How far a step looks for the next word.
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text, in code points, end exclusive."""

    start: int
    end: int


def snapped(text: str, start: int, end: int) -> Place:
    """The stretch made of whole characters, without the space around it.

    Raises:
        Refused: it is empty, or lies outside the text.
    """
    if not 0 <= start <= end <= len(text):
        raise Refused(_t("These words lie outside the article's text."))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and not is_bound(text, start):
        start -= 1
    while end > start and not is_bound(text, end):
        end += 1
    if start == end:
        raise Refused(_t("Choose at least one word."))
    return Place(start, end)


def is_bound(text: str, at: int) -> bool:
    """Does a character as people see it end and another begin here?"""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == _JOINER or after == _JOINER or ord(after) in _SKIN:
        return False
    if unicodedata.category(after) in {"Mn", "Mc", "Me"}:
        return False
    return not (ord(after) in _FLAG and _flags_before(text, at) % 2)


def _flags_before(text: str, at: int) -> int:
    first = at
    while first and ord(text[first - 1]) in _FLAG:
        first -= 1
    return at - first


def stepped(text: str, place: Place, which: End, way: Way) -> Place:
    """The stretch with one of its ends a word earlier or later; the same at the text's ends."""
    at = place.start if which == "start" else place.end
    bounds = _bounds(text, at, which)
    found = bisect_left(bounds, at) - 1 if way == "earlier" else bisect_right(bounds, at)
    if not 0 <= found < len(bounds):
        return place
    moved = bounds[found]
    start, end = (moved, place.end) if which == "start" else (place.start, moved)
    return snapped(text, start, end) if start < end else place


def _bounds(text: str, at: int, which: End) -> Sequence[int]:
    """Where the words around begin, or where they end."""
    first, last = max(0, at - _NEAR), min(len(text), at + _NEAR)
    found = [
        match.start() if which == "start" else match.end()
        for match in _WORD.finditer(text, first, last)
    ]
    # What is cut off by the window's own ends begins or ends elsewhere.
    return [bound for bound in found if is_bound(text, bound)]
