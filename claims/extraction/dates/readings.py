"""What the words of a date mean: days, read against the article's date.

Each reading takes the words that a rule of ``rules.py`` matched. It may
raise ``ValueError``, ``OverflowError`` or :class:`UnresolvedError`: then the
text is a date, but not one with days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from . import calendar, lexicon
from .calendar import Period
from .codes import full_year
from .matches import Match, UnresolvedError, When
from .numeric import numeric_dates

_NEAR = 31  # days

# --- reading parts


def _recurring(make: Callable[[int], Period], when: When, nearest: bool = False) -> Period:
    """The latest completed of what returns each year, in a sentence about the future the next.

    ``nearest`` lets the distance decide where there is no tense. Raises
    :class:`UnresolvedError` where none is completed.
    """
    today, choices = when.today, []
    for year in range(today.year - 8, today.year + 9):
        try:
            choices.append(make(year))
        except (ValueError, OverflowError):
            continue  # no 29 February that year
    past = [choice for choice in choices if choice.last <= today]
    ahead = [choice for choice in choices if choice.last >= today]
    if when.future and ahead:
        return ahead[0]
    if nearest and when.future is None and choices:
        return min(choices, key=lambda choice: abs((choice.first - today).days))
    if not past:
        raise UnresolvedError
    return past[-1]


def year_of(match: Match, when: When) -> Period | None:
    """The year that a match names: "2025", "last year", "fiscal 2025"; None without one."""
    if match.has("FISCAL", "FY"):
        return _fiscal_year(match, when)
    number = match.one("YEAR", "SHORT_YEAR")
    if number is not None:
        return calendar.year(number)
    if match.has("YEAR_UNIT"):
        return calendar.year(stepped(match, when, "year").first.year)
    return None


def stepped(match: Match, when: When, unit: str) -> Period:
    """The unit before, around or after a day: "last week", "this month", "the following year"."""
    anchored = match.has("ANCHORED", "SAME", "THAT") and not match.has(
        "LAST", "THIS", "NEXT", "COMING"
    )
    return calendar.units_from(when.around if anchored else when.today, unit, match.step or 0)


def _fiscal_year(match: Match, when: When) -> Period:
    """The financial year that a match names: "FY24", "the 2024-25 tax year"."""
    span = match.one("SPLIT_YEAR", "YEAR_SPAN")
    if span:
        first = calendar.fiscal_year(span[0] + 1, calendar.APRIL).first
        return Period(first, calendar.fiscal_year(span[1], calendar.APRIL).last)
    number = match.one("FY", "YEAR")
    start = when.fiscal_start(match.one("FISCAL"))
    if number:
        return calendar.fiscal_year(number, start)
    there = calendar.add_months(when.today, 12 * (match.step or 0))
    return calendar.fiscal_year_around(there, start)


def part_of(match: Match, period: Period) -> Period:
    """Early, mid or late in a period, if the match says so."""
    third = match.one("THIRD")
    return period if third is None else calendar.part(period, third)


# --- days


def day(match: Match, when: When) -> Period:
    days, month, year = match.all("DAY"), match.month, year_of(match, when)
    if year:
        return _day_range(year.first.year, month, days)
    known = lexicon.KNOWN_DAYS.get((month, days[0]))
    if known and when.next_word in known[1]:
        return calendar.day(known[0], month, days[0])
    return _recurring(lambda y: _day_range(y, month, days), when, nearest=True)


def _day_range(year: int, month: int, days: list[int]) -> Period:
    first, last = calendar.day(year, month, days[0]), calendar.day(year, month, days[-1])
    if last.last < first.first:
        raise UnresolvedError
    return Period(first.first, last.last)


def numeric(match: Match, when: When) -> Period:
    """The day of a date in digits: "2025-09-05"; of two possible ones that near publication.

    Raises :class:`UnresolvedError` where that leaves none or two: "5/9/2025".
    """
    choices = numeric_dates(match.one("NUMERIC"))
    if len(choices) > 1 and when.published:
        near = [c for c in choices if abs((c - when.today).days) <= _NEAR]
        choices = near or choices
    if len(choices) != 1:
        raise UnresolvedError
    return calendar.on(choices[0])


def weekday(match: Match, when: When) -> Period:
    today, wanted = when.today, match.one("WEEKDAY", "SHORT_WEEKDAY")
    monday = calendar.week(today).first
    step = match.step
    if match.has("COMING"):
        return calendar.on(today + ((wanted - today.weekday() - 1) % 7 + 1) * calendar.DAY)
    if match.has("UNIT") or match.has("NEXT"):  # Tuesday of last week, next Tuesday
        return calendar.on(monday + (7 * step + wanted) * calendar.DAY)
    if not step:
        return _nearest_weekday(wanted, when)
    return calendar.on(today - ((today.weekday() - wanted - 1) % 7 + 1) * calendar.DAY)


def _nearest_weekday(wanted: int, when: When) -> Period:
    """The latest such day up to today; the next one in a sentence about the future."""
    back = (when.today.weekday() - wanted) % 7
    return calendar.on(when.today + (7 - back if back and when.future else -back) * calendar.DAY)


def nth_weekday(match: Match, when: When) -> Period:
    """A weekday by its place in a month: "the first Sunday of May"."""
    wanted, which, year = match.one("WEEKDAY"), match.one("ORDINAL", "LAST"), year_of(match, when)

    def in_year(number: int) -> Period:
        return calendar.on(calendar.nth_weekday(number, match.month, wanted, which))

    return in_year(year.first.year) if year else _recurring(in_year, when, nearest=True)


def deictic(match: Match, when: When) -> Period:
    """The day counted from today: "yesterday", "last night", "the day after tomorrow"."""
    offset = match.one("DEICTIC") or 0
    offset += -1 if match.has("LAST", "BEFORE") else match.has("AFTER")
    return calendar.on(when.today + offset * calendar.DAY)


def overnight(match: Match, when: When) -> Period:
    return Period(when.today - calendar.DAY, when.today)


def same_day(match: Match, when: When) -> Period:
    """The day that the text spoke of before, or today: "the same day", "ended the day lower".

    Raises :class:`UnresolvedError` for "the same day" or "that day" with none before.
    """
    if when.day:
        return when.day
    if match.has("SAME", "THAT"):
        raise UnresolvedError
    return calendar.on(when.today)


def that_time(match: Match, when: When) -> Period:
    """The period that the text spoke of before: "by that time".

    Raises :class:`UnresolvedError` without one.
    """
    if when.anchor is None:
        raise UnresolvedError
    return when.anchor


def stepped_day(match: Match, when: When) -> Period:
    """The day beside the one that the text spoke of before: "the previous day", "the next day"."""
    around = when.day.first if when.day else when.today
    return calendar.on(around + match.step * calendar.DAY)


def day_of_month(match: Match, when: When) -> Period:
    """The latest such day, or the next: "on the 12th"; in the month that the text spoke of."""
    number = match.one("DAY")
    spoken = _in_month_of(when.anchor, number)
    if spoken and (when.future or spoken <= when.today):
        return calendar.on(spoken)
    first, step = when.today.replace(day=1), 1 if when.future else -1
    for steps in range(3):  # 31 may not be in the nearest month
        month = calendar.add_months(first, step * steps)
        found = month + (number - 1) * calendar.DAY
        reached = found >= when.today if when.future else found <= when.today
        if found.month == month.month and reached:
            return calendar.on(found)
    raise UnresolvedError


def _in_month_of(period: Period | None, number: int) -> date | None:
    """That day of the month in which a day or month lies; None for longer periods."""
    if period is None or not (period.is_day or period.months == 1):
        return None
    found = period.first.replace(day=1) + (number - 1) * calendar.DAY
    return found if found.month == period.first.month else None


def holiday(match: Match, when: When) -> Period:
    name, year = match.one("HOLIDAY"), year_of(match, when)
    if year:
        return _holiday_in(name, year.first.year)
    return _recurring(lambda y: _holiday_in(name, y), when, nearest=True)


def _holiday_in(name: str, year: int) -> Period:
    if name in lexicon.FIXED_HOLIDAYS:
        return calendar.day(year, *lexicon.FIXED_HOLIDAYS[name])
    if name in lexicon.EASTER_HOLIDAYS:
        offset = lexicon.EASTER_HOLIDAYS[name]
        return calendar.on(calendar.easter_sunday(year) + offset * calendar.DAY)
    month, weekday, which, offset = lexicon.FLOATING_HOLIDAYS[name]
    return calendar.on(calendar.nth_weekday(year, month, weekday, which) + offset * calendar.DAY)


def unresolved(match: Match, when: When) -> Period:
    raise UnresolvedError


# --- months, quarters, halves, seasons


def month(match: Match, when: When) -> Period:
    number, year = match.month, year_of(match, when)
    if year:
        return part_of(match, calendar.month(year.first.year, number))
    return _nth_in_year(lambda y: part_of(match, calendar.month(y, number)), match.step, when)


def _nth_in_year(make: Callable[[int], Period], step: int | None, when: When) -> Period:
    """The bare, last, this year's or next one: "March", "last summer", "the next quarter"."""
    if step is None:
        return _recurring(make, when)
    if step == 0:
        return make(when.today.year)
    candidates = [make(when.today.year + offset) for offset in (-2, -1, 0, 1, 2)]
    if step < 0:
        return [period for period in candidates if period.last <= when.today][-1]
    return next(period for period in candidates if period.first > when.today)


def month_quarter(match: Match, when: When) -> Period:
    """The three months that end with the month named: "the June quarter"."""
    return calendar.ending_with(month(match, when), "month", 3)


def quarter(match: Match, when: When) -> Period:
    return _nth_of_year(match, when, match.one("ORDINAL", "QUARTER_CODE", "DAY", "LAST"), 3)


def half(match: Match, when: When) -> Period:
    return _nth_of_year(match, when, match.one("ORDINAL", "HALF_CODE", "DAY"), 6)


def period_code(match: Match, when: When) -> Period:
    """The quarter, half or months of a year that a code names: "1Q24", "2024-Q4", "9M25"."""
    return calendar.months(*match.one("PERIOD_CODE"))


def months_code(match: Match, when: When) -> Period:
    """So many months from a year's first: "9M 2025"."""
    return calendar.months(match.one("YEAR", "SHORT_YEAR"), 1, match.one("MONTHS_CODE"))


def month_code(match: Match, when: When) -> Period:
    return calendar.month(*match.one("MONTH_CODE"))


def month_and_short_year(match: Match, when: When) -> Period:
    return calendar.month(full_year(match.one("DAY", "NUMBER")), match.month)


def _nth_of_year(match: Match, when: When, which: int, size: int) -> Period:
    """That quarter (``size`` 3) or half (6), of a year if the match names one.

    Raises :class:`UnresolvedError` where a year has none such: "the fifth quarter".
    """
    which = 12 // size if which == -1 else which
    if not 1 <= which <= 12 // size:
        raise UnresolvedError
    year = year_of(match, when)
    if match.has("QUARTER_CODE", "HALF_CODE") and match.has("DAY"):
        year = calendar.year(full_year(match.one("DAY")))  # Q1 24
    if year:
        first = calendar.add_months(year.first, size * (which - 1))
        return part_of(match, calendar.months(first.year, first.month, size))
    return _recurring(
        lambda y: part_of(match, calendar.months(y, 1 + size * (which - 1), size)), when
    )


def half_of(match: Match, when: When) -> Period:
    """Half of a month, decade or century: "the second half of September"."""
    head, tail = match.cut("OF")
    if tail.month:
        outer = month(tail, when)
    else:
        outer = century(tail, when) if tail.has("CENTURY") else decade(tail, when)
    return calendar.half(outer, head.one("ORDINAL", "DAY"))


def season(match: Match, when: When) -> Period:
    first_month = match.one("SEASON")
    span = match.one("SPLIT_YEAR", "YEAR_SPAN")
    if span:
        return part_of(match, calendar.season(span[0], first_month))
    year = year_of(match, when) if match.has("YEAR", "SHORT_YEAR", "YEAR_UNIT") else None
    if year:
        return part_of(match, calendar.season(year.first.year, first_month))
    shift = 1 if match.step == 0 and first_month == 12 and when.today.month < 3 else 0
    return _nth_in_year(
        lambda y: part_of(match, calendar.season(y - shift, first_month)), match.step, when
    )


# --- years and longer


def whole_year(match: Match, when: When) -> Period:
    year = year_of(match, when)
    if year is None:
        raise UnresolvedError
    return part_of(match, year)


def anchored_year(match: Match, when: When) -> Period:
    """The year that the text spoke of before, else that of publication: "the full year"."""
    return calendar.year(when.around.year)


def year_span(match: Match, when: When) -> Period:
    return calendar.years(*match.one("YEAR_SPAN"))


def decade(match: Match, when: When) -> Period:
    number = match.one("DECADE", "BARE_DECADE")
    if number < 100:
        number += 1900 if number >= 30 else 2000
    if number % 100 == 0 and number != 2000:
        return part_of(match, calendar.years(number, number + 99))
    return part_of(match, calendar.decade(number))


def century(match: Match, when: When) -> Period:
    return part_of(match, calendar.century(sum(match.all("ORDINAL", "DAY", "NUMBER"))))


def era(match: Match, when: When) -> Period:
    if match.one("ERA").startswith("b"):
        raise UnresolvedError
    return calendar.year(match.one("NUMBER", "YEAR", "DAY"))
