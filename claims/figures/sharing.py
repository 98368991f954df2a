"""Numbers that take their unit from a neighbour: "45 and 50 mg", "aged 9, 12 and 15"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .candidates import Figure

_JOINED = re.compile(r"-?(?P<comma>,)?\s(?P<word>and|or)\s-?|-?,\s")
_ALSO_AGED = re.compile(r",\s(?:and\s)?|\s(?:and|or)\s")
_AGE_ENDS = re.compile(r"\s?(?:[.,;:!?)]|$)|\s(?:and|or|respectively|were|was|are|is|when|who)\b")
_WHOLE = Decimal(100)
_BY = re.compile(r"\s?[x×]\s?|[\s-]by[\s-]")
_UP = re.compile(r",?\s(?:up|down|off)\s(?:by\s)?")
_GLUED_BY = re.compile(r"[x×]")
_WHEN = re.compile(r"\s(?:later|earlier|ago|after|before|on)\b")


def share_units(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those without a unit given a neighbour's; bare dimensions ("4x4") are left out.

    "45 and 50 mg", "a 10x12-foot room", "aged 9, 12 and 15".
    """
    shared = list(figures)
    for index in range(len(shared) - 1, 0, -1):
        if _takes_from_next(text, figures, index - 1, shared[index]):
            shared[index - 1] = _alike(shared[index - 1], shared[index])
    for index in range(1, len(shared)):
        before, figure = shared[index - 1], shared[index]
        if before.kind == "age" and _is_aged(text, before, figure):
            shared[index] = _alike(figure, before)
    return [figure for figure in shared if not _is_dimension(text, figure)]


def _alike(figure: Figure, other: Figure) -> Figure:
    return replace(
        figure, kind=other.kind, unit=other.unit, currency=other.currency, per=other.per, doubt=""
    )


def _takes_from_next(text: str, figures: Sequence[Figure], index: int, following: Figure) -> bool:
    """Whether a bare count has the unit of the next figure: "45 and 50 mg".

    Not so "killed 12 and two days later ..." and "12 and $5".
    """
    figure = figures[index]
    if not figure.is_bare or figure.kind != "count" or figure.doubt in ("year", "pronoun"):
        return False
    if following.is_bare or following.start != following.number[0] or figure.form == "vague":
        return False  # "12 and $5"
    if _BY.fullmatch(text, figure.end, following.start):
        return True
    if following.unit == "point" and _UP.fullmatch(text, figure.end, following.start):
        return following.value < figure.value  # "the index was 4,577, up 12 points"
    if not _is_listed(text, figures, index, following):
        return False
    return not _WHEN.match(text, following.end) and following.modifier == "exact"


def _is_listed(text: str, figures: Sequence[Figure], index: int, following: Figure) -> bool:
    """Whether a figure and the next are of one list: "12, 15 and 17 mg", "5, 10, or 20 km".

    Two with a comma between are none, nor are an amount and what it is in percent: "fell by
    1,240, or 6 per cent", "lost 300 or 4%".
    """
    figure = figures[index]
    joined = _JOINED.fullmatch(text, figure.end, following.start)
    if not joined:
        return False
    if not joined["word"]:
        return figures[index + 1].is_bare
    if joined["comma"]:
        before = figures[index - 1] if index else None
        return before is not None and text[before.end : figure.start] == ", "
    if following.kind != "percent":
        return True
    highest = following.value if joined["word"] == "or" else max(_WHOLE, following.value)
    return figure.value <= highest


def _is_aged(text: str, before: Figure, figure: Figure) -> bool:
    if before.end != before.number[1] or not figure.is_bare or figure.value > 115:
        return False
    gap = _ALSO_AGED.fullmatch(text, before.end, figure.start)
    return bool(gap) and bool(_AGE_ENDS.match(text, figure.end))


def _is_dimension(text: str, figure: Figure) -> bool:
    """Whether a bare number is a side of something: "4x4", "a 3x3 grid"."""
    if not figure.is_bare or figure.kind != "count":
        return False
    start, end = figure.number
    return bool(_GLUED_BY.match(text, end) or _GLUED_BY.match(text, max(0, start - 1), start))
