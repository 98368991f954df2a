"""The grammar of dates: patterns over kinds of words, each with its reading.

``"MONTH DAY (?:COMMA? YEAR)?"`` finds "September 5, 2025". The longest match
of the leftmost rules wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from . import lengths as lengths
from . import readings as readings
from .matches import Match, Reading
from .words import LETTERS, Word


@dataclass(frozen=True)
class Rule:
    """A pattern over kinds, what it means, and a sentence in which it is the date."""

    pattern: re.Pattern[str]
    reading: Reading
    example: str


_MACROS = {
    "month": "(?:MONTH|SHORT_MONTH DOT?)",
    "weekday": "(?:WEEKDAY|SHORT_WEEKDAY DOT?)",
    "day": "(?:DAY OF? {month}|{month} THE? DAY) {of_year}?",
    "step": "(?:LAST|THIS|NEXT|COMING|ANCHORED)",
    "unit": "(?:UNIT|WEEKEND|YEAR_UNIT|QUARTER|CENTURY)",
    "units": "(?:{unit}|UNITS|DAY_UNIT)",
    "count": "(?:(?:A|DAY|YEAR|NUMBER (?:DASH? NUMBER)?) SCALE?)",
    "third": "(?:THIRD (?:DASH|(?:OF|IN) THE?)?)",
    "edge": "(?:EDGE (?:OF THE?|DASH))",
    "nth": "(?:ORDINAL|DAY)",
    "in": "(?:OF|IN|COMMA)",
    "span": "(?:SPLIT_YEAR|YEAR_SPAN)",
    # 2025, last year, fiscal 2025, the 2024-25 tax year, FY24, this financial year
    "fiscal": "(?:FISCAL YEAR_UNIT? (?:YEAR|{span})|(?:YEAR|{span}) FISCAL YEAR_UNIT"
    "|FY (?:DASH? (?:YEAR|{span}))?|{step}? FISCAL YEAR_UNIT)",
    "some_year": "(?:YEAR|SHORT_YEAR|{step} YEAR_UNIT|{fiscal})",
    # where it stands after "of", also: the year, that year
    "year": "(?:THE? {some_year}|(?:THE|SAME|THAT) YEAR_UNIT)",
    "of_year": "(?:COMMA YEAR|(?:OF|IN)? {year})",
}
_MACRO = re.compile(r"\{([a-z_]+)\}")


def _compile(pattern: str) -> re.Pattern[str]:
    """``"MONTH DAY"`` as an expression over the words' letters."""
    while (expanded := _MACRO.sub(lambda macro: _MACROS[macro[1]], pattern)) != pattern:
        pattern = expanded
    return re.compile(re.sub(r"[A-Z_]+", lambda kind: LETTERS[kind[0]], pattern).replace(" ", ""))


_TABLE: tuple[tuple[str, Reading, str], ...] = (
    # days
    ("NUMERIC", readings.numeric, "Updated 2025-09-05."),
    (
        "(?:PART OF THE?)? (?:{weekday} COMMA? THE?)?"
        "DAY (?:(?:DASH|TO|AND|COMMA) THE? DAY){0,4} OF? {month} {of_year}? PART?",
        readings.day,
        "The night of 4-5 September 2025 was the worst.",
    ),
    (
        "(?:PART OF)? (?:{weekday} COMMA?)?"
        "{month} THE? DAY (?:(?:DASH|TO|AND|UNTIL) DAY)? {of_year}? PART?",
        readings.day,
        "They met on Friday, September 5, 2025.",
    ),
    (
        "(?:(?:{third}|EARLIER|LATER) ON?)? WEEKDAY PART?",
        readings.weekday,
        "They met late on Friday night.",
    ),
    (
        "(?:LAST|THIS|NEXT|THIS? (?:COMING|PAST)|(?<=THE)ANCHORED) WEEKDAY PART?",
        readings.weekday,
        "They met last Friday.",
    ),
    (
        "(?:ORDINAL|LAST) WEEKDAY (?:OF|IN) {month} {of_year}?",
        readings.nth_weekday,
        "They met on the last Friday of May.",
    ),
    ("WEEKDAY PART? OF? {step} UNIT", readings.weekday, "They met on Tuesday of last week."),
    ("(?:EARLIER|LATER|THIRD)? DEICTIC PART?", readings.deictic, "They met yesterday evening."),
    ("(?:EARLIER|LATER|THIRD)? (?:THIS|LAST) PART", readings.deictic, "They met last night."),
    ("DAY_UNIT (?:BEFORE|AFTER) DEICTIC", readings.deictic, "They met the day before yesterday."),
    ("OVERNIGHT", readings.overnight, "Drones struck overnight."),
    ("(?:SAME|THAT) DAY_UNIT", readings.same_day, "They left the same day."),
    ("THAT TIME", readings.that_time, "They had left by that time."),
    (
        "(?<=FRAME THE|ENDED THE|EDGE THE)DAY_UNIT|(?<=FOR THE)DAY_UNIT(?=COMMA|DOT|$)",
        readings.same_day,
        "The index ended the day lower.",
    ),
    ("EDGE OF THE DAY_UNIT", readings.same_day, "The index fell at the start of the day."),
    ("(?:EARLIER|LATER|THIRD) IN THE DAY_UNIT", readings.same_day, "They met earlier in the day."),
    ("(?:ANCHORED|NEXT) DAY_UNIT", readings.stepped_day, "They left the following day."),
    (
        "(?:(?<=ON THE)|(?<=BY THE)|(?<=UNTIL THE))DAY",
        readings.day_of_month,
        "They met on the 5th.",
    ),
    ("HOLIDAY {of_year}?", readings.holiday, "They met on Christmas Eve."),
    ("NAMED WEEKDAY", readings.unresolved, "Markets fell on Black Monday."),
    # months, quarters, halves, seasons
    ("{edge}? {third}? {month} {of_year}?", readings.month, "They met in early June 2024."),
    (
        "(?:LAST|THIS|NEXT|THIS? (?:COMING|PAST)) {month}",
        readings.month,
        "They met last September.",
    ),
    ("MONTH QUARTER", readings.month_quarter, "Profit fell in the June quarter."),
    (
        "{edge}? {third}? (?:{nth} DASH? QUARTER {of_year}?|LAST QUARTER {in} {year})"
        "|QUARTER_CODE {of_year}?|YEAR QUARTER_CODE|{fiscal} {nth} DASH? QUARTER",
        readings.quarter,
        "Profit fell in the third quarter of 2024.",
    ),
    (
        "{edge}? {third}? {nth} DASH? HALF {of_year}?"
        "|HALF_CODE {of_year}?|YEAR HALF_CODE",
        readings.half,
        "Profit fell in the first half of 2024.",
    ),
    (
        "{nth} DASH? HALF OF THE? (?:{month} {of_year}?|DECADE|{nth} DASH? CENTURY)",
        readings.half_of,
        "Mines closed in the second half of the 20th century.",
    ),
    ("QUARTER_CODE DAY", readings.quarter, "Profit fell in Q1 24."),
    ("HALF_CODE DAY", readings.half, "Profit fell in H1 24."),
    ("PERIOD_CODE", readings.period_code, "Profit fell in 1Q24."),
    ("MONTHS_CODE (?:YEAR|SHORT_YEAR)", readings.months_code, "Profit fell in 9M 2024."),
    ("MONTH_CODE", readings.month_code, "Profit fell in 08/2024."),
    ("(?:MONTH|SHORT_MONTH) DASH (?:DAY|NUMBER)", readings.month_and_short_year, "Dec-24: 114"),
    (
        "(?:FISCAL {nth}|{nth} FISCAL) (?:QUARTER|HALF)",
        readings.unresolved,
        "Profit fell in its fiscal third quarter.",
    ),
    ("{edge}? {third}? {step} SEASON", readings.season, "They met last summer."),
    (
        "{edge}? {third}? SEASON (?:{in}? {year}|{span})",
        readings.season,
        "They met in summer 2012.",
    ),
    (
        "(?:(?<=IN|BY|UNTIL|SINCE)|(?<=IN THE|BY THE|UNTIL THE|SINCE THE))SEASON",
        readings.season,
        "They met in the summer.",
    ),
    (
        "(?<=IN THE)(?:LAST|NEXT) (?:UNIT|YEAR_UNIT)",
        lengths.rolling,
        "Prices rose over the last year.",
    ),
    # years and longer
    ("{edge}? {third}? {some_year}|{edge} {year}", readings.whole_year, "They met in late 2006."),
    ("(?<=FOR THE)FULL YEAR_UNIT", readings.anchored_year, "Profit for the full year fell."),
    ("YEAR_SPAN", readings.year_span, "They met in 2018-2022."),
    ("SPLIT_YEAR", readings.unresolved, "They met in 2024/25."),
    ("{edge}? {third}? DECADE", readings.decade, "They met in the early 1990s."),
    ("(?<=THE){third}? BARE_DECADE", readings.decade, "They met in the late 90s."),
    ("{edge}? {third}? {nth} DASH? CENTURY", readings.century, "They met in the 20th century."),
    ("ERA (?:YEAR|NUMBER|DAY)|(?:YEAR|NUMBER|DAY) ERA", readings.era, "It burned in AD 64."),
    # units seen from publication, or from what the text spoke of before
    (
        "{edge}? (?:{third}|EARLIER|LATER)? {step} {unit}",
        lengths.stepped_unit,
        "They met earlier this week.",
    ),
    (
        "(?:EARLIER|LATER|THIRD) IN THE {unit}",
        lengths.stepped_unit,
        "They met earlier in the month.",
    ),
    ("(?:SAME|THAT) {unit}", lengths.stepped_unit, "They met again that year."),
    ("A? YEAR_UNIT ANCHORED", lengths.stepped_unit, "They had met the year previous."),
    ("{edge} {unit}", lengths.stepped_unit, "They met at the end of the month."),
    ("YEAR_UNIT DASH EDGE", lengths.stepped_unit, "They will meet by year-end."),
    ("(?<=THE)WEEKEND(?!BEFORE|AFTER)", lengths.this_weekend, "They met over the weekend."),
    (
        "(?:{count}|A? VAGUE OF?)? {units} AGO",
        lengths.ago,
        "They met two years ago.",
    ),
    (
        "(?:{count} {units} AND A HALF|{count} DASH? AND DASH? A DASH? HALF {units}|HALF A {units})"
        "AGO",
        lengths.ago_and_a_half,
        "They met a year and a half ago.",
    ),
    ("UNIT (?:OF|EDGE) THE? {day}", lengths.week_of, "They met in the week of October 13."),
    ("RECENT UNITS", readings.unresolved, "Prices rose in recent months."),
    ("{unit} BEFORE LAST", lengths.ago, "They met the week before last."),
    ("{count} {units} (?:EARLIER|LATER)", lengths.away, "They had met a year earlier."),
    (
        "(?:{count} {units}|(?<=THE){unit}) (?:BEFORE|AFTER)(?=COMMA|DOT|AND|$)",
        lengths.away,
        "They had met the year before.",
    ),
    (
        "(?:LAST|PAST|NEXT|COMING) (?:{count}|A? VAGUE OF?) {units}"
        "|THIS? PAST {units}|COMING UNITS",
        lengths.rolling,
        "Prices rose in the past six months.",
    ),
    (
        "{step}?"
        "(?:{count} UNITS|FISCAL? YEAR_UNIT|{nth}? FISCAL? QUARTER|HALF (?:DASH? YEAR_UNIT)?|UNIT)"
        "THAT? (?:TO|ENDED|UNTIL)"
        "(?:ON|IN)? THE? (?:{weekday} COMMA?)? {edge}? (?:{day}|{month} {of_year}?)",
        lengths.ending_with,
        "Prices rose in the year to April.",
    ),
    (
        "(?:{count} UNITS|UNIT) (?:TO|ENDED|UNTIL) {weekday}",
        lengths.ending_with,
        "Sales rose in the week to Friday.",
    ),
    (
        "(?:YEAR_UNIT|UNIT|QUARTER) DASH? TO DASH? DATE",
        lengths.to_date,
        "Prices rose in the year to date.",
    ),
    (
        "(?:ORDINAL|LAST) (?:DAY|NUMBER)? {units} (?:OF|IN) (?:{month} {of_year}?|{year})",
        lengths.portion,
        "Prices rose in the first nine months of 2025.",
    ),
    (
        "SAME (?:PERIOD|{unit}|HALF) (?:{in}? {year}|OF? A YEAR_UNIT (?:AGO|EARLIER|BEFORE))"
        "|YEAR_UNIT DASH (?:AGO|EARLIER) (?:PERIOD|UNIT|QUARTER|HALF)",
        lengths.same_period,
        "Prices had risen in the same period a year earlier.",
    ),
)  # fmt: skip
RULES = tuple(Rule(_compile(pattern), reading, example) for pattern, reading, example in _TABLE)


def matches(words: Sequence[Word], accept: Callable[[Match], bool]) -> Iterator[Match]:
    """The longest acceptable matches of the leftmost rules, in order, none overlapping."""
    letters = "".join(LETTERS[word.kind] for word in words)
    found = [(m.start(), -m.end(), rule) for rule in RULES for m in rule.pattern.finditer(letters)]
    free = 0
    for start, end, rule in sorted(found, key=lambda match: match[:2]):
        match = Match(words, start, -end, rule.reading)
        if start >= free and accept(match):
            free = match.stop
            yield match
