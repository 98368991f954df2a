"""What units of time mean: last week, two years ago, the past six months, the year to April.

Readings like those of ``readings.py``, with the same errors.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import prod

from . import calendar
from .calendar import Period
from .matches import UNIT_KINDS, Match, UnresolvedError, When
from .readings import day, month, part_of, stepped, weekday, whole_year, year_of


def _count(match: Match) -> int:
    """The number of units: "two", "a", "25", "twenty-five", "a hundred"; 0 without one."""
    return sum(match.all("A", "DAY", "YEAR", "NUMBER")) * prod(match.all("SCALE"))


def stepped_unit(match: Match, when: When) -> Period:
    """The unit counted from today, or its part so far or to come: "last week".

    "Earlier this month" ends today, "later this year" begins today. Raises
    :class:`UnresolvedError` where nothing is left.
    """
    unit = match.unit
    if unit == "weekend" and not match.step:
        return this_weekend(match, when)
    period = stepped(match, when, unit)
    if match.has("EARLIER"):
        return _ordered(period.first, min(period.last, when.today))
    if match.has("LATER"):
        return _ordered(max(period.first, when.today), period.last)
    return part_of(match, period)


def _ordered(first: date, last: date) -> Period:
    if last < first:
        raise UnresolvedError
    return Period(first, last)


def this_weekend(match: Match, when: When) -> Period:
    """The latest weekend, in a sentence about the future that of this week."""
    weekend = calendar.weekend(when.today)
    if when.future or weekend.first <= when.today:
        return weekend
    return calendar.weekend(when.today - 7 * calendar.DAY)


def ago(match: Match, when: When) -> Period:
    count = 2 if match.has("LAST") else _count(match)  # the week before last
    if not count or match.has("VAGUE") or match.preceded_by("THAN"):  # more than a year ago
        raise UnresolvedError
    return calendar.units_from(when.today, match.unit, -count)


# What half a unit is, and the unit that is then named: "a year and a half ago" is a month.
_HALVES = {
    "century": (5, "decade"),
    "decade": (5, "year"),
    "year": (6, "month"),
    "month": (15, "day"),
    "fortnight": (7, "day"),
    "week": (4, "day"),
}


def ago_and_a_half(match: Match, when: When) -> Period:
    """The unit so many and a half ago: "a year and a half ago", "half a year ago".

    It is the month for years and months, the next smaller unit for longer ones. Raises
    :class:`UnresolvedError` for days and hours.
    """
    unit = next(word.value for word in match.own if word.kind in UNIT_KINDS and word.kind != "HALF")
    if unit not in _HALVES or match.preceded_by("THAN"):
        raise UnresolvedError
    size, smaller = _HALVES[unit]
    count = 0 if match.own[0].kind == "HALF" else _whole(match)
    there = calendar.add_units(calendar.add_units(when.today, unit, -count), smaller, -size)
    return calendar.unit_around(there, unit if smaller == "day" else smaller)


def _whole(match: Match) -> int:
    """The whole number of units in "a year and a half", "two and a half years"."""
    head = match.cut("AND")[0]
    return _count(head)


def away(match: Match, when: When) -> Period:
    """The unit counted from what the text spoke of before: "a year earlier", "two days later".

    Raises :class:`UnresolvedError` where nothing tells from when.
    """
    if match.followed_by("THAN"):
        raise UnresolvedError  # than what?
    sign = -1 if match.has("EARLIER", "BEFORE") else 1
    if sign > 0 and not when.anchor:
        raise UnresolvedError  # later than what?
    return calendar.units_from(when.around, match.unit, sign * (_count(match) or 1))


def rolling(match: Match, when: When) -> Period:
    """So many units up to today or from today on: "the past six months", "the next two weeks".

    Raises :class:`UnresolvedError` where their number stays open.
    """
    if match.has("VAGUE") or (match.has("UNITS") and not _count(match)):
        raise UnresolvedError
    if match.has("WEEKEND"):
        return this_weekend(match, replace(when, tense=lambda: False))
    count = _count(match) or 1
    if match.has("NEXT", "COMING"):
        return calendar.next_units(when.today, match.unit, count)
    return calendar.past_units(when.today, match.unit, count)


def ending_with(match: Match, when: When) -> Period:
    """The units up to the end of a day or month: "the year to April", "three months to June"."""
    length, tail = match.cut("TO", "ENDED", "UNTIL")
    if match.has("THIS", "NEXT", "COMING"):  # the current quarter ending in October
        when = replace(when, tense=lambda: True)
    elif match.one("ENDED") == "ending":
        tense = when.tense
        when = replace(when, tense=lambda: tense() is not False)
    if tail.has("DAY"):
        end = day(tail, when)
    else:
        end = month(tail, when) if tail.month else weekday(tail, when)
    return calendar.ending_with(end, length.unit, _count(length) or 1)


def to_date(match: Match, when: When) -> Period:
    """From the first day of the unit to today: "the year to date"."""
    return Period(calendar.unit_around(when.today, match.unit).first, when.today)


def portion(match: Match, when: When) -> Period:
    """Units of a month or year: "the first nine months of 2025", "the last week of August".

    Raises :class:`UnresolvedError` where one would begin behind its end.
    """
    head, tail = match.cut("OF", "IN")
    outer = month(tail, when) if tail.month else whole_year(tail, when)
    which, count = head.one("ORDINAL", "LAST"), _count(head) or 1
    if which < 0:
        return calendar.closing(outer, head.unit, count)
    if which == 1:
        return calendar.opening(outer, head.unit, count)
    first = calendar.add_units(outer.first, head.unit, which - 1)
    return calendar.opening(_ordered(first, outer.last), head.unit, 1)


def same_period(match: Match, when: When) -> Period:
    """What the text spoke of before, in the year named: "the same quarter of 2024".

    Without a year, a year earlier. Raises :class:`UnresolvedError` without a period before.
    """
    unit = match.one("UNIT", "DAY_UNIT", "WEEKEND", "QUARTER", "HALF")
    period = calendar.unit_around(when.around, unit) if unit else when.anchor
    if period is None:
        raise UnresolvedError
    year = None if match.has("AGO", "EARLIER", "BEFORE") else year_of(match, when)
    if year and period.months >= 12:
        return year
    shift = 12 * (year.first.year - period.first.year) if year else -12
    after = calendar.add_months(period.last + calendar.DAY, shift)
    return Period(calendar.add_months(period.first, shift), after - calendar.DAY)


def week_of(match: Match, when: When) -> Period:
    """The unit around the day named: "the week of October 13"."""
    return calendar.unit_around(day(match, when).first, match.unit)
