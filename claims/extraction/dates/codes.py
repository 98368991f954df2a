"""Codes of tables and reports for years, quarters and months: "2024/25", "1Q24", "08/2025"."""

from __future__ import annotations

import re
from typing import Any

Entry = tuple[str, Any]

_PIVOT = 30  # '29 is 2029, '30 is 1930
_YEAR = r"(?:1[5-9]|20)\d\d"
# A code whose parts a mark joins; each with an example
JOINED = (
    rf"(?<![\w/.,-]){_YEAR}[-–—/]?[QH][1-4](?!\w)"  # 2024-Q4, 2025Q1
    rf"|[QH][1-4](?:[-–—/](?:{_YEAR}|\d\d)|{_YEAR})(?![\w/–—-])"  # Q1/2025, Q3-24
    rf"|[QH][1-4](?=FY\d)|FY(?={_YEAR}[-–—/])"  # Q2FY25, FY2024-25
    rf"|(?<![\w/.,-])(?:0?[1-9]|1[0-2])[-/]{_YEAR}(?![\w/–—-])"  # 08/2025
    rf"|{_YEAR}[-–—](?:{_YEAR}|\d\d)(?![\w–—-])"  # 2024-25, 2018–2022
    rf"|{_YEAR}/(?:{_YEAR}|\d\d)(?![\w/–—-])"  # 2024/25, 2024/2025
)
_YEARS = re.compile(rf"({_YEAR})([-/])(\d\d|\d{{4}})$")
_MONTH = re.compile(rf"(\d\d?)[-/]({_YEAR})$")
_BARE = re.compile(r"FY(\d\d|\d{4})?$|Q([1-4])$|H([12])$|([1-4])Q$|([12])H$|(6|9|12)M$")
_WITH_YEAR = re.compile(
    rf"(?P<year>{_YEAR})[-/]?(?P<part>Q[1-4]|H[12])$"
    rf"|(?P<part_>Q[1-4]|H[12])[-/]?(?P<year_>{_YEAR}|\d\d)$"
    rf"|(?P<reversed>[1-4]Q|[12]H|(?:3|6|9|12)M)(?P<_year>{_YEAR}|\d\d)$"
)


def classify_code(word: str) -> Entry | None:
    """A code's kind and value, None for what is none.

    "2024/25" is a split year, "2018-2022" a span of years, "2025-07" a month; "1Q24" is
    ("PERIOD_CODE", (2024, 1, 3)): the year, the first month and how many there are.
    """
    word = word.replace("–", "-").replace("—", "-")
    if found := _BARE.match(word):
        return _bare(found)
    if found := _WITH_YEAR.match(word):
        part = found["part"] or found["part_"] or found["reversed"]
        number = full_year(int(found["year"] or found["year_"] or found["_year"]))
        return "PERIOD_CODE", (number, *_months(part))
    if found := _YEARS.match(word):
        return _years(int(found[1]), found[2], found[3])
    if found := _MONTH.match(word):
        return "MONTH_CODE", (int(found[2]), int(found[1]))
    return None


def _bare(found: re.Match[str]) -> Entry:
    """Kind and value of a code without a year, or of a financial one: "Q3", "1H", "9M", "FY24"."""
    year, quarter, half, quarter_first, half_first, months = found.groups()
    if quarter or quarter_first:
        return "QUARTER_CODE", int(quarter or quarter_first)
    if half or half_first:
        return "HALF_CODE", int(half or half_first)
    if months:
        return "MONTHS_CODE", int(months)
    return "FY", full_year(int(year)) if year else None


def _months(part: str) -> tuple[int, int]:
    """The first month and the number of months of "Q3", "3Q", "H2", "9M"."""
    number = int(part.strip("QHM"))
    if "M" in part:
        return 1, number
    size = 3 if "Q" in part else 6
    return 1 + size * (number - 1), size


def _years(first: int, mark: str, second: str) -> Entry | None:
    """Kind and value of two years joined by a mark, or of a year and its month."""
    short = len(second) == 2
    last = first - first % 100 + int(second) if short else int(second)
    if short and last < first and (first + 1) % 100 == int(second):
        last += 100  # 1999-00
    if last == first + 1 and (short or mark == "/"):
        return "SPLIT_YEAR", (first, last)
    if short and last <= first:
        number = int(second)
        return ("MONTH_CODE", (first, number)) if 1 <= number <= 12 else None
    if mark == "/" or last <= first:
        return None
    return "YEAR_SPAN", (first, last)


def full_year(number: int) -> int:
    """A year written in two digits: '82 is 1982, '24 is 2024."""
    if number > 99:
        return number
    return number + (2000 if number < _PIVOT else 1900)
