"""Quotation marks: where a paragraph's quotations begin and end.

Marks may be straight, curly, single, guillemets, doubled single marks or
backticks, and any of them may be missing. Only the outermost quotations are
returned; a mark left open runs to the end of its paragraph, never further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST_MARKS = 200  # looked at for the end of a quotation; bounds the time for hostile texts
_MARK = re.compile(r"''|``|[\"“”„«»'‘’‚‹›]")
_CLOSERS = {
    '"': {'"', "”"},
    "“": {"”"},
    "”": {"”"},
    "„": {"“", "”"},
    "«": {"»"},
    "»": {"«"},
    "``": {"''", "”"},
    "''": {"''"},
    "'": {"'"},
    "‘": {"’"},
    "‚": {"‘", "’"},
    "‹": {"›"},
}
_SINGLE = {"'", "‘", "‚", "‹"}
_NESTING = {"“", "«", "``"}
_BEFORE_OPENING = re.compile(r"[\s(\[{<—–―:/\"“‘'-]")


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation; ``start`` and ``end`` take in its marks, the inner ones do not."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def find_quotes(text: str) -> list[Quote]:
    """The outermost quotations of one paragraph, in order, with offsets into ``text``."""
    marks = [(found.start(), found.group()) for found in _MARK.finditer(text)]
    quotes: list[Quote] = []
    number = 0
    while number < len(marks):
        quote, number = _quote_at(text, marks, number)
        if quote is not None and text[quote.inner_start : quote.inner_end].strip():
            quotes.append(quote)
    return quotes


def _quote_at(text: str, marks: list[tuple[int, str]], number: int) -> tuple[Quote | None, int]:
    """The quotation that this mark opens, if any, and the number of the next mark to look at."""
    start, mark = marks[number]
    if not _opens(text, start, mark):
        return None, number + 1
    inner = start + len(mark)
    closing = _closing(text, marks, number)
    if closing is not None:
        end, end_mark = marks[closing]
        return Quote(start, end + len(end_mark), inner, end, closed=True), closing + 1
    if mark in _SINGLE:  # more likely an apostrophe: 'em, '90s
        return None, number + 1
    return Quote(start, len(text), inner, len(text), closed=False), len(marks)


def _opens(text: str, at: int, mark: str) -> bool:
    """Can this mark open a quotation: it stands before a word and not behind one."""
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark not in _CLOSERS or not after or after.isspace():
        return False
    if mark in {"“", "„", "«", "``"}:
        return True
    return at == 0 or bool(_BEFORE_OPENING.match(text[at - 1]))


def _closing(text: str, marks: list[tuple[int, str]], number: int) -> int | None:
    """The number of the mark that closes the quotation opened by mark ``number``."""
    opening = marks[number][1]
    depth, first = 1, None
    for candidate in range(number + 1, min(number + _MOST_MARKS, len(marks))):
        at, mark = marks[candidate]
        if (
            mark == '"'
            and opening == "“"
            and first is None
            and _closes_alone(text, marks, candidate)
        ):
            return candidate
        if mark == opening and mark in _NESTING:
            depth += 1
        elif mark in _CLOSERS[opening] and _closes(text, at, mark, opening):
            if opening not in _NESTING:
                return candidate
            first = candidate if first is None else first
            depth -= 1
            if depth == 0:
                return candidate
    return first  # an inner quotation was left open: 'the nearest mark' costs least


def _closes_alone(text: str, marks: list[tuple[int, str]], number: int) -> bool:
    """Does this straight mark close a curly one, before any other quotation opens?"""
    at = marks[number][0]
    if text[at - 1] not in ",.!?…" or text[at + 1 : at + 2].isalnum():
        return False
    later = range(number + 1, min(number + _MOST_MARKS, len(marks)))
    return next((marks[n][1] for n in later if marks[n][1] in {"“", "”"}), "“") == "“"


def _closes(text: str, at: int, mark: str, opening: str) -> bool:
    """Can this mark close a quotation: it stands behind a word or stop and not before a letter."""
    before, after = text[at - 1], text[at + len(mark) : at + len(mark) + 1]
    if opening not in _SINGLE:
        return mark != '"' or not (before.isspace() and after.isalnum())
    if before.isspace() or after.isalnum():
        return False
    # "the workers' demands": a plural's apostrophe, not the end of the quotation
    return not (
        before == "s" and text[at + 1 : at + 3].strip().islower() and mark in text[at + 1 :]
    )
