"""Raised numbers outside figures: the marks of notes are not there, and no place moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import Extraction
from claims.figures import Interval, implied_interval, read_figure, without_note_marks
from tests.extraction.conftest import Batch

Extract = Callable[[Batch], list[Extraction]]


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("112³ drones", "112  drones"),
        ("dry.⁵ The", "dry.  The"),
        ("wells¹,²,¹⁰ dry", "wells       dry"),
        ("40 m²", "40 m²"),
        ("40 m²¹", "40 m² "),
        ("5 miles³", "5 miles³"),
        ("a team³", "a team "),
        ("9.8 m/s²", "9.8 m/s²"),
        ("90 s²", "90 s "),
        ("10⁶", "10⁶"),
        ("x10⁶", "x10 "),
        ("2×10⁶", "2×10⁶"),
        ("110⁶", "110 "),
        ("1.10²", "1.10 "),
        ("plain text, CO₂", "plain text, CO₂"),
    ],
)
def test_what_is_the_mark_of_a_note(text: str, readable: str) -> None:
    assert without_note_marks(text) == readable


@given(st.text(alphabet="⁰¹²³⁶⁹⁺⁻⁽⁾,;10 mks/×€.aé", max_size=30))
def test_no_place_moves(text: str) -> None:
    readable = without_note_marks(text)
    assert len(readable) == len(text)
    assert without_note_marks(readable) == readable
    assert all(new in (old, " ") for new, old in zip(readable, text, strict=True))


@pytest.mark.parametrize(
    ("typed", "read"),
    [("112³ drones", "112"), ("112³", "112"), ("$4bn²", "$4bn"), ("10⁶ people", "10⁶")],
)
def test_a_figure_is_typed_with_its_mark(typed: str, read: str) -> None:
    figure = read_figure(typed)
    assert figure
    assert figure.text == read


def test_a_typed_power_is_as_exact_as_it_was_written() -> None:
    for typed, least, most in (("10⁶", "5e5", "1.5e6"), ("2.5 × 10^6", "2.45e6", "2.55e6")):
        figure = read_figure(typed)
        assert figure
        assert implied_interval(figure) == Interval(Decimal(least), Decimal(most))


def test_a_mark_is_part_of_no_figure_date_or_claim(extracted: Extract) -> None:
    text = "In 2019³ the army⁴ said 112⁵ drones were lost.\n\nOn 7 May² 2020 Ada Wyle³ resigned.⁶"
    (found,) = extracted([(text, date(2025, 9, 5))])
    assert [figure.text for figure in found.quantities] == ["112"]
    assert [(day.text, day.first) for day in found.dates] == [
        ("2019", date(2019, 1, 1)),
        ("7 May² 2020", date(2020, 5, 7)),
    ]
    assert [claim.quantities for claim in found.claims] == [(0,)]
    for span in (*found.quantities, *found.dates, *found.claims):
        assert span.text == text[span.start : span.end]
    (said,) = found.attributions
    assert said.speaker
    assert said.speaker.text == "the army"
