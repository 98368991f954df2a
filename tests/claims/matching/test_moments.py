"""When something was, as a text says it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.moments import moments

FRIDAY = date(2025, 3, 7)


def told(text, published=None):
    return [
        (moment.bound, moment.first.isoformat(), moment.last.isoformat(), moment.scale)
        for moment in moments(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born on 5 May 1990.", ("at", "1990-05-05", "1990-05-05", "day")),
        ("He was born on May 5, 1990.", ("at", "1990-05-05", "1990-05-05", "day")),
        ("It opened in March 2009.", ("at", "2009-03-01", "2009-03-31", "day")),
        ("It opened before 1944.", ("before", "1944-01-01", "1944-12-31", "day")),
        ("It opened after 2017.", ("after", "2017-01-01", "2017-12-31", "day")),
        ("By April 7, 2020, ten had died.", ("until", "2020-04-07", "2020-04-07", "day")),
        ("It has stood since 1992.", ("since", "1992-01-01", "1992-12-31", "day")),
        ("He led it from 1985 to 1991.", ("between", "1985-01-01", "1991-12-31", "day")),
        ("It was founded in the 1990s.", ("at", "1990-01-01", "1999-12-31", "day")),
        ("It is of the 19th century.", ("at", "1801-01-01", "1900-12-31", "day")),
        ("It rained in mid-March.", ("at", "0004-03-11", "0004-03-20", "of_year")),
        ("Ten were held on 3 May.", ("at", "0004-05-03", "0004-05-03", "of_year")),
        ("Ten were held on Monday.", ("at", "0004-01-01", "0004-01-01", "weekday")),
    ],
)
def test_it_reads_a_day(text, expected):
    assert told(text) == [expected]


def test_a_weekday_is_the_latest_one_up_to_publication():
    assert told("Ten were held on Monday.", FRIDAY) == [("at", "2025-03-03", "2025-03-03", "day")]


@pytest.mark.parametrize(
    "text",
    [
        "1850 nurses marched.",
        "They may march.",
        "It cost $2014.",
        "It sold 2,014 cars.",
        "30 February",
    ],
)
def test_it_reads_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("before 1944", "21 November 1943", True),
        ("after 1944", "21 November 1943", False),
        ("in March 2009", "12 March 2009", True),
        ("on 3 May", "3 May 2020", True),
        ("on 3 May", "9 May 2020", False),
        ("on Monday", "3 March 2025", True),
        ("on Monday", "4 March 2025", False),
        ("on Monday", "in March 2025", None),
    ],
)
def test_they_can_be_one_day(one, other, answer):
    (mine,), (theirs,) = moments(f"It was {one}."), moments(f"It was {other}.")
    assert mine.meets(theirs) is answer
    assert theirs.meets(mine) is answer


@given(st.text(alphabet="0123456789 -/.,thsdecmarjuny", max_size=60))
def test_it_reads_everything(text):
    assert all(moment.first <= moment.last for moment in moments(text))
