"""Dates in the forms of machines and forms, which no grammar of words reads: by dateparser.

dateparser sees only stretches that were marked here as dates, never running text,
and is believed only as far as it vouches for: a day, a month or a year, never the
day and month that it fills in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from .calendar import Period, unit_around

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
# Each form with an example.
_FORMS = re.compile(
    r"(?<![\w/.-])(?:"
    rf"\d{{1,2}}(?P<mark>[-/]){_MONTH}(?P=mark)(?:\d{{4}}|\d{{2}})"  # received 5-Sep-2025
    rf"|{_MONTH}-\d{{4}}"  # the Sept-2024 edition
    r")(?![\w/-])",
    re.IGNORECASE,
)
_VOUCHED = frozenset({"day", "month", "year"})


def marked(text: str) -> Iterator[tuple[int, int]]:
    """Where such dates stand."""
    return (found.span() for found in _FORMS.finditer(text))


@lru_cache(maxsize=4096)
def read(text: str, published: date | None) -> Period | None:
    """The days of one marked date; ``published`` helps with a missing century only."""
    base = datetime.combine(published or date(2000, 1, 1), datetime.min.time())
    found = _parser(base).get_date_data(text)
    if found.date_obj is None or found.period not in _VOUCHED:
        return None
    return unit_around(found.date_obj.date(), found.period)


@lru_cache(maxsize=64)
def _parser(base: datetime) -> DateDataParser:
    settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
    return DateDataParser(languages=["en"], settings=settings)
