"""How two statements stand to each other: the tables of pairs, and what holds of every pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching import relate, stated_in
from claims.matching.pairing import closeness
from tests.claims.matching.pairs import ASIDE, FIRST, MATCHED, Pair

OPEN = {
    "Of 60 applicants, 22 were women.": "a part as far off as another figure of the text would be",
}


def rows(pairs):
    return [
        pytest.param(pair, marks=marks_of(pair), id=f"{pair.one} / {pair.other}") for pair in pairs
    ]


def marks_of(pair):
    reason = OPEN.get(pair.one)
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


def both_ways(pair: Pair):
    one, other = stated_in(pair.one, pair.days[0]), stated_in(pair.other, pair.days[1])
    return relate(one, other), relate(other, one)


@pytest.mark.parametrize("pair", rows((*FIRST, *ASIDE)))
def test_it_answers_a_pair_and_the_pair_turned(pair):
    assert [relation.compared for relation in both_ways(pair)] == [pair.answer] * 2


@pytest.mark.parametrize("pair", rows(MATCHED))
def test_it_answers_as_match_does(pair):
    assert [relation.matched for relation in both_ways(pair)] == [pair.answer] * 2


def test_it_tells_the_figures_and_how_far_they_are_apart():
    relation = relate(
        stated_in("Police counted 112 drones."), stated_in("They counted 115 drones.")
    )
    assert relation.code == "contradicts"
    assert (relation.one.text, relation.other.text) == ("112", "115")
    assert (relation.difference.absolute, relation.difference.percent) == (3, Decimal("2.7"))


def test_a_repeat_is_the_same_and_what_says_more_agrees():
    said = stated_in("The flood killed 12 people in Arlen.")
    assert relate(said, stated_in("In Arlen the flood killed twelve people.")).code == "same"
    longer = (
        "Twelve people died in Arlen when the river broke its banks and flooded the lower town."
    )
    assert relate(said, stated_in(longer)).code == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two polls ask two sets of people
        ("A poll put the party at 46 percent.", "The poll has the party at 43 percent."),
        # two people of two names
        ("Police shot Liam Drew, a 43-year-old man.", "Police shot Ivor Nash, a 40-year-old man."),
        # without a "not", and as good as with one
        (
            "He may not have paid taxes for 12 years.",
            "He may have avoided paying taxes for 12 years.",
        ),
        # another way, and another town
        ("Rents in Malmo rose 4%.", "Rents in Uppsala fell 4%."),
        # a plan and what was done
        ("The firm has cut 120 jobs.", "The firm will cut 400 jobs."),
    ],
)
def test_what_only_seems_to_contradict(one, other):
    assert relate(stated_in(one), stated_in(other)).compared != "contradicts"


# --- with the rows of the database ----------------------------------------------


@dataclass
class Row:
    """As much of a ``Quantity`` as is read."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: str = "count"
    modifier: str = "exact"
    unit: str = ""
    currency: str = ""
    per: str = ""
    change: str = ""
    counted_head: str = ""
    place: str = ""
    period_from: date | None = None
    period_to: date | None = None


def row(text: str, figure: str, value: int, **fields) -> Row:
    start = text.index(figure)
    return Row(start, start + len(figure), Decimal(value), Decimal(value), **fields)


def test_rows_say_what_the_text_leaves_open():
    text, other_text = "They have 40.", "They have 52."
    boats = stated_in(text, figures=[row(text, "40", 40, counted_head="boat")])
    same = stated_in(other_text, figures=[row(other_text, "52", 52, counted_head="boat")])
    apart = stated_in(other_text, figures=[row(other_text, "52", 52, counted_head="house")])
    assert relate(boats, same).code == "contradicts"
    assert relate(boats, apart).code not in {"contradicts", "agrees", "same"}


def test_rows_of_other_periods_do_not_contradict():
    text, other_text = "Sales were 40 cars.", "Sales were 52 cars."
    may = {"period_from": date(2025, 5, 1), "period_to": date(2025, 5, 31)}
    june = {"period_from": date(2025, 6, 1), "period_to": date(2025, 6, 30)}
    one = stated_in(text, figures=[row(text, "40", 40, **may)])
    other = stated_in(other_text, figures=[row(other_text, "52", 52, **june)])
    assert relate(one, other).code == "different_figure"
    same = stated_in(other_text, figures=[row(other_text, "52", 52, **may)])
    assert relate(one, same).code == "contradicts"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("0 degrees Celsius", "32 degrees Fahrenheit", 1.0),
        ("10 degrees Celsius", "68 degrees Fahrenheit", 50 / 68),
        ("10 miles", "16.09344 km", 1.0),
        ("one in five", "10%", 0.5),
        ("0 km", "0 miles", 1.0),
    ],
)
def test_how_near_two_figures_are_is_one_number_both_ways(one, other, answer):
    (mine,), (theirs,) = (stated_in(f"It measured {text}.").figures for text in (one, other))
    assert closeness(mine, theirs) == closeness(theirs, mine) == pytest.approx(answer)


# --- what holds of every pair -----------------------------------------------------

NUMBERS = st.one_of(
    st.integers(0, 999_999_999_999_999).map(str),
    st.integers(0, 10**15 - 1).map("{:,}".format),
    st.decimals(0, 10**6, places=3, allow_nan=False).map(str),
    st.sampled_from(["no", "a dozen", "half a million", "two", "0", "dozens of", "one in five"]),
)
BOUNDS = st.sampled_from(["", "more than ", "at least ", "up to ", "under ", "about ", "not "])
UNITS = st.sampled_from(
    [" people", " miles", " km", "%", " euros", " tonnes", " tons",
     " degrees Celsius", " degrees Fahrenheit"]
)  # fmt: skip
VERBS = st.sampled_from(["The flood killed ", "Police counted ", "It measured ", "Sales rose "])
DAYS = st.sampled_from(
    ["", " in 2019", " on 3 May", " before June 2020", " on Monday", " since 1990"]
)
STATEMENTS = st.builds(
    lambda verb, bound, number, unit, day: f"{verb}{bound}{number}{unit}{day}.",
    VERBS, BOUNDS, NUMBERS, UNITS, DAYS,
)  # fmt: skip
PUBLISHED = st.sampled_from([None, date(2025, 3, 3), date(2025, 3, 4)])


@given(STATEMENTS, STATEMENTS, PUBLISHED, PUBLISHED)
def test_it_is_symmetric(one, other, day, other_day):
    mine, theirs = stated_in(one, day), stated_in(other, other_day)
    there, back = relate(mine, theirs), relate(theirs, mine)
    assert there.code == back.code
    assert (there.one, there.other) == (back.other, back.one)


@given(STATEMENTS, PUBLISHED, PUBLISHED)
def test_a_statement_agrees_with_itself(text, day, other_day):
    assert relate(stated_in(text, day), stated_in(text, other_day)).code == "same"


@given(st.text(max_size=200), st.text(max_size=200))
def test_it_reads_everything(one, other):
    assert relate(stated_in(one), stated_in(other)).compared
