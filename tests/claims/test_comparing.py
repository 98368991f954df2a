"""Two figures beside each other, in whatever units they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures import comparable, convert, difference, may_agree, measure_of
from claims.figures.lexicon.conversions import CONVERSIONS
from claims.matching import stated_in


def figure(text: str):
    (found,) = stated_in(f"It was {text} .").figures
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("26.2 miles", "42.2 km"),
        ("20%", "one in five"),
        ("a third", "33 percent"),
        ("50 basis points", "0.5 percentage points"),
        ("500 pounds", "227 kg"),
        ("30 degrees Celsius", "86 degrees Fahrenheit"),
        ("1,000 acres", "405 hectares"),
        ("75 mph", "121 km/h"),
        ("1,000 tons", "1,000 tonnes"),
        ("18 months", "a year and a half"),
        ("14 days", "two weeks"),
        ("1.5 million tonnes", "1,520,000 tonnes"),
        ("more than 10 miles", "20 km"),
        ("up to 10 miles", "12 km"),
    ],
)
def test_they_may_agree(one, other):
    assert may_agree(figure(one), figure(other))
    assert may_agree(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("26.2 miles", "44 km"),
        ("20%", "one in four"),
        ("30 degrees Celsius", "90 degrees Fahrenheit"),
        ("up to 10 miles", "20 km"),
        ("83 tonnes", "84 tonnes"),
        ("3 months", "200 days"),
    ],
)
def test_they_cannot_agree(one, other):
    assert comparable(figure(one), figure(other))
    assert not may_agree(figure(one), figure(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$40 million", "€40 million"),
        ("2 percent", "2 percentage points"),
        ("12 miles", "12 tonnes"),
        ("$12", "12 miles"),
    ],
)
def test_they_are_of_two_measures(one, other):
    assert not comparable(figure(one), figure(other))
    assert difference(figure(one), figure(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "absolute", "percent", "unit"),
    [
        ("112", "115", "3", "2.7", None),
        ("115", "112", "-3", "-2.6", None),
        ("11.6 million tonnes", "11,480,000 tonnes", "-100000", "-1.0", "tonne"),
        ("0 tonnes", "12 tonnes", "12", None, "tonne"),
        ("10 miles", "20 km", "2", "24.3", "mile"),
        ("20%", "one in four", "5", "25.0", "percent"),
        ("10 to 20 tonnes", "23 tonnes", "3", "15.0", "tonne"),
        ("more than 60 tonnes", "fewer than 50 tonnes", "-10", "-16.7", "tonne"),
        ("30 degrees Celsius", "95 degrees Fahrenheit", "5", "16.7", "degree Celsius"),
    ],
)
def test_the_difference(one, other, absolute, percent, unit):
    found = difference(figure(one), figure(other))
    assert found.absolute == Decimal(absolute)
    assert found.percent == (None if percent is None else Decimal(percent))
    assert found.unit == unit


def test_a_ton_and_a_month_have_no_one_length():
    assert convert(Decimal(1), "ton", "tonne") is None
    assert convert(Decimal(1), "month", "day") is None
    assert convert(Decimal(1), "mile", "tonne") is None


UNITS = st.sampled_from([unit for unit, size in CONVERSIONS.items() if size.factor == size.most])
VALUES = st.decimals(0, 999_999_999_999_999, places=0, allow_nan=False)


@given(UNITS, UNITS, VALUES)
def test_there_and_back_is_where_one_began(unit, other, value):
    there = convert(value, unit, other)
    if there is not None:
        back = convert(there, other, unit)
        assert abs(back - value) <= Decimal("1e-9") * max(1, abs(value))


@given(VALUES, UNITS)
def test_figures_of_15_digits_and_of_nothing_have_a_difference(value, unit):
    one, other = figure(f"{value} {unit}s"), figure(f"0 {unit}s")
    if measure_of(one) == measure_of(other):
        assert difference(one, other) is not None
        assert may_agree(one, one)
