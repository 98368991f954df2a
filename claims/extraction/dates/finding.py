"""Dates and periods of an article, resolved against its date of publication.

``date_words.py`` tells what kind each word is, ``date_rules.py`` which words
make a date, ``date_readings.py`` which days it means, ``calendar_rules.py``
how days are counted. Here dates become spans: what only looks like a date is
left out, two that make an interval are joined, and each is read in its turn,
since "the previous day" depends on the day named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..blocks import Kind
from ..parsing import Paragraph, ParsedArticle
from ..records import DateSpan, Span
from . import calendar as calendar
from . import last_resort
from .calendar import Period
from .doubts import is_date, without_counts
from .lexicon import APRIL_FISCAL_CUES
from .matches import Match, When
from .rules import matches
from .tense import is_future
from .words import Word, words_of

_APRIL_FISCAL = re.compile(APRIL_FISCAL_CUES)
_NEXT_WORD = re.compile(r"[\s-]?(\w+)")
_RANGE = {"TO", "UNTIL", "DASH"}


@dataclass(frozen=True)
class Mark:
    """A stretch of a paragraph that is one date: one match, or the two ends of an interval.

    ``opening`` is the word that makes the interval, if it has one: "since",
    "from", "between".
    """

    ends: tuple[Match, ...]
    opening: Word | None = None

    @property
    def start(self) -> int:
        return self.opening.start if self.opening else self.ends[0].start

    @property
    def end(self) -> int:
        return self.ends[-1].end


def find_dates(article: ParsedArticle) -> list[DateSpan]:
    """The article's dates, in the order of the text."""
    reader = _Reader(article)
    found = [
        reader.read(mark, paragraph)
        for paragraph in article.paragraphs
        for mark in _marks(paragraph, article.published)
    ]
    return _with_last_resort(found, article)


def _with_last_resort(found: list[DateSpan], article: ParsedArticle) -> list[DateSpan]:
    """The dates, where "5-Sep-2025" stands in place of what the grammar read inside it."""
    forms = [_formed(article.span(*place), article) for place in last_resort.marked(article.text)]
    if not forms:
        return found
    starts = [form.start for form in forms]

    def is_outside(span: DateSpan) -> bool:
        before = bisect_left(starts, span.end) - 1
        return before < 0 or forms[before].end <= span.start

    return sorted([*filter(is_outside, found), *forms], key=lambda span: span.start)


def _formed(span: Span, article: ParsedArticle) -> DateSpan:
    period = last_resort.read(span.text, article.published)
    first, last = (period.first, period.last) if period else (None, None)
    return DateSpan(span.start, span.end, span.text, first, last)


def _marks(paragraph: Paragraph, published: date | None) -> Iterator[Mark]:
    words = without_counts(words_of(paragraph.text), paragraph.doc, published)
    found = list(
        matches(words, lambda match: _is_label(match, paragraph) or is_date(match, paragraph.doc))
    )
    at = 0
    while at < len(found):
        first, second = found[at], found[at + 1] if at + 1 < len(found) else None
        opening = _word_before(first)
        if second and _is_interval(first, second, opening.kind):
            kept = opening if opening.kind in ("FROM", "BETWEEN") else None
            yield Mark((first, second), kept)
            at += 1
        else:
            yield Mark((first,), opening if _opens(opening, first) else None)
        at += 1


def _is_label(match: Match, paragraph: Paragraph) -> bool:
    """Is the date all that a label says, as "2024" above a column?"""
    is_label = paragraph.block is not None and paragraph.block.kind is Kind.LABEL
    return is_label and (match.start, match.end) == (0, len(paragraph.text))


def _opens(word: Word, match: Match) -> bool:
    """Whether the word before makes the date an interval: "since 1992", "between 5 and 7 June"."""
    return word.kind == "SINCE" or (word.kind in ("FROM", "BETWEEN") and len(match.all("DAY")) > 1)


_NO_WORD = Word("OTHER", None, -1, -1)


def _word_before(match: Match) -> Word:
    """The word before a date and its article."""
    at = match.at - 1
    if at >= 0 and match.words[at].kind == "THE":
        at -= 1
    return match.words[at] if at >= 0 else _NO_WORD


def _is_interval(first: Match, second: Match, opening: str) -> bool:
    """Whether two dates are an interval's ends: "from Monday to Wednesday", "2010 to 2015"."""
    kinds = [word.kind for word in first.words[first.stop : second.at] if word.kind != "THE"]
    if opening == "BETWEEN":
        return kinds in (["AND"], ["TO"], ["DASH"])
    if len(kinds) != 1 or kinds[0] not in _RANGE:
        return False
    return opening == "FROM" or _is_alike(first, second)


def _is_alike(first: Match, second: Match) -> bool:
    """Whether two dates without "from" are of one kind: months, weekdays or years."""
    if second.start - first.end > len(" through "):
        return False
    return any(
        first.has(*kinds) and second.has(*kinds)
        for kinds in (("MONTH", "SHORT_MONTH"), ("WEEKDAY", "SHORT_WEEKDAY"))
    ) or (first.own[0].kind == second.own[0].kind == "YEAR")


class _Reader:
    """Reads an article's marks in order and remembers what the text spoke of."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._anchor: Period | None = None
        self._day: Period | None = None

    def read(self, mark: Mark, paragraph: Paragraph) -> DateSpan:
        when = When(
            self._article.published,
            tense=lambda: is_future(paragraph.doc, mark.ends[-1].start, mark.end),
            anchor=self._anchor,
            day=self._day,
            next_word=_next_word(self._article.text, paragraph.start + mark.end),
            fiscal_start=self._fiscal_start,
        )
        if mark.opening and mark.opening.kind == "SINCE":
            first, last = _since(mark.ends[0], when)
        else:
            period = _interval(mark, when) if len(mark.ends) == 2 else mark.ends[0].read(when)
            self._remember(period)
            first, last = (period.first, period.last) if period else (None, None)
        span = self._article.span(paragraph.start + mark.start, paragraph.start + mark.end)
        return DateSpan(span.start, span.end, span.text, first, last)

    def _remember(self, period: Period | None) -> None:
        if period:
            self._anchor = period
            self._day = period if period.is_day else self._day

    def _fiscal_start(self, word: str | None) -> int:
        """The first month of a financial year: October for America's "fiscal" ones, else April."""
        american = word in ("fiscal", None) and not self._is_british_or_indian
        return calendar.OCTOBER if american else calendar.APRIL

    @cached_property
    def _is_british_or_indian(self) -> bool:
        return bool(_APRIL_FISCAL.search(self._article.text))


def _next_word(text: str, end: int) -> str:
    following = _NEXT_WORD.match(text, end)
    return following[1].lower() if following else ""


def _since(match: Match, when: When) -> tuple[date | None, date | None]:
    """The first and last day of "since ...": from the date's first day to publication.

    It begins with the last day of "since the end of 2023". Both are None where the date has no days
    or lies after publication.
    """
    period = match.read(replace(when, tense=lambda: False))
    if period is None:
        return None, None
    first = period.last if match.one("EDGE") else period.first
    if when.published and first > when.published:
        return None, None
    return first, when.published


def _interval(mark: Mark, when: When) -> Period | None:
    """From the first day of one date to the last of another.

    An end without a year lies next to the other: in "November to February
    2024" it is the November before.
    """
    first, second = mark.ends
    if first.has("YEAR") and not _is_resolved_by_itself(second):
        begin = first.read(when)
        end = begin and second.read(replace(when, published=begin.first, tense=lambda: True))
    else:
        end = second.read(when)
        near = when
        if end and not _is_resolved_by_itself(first):
            near = replace(when, published=end.last, tense=lambda: False)
        begin = first.read(near)
    if not begin or not end or begin.first > end.last:
        return None
    return Period(begin.first, end.last)


def _is_resolved_by_itself(match: Match) -> bool:
    """Whether an end of an interval says its year, or is seen from publication."""
    return match.has("YEAR", "LAST", "THIS", "NEXT", "DEICTIC", "AGO")
