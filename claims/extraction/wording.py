"""What a claim says, for people and for comparing: by template from its records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from .lexicon.stopwords import STOP_WORDS
from .records import Claim, Counted, DateSpan, Extraction, Quantity, Span, plain

_PRONOUN = re.compile(r"(?:he|she|it|they|him|her|them)$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_OVERNIGHT = re.compile(r"overnight$", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
# Expressions that say nothing beyond the days they mean, so that the days may stand for them.
_ONLY_WHEN = re.compile(
    rf"(?:today|yesterday|tomorrow|{_WEEKDAY}|{_MONTH}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:last|this|next) (?:{_WEEKDAY}|{_MONTH}|week|weekend|month|quarter|year))$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_PREFIXES = {
    "exact": "",
    "between": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "less than ",
}
_CHANGES = {"increase": "up ", "decrease": "down ", None: ""}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLURALS = {"foot": "feet", "inch": "inches", "percent": "percent"}
_MODIFYING = {"square", "cubic", "percentage", "basis", "nautical", "light", "metric"}


def make_wording(extraction: Extraction, claim: Claim) -> str:
    """The claim's text with pronouns and relative dates resolved in square brackets.

    "It fired 112 drones overnight" becomes "[Russia] fired 112 drones [night of
    4–5 Sep 2025]". Only what the records resolve is touched, and never a figure.
    """
    edits = [
        *_resolved_pronouns(extraction, claim),
        *_resolved_dates(extraction, claim),
    ]
    figures = [extraction.quantities[index] for index in claim.quantities]
    text, end = claim.text, claim.end
    for span, replacement in sorted(edits, key=lambda edit: -edit[0].start):
        if span.end > end or any(_overlap(span, figure) for figure in figures):
            continue
        text = text[: span.start - claim.start] + replacement + text[span.end - claim.start :]
        end = span.start
    return text


def content_words(extraction: Extraction, claim: Claim) -> tuple[str, ...]:
    """The claim's words in order, without stop words, figures and resolved dates.

    NFKC and casefolded. With speaker, figures and period, which are compared
    as values, they tell whether two mentions are one claim.
    """
    masked: list[Span] = [extraction.quantities[index] for index in claim.quantities]
    masked += [found for found in _dates_in(extraction, claim) if found.first]
    kept, position = [], claim.start
    for span in sorted(masked, key=lambda span: span.start):
        kept.append(extraction.article.text[position : max(position, span.start)])
        position = max(position, span.end)
    kept.append(extraction.article.text[position : claim.end])
    folded = unicodedata.normalize("NFKC", " ".join(kept)).casefold()
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(folded))
    return tuple(word for word in words if word not in STOP_WORDS)


def figure_label(quantity: Quantity) -> str:
    """A figure, normalised, for people: "up to EUR 1.1 billion", "112 drones", "up 4%".

    A ratio has its words beside it: "0.3333 (a third)".
    """
    label = _value(quantity)
    if quantity.kind == "ratio":
        return f"{_CHANGES[quantity.change]}{label} ({' '.join(quantity.text.split())})"
    if quantity.currency:
        label = f"{quantity.currency} {label}"
    elif quantity.unit == "percent":
        label += "%"
    elif quantity.unit:
        label += f" {_unit(quantity)}"
    if quantity.kind == "count" and quantity.counted:
        label += f" {_counted(quantity.counted)}"
    if quantity.per:
        label += f" per {quantity.per}"
    return _CHANGES[quantity.change] + _PREFIXES[quantity.modifier] + label


def period_label(first: date, last: date) -> str:
    """Days as people write them: "4–5 Sep 2025", "Aug 2025", "2025"."""
    if first == last:
        return f"{first.day} {_month(first)} {first.year}"
    if first.day == 1 and _ends_month(last):
        return _months_label(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_month(last)} {last.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_month(first)}{year} – {last.day} {_month(last)} {last.year}"


def _months_label(first: date, last: date) -> str:
    """Whole months: "Aug 2025", "Jul–Sep 2025"; whole years: "2025", "1990–1999"."""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_month(first)} {first.year} – {_month(last)} {last.year}"
    until = "" if first.month == last.month else f"–{_month(last)}"
    return f"{_month(first)}{until} {last.year}"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _resolved_pronouns(extraction: Extraction, claim: Claim) -> Iterator[tuple[Span, str]]:
    """A pronoun whose person the speaker resolution knows: "[Ada Reed] said"."""
    for attribution in extraction.attributions:
        speaker = attribution.speaker
        if speaker is None or speaker.name is None or not _PRONOUN.match(speaker.text):
            continue
        if claim.start <= speaker.start and speaker.end <= claim.end:
            yield speaker, f"[{speaker.name}]"


def _resolved_dates(extraction: Extraction, claim: Claim) -> Iterator[tuple[Span, str]]:
    """The days behind a date that names no year, or in its place where it says no more."""
    for found in _dates_in(extraction, claim):
        if found.first is None or found.last is None or _YEAR.search(found.text):
            continue
        period = period_label(found.first, found.last)
        if _OVERNIGHT.match(found.text) and found.first < found.last:
            yield found, f"[night of {period}]"
        elif _ONLY_WHEN.match(found.text):
            yield found, f"[{period}]"
        else:
            yield found, f"{found.text} [{period}]"


def _dates_in(extraction: Extraction, claim: Claim) -> Iterator[DateSpan]:
    for found in extraction.dates:
        if claim.start <= found.start and found.end <= claim.end:
            yield found


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _value(quantity: Quantity) -> str:
    """The value or range: "1.1 billion", "350–450 million"."""
    ends = dict.fromkeys(_number(end) for end in (quantity.low, quantity.high) if end is not None)
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


def _counted(counted: Counted) -> str:
    """What is counted in the article's words; where those are long or hold figures, its head."""
    short = len(counted.text) <= 40 and not any(map(str.isdigit, counted.text))
    return " ".join(counted.text.split()) if short else counted.head


def _unit(quantity: Quantity) -> str:
    """The unit's name in its number: "barrels per day", "1 year"."""
    unit = quantity.unit or ""
    if quantity.low == quantity.high == 1:
        return unit
    head, *rest = unit.split(" ", 1)
    if head in _MODIFYING:
        return f"{head} {_plural(rest[0])}" if rest else head
    return " ".join([_plural(head), *rest])


def _plural(noun: str) -> str:
    """ "megawatt hour" → "megawatt hours", "barrel per day" → "barrels per day"."""
    return _PLURALS.get(noun, f"{noun}s")
