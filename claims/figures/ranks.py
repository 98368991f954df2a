"""Ranks, whose words are no numerals: "third-largest", "finished fourth", "No. 6"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .candidates import Figure
from .inflection import words_pattern as words
from .lexicon.numerals import ORDINALS
from .numerals import cardinal

_ORDINAL = (
    rf"(?P<ordinal>(?:twenty|thirty|forty|fifty)-(?:{words(list(ORDINALS)[:9])})"
    rf"|{words(ORDINALS)}|\d{{1,4}}(?:st|nd|rd|th))"
)
_NOT_SUPERLATIVE = (
    r"(?:west|test|guest|request|interest|forest|protest|contest|quest|arrest|harvest|invest|rest"
    r"|chest|nest|midwest|northwest|southwest|conquest|digest|suggest|everest|priest)"
)
_RANKS = (
    # "The third-largest bank", "the second most expensive city"
    rf"\b{_ORDINAL}[\s-](?:(?:most|least)[\s-](?:\w+)|(?!{_NOT_SUPERLATIVE}\b)[a-z]+est|best|worst)\b",
    # "She finished fourth", "ranked 14th in the world", "rose to third"
    r"\b(?:finish\w*|rank(?:s|ed|ing)?|placed|came|come|comes|coming|stands?|stood|sits?|sat|lies"
    r"|remain(?:s|ed)?|climb\w*|rose|drop\w*|slip\w*|fell)\s(?:in\s|to\s|at\s|as\s|joint[-\s]|equal\s"
    rf"|a\s(?:distant|close)\s)?{_ORDINAL}"
    r"(?=\s(?:in|out|at|among|of|on|with|behind|overall|place|spot|position|globally|nationally|"
    r"worldwide|after|for)\b|\s?[.,;:!?)\"”]|$)",
    # "In tenth place", "14th in the table"
    rf"(?<!\bin\sthe\s)\b{_ORDINAL}(?=[\s-](?:place|spot|position|seed)\b"
    r"|\sin\sthe\s(?:world|table|league|standings|rankings|polls)\b)",
    # "The No. 6 seed", "ranked number two"
    r"(?<![\w-])(?:No\.\s?|Nos\.\s?|(?-i:No)\s(?=\d)|Number\s|number\s|no\.\s)(?P<number>\d{1,4}|one|two|three|four|five"
    r"|six|seven|eight|nine|ten)(?![\w/-]|[.,]\d)(?!\s(?:Downing|Street))"
)  # fmt: skip
_RANK = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _RANKS)
_NUMBERED = re.compile(
    r"\b(?:flight|case|mine|pit|reactor|plant|line|car|platform|shaft|well|engine|bus|room|route|exit|section|phone|telephone|lot|house|model|serial)\s$",
    re.I,
)


_MAY_RANK = re.compile(
    rf"\d(?:st|nd|rd|th)\b|(?<![a-z])(?:{words(ORDINALS)})(?![a-z])|\bn(?:o\.|o\s\d|os\.|umber)",
    re.IGNORECASE,
)


def ranks(text: str) -> Iterator[Figure]:
    """Ordinals that rank something, and numbers of a chart: "third-largest", "No. 6"."""
    if not _MAY_RANK.search(text):
        return
    for pattern in _RANK:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            if word := groups.get("ordinal"):
                value, start = _ordinal(word), found.start("ordinal")
            else:
                if _NUMBERED.search(text, max(0, found.start() - 12), found.start()):
                    continue
                value, start = cardinal(groups["number"]), found.start()
            if value is not None:
                yield Figure(
                    start, found.end(), (start, found.end()), value, value, "rank", form="words"
                )


def _ordinal(word: str) -> Decimal | None:
    word = word.lower()
    if word[0].isdigit():
        return Decimal(word[:-2])
    tens, _, ones = word.rpartition("-")
    return ORDINALS[ones] + (cardinal(tens) or Decimal(0))
