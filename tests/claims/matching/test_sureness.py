"""Which pairs of figures the desk tells of: those of which both claims say the same."""

from __future__ import annotations

from datetime import date

import pytest

from claims.matching.relating import relate
from claims.matching.stated import stated_in
from claims.matching.sureness import is_sure, may_be_of_another_time

WEDNESDAY, FRIDAY = date(2025, 6, 4), date(2025, 6, 6)

SURE = [
    (
        "The landslide killed 41 people in Orvale.",
        "Officials in Orvale say 44 people were killed.",
    ),
    (
        "The bridge would cost £18 million a year.",
        "Lena Marsh put the cost at £12 million a year.",
    ),
    ("The ministry paid 22,850 euros for the boat.", "The boat was had for 22,850 euros."),
]
UNSURE = [
    # near in value, one noun, and nothing that both say of it
    (
        "Once it is over, 26 countries will send troops to Orvale.",
        "The call followed the meeting of 31 countries in Marne that help Orvale.",
    ),
    ("Ticket sales rose by 10% in a year.", "The queue in Orvale is up 6% on a year earlier."),
    ("The clinic postponed 900 appointments.", "The clinic postponed 880 operations."),
    ("She leads by 46 percent to 42 percent.", "Ms Marsh would leave it at 35 percent."),
    # what somebody denies is not what he states
    (
        "The union counted 4,800 nurses on strike in Orvale.",
        "There were not 5,000 nurses on strike in Orvale.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SURE)
def test_two_figures_of_one_thing_are_sure(one: str, other: str) -> None:
    mine, theirs = stated_in(one, WEDNESDAY), stated_in(other, WEDNESDAY)
    assert is_sure(mine, theirs, relate(mine, theirs))
    assert is_sure(theirs, mine, relate(theirs, mine))


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_figures_that_are_only_alike_are_not(one: str, other: str) -> None:
    mine, theirs = stated_in(one, WEDNESDAY), stated_in(other, WEDNESDAY)
    assert not is_sure(mine, theirs, relate(mine, theirs))


def test_two_polls_do_not_speak_against_each_other() -> None:
    mine = stated_in("Among likely voters Marsh leads Holt by 49 percent to 47 percent.", FRIDAY)
    theirs = stated_in("One average shows Marsh leading Holt 45.3 percent to 44 percent.", FRIDAY)
    assert relate(mine, theirs).code != "contradicts"


@pytest.mark.parametrize(
    ("one", "other", "day", "moved"),
    [
        ("The river stood at 1.9 metres.", "The river has dropped to 1.3 metres.", FRIDAY, True),
        (
            "The river stood at 1.9 metres.",
            "The river has dropped to 1.3 metres.",
            WEDNESDAY,
            False,
        ),
        ("They raised $64 million in August 2024.", "They raised $98 million.", WEDNESDAY, True),
        ("The fire killed 41 people.", "The fire killed 44 people.", WEDNESDAY, False),
    ],
)
def test_a_level_of_another_time_speaks_against_none(
    one: str, other: str, day: date, moved: bool
) -> None:
    mine, theirs = stated_in(one, WEDNESDAY), stated_in(other, day)
    found = relate(mine, theirs)
    assert found.one
    assert found.other
    assert may_be_of_another_time(mine, theirs, found.one, found.other) is moved
