"""Dates as newsrooms write them, and none that is guessed."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import read_published

DAY = date(2025, 9, 5)


def at(hour, minute=0, offset=None):
    zone = None if offset is None else timezone(timedelta(hours=offset))
    return datetime(2025, 9, 5, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    "raw",
    [
        "2025-09-05",
        " 2025-09-05\n",
        "20250905",
        "2025/09/05",
        "2025/9/5",
        "2025.09.05",
        "5 September 2025",
        "05 sep 2025",
        "5-Sep-2025",
        "5th September 2025",
        "5th of September, 2025",
        "Friday, 5 September 2025",
        "Fri 5 Sept. 2025",
        "September 5, 2025",
        "Sept 5, 2025",
        "SEPTEMBER 5th 2025",
        "Friday, Sep. 5, 2025",
        "5.9.2025",
        "05.09.2025",
    ],
)
def test_it_reads_days(raw):
    assert read_published(raw) == (DAY, None)


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2025-09-05T10:30", at(10, 30)),
        ("2025-09-05 10:30:00", at(10, 30)),
        ("20250905T1030", at(10, 30)),
        ("2025-09-05T10:30:00Z", at(10, 30, 0)),
        ("2025-09-05t10:30:00z", at(10, 30, 0)),
        ("2025-09-05T10:30:00.000+02:00", at(10, 30, 2)),
        ("2025-09-05 10:30:00 +0200", at(10, 30, 2)),
        ("2025-09-05 10:30 UTC", at(10, 30, 0)),
        ("2025/09/05 10:30", at(10, 30)),
        ("Fri, 05 Sep 2025 10:30:00 +0200", at(10, 30, 2)),
        ("Fri, 5 Sep 2025 10:30:00 GMT", at(10, 30, 0)),
        ("Fri, 05 Sep 2025 10:30:00 -0700 (PDT)", at(10, 30, -7)),
        ("5 September 2025, 10:30", at(10, 30)),
        ("5 September 2025 at 10.30am BST", at(10, 30, 1)),
        ("Sept. 5, 2025 at 4:15 p.m. EDT", at(16, 15, -4)),
        ("September 5, 2025 12:05 AM", at(0, 5)),
        ("September 5, 2025 12:05 pm", at(12, 5)),
        ("5.9.2025 - 10:30", at(10, 30)),
    ],
)
def test_it_reads_times(raw, moment):
    assert read_published(raw) == (DAY, moment)
    assert read_published(raw)[1].utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("raw", ["2025-09-05T23:30:00-07:00", "2025-09-05T00:15:00+12:00"])
def test_an_offset_is_not_converted_away(raw):
    day, moment = read_published(raw)
    assert day == DAY
    assert moment.astimezone(UTC).date() != DAY


def test_an_unknown_zone_costs_the_time_and_not_the_date():
    assert read_published("5 September 2025 10:30 IST") == (DAY, None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("25/12/2025", date(2025, 12, 25)),
        ("12/25/2025", date(2025, 12, 25)),
        ("25-12-2025", date(2025, 12, 25)),
        ("04/04/2025", date(2025, 4, 4)),
        ("04.05.2025", date(2025, 5, 4)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_figures_are_read_where_they_can_mean_one_day_only(raw, expected):
    assert read_published(raw)[0] == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("04/05/2025", "ambiguous: 4 or 5 may be the month"),
        ("4-5-2025 10:00", "ambiguous: 4 or 5 may be the month"),
        ("1700-01-01", "lies outside the years 1900 to 2100"),
        ("1 January 1899", "lies outside the years 1900 to 2100"),
        ("3000-01-01", "lies outside the years 1900 to 2100"),
        ("2025-02-30", "There is no such date"),
        ("31/11/2025", "There is no such date"),
        ("31 June 2025", "There is no such date"),
        ("2025-13-01", "There is no such date"),
        ("2025-09-05T25:00", "There is no such date"),
        ("5 September 2025 13:00 pm", "There is no such date"),
        ("2025", "cannot be read"),
        ("September 2025", "cannot be read"),
        ("05/09/25", "cannot be read"),
        ("1757030400", "cannot be read"),
        ("yesterday", "cannot be read"),
        ("5 Septembre 2025", "cannot be read"),
        ("", "cannot be read"),
        ("9" * 5_000, "cannot be read"),
    ],
)
def test_it_says_why_a_date_is_none_and_names_it(raw, reason):
    with pytest.raises(ValueError, match=reason) as caught:
        read_published(raw)
    assert raw[:60] in str(caught.value)
    assert len(str(caught.value)) < 250


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.times())
def test_it_reads_back_what_iso_8601_writes(day, clock):
    moment = datetime.combine(day, clock)
    assert read_published(moment.isoformat()) == (moment.date(), moment)
    assert read_published(moment.date().isoformat()) == (moment.date(), None)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d %B %Y", "%b %d, %Y"]))
def test_it_reads_back_months_by_name(day, form):
    assert read_published(day.strftime(form)) == (day, None)


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. T][0-9]{1,2}[-/. :][0-9]{1,4}.*", fullmatch=True))
def test_any_text_is_a_date_or_a_value_error(raw):
    with suppress(ValueError):
        day, moment = read_published(raw)
        assert moment is None or moment.date() == day
