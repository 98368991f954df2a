"""When something was, as a text says it: days, months, years, and what bounds them.

Read from the characters, for the comparison of two texts: a day without a year is compared
with another's month and day, a weekday with another's weekday. The extraction's own dates,
which a claim in the database has, need a parse.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from claims.figures import words_pattern
from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS

Scale = Literal["day", "of_year", "weekday"]
Bound = Literal["at", "before", "after", "until", "since", "between"]

# Days without a year are thought to be in a leap year
_NO_YEAR = 4
_ALWAYS = 10_000_000  # days: later than every date
_NUMBERS = {**MONTHS, **SHORT_MONTHS}
_MONTH = rf"(?P<month>{words_pattern(MONTHS)}|(?:{words_pattern(SHORT_MONTHS)})\b\.?)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 5 March 2020, 5 March, 3-5 March 2020
        rf"(?<![\d.,])(?:(?P<from>3[01]|[12]\d|0?[1-9])\s?[-–]\s?)?{_DAY}\s(?:of\s)?{_MONTH}"
        rf"(?:\s?,?\s?{_YEAR})?(?![\d-])\b",
        # March 5, 2020, March 5
        rf"\b{_MONTH}\s{_DAY}(?![\d:]|[.,]\d{{3}}|\s?%|\sper)(?:\s?,?\s?{_YEAR}(?!\d|\s[a-z]+s\b))?",
        # March 2020
        rf"\b{_MONTH}\s?,?\s(?:of\s)?{_YEAR}\b",
        # 2020-03-05
        r"\b(?P<year>(?:1[4-9]|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
        # 2013-14, 2013/14, 2013-2014
        r"(?<![\d.,$£€-])(?P<year>(?:1[4-9]|20)\d\d)\s?[-–/]\s?(?P<to>(?:1[4-9]|20)?\d\d)(?![\d%]|[.,]\d)",
        # the 1990s, the 19th century
        r"\b(?P<decade>(?:1[4-9]|20)\d0)['’]?s\b|\b(?P<century>\d\d?)(?:st|nd|rd|th)[\s-]century\b",
    )
)
_BARE_YEAR = re.compile(
    r"(?<![\d.,$£€#+/-])(?<!\$\s)(?<!£\s)(?<!€\s)\b(?:1[4-9]|20)\d\d\b(?![\d%]|[.,]\d|\s?%|-)"
)
_BARE_MONTH = re.compile(
    rf"\b(?:in|of|last|this|since|by|until|before|after|during|from|to|and|every|late|early|mid)[\s-]"
    rf"(?P<month>{words_pattern(name.capitalize() for name in MONTHS)})\b"
)
_WEEKDAY = re.compile(rf"\b(?P<weekday>{words_pattern(name.capitalize() for name in WEEKDAYS)})\b")
_ANY = re.compile(
    rf"\d{{4}}|\dth\scentury|\b(?:{words_pattern(MONTHS)}|{words_pattern(SHORT_MONTHS)})\b|day\b",
    re.IGNORECASE,
)
# "2019 people", "1850 nurses" are counted; "the 2019 elections", "in 2019 people" are not
_COUNTED = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?!was\b|is\b|has\b|as\b|its\b|this\b)[a-z]*[a-rtv-z]s\b|\s(?:people|men|women|children|per|million)\b"
)
_BEFORE_A_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|before|after|during|early|mid|late|circa|year|from|the)[\s-]\(?$",
    re.I,
)
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("before", r"before|prior to|earlier than|ahead of|preceding"),
    ("after", r"after|later than|following|past"),
    ("until", r"by|until|till|through|up to|no later than|to"),
    ("since", r"since|from|starting(?: in| on)?|as early as|beginning(?: in| on)?"),
)
_BOUND = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS)
    + r")\s(?:the\s)?(?:(?:end|start|beginning|year|month|summer|spring|autumn|fall|winter|season"
    r"|middle|close)\s(?:of\s)?)?(?:in\s|on\s)?(?:the\s)?(?:early[\s-]|mid[\s-]?|late[\s-])?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:\w+\s){0,2}?$", re.IGNORECASE)
_AND = re.compile(r"\s?(?:,\s?\d{4}\s)?(?:and|to|until|till|through|[-–])\s(?:\w+\s){0,1}?$", re.I)
_PART = re.compile(r"\b(?P<part>early|mid|late)(?:\s|-|\sin\s)?(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days, both ends included, and how the text bounds it.

    ``scale`` says whether the year is known: "of_year" has days of the year 4 AD, "weekday"
    the first week of it. "Before 1944" is the year 1944 with the bound "before".
    """

    first: date
    last: date
    bound: Bound = "at"
    scale: Scale = "day"
    start: int = 0
    end: int = 0

    @property
    def days(self) -> tuple[int, int]:
        """First and last day that are meant, as numbers; open ends are far away."""
        first, last = self.first.toordinal(), self.last.toordinal()
        if self.bound == "before":
            return -_ALWAYS, first - 1
        if self.bound == "after":
            return last + 1, _ALWAYS
        if self.bound == "until":
            return -_ALWAYS, last
        if self.bound == "since":
            return first, _ALWAYS
        return first, last

    def meets(self, other: Moment) -> bool | None:
        """Can both be one day? None where that cannot be told: a weekday and a month."""
        one = self
        if one.scale != other.scale:
            pair = _on_one_scale(one, other)
            if pair is None:
                return None
            one, other = pair
        mine, theirs = one.days, other.days
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def another_time(one: Moment, other: Moment) -> bool:
    """Are figures of these two of different days? A day inside the month before or after which
    the other is said to be tells nothing."""
    if one.meets(other) is not False:
        return False
    return not (_is_inside(one, other) or _is_inside(other, one))


def _is_inside(one: Moment, other: Moment) -> bool:
    """Is one a part of the other, shorter than it?"""
    is_shorter = one.last - one.first < other.last - other.first
    return is_shorter and other.first <= one.first and one.last <= other.last


def _on_one_scale(one: Moment, other: Moment) -> tuple[Moment, Moment] | None:
    scale: Scale = "weekday" if "weekday" in (one.scale, other.scale) else "of_year"
    mine, theirs = _lowered(one, scale), _lowered(other, scale)
    return (mine, theirs) if mine and theirs else None


def _lowered(moment: Moment, scale: Scale) -> Moment | None:
    """The moment without its year, or as a weekday."""
    if moment.scale == scale:
        return moment
    if moment.scale != "day" or moment.first.year != moment.last.year:
        return None
    if scale == "weekday":
        if moment.first != moment.last:
            return None
        there = date(_NO_YEAR, 1, 1 + moment.first.weekday())
        return replace(moment, first=there, last=there, scale=scale)
    first, last = moment.first.replace(year=_NO_YEAR), moment.last.replace(year=_NO_YEAR)
    if (last - first).days > _LONGEST_OF_YEAR:
        return None
    return replace(moment, first=first, last=last, scale=scale)


_LONGEST_OF_YEAR = 100


def moments(text: str, published: date | None = None) -> list[Moment]:
    """The days, months and years of a text in order, with the bound in front of each."""
    if not _ANY.search(text):
        return []
    taken = [False] * len(text)
    found: list[Moment] = []
    for start, end, first, last, scale in _spans(text, taken, published):
        found.append(Moment(first, last, "at", scale, start, end))
    found.sort(key=lambda moment: moment.start)
    return _joined(text, [_narrowed(text, moment) for moment in found])


_Span = tuple[int, int, date, date, Scale]


def _spans(text: str, taken: list[bool], published: date | None) -> Iterator[_Span]:
    for form in _FORMS:
        for found in form.finditer(text):
            if not any(taken[found.start() : found.end()]) and (span := _read(found)):
                taken[found.start() : found.end()] = [True] * len(found.group())
                yield span
    for found in _BARE_YEAR.finditer(text):
        if not taken[found.start()] and _is_year(text, *found.span()):
            taken[found.start() : found.end()] = [True] * 4
            year = int(found.group())
            yield (*found.span(), date(year, 1, 1), date(year, 12, 31), "day")
    for found in _BARE_MONTH.finditer(text):
        if not taken[found.start("month")]:
            taken[found.start("month")] = True
            number = _NUMBERS[found["month"].lower()]
            last = calendar.monthrange(_NO_YEAR, number)[1]
            yield (
                *found.span("month"),
                date(_NO_YEAR, number, 1),
                date(_NO_YEAR, number, last),
                "of_year",
            )
    for found in _WEEKDAY.finditer(text):
        yield _weekday(found, published)


def _weekday(found: re.Match[str], published: date | None) -> _Span:
    """The latest such day up to publication; without one, a weekday."""
    number = WEEKDAYS[found["weekday"].lower()]
    if published is None:
        there = date(_NO_YEAR, 1, 1 + number)
        return (*found.span(), there, there, "weekday")
    there = published - timedelta(days=(published.weekday() - number) % 7)
    return (*found.span(), there, there, "day")


def _is_year(text: str, start: int, end: int) -> bool:
    if _BEFORE_A_YEAR.search(text, max(0, start - 12), start):
        return True
    return not _COUNTED.match(text, end)


def _read(found: re.Match[str]) -> _Span | None:
    parts = found.groupdict()
    try:
        first, last, scale = _days_of(parts)
    except ValueError:  # 30 February
        return None
    return (*found.span(), first, last, scale)


def _days_of(parts: dict[str, str | None]) -> tuple[date, date, Scale]:
    if decade := parts.get("decade"):
        return date(int(decade), 1, 1), date(int(decade) + 9, 12, 31), "day"
    if century := parts.get("century"):
        last = max(1, min(99, int(century))) * 100
        return date(last - 99, 1, 1), date(last, 12, 31), "day"
    year = int(parts.get("year") or _NO_YEAR)
    if to := parts.get("to"):
        end = int(to) if len(to) == 4 else year // 100 * 100 + int(to)
        if not year < end <= year + 300:
            raise ValueError
        return date(year, 1, 1), date(end, 12, 31), "day"
    month = int(parts.get("number") or 0) or _NUMBERS[(parts["month"] or "").lower().rstrip(".")]
    scale: Scale = "day" if parts.get("year") else "of_year"
    if not parts.get("day"):
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), scale
    last_day = date(year, month, int(parts["day"] or 0))
    first_day = last_day.replace(day=int(parts.get("from") or last_day.day))
    return min(first_day, last_day), last_day, scale


def _narrowed(text: str, moment: Moment) -> Moment:
    """With the bound before it, and a third of it where it is early, mid or late."""
    before = text[max(0, moment.start - 40) : moment.start]
    if part := _PART.search(before):
        moment = _third(moment, part["part"].lower())
    if found := _BOUND.search(before):
        bound: Bound = found.lastgroup  # type: ignore[assignment]
        return replace(moment, bound=bound)
    return moment


def _third(moment: Moment, part: str) -> Moment:
    length = (moment.last - moment.first).days + 1
    index = ("early", "mid", "late").index(part)
    first = moment.first + timedelta(days=length * index // 3)
    return replace(
        moment, first=first, last=moment.first + timedelta(days=length * (index + 1) // 3 - 1)
    )


def _joined(text: str, found: list[Moment]) -> list[Moment]:
    """Two ends made one: "between 1985 and 1991", "from May 3 to May 9"."""
    joined: list[Moment] = []
    for moment in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.scale == moment.scale
            and last.first <= moment.last
            and _AND.fullmatch(text, last.end, moment.start)
            and _BETWEEN.search(text, max(0, last.start - 20), last.start)
        ):
            joined[-1] = replace(last, last=moment.last, bound="between", end=moment.end)
        else:
            joined.append(moment)
    return joined
