"""Calendar arithmetic on periods of whole days, after the contract's conventions.

Everything is pure: no text, no clock. A :class:`Period` holds its first and
last day, both inclusive. A day that the calendar does not have (31 February,
the year 10000) raises ``ValueError`` or ``OverflowError``; who reads a text
catches both.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
APRIL, OCTOBER = 4, 10  # fiscal years: of the UK and India, of the US government


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from ``first`` to ``last``, both inclusive."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def months(self) -> int:
        """How many whole calendar months it is, 0 if its ends are not a month's."""
        if self.first.day != 1 or self.last != month(self.last.year, self.last.month).last:
            return 0
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1


def day(year: int, number: int, of_month: int) -> Period:
    """The period of one day: ``day(2025, 9, 5)`` is 5 September 2025."""
    there = date(year, number, of_month)
    return Period(there, there)


def on(there: date) -> Period:
    return Period(there, there)


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(first_year: int, first_month: int, count: int) -> Period:
    """``count`` whole months from that one on."""
    first = date(first_year, first_month, 1)
    return Period(first, add_months(first, count) - DAY)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def decade(number: int) -> Period:
    """The decade that the year lies in: 1990 to 1999 for 1994."""
    first = number - number % 10
    return years(first, first + 9)


def century(ordinal: int) -> Period:
    """The hundred years of that ordinal: the 20th century is 1901 to 2000."""
    return years(ordinal * 100 - 99, ordinal * 100)


def week(there: date) -> Period:
    """The week from Monday to Sunday around that day."""
    monday = there - timedelta(days=there.weekday())
    return Period(monday, monday + timedelta(days=6))


def weekend(there: date) -> Period:
    """The Saturday and Sunday of that day's week."""
    sunday = week(there).last
    return Period(sunday - DAY, sunday)


def season(year: int, first_month: int) -> Period:
    """Three months from that one on; a winter begins in December of ``year``."""
    return months(year, first_month, 3)


def unit_around(there: date, unit: str) -> Period:
    """The whole unit that the day lies in; raises ``ValueError`` for others, such as an hour."""
    units = {
        "day": lambda: on(there),
        "week": lambda: week(there),
        "fortnight": lambda: week(there),
        "weekend": lambda: weekend(there),
        "month": lambda: month(there.year, there.month),
        "quarter": lambda: months(there.year, (there.month - 1) // 3 * 3 + 1, 3),
        "half": lambda: months(there.year, 1 if there.month < 7 else 7, 6),
        "year": lambda: year(there.year),
        "decade": lambda: decade(there.year),
        "century": lambda: century((there.year + 99) // 100),
    }
    if unit not in units:
        raise ValueError(f"no calendar unit: {unit}")
    return units[unit]()


_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def add_months(there: date, count: int) -> date:
    """The same day so many months on, or the month's last where it has none such."""
    year, index = divmod(there.year * 12 + there.month - 1 + count, 12)
    length = calendar.monthrange(date(year, 1, 1).year, index + 1)[1]
    return date(year, index + 1, min(there.day, length))


def add_units(there: date, unit: str, count: int) -> date:
    """``count`` units later (earlier if negative); hours count as the days they reach into."""
    if unit in _UNIT_MONTHS:
        return add_months(there, count * _UNIT_MONTHS[unit])
    if unit == "hour":
        return there + timedelta(days=-(-count // 24) if count > 0 else count // 24)
    return there + timedelta(days=count * _UNIT_DAYS[unit])


def units_from(there: date, unit: str, count: int) -> Period:
    """The whole unit so many units away: ``-2`` weeks from a day is the week two weeks ago."""
    return unit_around(add_units(there, unit, count), unit)


def past_units(there: date, unit: str, count: int) -> Period:
    """So many units that end on that day: "the past six months"; 24 hours begin the day before."""
    if unit == "hour":
        return Period(add_units(there, unit, -count), there)
    return Period(add_units(there + DAY, unit, -count), there)


def next_units(there: date, unit: str, count: int) -> Period:
    """So many units that begin on that day: "the next six months"."""
    return Period(there, add_units(there, unit, count) - DAY)


def opening(period: Period, unit: str, count: int) -> Period:
    """So many units from the period's first day: "the first nine months of 2025"."""
    return Period(period.first, add_units(period.first, unit, count) - DAY)


def closing(period: Period, unit: str, count: int) -> Period:
    """So many units up to the period's last day: "the last three months of 2025"."""
    return Period(add_units(period.last + DAY, unit, -count), period.last)


def ending_with(end: Period, unit: str, count: int) -> Period:
    """So many units that end with a period, all of it included: "three months to September"."""
    return past_units(end.last, unit, count)


def half(period: Period, which: int) -> Period:
    """The first (1) or second half of a month, a decade or a century."""
    months = period.months
    middle = period.first.replace(day=16) if months == 1 else add_months(period.first, months // 2)
    return Period(period.first, middle - DAY) if which == 1 else Period(middle, period.last)


def part(period: Period, which: int) -> Period:
    """The early (0), mid (1) or late (2) third of a period.

    Ten days of a month; whole months of a season, half or year (January to
    April); whole years of a decade (2000 to 2003). Shorter periods are one.
    """
    count = period.months
    if count == 1:
        cuts = [period.first, *(period.first.replace(day=d) for d in (11, 21)), period.last + DAY]
    elif count >= 3:
        size = 12 if count >= 120 else 1
        pieces = count // size
        early, late = -(-pieces // 3), pieces // 3
        steps = (0, early, pieces - late, pieces)
        cuts = [add_months(period.first, step * size) for step in steps[:3]] + [period.last + DAY]
    else:
        return period
    return Period(cuts[which], cuts[which + 1] - DAY)


def fiscal_year(ends_in: int, first_month: int) -> Period:
    """The twelve months that begin with ``first_month`` and end in that year."""
    return months(ends_in - 1, first_month, 12)


def fiscal_year_around(there: date, first_month: int) -> Period:
    return fiscal_year(there.year + (there.month >= first_month), first_month)


def nth_weekday(year: int, number: int, weekday: int, which: int) -> date:
    """The day of a month's ``which``-th weekday (0 is Monday), -1 the last: "fourth Thursday"."""
    if which < 0:
        last = month(year, number).last
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter_sunday(year: int) -> date:
    """The day of Western Easter, by Gauss's rule for the Gregorian calendar."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    to_sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    number = 3 + (to_sunday + 40) // 44
    return date(year, number, to_sunday + 28 - 31 * (number // 4))
