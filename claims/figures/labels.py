"""Figures and their periods in short English, and the parts that any wording is made of.

Where people read them at the desk, ``claims.labels`` words them through gettext from
the same parts.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, Protocol

from .inflection import plural_unit
from .values import Change, Modifier, QuantityKind, plain

SYMBOLS = {
    "percent": "%",
    "percentage point": "pp",
    "basis point": "bp",
    "kilometre": "km",
    "metre": "m",
    "centimetre": "cm",
    "millimetre": "mm",
    "square kilometre": "km²",
    "square metre": "m²",
    "cubic metre": "m³",
    "hectare": "ha",
    "tonne": "t",
    "kilogram": "kg",
    "gram": "g",
    "kilometre per hour": "km/h",
    "mile per hour": "mph",
    "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "kilowatt hour": "kWh",
    "megawatt hour": "MWh",
    "gigawatt hour": "GWh",
    "degree Celsius": "°C",
    "degree Fahrenheit": "°F",
}
_PREFIXES: dict[Modifier, str] = {
    "exact": "",
    "between": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "less than ",
}
_CHANGES: dict[Change | None, str] = {"increase": "up ", "decrease": "down ", None: ""}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# What is counted is given in the article's words where they are this short, in characters.
_SHORT = 40

PeriodShape = Literal["day", "year", "years", "month", "months", "days"]


class CountedWords(Protocol):
    """What is counted: in the article's words, and its head noun."""

    @property
    def text(self) -> str: ...
    @property
    def head(self) -> str: ...


class LabelledFigure(Protocol):
    """What a label is made of."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> QuantityKind: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def modifier(self) -> Modifier: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def per(self) -> str | None: ...
    @property
    def change(self) -> Change | None: ...
    @property
    def counted(self) -> CountedWords | None: ...


def figure_label(figure: LabelledFigure) -> str:
    """A figure, normalised: "up to EUR 1.1 billion", "112 drones", "up 4%".

    A ratio has its words beside it: "0.3333 (a third)".
    """
    label = _value(figure)
    if figure.kind == "ratio":
        return f"{_CHANGES[figure.change]}{label} ({' '.join(figure.text.split())})"
    if figure.currency:
        label = f"{figure.currency} {label}"
    elif figure.unit == "percent":
        label += "%"
    elif figure.unit:
        label += f" {unit_in_number(figure.unit, ends_of(figure.low, figure.high))}"
    if figure.kind == "count" and figure.counted:
        label += f" {_counted(figure.counted)}"
    if figure.per:
        label += f" per {figure.per}"
    return _CHANGES[figure.change] + _PREFIXES[figure.modifier] + label


def ends_of(low: Decimal | None, high: Decimal | None) -> list[Decimal]:
    """The stated ends, smaller first; one for a single value or an open interval."""
    return list(dict.fromkeys(end for end in (low, high) if end is not None))


def unit_in_number(unit: str, ends: list[Decimal]) -> str:
    """The unit in singular or plural: "1 year", "2 years", "barrels per day"."""
    return unit if ends == [1] else plural_unit(unit)


def grouped(value: Decimal) -> str:
    """With thousands separators, without trailing zeros: "1,100,000,000", "0.3333"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def period_shape(first: date, last: date) -> PeriodShape:
    """What the days make up: a day, whole months or years, or just days."""
    if first == last:
        return "day"
    if first.day != 1 or not _ends_month(last):
        return "days"
    if (first.month, last.month) == (1, 12):
        return "year" if first.year == last.year else "years"
    return "month" if (first.year, first.month) == (last.year, last.month) else "months"


def period_label(first: date, last: date) -> str:
    """Days as people write them: "4–5 Sep 2025", "Jul–Sep 2025", "2025", "1990–1999"."""
    begins, ends = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
    same_year = first.year == last.year
    match period_shape(first, last):
        case "day":
            return f"{first.day} {begins} {first.year}"
        case "year":
            return str(first.year)
        case "years":
            return f"{first.year}–{last.year}"
        case "month":
            return f"{begins} {last.year}"
        case "months":
            return f"{begins}{'–' if same_year else f' {first.year} – '}{ends} {last.year}"
    if same_year and first.month == last.month:
        return f"{first.day}–{last.day} {ends} {last.year}"
    year = "" if same_year else f" {first.year}"
    return f"{first.day} {begins}{year} – {last.day} {ends} {last.year}"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _value(figure: LabelledFigure) -> str:
    """The value or range: "1.1 billion", "350–450 million"."""
    ends = [_number(end) for end in ends_of(figure.low, figure.high)]
    if len(ends) < 2:
        return "".join(ends)
    low, high = ends
    number, _, scale = low.partition(" ")
    return f"{number if scale == high.partition(' ')[2] else low}–{high}"


def _number(value: Decimal) -> str:
    """Grouped digits, or a scale word where nothing is lost by it: "9,000", "1.1 billion"."""
    for power, word in _SCALES:
        if abs(value) >= Decimal(10) ** power:
            scaled = plain(value.scaleb(-power)) or ""
            if len(scaled.partition(".")[2]) <= 3:
                return f"{scaled} {word}"
    return f"{value.normalize():,f}"


def _counted(counted: CountedWords) -> str:
    """What is counted in the article's words; where those are long or hold figures, its head."""
    short = len(counted.text) <= _SHORT and not any(map(str.isdigit, counted.text))
    return " ".join(counted.text.split()) if short else counted.head
