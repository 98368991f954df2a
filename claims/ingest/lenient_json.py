"""JSON as pages really hold it: wrapped in comments, with commas too many and quotes bare."""

from __future__ import annotations

import html
import json
import re
from typing import Any

# "<!--", "//<![CDATA[" and "/*<![CDATA[*/" around a script, and a semicolon behind it
_BEFORE = re.compile(r"(?:\s|\ufeff|<!--|//|/\*|\*/|<!\[CDATA\[)+")
_BEHIND = ("-->", "//", "/*", "*/", "]]>", ";")
_STRING_OR_MARK = re.compile(r'[^"\\,]+|\\.|["\\,]', re.DOTALL)
_ENDS_STRING = re.compile(r"\s*(?:[:}\]]|$)")
_GOES_ON = re.compile(r'\s*,\s*(?:["{\[\d}\]-]|true\b|false\b|null\b|$)')
_TRAILING = re.compile(r"\s*[}\]]")


def read_lenient(text: str) -> Any:
    """The value that the text was meant to be.

    Raw line breaks inside strings stay. Where the text is no JSON, commas before a closing
    bracket are dropped, bare quotes inside strings escaped and "&quot;" taken for a quote.
    Raises ``ValueError`` where that does not help.
    """
    try:
        return _load(text)
    except ValueError:
        return _read_mended(_unwrapped(text))


def _read_mended(bare: str) -> Any:
    try:
        return _load(bare)
    except ValueError as error:
        for attempt in (_mended(bare), _mended(html.unescape(bare))):
            try:
                return _load(attempt)
            except ValueError:
                continue
        raise error from None


def _unwrapped(text: str) -> str:
    """The text without what stands before and behind it.

    The end is found from behind: a search would try again at each of a thousand spaces.
    """
    start = found.end() if (found := _BEFORE.match(text)) else 0
    end = len(text)
    while end > start:
        if text[end - 1].isspace():
            end -= 1
        elif mark := next((mark for mark in _BEHIND if text.endswith(mark, start, end)), ""):
            end -= len(mark)
        else:
            break
    return text[start:end]


def _load(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise ValueError from error


def _mended(text: str) -> str:
    """The text without trailing commas, and with quotes inside strings escaped."""
    parts: list[str] = []
    inside = False
    for found in _STRING_OR_MARK.finditer(text):
        mark, end = found[0], found.end()
        if mark == '"':
            if not inside:
                inside = True
            elif _ENDS_STRING.match(text, end) or _GOES_ON.match(text, end):
                inside = False
            else:
                mark = r"\""
        elif mark == "," and not inside and _TRAILING.match(text, end):
            continue
        parts.append(mark)
    return "".join(parts)
