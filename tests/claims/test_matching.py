"""When figures can be the same and when mentions are one claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.records import Quantity
from claims.figures import UNBOUNDED, implied_interval
from claims.matching import fingerprint


def figure(
    text: str,
    low: str | None,
    high: str | None = "same",
    modifier: str = "exact",
    kind: str = "count",
    **more: str,
) -> Quantity:
    ends = [None if end is None else Decimal(end) for end in (low, low if high == "same" else high)]
    return Quantity(0, len(text), text, kind, *ends, modifier=modifier, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        (figure("EUR1.1 billion", "1100000000"), "1050000000", "1150000000"),
        (figure("11.6bn", "11600000000"), "11550000000", "11650000000"),
        (figure("1,100,000,000", "1100000000"), "1099999999.5", "1100000000.5"),
        (figure("26", "26"), "25.5", "26.5"),
        (figure("9,000", "9000"), "8999.5", "9000.5"),
        (figure("two million", "2000000"), "1500000", "2500000"),
        (figure("two hundred and twelve", "212"), "211.5", "212.5"),
        (figure("half a million", "500000"), "499500", "500500"),
        (figure("about 40%", "40", modifier="about"), "38", "42"),
        (figure("about 1.1 billion", "1100000000", modifier="about"), "1045000000", "1155000000"),
        (figure("45p", "0.45"), "0.445", "0.455"),
        (figure("$10-15 billion", "10000000000", "15000000000"), "9500000000", "15500000000"),
        (figure("third-largest", "3", kind="rank"), "3", "3"),
        (figure("0", "0"), "-0.5", "0.5"),
    ],
)
def test_the_interval_that_rounding_and_modifier_imply(
    written: Quantity, least: str, most: str
) -> None:
    assert implied_interval(written) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        (figure("more than 100", "100", None, "more_than"), Decimal(100), UNBOUNDED),
        (figure("at least 100", "100", None, "at_least"), Decimal("99.5"), UNBOUNDED),
        (figure("less than 5%", None, "5", "less_than"), -UNBOUNDED, Decimal(5)),
        (figure("up to 9,000", None, "9000", "at_most"), -UNBOUNDED, Decimal("9000.5")),
    ],
)
def test_an_open_end_is_unbounded(written: Quantity, least: Decimal, most: Decimal) -> None:
    assert implied_interval(written) == (least, most)


@given(
    st.text(max_size=40),
    st.decimals(-(10**15), 10**15, places=4),
    st.sampled_from(["exact", "about"]),
)
def test_every_figure_lies_within_its_own_interval(
    text: str, value: Decimal, modifier: str
) -> None:
    least, most = implied_interval(figure(text, str(value), modifier=modifier))
    assert least <= value <= most


SEPTEMBER_4 = (date(2025, 9, 4), date(2025, 9, 4))
DRONES = figure("112", "112")


def mark(
    words: tuple[str, ...] = ("russia", "fired", "drones"),
    speakers: tuple[str, ...] = ("Air Force",),
    figures: tuple[Quantity, ...] = (DRONES,),
    periods: tuple[tuple[date, date], ...] = (SEPTEMBER_4,),
) -> str:
    return fingerprint(words, speakers, figures, periods)


def test_words_against_digits_are_one_claim() -> None:
    spelled = figure("one hundred and twelve", "112")
    assert mark(figures=(spelled,)) == mark()


def test_the_order_of_speakers_figures_and_periods_does_not_matter() -> None:
    other = figure("84", "84")
    assert mark(speakers=("A", "B"), figures=(DRONES, other)) == mark(
        speakers=("B", "A"), figures=(other, DRONES)
    )


@pytest.mark.parametrize(
    "other",
    [
        mark(words=("russia", "fired", "missiles")),
        mark(words=("drones", "fired", "russia")),
        mark(speakers=("Navy",)),
        mark(speakers=()),
        mark(figures=(figure("113", "113"),)),
        mark(figures=(figure("about 112", "112", modifier="about"),)),
        mark(figures=(figure("112", "112", unit="kilometre"),)),
        mark(figures=()),
        mark(periods=()),
        mark(periods=((date(2025, 9, 5), date(2025, 9, 5)),)),
    ],
)
def test_anything_less_is_another_claim(other: str) -> None:
    assert other != mark()
