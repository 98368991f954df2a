"""Publication dates as newsrooms write them. Nothing is guessed and no clock is asked."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS

FIRST_YEAR, LAST_YEAR = 1900, 2100

_MONTHS = MONTHS | SHORT_MONTHS
# Hours from UTC. Names that mean several zones (IST, AST) are absent.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0,
    "bst": 1, "cet": 1, "west": 1, "cest": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_TIME = (
    r"(?:(?:\s*,\s*|\s+-\s+|\s+at\s+|\s+)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[+-]\d{2}:?\d{2}|[a-z]{1,5})?(?:\s*\([a-z ]+\))?)?"
)
# Day, month, year, as RFC 2822 has them too; then month, day, year.
_IN_WORDS = tuple(
    re.compile(_WEEKDAY + day_and_month + _TIME, re.IGNORECASE)
    for day_and_month in (
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    )
)
_IN_FIGURES = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<then>\d{{1,2}})(?P=mark){_YEAR}" + _TIME,
    re.IGNORECASE,
)
# "2025/09/05" is written as ISO 8601 has it, but for the marks.
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=$|[T\s])")
_ISO = re.compile(r"^\d{4}(?:-\d{2}-\d{2}|\d{4})(?:$|[T\s])", re.IGNORECASE)
_BEFORE_OFFSET = re.compile(r"\s+(?=(?:[+-]\d{2}:?\d{2}|Z)$)", re.IGNORECASE)
_UTC_BY_NAME = re.compile(r"\s*(?:UTC|GMT)$", re.IGNORECASE)

Published = tuple[date, datetime | None]


class AmbiguousDateError(ValueError):
    """Day and month could be either way round."""


def read_published(raw: str) -> Published:
    """The date as written, and the moment if a time of day is given.

    The moment has a zone only if the text has one; an offset is not converted
    away: "2025-09-05T23:30-07:00" is 5 September. Where the zone's name is not
    known the date is kept and the moment is ``None``. Years are 1900 to 2100.
    Raises ``ValueError`` with a sentence for the user.
    """
    written = " ".join(raw.split())
    try:
        found = _read_iso(written) or _read_words(written) or _read_figures(written)
    except AmbiguousDateError:
        raise
    except (ValueError, OverflowError) as error:
        raise ValueError(f"There is no such date or time as '{_shown(written)}'.") from error
    if found is None:
        raise ValueError(
            f"The date '{_shown(written)}' cannot be read; write it as 2025-09-05, "
            "or with a time as 2025-09-05T10:30+02:00."
        )
    if not FIRST_YEAR <= found[0].year <= LAST_YEAR:
        raise ValueError(
            f"The date '{_shown(written)}' lies outside the years {FIRST_YEAR} to {LAST_YEAR}."
        )
    return found


def _shown(written: str) -> str:
    return written if len(written) <= 60 else written[:60] + "…"


def _read_iso(written: str) -> Published | None:
    """ISO 8601, with what people do to it: "2025-09-05 10:30:00 +0200", "20250905", "2025/9/5"."""
    written = _YEAR_FIRST.sub(lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", written)
    if not _ISO.match(written):
        return None
    moment = datetime.fromisoformat(_BEFORE_OFFSET.sub("", _UTC_BY_NAME.sub("Z", written)).upper())
    has_time = len(written) > len("2025-09-05")
    return moment.date(), moment if has_time else None


def _read_words(written: str) -> Published | None:
    """The month by its name: "5 September 2025", "Sept. 5, 2025 at 4:15 p.m. EDT"."""
    for pattern in _IN_WORDS:
        found = pattern.fullmatch(written)
        if found and found["month"].lower() in _MONTHS:
            return _published(found, _MONTHS[found["month"].lower()], int(found["day"]))
    return None


def _read_figures(written: str) -> Published | None:
    """The day of a date in digits, None for no such: "25/12/2025"; "5.9.2025" has the day first."""
    found = _IN_FIGURES.fullmatch(written)
    if not found:
        return None
    first, then = int(found["first"]), int(found["then"])
    if found["mark"] == "." or first > 12 or first == then:
        return _published(found, then, first)
    if then > 12:
        return _published(found, first, then)
    raise AmbiguousDateError(
        f"The date '{_shown(written)}' is ambiguous: {first} or {then} may be the month; "
        "write it as 2025-09-05."
    )


def _published(found: re.Match[str], month: int, day: int) -> Published:
    day_written = date(int(found["year"]), month, day)
    if not found["hour"]:
        return day_written, None
    clock = time(_hour(found), int(found["minute"]), int(found["second"] or 0))
    zone = found["zone"]
    if zone and zone[0] not in "+-" and zone.lower() not in _ZONES:
        return day_written, None
    return day_written, datetime.combine(day_written, clock, _zone(zone) if zone else None)


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    if not found["half"]:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if found["half"].lower().startswith("p") else 0)


def _zone(name: str) -> timezone:
    if name[0] not in "+-":
        return timezone(timedelta(hours=_ZONES[name.lower()]))
    offset = timedelta(hours=int(name[1:3]), minutes=int(name[-2:]))
    return timezone(-offset if name[0] == "-" else offset)
