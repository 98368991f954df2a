"""Quotation marks: where a paragraph's quotations begin and end.

Marks may be straight, curly, single, guillemets, doubled single marks or
backticks, opened in one of these styles and closed in another, and any of them
may be missing. Only the outermost quotations are returned; a mark left open
runs to the end of its paragraph, or to a comma before "said", never further.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

_MOST_MARKS = 200  # looked at for the end of a quotation; bounds the time for hostile texts
_MARK = re.compile(r"''|``|[\"“”„«»'‘’‚‹›`]")
_CLOSERS = {
    '"': {'"', "”", "''"},
    "“": {"”", "''"},
    "”": {"”"},
    "„": {"“", "”", '"'},
    "«": {"»"},
    "»": {"«"},
    "``": {"''", "”", '"'},
    "''": {"''"},
    "'": {"'"},
    "`": {"'", "’"},
    "‘": {"’"},
    "‚": {"‘", "’"},
    "‹": {"›"},
}
_SINGLE = {"'", "‘", "‚", "‹", "`"}
_NESTING = {"“", "«", "``"}
_SPACED = {"«", "‹"}  # as the French set them: « We won »
_BEFORE_OPENING = re.compile(r"[\s(\[{<—–―:/\"“‘'-]")
# Behind a quotation that nobody closed: '"We won, said Ann Lee.', '"We won, she said.'
_SAID = re.compile(
    r"(?<=[,?!]) (?:(?:said|says) (?=[A-Z]|the |an? )"
    r"|(?:he|she|they|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}) (?:said|says)(?=[.,;]|$))"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation; ``start`` and ``end`` take in its marks, the inner ones do not."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def find_quotes(text: str, begun: bool = False) -> list[Quote]:
    """The outermost quotations of one paragraph, in order, with offsets into ``text``.

    ``begun`` says that the paragraph before left one open: it may end in this one.
    """
    marks = [(found.start(), found.group()) for found in _MARK.finditer(text)]
    quotes: list[Quote] = []
    number = 0
    if begun and (ending := _ending(text, marks)) is not None:
        at, mark = marks[ending]
        quotes.append(Quote(0, at + len(mark), 0, at, closed=True))
        number = ending + 1
    while number < len(marks):
        quote, number = _quote_at(text, marks, number)
        if quote is not None and text[quote.inner_start : quote.inner_end].strip():
            quotes.append(quote)
    return quotes


def _ending(text: str, marks: list[tuple[int, str]]) -> int | None:
    """The number of the first double mark, if it closes a quotation: 'We lost."'."""
    double = (number for number, (_, mark) in enumerate(marks) if mark not in _SINGLE | {"’", "›"})
    first = next(double, None)
    if first is None:
        return None
    at, mark = marks[first]
    closes = text[at - 1 : at].strip() and not text[at + len(mark) : at + len(mark) + 1].isalnum()
    return first if closes and not _opens(text, at, mark) else None


def _quote_at(text: str, marks: list[tuple[int, str]], number: int) -> tuple[Quote | None, int]:
    """The quotation that this mark opens, if any, and the number of the next mark to look at."""
    start, mark = marks[number]
    if not _opens(text, start, mark):
        return None, number + 1
    inner = start + len(mark)
    closing = _closing(text, marks, number)
    if closing is None and (mark in _SINGLE or _is_stray(marks, number)):
        return None, number + 1  # more likely an apostrophe: 'em, '90s
    limit = marks[closing][0] if closing is not None else len(text)
    said = _SAID.search(text, inner, limit)
    if said is not None:
        further = bisect_left(marks, (said.end(), ""))
        if closing is None or any(_only_opens(text, *m) for m in marks[further:closing]):
            return Quote(start, said.start(), inner, said.start(), closed=True), further
    if closing is None:
        return Quote(start, limit, inner, limit, closed=False), len(marks)
    quote = Quote(start, limit + len(marks[closing][1]), inner, limit, closed=True)
    return _without_spaces(text, quote), closing + 1


def _only_opens(text: str, at: int, mark: str) -> bool:
    """Is this a straight mark with a space before and a word behind?"""
    return mark == '"' and text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()


def _without_spaces(text: str, quote: Quote) -> Quote:
    """With no space between the marks and what they enclose: "« We won »"."""
    inner = text[quote.inner_start : quote.inner_end]
    start = quote.inner_start + len(inner) - len(inner.lstrip())
    end = quote.inner_end - len(inner) + len(inner.rstrip())
    return replace(quote, inner_start=start, inner_end=end) if start < end else quote


def _is_stray(marks: list[tuple[int, str]], number: int) -> bool:
    """Is this straight mark, which nothing closes, the only one among curly quotations?"""
    later = {mark for _, mark in marks[number + 1 : number + _MOST_MARKS]}
    return marks[number][1] == '"' and {"“", "”"} <= later


def _opens(text: str, at: int, mark: str) -> bool:
    """Can this mark open a quotation: it stands before a word and not behind one."""
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark not in _CLOSERS or not after or (after.isspace() and mark not in _SPACED):
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
        if mark == opening == "`":  # code, as Markdown sets it
            return None
        if (mark == opening and mark in _NESTING) or (opening == '"' and mark == "“"):
            depth += 1
        elif opening == '"' and mark == "”" and depth > 1:
            depth -= 1
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
    if (before.isspace() and opening not in _SPACED) or after.isalnum():
        return False
    # "the workers' demands": a plural's apostrophe, not the end of the quotation
    return not (
        before == "s" and text[at + 1 : at + 3].strip().islower() and mark in text[at + 1 :]
    )
