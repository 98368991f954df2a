"""The days behind a claim's dates, for its wording: "last month" is "[Aug 2025]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import period_label
from claims.figures.lexicon.calendar import MONTHS, WEEKDAYS

from ..records import DateSpan, Extraction, Span

_YEAR = re.compile(r"\d{4}")
_OVERNIGHT = re.compile(r"overnight$", re.IGNORECASE)
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
# Expressions that say nothing beyond the days they mean, so that the days may stand for them.
_ONLY_WHEN = re.compile(
    rf"(?:today|yesterday|tomorrow|{_WEEKDAY}|{_MONTH}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:last|this|next) (?:{_WEEKDAY}|{_MONTH}|week|weekend|month|quarter|year))$",
    re.IGNORECASE,
)
_PERIOD = r"(?:day|night|morning|evening|week|month|quarter|season|year|decade|period)s?"
_SEEN_FROM_TODAY = re.compile(r"\b(?:last|this|next|past|coming|current|ago)\b", re.IGNORECASE)
# "A year earlier", "the same quarter", "that week", "the full year": seen from another time
_SEEN_FROM_ELSEWHERE = re.compile(
    rf"\b(?:same|previous|preceding|following|subsequent|prior|full|whole|entire)\b"
    rf"|\bfull-year\b|\b(?:earlier|later|before|beforehand|after|afterwards)$"
    rf"|\bat (?:the|that) time\b|^(?:then|(?:the )?next {_PERIOD})$"
    rf"|^(?:those|these|that)\b|^the {_PERIOD}$",
    re.IGNORECASE,
)
_WHOLE_OF = re.compile(
    r"\b(?:whole|normal|usual|average|typical)(?: of)?(?: the)? $", re.IGNORECASE
)
_SPAN = re.compile(rf"\b(?:{_PERIOD}|winter|spring|summer|autumn|fall)$", re.IGNORECASE)
# ... said by the next words: "the winter [before] it", "two weeks [after] the vote"
_FROM_THERE = re.compile(
    r"\s+(?:before|earlier|later|after|prior|previously|preceding|following)\b", re.IGNORECASE
)
# The days of an end or a beginning are rough, which "by the end of March" takes at its word.
_ROUGH = re.compile(
    r"(?:(?:the )?(?:very )?(?:end|start|beginning|middle|close|turn) of|early|late|mid)\b.*?"
    rf"\b(?:{_MONTH}|year|winter|spring|summer|autumn|fall)$",
    re.IGNORECASE,
)


def resolved_dates(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """The days behind a date that names no year, or in its place where it says no more.

    Only what is seen from the day of publication, or a bare weekday, month or season:
    "a year earlier" and "the five years before" are seen from another time, which the
    days behind them may have missed. Of "the end of March" the year is told.
    """
    for found in extraction.dates:
        if found.first is None or found.last is None or _YEAR.search(found.text):
            continue
        text = extraction.article.text
        if _is_seen_from_elsewhere(text, found) or _is_no_day_of_its_own(text, found):
            continue
        period = period_label(found.first, found.last)
        if _OVERNIGHT.match(found.text) and found.first < found.last:
            yield found, f"[night of {period}]"
        elif _ONLY_WHEN.match(found.text):
            yield found, f"[{period}]"
        elif _ROUGH.match(found.text) and found.first.year == found.last.year:
            yield found, f"{found.text} [{found.last.year}]"
        else:
            yield found, f"{found.text} [{period}]"


def _is_no_day_of_its_own(text: str, found: DateSpan) -> bool:
    """ "[This week]'s flood" is a name; "in the whole of [June]" is any June."""
    behind, before = text[found.end : found.end + 2], text[max(0, found.start - 16) : found.start]
    is_name = behind in {"'s", "’s"} and found.first != found.last
    return is_name or bool(_WHOLE_OF.search(before))


def _is_seen_from_elsewhere(text: str, found: DateSpan) -> bool:
    if _SEEN_FROM_TODAY.search(found.text):
        return False
    if _SEEN_FROM_ELSEWHERE.search(found.text):
        return True
    return bool(_SPAN.search(found.text) and _FROM_THERE.match(text, found.end, found.end + 16))
