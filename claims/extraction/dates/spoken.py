"""The day on which a speech was given, as its heading says it: its "today" is that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..parsing import ParsedArticle
from ..records import DateSpan

_HEADING = 5  # paragraphs
_LONGEST = 200  # characters of a line of it
_SPEECH = re.compile(
    r"\b(?:speech|address|remarks|keynote|lecture|transcript|testimony|hearing|sermon|debate|minutes|sitting|proceedings"
    r"|oral statement|statement (?:to|before|in) (?:the )?[A-Z]\w+|(?:delivered|spoken|given) on"
    r"|as delivered|check against delivery)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LATEST = timedelta(days=366)  # what was said longer ago is printed as history


def spoken_on(article: ParsedArticle, dates: Sequence[DateSpan]) -> date | None:
    """The day that stands over a speech; ``None`` over other texts, or where several do.

    "Address to the Chamber of Trade, 28 May 2026" printed on 2 June speaks on 28 May. ``dates``
    are those of the article.
    """
    end = start = article.paragraphs[0].start if article.paragraphs else 0
    for paragraph in article.paragraphs[:_HEADING]:
        if len(paragraph.text) > _LONGEST or paragraph.text.rstrip().endswith((".", "!", "?")):
            break
        end = paragraph.start + len(paragraph.text)
    if not _SPEECH.search(article.text, start, end):
        return None
    days = {
        found.first
        for found in dates
        if found.end <= end and found.first == found.last and _YEAR.search(found.text)
    }
    day = days.pop() if len(days) == 1 else None
    if day is None or article.published is None:
        return day
    return day if timedelta(0) <= article.published - day <= _LATEST else None
