"""Figures, periods and ages as people read them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from claims.figures.inflection import plural_unit
from claims.labels import compact, event_words, normalised, period, reason_in_words
from claims.models import Quantity
from claims.templatetags.desk import age, capped


def figure(low: object, high: object = "", **fields: object) -> Quantity:
    ends = [
        None if end is None else Decimal(str(end)) for end in (low, low if high == "" else high)
    ]
    return Quantity(low=ends[0], high=ends[1], **({"kind": "count"} | fields))


FIGURES = [
    (figure(1_100_000_000, kind="money", currency="EUR"), "EUR 1.1 bn", "1,100,000,000 EUR"),
    (figure(40, kind="percent", unit="percent"), "40 %", "40 percent"),
    (
        figure("0.25", kind="percent", unit="percentage point", change="decrease"),
        "−0.25 pp",
        "down by 0.25 percentage points",
    ),
    (figure(9000, None, modifier="more_than"), "> 9,000", "more than 9,000"),
    (figure(None, 9000, modifier="at_most"), "≤ 9,000", "at most 9,000"),
    (figure(40, modifier="about"), "~ 40", "about 40"),
    (figure(5, 10, modifier="between"), "5–10", "5–10"),
    (figure(2, kind="multiple"), "×2", "2 times"),
    (figure(3, kind="rank"), "no. 3", "number 3"),
    (
        figure(137_000, kind="measure", unit="barrel per day"),
        "137,000 barrels per day",
        "137,000 barrels per day",
    ),
    (figure(1, kind="duration", unit="decade"), "1 decade", "1 decade"),
    (figure(47, kind="age", unit="year"), "47 years", "47 years"),
    (figure("1234567.89"), "1.235 mn", "1,234,567.89"),
    (figure("0.3333", kind="ratio"), "1/3", "0.3333"),
    (figure("0.6667", kind="ratio", change="decrease"), "−2/3", "down by 0.6667"),
    (figure("0.473", kind="ratio"), "0.473", "0.473"),
    (figure(27, kind="ratio"), "27", "27"),
    (figure(-4, kind="measure", unit="degree Celsius"), "-4 °C", "-4 degrees Celsius"),
    (
        figure("2e12", kind="money", currency="USD", change="increase"),
        "+USD 2 tn",
        "up by 2,000,000,000,000 USD",
    ),
]


@pytest.mark.parametrize(("shown", "short", "full"), FIGURES)
def test_a_figure_short_and_in_full(shown: Quantity, short: str, full: str) -> None:
    assert compact(shown).replace("\u00a0", " ") == short
    assert normalised(shown) == full


def test_in_full_it_says_what_where_and_when() -> None:
    shown = figure(
        1_100_000_000,
        kind="money",
        currency="EUR",
        counted_text="fuel sales",
        place="Norland",
        per="year",
        period_from=date(2024, 1, 1),
        period_to=date(2024, 12, 31),
    )
    assert normalised(shown) == "1,100,000,000 EUR · fuel sales · Norland · per year · 2024"


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("square kilometre", "square kilometres"),
        ("foot", "feet"),
        ("foot per second", "feet per second"),
        ("square foot", "square feet"),
        ("pound-foot", "pound-feet"),
        ("megahertz", "megahertz"),
        ("megawatt hour", "megawatt hours"),
        ("century", "centuries"),
        ("barrel per day", "barrels per day"),
        ("pound per square inch", "pounds per square inch"),
        ("degree Celsius", "degrees Celsius"),
        ("billion cubic metres", "billion cubic metres"),
        ("basis point", "basis points"),
    ],
)
def test_units_in_the_plural(unit: str, many: str) -> None:
    assert plural_unit(unit) == many


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2025, 9, 5), date(2025, 9, 5), "5 Sep 2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2020, 1, 1), date(2023, 12, 31), "2020–2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 1, 1), date(2025, 7, 31), "Jan 2024 – Jul 2025"),
        (date(2025, 9, 4), date(2025, 9, 5), "4 Sep 2025 – 5 Sep 2025"),
        (date(2025, 9, 4), None, "from 4 Sep 2025"),
        (None, date.max, "to 31 Dec 9999"),
        (date(1, 1, 1), date.max, "1–9999"),
    ],
)
def test_periods(first: date | None, last: date | None, words: str) -> None:
    assert period(first, last) == words


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=30), "now"),
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=2), "2 d"),  # of days the calendar counts, not the hours
        (timedelta(days=70), "2 mo"),
        (timedelta(days=800), "2 y"),
        (timedelta(days=-3), "in 3 d"),
    ],
)
def test_ages(ago: timedelta, words: str) -> None:
    assert age(timezone.now() - ago) == words


def test_days_have_ages_too() -> None:
    assert age(timezone.localdate()) == "today"
    assert age(date.min).endswith(" y")
    assert age(None) == ""


def test_counts_are_shown_as_capped() -> None:
    assert [capped(number) for number in (0, 1_000, 1_001)] == ["0", "1,000", "1,000+"]


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("figure_with_unit", "EUR 1.1 billion", "states a figure with unit: EUR 1.1 billion"),
        ("asserted", None, "asserted as fact by the speaker"),
        ("outlets", "2", "2 outlets"),
        ("period", "2025-09-05/2025-09-05", "says when: 5 Sep 2025"),
        ("period", "2024-01-01/2024-12-31", "says when: 2024"),
        ("period", "some day", "says when: some day"),
        ("of_newer_rules", "x", "of_newer_rules: x"),
        ("a sentence of old rules", None, "a sentence of old rules"),
    ],
)
def test_reasons_are_worded_and_unknown_ones_shown(code: str, value: str, words: str) -> None:
    assert reason_in_words(code, value) == words


def test_events_are_worded_and_what_people_wrote_stays() -> None:
    assert event_words("mentioned_again") == "mentioned again"
    assert event_words("Came back on Monday") == "Came back on Monday"
