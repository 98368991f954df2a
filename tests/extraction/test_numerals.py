"""Written numbers, one by one and in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures.digits import digits_at
from claims.figures.numerals import cardinal, is_representable, scan


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1\u202f234\u202f567", "1234567"),
        ("12,34,567", "1234567"),
        (".25", "0.25"),
        ("7,5", "7.5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("minus twelve", "-12"),
        ("1.3x10^6", "1300000"),
        ("2.5e-3", "0.0025"),
        ("3.4m", "3400000"),
        ("40k", "40000"),
        ("5bn", "5000000000"),
        ("2.5 trillion", "2500000000000"),
        ("12 lakh", "1200000"),
        ("5 lakh crore", "5000000000000"),
        ("seven", "7"),
        ("seventy-one", "71"),
        ("two hundred and twelve", "212"),
        ("twelve hundred", "1200"),
        ("a hundred and five thousand", "105000"),
        ("three million, two hundred and forty", "3000240"),
        ("two hundred and two thousand", "202000"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("half", "0.5"),
        ("two-thirds", "0.6667"),
        ("a third", "0.3333"),
        ("one and a half", "1.5"),
        ("three and a half million", "3500000"),
        ("10 1/2", "10.5"),
        ("10½", "10.5"),
        ("½", "0.5"),
        ("nought point four", "0.4"),
        ("two hundred point seventy-one", "200.71"),
        ("three quarters of a million", "750000"),
        ("a billion and a half million", "1000500000"),
        ("two hundred and three quarters", "200.75"),
        ("two hundred and three", "203"),
        ("seven hundred and twelve hundredths", "700.12"),
        ("three-and-a-half", "3.5"),
        ("three twenty-fifths", "0.12"),
        ("a fifteenth", "0.0667"),
        ("2/3rds", "0.6667"),
        ("nine twenty fifths", "0.36"),
        ("three hundred millionths", "0.0003"),
        ("a millionth", "0.000001"),
        ("7.15 M", "7150000"),
        ("1e10", "10000000000"),
        ("1'250'000", "1250000"),
        ("68’740", "68740"),
        ("1'250.50", "1250.5"),
        ("80\u2009000", "80000"),
        ("1\u2007250\u2007000", "1250000"),
        ("1\u200b200", "1200"),
        ("3\u00ad500", "3500"),
        ("1.250", "1.25"),
        ("5 mil-lion", "5000000"),
        ("two hun-dred thou-sand", "200000"),
    ],
)
def test_cardinal_reads(text: str, value: str) -> None:
    assert cardinal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "drones",
        "dozens",
        "12 drones",
        "9" * 50,
        "one two",
        "1,2345",
        "second half",
        "F-16",
        "thirty-first",
    ],
)
def test_cardinal_reads_nothing_else(text: str) -> None:
    assert cardinal(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("between one hundred and two hundred people", ["one hundred", "two hundred"]),
        ("between two thousand and three thousand", ["two thousand", "three thousand"]),
        (
            "hundreds of thousands and several dozen more",
            ["hundreds of thousands", "several dozen"],
        ),
        ("the third man took a third of them", ["a third"]),
        ("in the second half, half of it", ["half"]),
        ("a tower 20m high cost $20m", ["20", "20m"]),
        ("sold 2.7m copies", ["2.7m"]),
        ("5k-20k people", ["5k", "20k"]),
        ("nobody, someone and anyone", []),
        ("cost €1.250.000.", ["1.250.000"]),
        ("on 12 345 people and 6 78", ["12 345", "6", "78"]),
    ],
)
def test_scan_finds_the_longest_numerals(text: str, found: list[str]) -> None:
    assert [text[numeral.start : numeral.end] for numeral in scan(text)] == found


@given(st.text(alphabet="0123456789,.  -/½amkontwefhudrsi", max_size=60))
def test_scan_never_raises_and_never_overlaps(text: str) -> None:
    end = 0
    for numeral in scan(text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert is_representable(numeral.value)
        end = numeral.end


# Every sign by which some country groups thousands, or a page parts them unseen
GROUPING = st.sampled_from("'’ \u00a0\u2007\u2009\u202f\u00ad\u200b")


@given(st.integers(min_value=0, max_value=10**15 - 1), GROUPING)
def test_cardinal_reads_every_grouping_of_digits(number: int, sign: str) -> None:
    assert cardinal(str(number)) == number
    assert cardinal(f"{number:,}") == number
    assert cardinal(f"{number:_}".replace("_", sign)) == number
    assert cardinal(f"{number:_}".replace("_", ".")) == number or number < 10**6


@given(
    st.text(alphabet="0123456789.,'’ \u2009\u200b\u00ad^e⁶x×½/", max_size=40), st.integers(0, 40)
)
def test_digits_stay_in_the_text_and_are_a_number(text: str, start: int) -> None:
    found = digits_at(text, min(start, len(text)))
    assert found is None or (min(start, len(text)) < found[1] <= len(text) and found[0].is_finite())
