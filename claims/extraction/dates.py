"""Dates and periods, resolved against the article's date."""

from __future__ import annotations

from .parsing import ParsedArticle
from .records import DateSpan


def find_dates(article: ParsedArticle) -> list[DateSpan]:
    """The article's dates, in the order of the text."""
    return []
