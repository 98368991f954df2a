"""When figures can be the same and when mentions are one claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import models as rows
from claims.extraction.records import Quantity
from claims.figures import UNBOUNDED, Interval, StatedFigure, implied_interval, read_figure
from claims.matching import content_words, fingerprint
from claims.queue import search
from tests.making import make_article, make_claim, make_figure


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
        (figure("a third", "0.3333"), "0.33325", "0.33335"),
        (figure("half", "0.5"), "0.45", "0.55"),
        (figure("27:1", "27"), "26.5", "27.5"),
        (figure("2½", "2.5"), "2.45", "2.55"),
    ],
)
def test_the_interval_that_rounding_and_modifier_imply(
    written: Quantity, least: str, most: str
) -> None:
    is_point = least == most
    assert implied_interval(written) == Interval(Decimal(least), Decimal(most), has_most=is_point)


@pytest.mark.parametrize(
    ("written", "implied"),
    [
        ("more than 100", Interval(Decimal(100), UNBOUNDED, has_least=False)),
        ("over $1.5bn", Interval(Decimal("1.5e9"), UNBOUNDED, has_least=False)),
        ("at least 100", Interval(Decimal(100), UNBOUNDED)),
        ("100 or more", Interval(Decimal(100), UNBOUNDED)),
        ("dozens", Interval(Decimal(24), UNBOUNDED)),
        ("less than 5%", Interval(-UNBOUNDED, Decimal(5))),
        ("fewer than 1,000", Interval(-UNBOUNDED, Decimal(1000))),
        ("up to 9,000", Interval(-UNBOUNDED, Decimal(9000), has_most=True)),
        ("no more than 2.5 tonnes", Interval(-UNBOUNDED, Decimal("2.5"), has_most=True)),
    ],
)
def test_what_bounds_is_not_rounded(written: str, implied: Interval) -> None:
    found = read_figure(written)
    assert found
    assert implied_interval(found) == implied


@given(
    st.text(max_size=40),
    st.decimals(-(10**15), 10**15, places=4),
    st.sampled_from(["exact", "about"]),
)
def test_every_figure_lies_within_its_own_interval(
    text: str, value: Decimal, modifier: str
) -> None:
    implied = implied_interval(figure(text, str(value), modifier=modifier))
    assert implied.least <= value <= implied.most
    assert implied.meets(implied)


# --- which figures agree ---------------------------------------------------------

MEET = [
    ("83", "83.4"),
    ("83", "82.5"),
    ("84", "83.5"),
    ("3.2%", "3.24%"),
    ("7 bn", "7.4 bn"),
    ("$7 billion", "$6.5 billion"),
    ("11.6", "11.55"),
    ("about 100", "96"),
    ("about 100", "104"),
    ("more than 100", "101"),
    ("more than 100", "100.4"),
    ("at least 100", "100"),
    ("at least 100", "up to 100"),
    ("at least 100", "99.6 to 110"),
    ("up to 100", "100"),
    ("less than 100", "99.5"),
    ("between 5 and 10", "10.4"),
    ("5 to 10", "10 to 15"),
    ("-4", "-4.4"),
]
MISS = [
    ("83", "84"),
    ("83", "83.55"),
    ("3.2%", "3.3%"),
    ("3.2%", "3.255%"),
    ("7 bn", "8 bn"),
    ("$7 billion", "$7.55 billion"),
    ("11.6", "11.655"),
    ("9,000", "9,001"),
    ("about 100", "110"),
    ("more than 100", "up to 100"),
    ("at least 100", "99"),
    ("at least 100", "less than 100"),
    ("more than 100", "less than 100"),
    ("up to 100", "101"),
    ("less than 100", "101"),
    ("5 to 10", "11"),
    ("-4", "-5"),
    ("third", "fourth"),
]
PAIRS = [(*pair, True) for pair in MEET] + [(*pair, False) for pair in MISS]


RANKS = {"third": "3", "fourth": "4"}


def implied(written: str) -> Interval:
    return implied_interval(stated(written))


def stated(written: str) -> StatedFigure:
    found = read_figure(written)
    return found or figure(written, RANKS[written], kind="rank")


@pytest.mark.parametrize(("one", "other", "agree"), PAIRS)
def test_figures_agree_where_their_intervals_have_a_number_in_common(
    one: str, other: str, agree: bool
) -> None:
    assert implied(one).meets(implied(other)) is agree
    assert implied(other).meets(implied(one)) is agree


@pytest.mark.django_db
def test_the_database_says_the_same_of_all_of_them() -> None:
    written = {words for pair in PAIRS for words in pair[:2]}
    article = make_article(" ; ".join(written))
    for words in written:
        store(article, words)
    for words in written:
        found = rows.Quantity.objects.filter(rows.Quantity.meeting(implied(words)))
        meet = {other for other in written if implied(words).meets(implied(other))}
        assert {row.text for row in found} == meet, words
        assert all(row.interval == implied(row.text) for row in found)


def store(article: rows.Article, words: str) -> rows.Quantity:
    """The row that an import would make of these words of the article."""
    said, ends = stated(words), implied(words)
    return make_figure(
        article, words, 0, kind=said.kind, modifier=said.modifier, low=said.low, high=said.high,
        least=ends.least, most=ends.most, unit=said.unit or "", currency=said.currency or "",
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("83", {"83"}),
        ("84", {"84"}),
        ("83.6", {"84"}),
        ("3.2%", {"3.2%"}),
        ("7 bn", {"7 bn"}),
        ("7.6 bn", {"8 bn"}),
        ("90", {"at least 90"}),
        ("at least 84", {"84", "7 bn", "8 bn", "at least 90"}),
        ("more than 84.5", {"7 bn", "8 bn", "at least 90"}),
        ("up to 83", {"83", "3.2%", "3.3%"}),
        (">83", {"84", "7 bn", "8 bn", "at least 90"}),
        (">up to 83", {"84", "7 bn", "8 bn", "at least 90"}),
        ("<at least 84", {"83", "3.2%", "3.3%"}),
    ],
)
def test_a_search_finds_no_neighbour_of_a_figure(query: str, finds: set[str]) -> None:
    article = make_article("83 ; 84 ; 3.2% ; 3.3% ; 7 bn ; 8 bn ; at least 90")
    for words in article.text.split(" ; "):
        claim = make_claim(article, words, figure="", speaker="Ada Wyle")
        claim.mentions.get().quantities.add(store(article, words))
    found = search(rows.Claim.objects.all(), query)
    assert set(found.values_list("wording", flat=True)) == finds


# Ends on a narrow grid, so that they often touch
ENDS = st.integers(-4, 4).map(lambda number: Decimal(number) / 2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    least, most = sorted((draw(ENDS), draw(ENDS)))
    modifier = draw(st.sampled_from(["exact", "about", "more_than", "at_most", "less_than"]))
    if modifier == "more_than":
        most = UNBOUNDED
    elif modifier in ("at_most", "less_than"):
        least = -UNBOUNDED
    return Interval.of(least, most, modifier)


def holds(interval: Interval, number: Decimal) -> bool:
    above = number > interval.least or (interval.has_least and number == interval.least)
    return above and (number < interval.most or (interval.has_most and number == interval.most))


@given(intervals(), intervals())
def test_two_intervals_meet_where_they_share_a_number(one: Interval, other: Interval) -> None:
    quarters = [Decimal(number) / 4 for number in range(-10, 11)]  # every end and between any two
    shared = [number for number in quarters if holds(one, number) and holds(other, number)]
    assert one.meets(other) is bool(shared)


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


@pytest.mark.parametrize(
    ("text", "masked", "expected"),
    [
        ("The price of oil has risen", (), ("price", "oil", "risen")),
        ("RUSSIA’s drones", (), ("russia", "drones")),
        ("ﬁve Straße", (), ("five", "strasse")),
        ("112 drones fell", ("112",), ("drones", "fell")),
        ("It fell on Friday", ("Friday",), ("fell",)),
        ("It fell on Friday", (), ("fell", "friday")),
        # what changes a claim is kept: negation, direction, modality, order
        ("It did not fall", (), ("not", "fall")),
        ("It may fall to nought", (), ("may", "fall", "to", "nought")),
        ("Ukraine attacked Russia", (), ("ukraine", "attacked", "russia")),
        ("“Prices”, she said – fell!", (), ("prices", "said", "fell")),
    ],
)
def test_content_words_leave_out_what_is_compared_as_values(
    text: str, masked: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    places = [(text.index(words), text.index(words) + len(words)) for words in masked]
    assert (
        content_words(f"Yes. {text} No.", 5, 5 + len(text), [(5 + a, 5 + b) for a, b in places])
        == expected
    )
