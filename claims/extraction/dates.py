"""Dates and periods, resolved against the article's date."""

from __future__ import annotations

from .calendar_rules import Period
from .date_readings import When
from .date_rules import matches
from .date_words import words_of
from .parsing import ParsedArticle
from .records import DateSpan


def find_dates(article: ParsedArticle) -> list[DateSpan]:
    """The article's dates, in the order of the text."""
    found: list[DateSpan] = []
    anchor: Period | None = None
    for paragraph in article.paragraphs:
        words = words_of(paragraph.doc.text)
        for match in matches(words):
            period = match.read(When(article.published, anchor=anchor))
            anchor = period or anchor
            span = article.span(paragraph.start + match.start, paragraph.start + match.end)
            found.append(
                DateSpan(
                    span.start,
                    span.end,
                    span.text,
                    period.first if period else None,
                    period.last if period else None,
                )
            )
    return found
