"""Figures as people type them and as our columns print them, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import ArticleText, extract
from claims.figures import SYMBOLS, Interval, implied_interval, read_sought
from claims.labels import compact


@dataclass
class Stated:
    """A figure as a row holds it."""

    text: str
    kind: str = "count"
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = "exact"
    unit: str = ""
    currency: str = ""
    per: str = ""
    change: str = ""

    @property
    def interval(self) -> Interval:
        implied: Any = self
        return implied_interval(implied)


def stated(low: object, high: object = "", **fields: Any) -> Stated:
    ends = [
        None if end is None else Decimal(str(end)) for end in (low, high if high != "" else low)
    ]
    written = [f"{end:f}" for end in ends if end is not None]
    return Stated(" to ".join(dict.fromkeys(written)), low=ends[0], high=ends[1], **fields)


PERCENT = {"kind": "percent", "unit": "percent"}
METRE = {"kind": "measure", "unit": "metre"}
FIGURES = {
    "12 percent": stated(12, **PERCENT),
    "a fall of 12 percent": stated(12, change="decrease", **PERCENT),
    "a rise of 12 percent": stated(12, change="increase", **PERCENT),
    "minus 12 percent": stated(-12, **PERCENT),
    "25 percent": stated(25, **PERCENT),
    "a quarter": stated("0.25", kind="ratio"),
    "a third": stated("0.3333", kind="ratio"),
    "1.4 million": stated(1_400_000),
    "1.4 metres": stated("1.4", **METRE),
    "1.9 metres": stated("1.9", **METRE),
    "1 km": stated(1, kind="measure", unit="kilometre"),
    "1,000 metres": stated(1000, **METRE),
    "700 metres": stated(700, **METRE),
    "at least 16": stated(16, None, modifier="at_least"),
    "more than 16": stated(16, None, modifier="more_than"),
    "16": stated(16),
    "no. 3": stated(3, kind="rank"),
    "3": stated(3),
    "twofold": stated(2, kind="multiple"),
    "2": stated(2),
    "EUR 1.1 billion": stated(1_100_000_000, kind="money", currency="EUR"),
    "USD 1.1 billion": stated(1_100_000_000, kind="money", currency="USD"),
    "half a point": stated("0.5", kind="percent", unit="percentage point"),
    "-5 to -3 °C": stated(-5, -3, kind="measure", unit="degree Celsius", modifier="between"),
    "zero": stated(0),
}
# What is typed, and all of the figures above that it finds
TYPED: dict[str, set[str]] = {
    "12%": {"12 percent", "a fall of 12 percent", "a rise of 12 percent"},
    "down 12%": {"a fall of 12 percent"},
    "fell by 12 per cent": {"a fall of 12 percent"},
    "a drop of 12%": {"a fall of 12 percent"},
    "−12 %": {"a fall of 12 percent", "minus 12 percent"},
    "-12%": {"a fall of 12 percent", "minus 12 percent"},
    "up 12%": {"a rise of 12 percent"},
    "+12 %": {"a rise of 12 percent"},
    "25%": {"25 percent", "a quarter"},
    "a quarter": {"25 percent", "a quarter"},
    "one in four": {"25 percent", "a quarter"},
    "33%": {"a third"},
    "1.4m": {"1.4 million"},
    "1.4 m": {"1.4 metres"},
    "1.9m": {"1.9 metres"},  # there are no 1.9 million
    "1900 mm": {"1.9 metres"},
    "1,000 m": {"1 km", "1,000 metres"},
    "1 km": {"1 km", "1,000 metres"},
    "≥ 16": {"at least 16", "more than 16", "16", "25 percent", "1.4 million", "1,000 metres"}
    | {"700 metres", "EUR 1.1 billion", "USD 1.1 billion"},
    "> 16": {"more than 16", "25 percent", "1.4 million", "1,000 metres", "700 metres"}
    | {"EUR 1.1 billion", "USD 1.1 billion"},
    "16": {"at least 16", "more than 16", "16"},
    "no. 3": {"no. 3"},
    "×2": {"twofold"},
    "2x": {"twofold"},
    "EUR 1.1 bn": {"EUR 1.1 billion"},
    "€1–1.5 bn": {"EUR 1.1 billion"},
    ">1bn EUR": {"EUR 1.1 billion"},
    "0.5 pp": {"half a point"},
    "50 bp": {"half a point"},
    "-5–-3 °C": {"-5 to -3 °C"},
    "0": {"zero"},
    "down": set(),
    "nothing": set(),
    "": set(),
}


def found(typed: str) -> set[str]:
    for together in read_sought(typed):
        names = {
            name
            for name, figure in FIGURES.items()
            if any(sought.fits(figure) for sought in together)
        }
        if names:
            return names
    return set()


@pytest.mark.parametrize("typed", TYPED)
def test_it_finds_what_is_meant(typed: str) -> None:
    assert found(typed) == TYPED[typed]


VALUES = st.one_of(
    st.integers(1, 10**13).map(Decimal),
    st.decimals("0.01", "9999", places=2),
    st.sampled_from([Decimal(0), Decimal(16), Decimal(1_000), Decimal("1.5")]),
)
MEASURES = st.sampled_from(
    [
        {},
        *({"kind": "money", "currency": code} for code in ("EUR", "USD", "GBP")),
        *(
            {"kind": "percent" if "p" in symbol or symbol == "%" else "measure", "unit": unit}
            for unit, symbol in SYMBOLS.items()
        ),
        {"kind": "measure", "unit": "barrel"},
        {"kind": "duration", "unit": "year"},
    ]
)


@st.composite
def figures(draw: Any) -> Stated:
    """A single value, a range or a bound of any measure, some of them changes."""
    fields = draw(MEASURES) | {"change": draw(st.sampled_from(["", "increase", "decrease"]))}
    low = draw(VALUES)
    shape = draw(st.sampled_from(["one", "range", "at_least", "more_than", "at_most", "about"]))
    match shape:
        case "range":  # of one scale: "1–2 mn" is from a million
            scale, least = draw(st.sampled_from([1, 1_000, 10**9])), draw(st.integers(0, 400))
            most = least + draw(st.integers(1, 500))
            return stated(least * scale, most * scale, modifier="between", **fields)
        case "at_most":
            return stated(None, low, modifier=shape, **fields)
        case "at_least" | "more_than":
            return stated(low, None, modifier=shape, **fields)
        case "about":
            return stated(low, modifier=shape, **fields)
    return stated(low, **fields)


@given(figures())
def test_what_a_column_prints_finds_the_figure(figure: Stated) -> None:
    label = compact(figure)
    assert any(sought.fits(figure) for together in read_sought(label) for sought in together), label


def test_what_a_column_prints_of_the_seeds_finds_the_figure() -> None:
    texts = [path.read_text() for path in (settings.BASE_DIR / "seeds").glob("*/*.*")]
    for found in extract(ArticleText(str(number), text) for number, text in enumerate(texts)):
        for one in found.quantities:
            fields = {name: getattr(one, name) or "" for name in ("unit", "currency", "per")}
            figure = Stated(
                one.text,
                one.kind,
                one.low,
                one.high,
                one.modifier,
                **fields,
                change=one.change or "",
            )
            label = compact(figure)
            assert any(
                sought.fits(figure) for together in read_sought(label) for sought in together
            ), label


@given(figures(), figures())
def test_the_spans_hold_all_that_fits(typed: Stated, other: Stated) -> None:
    """Where the index looks is never too small."""
    for together in read_sought(compact(typed)):
        for sought in together:
            if sought.fits(other):
                ends = [end for end in (other.low, other.high) if end is not None]
                least = (
                    min(ends) if other.low is None or other.high is None else other.interval.least
                )
                most = max(ends) if other.low is None or other.high is None else other.interval.most
                keys = {None, other.currency or other.unit}
                assert any(
                    span.key in keys and span.least <= most and span.most >= least
                    for span in sought.spans()
                )


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    for together in read_sought(text):
        for sought in together:
            assert list(sought.spans())
            assert isinstance(sought.fits(FIGURES["16"]), bool)
