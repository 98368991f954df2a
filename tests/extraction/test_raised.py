"""Raised numbers: areas, powers of ten, and the marks of notes, which no reader reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from claims.figures import Interval, implied_interval, note_marks, read_figure
from tests.extraction.conftest import Batch
from tests.extraction.figure_sentences import Row
from tests.extraction.test_quantities import shown

# In the notation of ``figure_sentences.py``
SENTENCES: list[Row] = [
    ("Raiders flew 112³ drones over the bay.", "112 = count 112 :drone"),
    (
        "In all 1,200¹ men and 84² tanks were lost.",
        "1,200 = count 1200 :man",
        "84 = count 84 :tank",
    ),
    ("The levy costs €3.5 million² more.", "€3.5 million = money 3500000 [EUR] :levy up"),
    ("Some 3.2 million¹ people fled.", "Some 3.2 million = count ~3200000 :person"),
    ("About 40%² of voters stayed at home.", "About 40% = percent ~40 [percent] :voter"),
    ("Unemployment stood at 4.5¹%.", "4.5¹% = percent 4.5 [percent] :unemployment"),
    ("Two³ people drowned.", "Two = count 2 :person"),
    ("12 Killed,⁴ 30⁵ Hurt in Ferry Fire", "12 = count 12 :person", "30 = count 30 :person"),
    (
        "A report⁴ said 12⁵ of 30⁶ wells were dry.",
        "12 = count 12 :well of=1",
        "30 = count 30 :well",
    ),
    ("Up to 9,000¹,² jobs will go.", "Up to 9,000 = count <=9000 :job"),
    ("Between 5² and 10 people drowned.", "Between 5² and 10 = count 5..10 :person"),
    ("A 47⁶-year-old man fell.", "47⁶-year-old = age 47 [year] :man"),
    ("The farm used 120 litres³ of slurry.", "120 litres = measure 120 [litre] :slurry"),
    ("They planted 3 ha².", "3 ha = measure 3 [hectare]"),
    ("The lake covers 5 km².", "5 km² = measure 5 [square kilometre] :lake"),
    ("The lake covers 5 km²³ of moor.", "5 km² = measure 5 [square kilometre] :moor"),
    ("The tank holds 40m³ of water.", "40m³ = measure 40 [cubic metre] :water"),
    ("The jar holds 2 ft³ of sand.", "2 ft³ = measure 2 [cubic foot] :sand"),
    ("They tiled 60 metres².", "60 metres² = measure 60 [square metre]"),
    ("The rent is €14 per m² now.", "€14 = money 14 [EUR] :rent per=square metre"),
    ("Gravity there is 3.7 m/s².", "3.7 m/s² = measure 3.7 [metre per square second] :gravity"),
    ("Some 10⁶ people were infected.", "Some 10⁶ = count ~1000000 :person"),
    ("Some 10^6 people were infected.", "Some 10^6 = count ~1000000 :person"),
    ("The swarm held 3 × 10⁸ locusts.", "3 × 10⁸ = count 300000000 :locust"),
    ("They found 2.5×10⁻³ grams.", "2.5×10⁻³ grams = measure 0.0025 [gram]"),
    ("The 10³ villagers left.", "10³ = count 1000 :villager"),
    ("The fee is $10².", "$10 = money 10 [USD] :fee"),
    ("The fine is 210³ euros.", "210³ euros = money 210 [EUR] :fine"),
]
# Powers that nobody can read, and marks of notes that stand at no figure
SILENT = [
    "It lies 10⁴⁵ furlongs away.",
    "It lies 10⁶⁻⁷ furlongs away.",
    "It lies 10^45 furlongs away.",
    "The report² names no one.³",
    "² See the annex.",
    "The area is given in km² and m³.",
]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, list[str]]:
    batch = extracted((text, None) for text in (*(row[0] for row in SENTENCES), *SILENT))
    return {
        extraction.article.text: [shown(figure) for figure in extraction.quantities]
        for extraction in batch
    }


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row[0])
def test_a_raised_number_means_what_it_stands_at(found: dict[str, list[str]], row: Row) -> None:
    assert found[row[0]] == list(row[1:])


@pytest.mark.parametrize("sentence", SILENT)
def test_it_is_no_figure_of_its_own(found: dict[str, list[str]], sentence: str) -> None:
    assert found[sentence] == []


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("112³ drones", "112 drones"),
        ("dry.⁵ The", "dry. The"),
        ("wells¹,²,¹⁰ dry", "wells dry"),
        ("112⁽³⁾ drones", "112 drones"),
        ("40 m²", "40 m²"),
        ("40 m²¹", "40 m²"),
        ("5 miles³", "5 miles³"),
        ("a team³", "a team"),
        ("9.8 m/s²", "9.8 m/s²"),
        ("90 s²", "90 s"),
        ("10⁶", "10⁶"),
        ("x10⁶", "x10"),
        ("2×10⁶", "2×10⁶"),
        ("110⁶", "110"),
        ("1.10²", "1.10"),
        ("plain text, CO₂", "plain text, CO₂"),
        ("³ Notes\nstand¹ below", "Notes\nstand below"),
    ],
)
def test_how_a_text_reads_without_the_marks_of_notes(text: str, reads: str) -> None:
    assert read_layout(text).text.strip() == reads


@given(st.text(alphabet="⁰¹²³⁶⁹⁺⁻⁽⁾,;10 mks/×€.aé", max_size=30))
def test_marks_are_raised_and_stand_in_order(text: str) -> None:
    place = 0
    for start, end in note_marks(text):
        assert place <= start < end
        assert not set(text[start:end]) - set("⁰¹²³⁶⁹⁺⁻⁽⁾,;")
        place = end


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


@pytest.mark.parametrize("end", [" ", "\n> "])
def test_a_mark_is_part_of_no_figure_date_claim_or_name(
    extracted: Callable[[Batch], list[Extraction]], end: str
) -> None:
    text = (
        f"> In 2019³ the army⁴ said that no fewer than{end}112⁵ drones were lost in the north.\n"
        ">\n> On 7 May² 2020 Ada Wyle³ resigned.⁶ Ms Wyle¹ said that she was ill.\n"
    )
    (found,) = extracted([(text, date(2025, 9, 5))])
    assert [figure.text for figure in found.quantities] == [f"no fewer than{end}112"]
    assert [(day.text, day.first) for day in found.dates] == [
        ("2019", date(2019, 1, 1)),
        ("7 May² 2020", date(2020, 5, 7)),
    ]
    assert [claim.quantities for claim in found.claims] == [(0,), ()]
    army, wyle = (said.speaker for said in found.attributions)
    assert army
    assert wyle
    assert (army.text, wyle.text, wyle.name) == ("the army", "Ms Wyle", "Ada Wyle")
    for span in (*found.quantities, *found.dates, *found.claims):
        assert span.text == text[span.start : span.end]
