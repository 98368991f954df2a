"""Units and currencies beside a number; ``|`` marks where the number ends or begins."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures.lexicon.currencies import CODES, PREFIXES, WORDLIKE_CODES, WORDS
from claims.figures.lexicon.units import UNITS
from claims.figures.units import currency_at, currency_before, per_at, points_at, unit_at


def cut(marked: str) -> tuple[str, int]:
    return marked.replace("|", "", 1), marked.index("|")


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("5| km", "kilometre", "measure"),
        ("5| kilometers", "kilometre", "measure"),
        ("12| miles", "mile", "measure"),
        ("90|mph", "mile per hour", "measure"),
        ("320|km/h", "kilometre per hour", "measure"),
        ("50| kilometres per second", "kilometre per second", "measure"),
        ("137,000| barrels a day", "barrel per day", "measure"),
        ("2.1 million| bpd", "barrel per day", "measure"),
        ("300| square kilometres", "square kilometre", "measure"),
        ("4|km2", "square kilometre", "measure"),
        ("450| sq ft", "square foot", "measure"),
        ("7| cubic metres", "cubic metre", "measure"),
        ("1.3| A/cm2", "ampere per square centimetre", "measure"),
        ("900| tonnes", "tonne", "measure"),
        ("900| metric tons", "tonne", "measure"),
        ("900| tons", "ton", "measure"),
        ("208|lbs", "pound", "measure"),
        ("3| kilos", "kilogram", "measure"),
        ("2| gigalitres", "gigalitre", "measure"),
        ("40| MWh", "megawatt hour", "measure"),
        ("400| kV", "kilovolt", "measure"),
        ("30| degrees Celsius", "degree Celsius", "measure"),
        ("30|°C", "degree Celsius", "measure"),
        ("a temperature of 30|C", "degree Celsius", "measure"),
        ("85|°", "degree", "measure"),
        ("2| in thick", "inch", "measure"),
        ("6|'3 tall", "foot", "measure"),
        ("30|-day", "day", "duration"),
        ("three| years", "year", "duration"),
        ("two| decades", "decade", "duration"),
        ("5|%", "percent", "percent"),
        ("12| per cent", "percent", "percent"),
        ("24|pc", "percent", "percent"),
        ("3| percentage points", "percentage point", "percent"),
        ("25|bps", "basis point", "percent"),
    ],
)
def test_unit_is_named_canonically(marked: str, name: str, kind: str) -> None:
    unit = unit_at(*cut(marked))
    assert unit is not None
    assert (unit.name, unit.kind) == (name, kind)


@pytest.mark.parametrize(
    "marked",
    ["2| in March", "5| drones", "5| a", "777|F cargo", "10| S", "5| milestones", 'said "12|" and'],
)
def test_what_is_no_unit(marked: str) -> None:
    assert unit_at(*cut(marked)) is None


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("EUR|1.1", "EUR"),
        ("A$|2.5", "AUD"),
        ("US $|5", "USD"),
        ("$US|160", "USD"),
        ("£|5", "GBP"),
        ("¥|5", "JPY"),
        ("RM|2", "MYR"),
        ("Rs |5", "INR"),
        ("CHF |40", "CHF"),
        ("TRY|5", "TRY"),
    ],
)
def test_currency_before_a_number(marked: str, code: str) -> None:
    currency = currency_before(*cut(marked))
    assert currency is not None
    assert currency.code == code


@pytest.mark.parametrize("marked", ["FOR |5", "TRY |5", "PLX-R|18", "A |5", "ALL |12", "|5"])
def test_what_is_no_currency_before(marked: str) -> None:
    assert currency_before(*cut(marked)) is None


@pytest.mark.parametrize(
    ("marked", "code", "factor"),
    [
        ("5| dollars", "USD", "1"),
        ("8.99| Australian dollars", "AUD", "1"),
        ("45|p", "GBP", "0.01"),
        ("64| cents", "USD", "0.01"),
        ("5|€", "EUR", "1"),
        ("2| SEK", "SEK", "1"),
        ("it cost 30| pounds", "GBP", "1"),
        ("30| pounds sterling", "GBP", "1"),
    ],
)
def test_currency_after_a_number(marked: str, code: str, factor: str) -> None:
    currency = currency_at(*cut(marked))
    assert currency is not None
    assert (currency.code, currency.factor) == (code, Decimal(factor))


@pytest.mark.parametrize(
    "marked", ["he weighs 208| pounds", "5| wonderful", "12| people", "7| ALL"]
)
def test_what_is_no_currency_after(marked: str) -> None:
    assert currency_at(*cut(marked)) is None


@pytest.mark.parametrize(
    ("marked", "per"),
    [
        ("$80| a barrel", "barrel"),
        ("$5|/month", "month"),
        ("63 cents| per share", "share"),
        ("20| per week", "week"),
        ("$1m| a year ago", None),
        ("$1m| a week later", None),
        ("5| per cent", None),
        ("5| a mile from", None),
    ],
)
def test_what_a_price_is_per(marked: str, per: str | None) -> None:
    assert per_at(*cut(marked)) == per


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("inflation eased 0.2| points", "percentage point"),
        ("the Dow lost 190| points", "point"),
        ("the guard scored 25| points", None),
    ],
)
def test_points_are_of_a_share_or_of_an_index(marked: str, name: str | None) -> None:
    unit = points_at(*cut(marked))
    assert (unit and unit.name) == name


def test_currency_data_are_codes() -> None:
    codes = CODES | WORDLIKE_CODES
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert codes.issuperset(PREFIXES.values())
    assert codes.issuperset(WORDS.values())


def test_unit_names_are_unique() -> None:
    names = [entry.name for entry in UNITS]
    assert len(names) == len(set(names))


@given(st.text(alphabet="5 kmhpcs²3/-$€%°'\"aepry", max_size=20), st.integers(0, 20))
def test_readers_never_raise_and_stay_in_the_text(text: str, position: int) -> None:
    position = min(position, len(text))
    unit, currency = unit_at(text, position), currency_at(text, position)
    assert unit is None or position < unit.end <= len(text)
    assert currency is None or position < currency.end <= len(text)
    before = currency_before(text, position)
    assert before is None or 0 <= before.start < position
    per_at(text, position)
