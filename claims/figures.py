"""Figures as people read them: short for a list, normalised in words for the record."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _t

NO_BREAK = "\u00a0"
MINUS = "\u2212"

SCALES = (
    (Decimal(10) ** 12, "tn"),
    (Decimal(10) ** 9, "bn"),
    (Decimal(10) ** 6, "mn"),
)
SIGNS = {"about": "~", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}
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
LARGEST_DENOMINATOR = 20
IRREGULAR = {"foot": "feet", "inch": "inches", "percent": "percent"}


class Figure(Protocol):
    """What this module reads of a :class:`claims.models.Quantity`."""

    kind: str
    low: Decimal | None
    high: Decimal | None
    modifier: str
    unit: str
    currency: str
    per: str
    change: str
    counted_text: str
    place: str
    period_from: date | None
    period_to: date | None


def compact(figure: Figure) -> str:
    """The figure in a narrow column: "EUR 1.1 bn", "40 %", "> 9,000", "×2", "2/3", "5–10"."""
    write = _fraction if figure.kind == "ratio" else short
    text = "–".join(write(end) for end in _ends(figure))
    if figure.kind == "multiple":
        text = f"×{text}"
    elif figure.kind == "rank":
        text = _t("no. %(rank)s") % {"rank": text}
    if figure.currency:
        text = f"{figure.currency}{NO_BREAK}{text}"
    elif figure.unit and figure.kind != "multiple":
        unit = SYMBOLS.get(figure.unit) or _counted_unit(figure)
        text = f"{text}{NO_BREAK}{unit}"
    sign = {"increase": "+", "decrease": MINUS}.get(figure.change, "")
    modifier = SIGNS.get(figure.modifier)
    return f"{modifier}{NO_BREAK}{sign}{text}" if modifier else f"{sign}{text}"


def normalised(figure: Figure) -> str:
    """The figure in full: "1,100,000,000 EUR · fuel sales · per year · 2024"."""
    parts = [in_words(figure), figure.counted_text, figure.place]
    if figure.per:
        parts.append(_t("per %(unit)s") % {"unit": figure.per})
    parts.append(period(figure.period_from, figure.period_to))
    return " · ".join(part for part in parts if part)


def in_words(figure: Figure) -> str:
    """Value, unit and modifier: "at least 9,000 barrels per day", "a rise of 4 percent"."""
    value = "–".join(grouped(end) for end in _ends(figure))
    unit = figure.currency or (_counted_unit(figure) if figure.unit else "")
    text = " ".join(part for part in (value, unit) if part)
    if figure.kind == "multiple":
        text = _t("%(value)s times") % {"value": value}
    elif figure.kind == "rank":
        text = _t("number %(value)s") % {"value": value}
    if figure.modifier in SIGNS:
        text = f"{_modifier_words()[figure.modifier]} {text}"
    if figure.change == "increase":
        return _t("up by %(size)s") % {"size": text}
    if figure.change == "decrease":
        return _t("down by %(size)s") % {"size": text}
    return text


def period(first: date | None, last: date | None) -> str:
    """A span of days as short as it can be said: "2024", "March 2024", "5 Sep 2025"."""
    if not first and not last:
        return ""
    if not last:
        return _t("from %(day)s") % {"day": _day(first)}
    if not first:
        return _t("to %(day)s") % {"day": _day(last)}
    if first == last:
        return _day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _whole_months(first, last)
    return f"{_day(first)} – {_day(last)}"


def _whole_months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return date_format(first, "F Y")
    return f"{date_format(first, 'M Y')} – {date_format(last, 'M Y')}"


def short(value: Decimal) -> str:
    """Four significant digits of a large value, all of a small one: "1.1 bn", "9,000"."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{grouped(Decimal(f'{value / scale:.4g}'))}{NO_BREAK}{name}"
    return grouped(value)


def _fraction(value: Decimal) -> str:
    """A ratio below one as people say it: "2/3" for 0.6667; else the number."""
    near = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    if 0 < near < 1 and abs(Decimal(near.numerator) / near.denominator - value) < Decimal("0.0001"):
        return f"{near.numerator}/{near.denominator}"
    return short(value)


def grouped(value: Decimal) -> str:
    """With thousands separators, without trailing zeros: "1,100,000,000", "0.3333"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plural(unit: str) -> str:
    """The unit in the plural: "barrels per day", "square kilometres", "degrees Celsius"."""
    head, joint, rest = unit.partition(" per ")
    first, space, last = head.partition(" ")
    if first == "degree":
        return f"degrees{space}{last}{joint}{rest}"
    if head in IRREGULAR:
        return f"{IRREGULAR[head]}{joint}{rest}"
    return f"{head}{'' if head.endswith(('s', 'hertz')) else 's'}{joint}{rest}"


def _ends(figure: Figure) -> list[Decimal]:
    """The stated ends, smaller first; one for a single value or an open interval."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends


def _counted_unit(figure: Figure) -> str:
    return figure.unit if _ends(figure) == [1] else plural(figure.unit)


def _day(day: date | None) -> str:
    return date_format(day, "j M Y") if day else ""


def _modifier_words() -> dict[str, str]:
    return {
        "about": _t("about"),
        "at_least": _t("at least"),
        "more_than": _t("more than"),
        "at_most": _t("at most"),
        "less_than": _t("less than"),
    }
