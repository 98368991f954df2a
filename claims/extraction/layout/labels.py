"""Keys with their values, as lists of facts and market strips give them.

"Killed: 9", "Homes destroyed – 640", "FTX 40: 6,112.80 (-0.7%) | Gold: $2,310": what stands
before says what the figure is of. It is no text, and neither is a label that only numbers
something: "Case: 40", "EUR/USD 1.07".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.figures import no_figures, read_figures
from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS

from ..datelines import dateline_end
from .furniture import is_header
from .lines import Given
from .tables import Cell
from .values import figure_end

# What no line of pairs or quotes is without: something to divide them, or a price and its change
_MAY_BE = re.compile(r"[:=…|•·\t]|\s[-–—]|\.\.\.|\s{2}|\s[+−–-]\d|%\)?$")
_BULLET = re.compile(r"(?:[*•·▪◦‣●○■□✓+–—-]\s+)?")
_KEY = re.compile(
    r"(?P<key>[^\W\d_](?:[^:;|•·\n]){0,60}?)\s?(?P<mark>:| [-–—=]{1,2} |=|\s?…|\.{3,})\s*(?=\S)"
)
_MOST_KEY_WORDS = 7
_LONGEST_LINE = 400  # characters; what is longer is a paragraph
_MOST_WORDS_BEHIND = 4  # behind the figure, in a list of them; one word where it stands alone
_DIVIDED = re.compile(r"\s*[|•·;]\s*|\s+/\s+|,\s+|\s{3,}")
_STRIP = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")
_BAR = re.compile(r"\s*[|•·]\s*")
_MOST_BAR_WORDS = 4
_CHANGE = r"(?:(?:\s+|\s*\()[▲▼△▽↑↓+−–-]\s?[\d.,]+\s?%?\)?|\s*\([\d.,]+\s?%\))"
_QUOTE = re.compile(
    r"(?P<key>(?:\d+-)?[^\W\d_][^|\n]{0,40}?):?\s+"
    rf"(?P<value>[▲▼+−-]?[A-Z]{{0,3}}[$€£¥]?\d[\d.,]*(?:%|[cp]\b|bps?\b)?{_CHANGE}{{0,3}})"
)
_PRICED = re.compile(r"[$€£¥%▲▼(]|\d\.\d")
_MONTH_NAMES = MONTHS.keys() | SHORT_MONTHS.keys()
_MOVED = re.compile(r"[▲▼△▽↑↓]|\s\(?[+−–-]\s?[\d.,]+\s?%\)?$")
_PAIR_OF_CURRENCIES = re.compile(r"[A-Z]{3}\s?[/-]?\s?[A-Z]{3}|[£$€¥]/[£$€¥]")
# A figure behind these numbers or names something and counts nothing
_NUMBERING = re.compile(
    r"(?:.*\W)?(?:room|phone|tel|telephone|mobile|fax|call|ref|reference|id|number|no|nr|code"
    r"|postcode|zip|isbn|issn|doi|issue|volume|vol|page|pages?|version|flight|case|docket|account"
    r"|chapter|section|item|lot|gate|platform|channel|apt|suite|box|route|bus|model|serial|ext"
    r"|extension|invoice|order|file|figure|table|map|part|step|episode|lesson|edition|season"
    r"|article|exhibit|bill|act|score|result|time|hours|date|born|est|established|founded|updated"
    r"|published|posted|opening hours|seed|grid|lane|bib)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value, as places in the text; ``numbers`` says that no figure is in it."""

    key: Cell
    value: Cell
    numbers: bool = False


def find_pairs(text: str, given: Sequence[Given]) -> dict[int, list[Pair]]:
    """The lines that are nothing but keys and values, by their number.

    Two lines below each other or two pairs in a line are a list; one pair by itself has to be as
    short as "Population: 12,400".
    """
    found: dict[int, list[Pair]] = {}
    last: int | None = None
    alone: list[int] = []
    for number, line in enumerate(given):
        if line.is_blank:
            continue
        below = given[number + 1].words[:1] if number + 1 < len(given) else ""
        is_text = (
            len(line.words) > _LONGEST_LINE
            or not _MAY_BE.search(line.words)
            or below.islower()
            or is_header(line.words)
            or dateline_end(line.words)
        )
        pairs = [] if is_text else list(_strip(line)) or list(_pairs(line))
        if pairs:
            found[number] = _counting(line, pairs)
            if len(pairs) == 1 and last is None and not _is_short(text, pairs[0]):
                alone.append(number)
            elif alone and alone[-1] == last:
                alone.pop()
        last = number if pairs else None
    for number in alone:
        del found[number]
    return found


def bar_cells(line: Given) -> list[Cell]:
    """The parts of a bar, which are labels: "The Brief | Issue 412 | June 18"; else none."""
    if not len(_BAR.findall(line.words)) >= 2 or len(line.words) > _LONGEST_LINE:
        return []
    parts, place = [], 0
    for gap in [*_BAR.finditer(line.words), None]:
        end = gap.start() if gap else len(line.words)
        parts.append((line.start + place, line.start + end))
        place = gap.end() if gap else end
    words = [line.words[start - line.start : end - line.start] for start, end in parts]
    is_bar = all(len(part.split()) <= _MOST_BAR_WORDS for part in words)
    return [part for part in parts if part[0] < part[1]] if is_bar else []


def _counting(line: Given, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, those marked whose value is no figure on this line: "Tel: 000 111 82-2100"."""
    figures = read_figures(line.words, no_figures(line.words, []))
    starts = [line.start + figure.number[0] for figure in figures]
    return [
        replace(pair, numbers=True)
        if bisect_left(starts, pair.value[0]) == bisect_left(starts, pair.value[1])
        else pair
        for pair in pairs
    ]


def _pairs(line: Given) -> Iterator[Pair]:
    """The pairs of a line, or none where something else stands in it."""
    words = line.words
    bullet = _BULLET.match(words)
    place = bullet.end() if bullet else 0
    bounds = [(found.start(), found.end()) for found in _DIVIDED.finditer(words, place)]
    whole = _pair(words, place, len(words), line.start)
    if not bounds or (whole is not None and len(bounds) < 2):
        if whole is not None:
            yield whole
        return
    starts = [place, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(words)]
    pairs = [_pair(words, *part, line.start) for part in zip(starts, ends, strict=True)]
    if len(pairs) > 1 and all(pairs):
        yield from (pair for pair in pairs if pair is not None)
    elif whole is not None:
        yield whole


def _pair(words: str, start: int, end: int, offset: int) -> Pair | None:
    found = _KEY.match(words, start, end)
    if found is None or len(found["key"].split()) > _MOST_KEY_WORDS:
        return None
    value = words[found.end() : end]
    behind = figure_end(value)
    if not behind or len(value[behind:].split()) > _MOST_WORDS_BEHIND:
        return None
    is_dashed = found["mark"] != ":"
    if is_dashed and (found["key"].rstrip()[-1:].isdigit() or not re.search(r"\d", value)):
        return None  # "Aston 3 - 2 Marlow", "Your fine - zero"
    if found["key"].split()[-1].isupper() and value.endswith((".", "!", "?")):
        return None  # a turn: "ROSS: Twelve.", "Ms. ROSS: Twelve."
    bare = value.rstrip(" .,;")
    return _made(found["key"], bare, offset + found.start("key"), offset + found.end())


def _strip(line: Given) -> Iterator[Pair]:
    """The quotes of a market strip: most of the line, one alone only with its change."""
    parts, place = [], 0
    for gap in [*_STRIP.finditer(line.words), None]:
        end = gap.start() if gap else len(line.words)
        if end > place:
            parts.append((place, end))
        place = gap.end() if gap else end
    quotes = [found for part in parts if (found := _QUOTE.fullmatch(line.words, *part))]
    if not any(_PRICED.search(quote["value"]) for quote in quotes) or any(
        quote["key"].lower() in _MONTH_NAMES for quote in quotes
    ):
        return
    is_one = len(parts) == len(quotes) == 1 and _MOVED.search(quotes[0]["value"]) is not None
    if not is_one and (len(quotes) < 2 or 3 * len(quotes) < 2 * len(parts)):
        return
    for quote in quotes:
        place = line.start + quote.start("value")
        yield _made(quote["key"], quote["value"], line.start + quote.start("key"), place)


def _made(key: str, value: str, key_start: int, value_start: int) -> Pair:
    key = key.rstrip()
    numbers = _NUMBERING.fullmatch(key) or _PAIR_OF_CURRENCIES.fullmatch(key)
    return Pair(
        (key_start, key_start + len(key)),
        (value_start, value_start + len(value)),
        numbers is not None,
    )


def _is_short(text: str, pair: Pair) -> bool:
    value, key = text[slice(*pair.value)], text[slice(*pair.key)]
    return len(key.split()) <= 4 and len(value[figure_end(value) :].split()) <= 1
