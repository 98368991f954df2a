"""Tables and keys with values: labels are no text, and say what their figures are of."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from tests.extraction.conftest import Batch
from tests.extraction.figure_sentences import Row
from tests.extraction.test_quantities import shown

PUBLISHED = date(2025, 9, 5)
# In the notation of ``figure_sentences.py``: the table, then every figure in it
TABLES: list[Row] = [
    (
        "Ward\tFlats without heating\tDamage (EUR m)\nNorth\t412\t3.5\nSouth\t77\t1",
        "412 = count 412 :flat",
        "3.5 = money 3500000 [EUR] :damage",
        "77 = count 77 :flat",
        "1 = money 1000000 [EUR] :damage",
    ),
    (
        "| Crop | Area (ha) | Yield, tonnes |\n|------|----------:|---:|\n| Rye | 1,240 | 88 |",
        "1,240 = measure 1240 [hectare] :area",
        "88 = measure 88 [tonne] :yield",
    ),
    (
        "Region        Pupils    Share (%)\nEast Moor     3,104     12.5\nWestbank      980       4",
        "3,104 = count 3104 :pupil",
        "12.5 = percent 12.5 [percent] :share",
        "980 = count 980 :pupil",
        "4 = percent 4 [percent] :share",
    ),
    (
        "Sales (£m)\tStaff, thousands\n2.5\t14",
        "2.5 = money 2500000 [GBP] :sale",
        "14 = count 14000 :staff",
    ),
    (
        "Year\tFires\n2023\t40\n2024\t52",
        "40 = count 40 :fire",
        "52 = count 52 :fire",
    ),
    (
        "\t2023\t2024\nFires\t40\t52\nFloods\t3\t7",
        "40 = count 40 :fire",
        "52 = count 52 :fire",
        "3 = count 3 :flood",
        "7 = count 7 :flood",
    ),
    (
        "Rank\tPort\tContainers\n1\tAldby\t4,100\n2\tNesse\t3,900",
        "4,100 = count 4100 :container",
        "3,900 = count 3900 :container",
    ),
    (
        "<table><tr><th>Town</th><th>Wells</th></tr>\n<tr><td>Nesse</td><td>31</td></tr></table>",
        "31 = count 31 :well",
    ),
    # Without heads there is no unit, and nothing to count but what a row is of.
    ("North\t412\t3.5\nSouth\t77\t1", "412 = count 412", "3.5 = count 3.5", "77 = count 77",
     "1 = count 1"),
    (
        "Site,Cost (EUR),Days lost\nQuay,310,14\nMill,95,9",
        "310 = money 310 [EUR] :cost",
        "14 = duration 14 [day]",
        "95 = money 95 [EUR] :cost",
        "9 = duration 9 [day]",
    ),
    (
        "Ward | Number | Response time\n-----|-----|-----\nNorth | 31 | 9",
        "31 = count 31",
        "9 = count 9 :time",
    ),
    ("Party\tSeats\t+/-\nUnity\t14\t+3", "14 = count 14 :seat", "+3 = count 3 up"),
    ("Killed\t4\nInjured\t31", "4 = count 4 :person", "31 = count 31 :person"),
    ("Town\tWells\tDry\nNesse\t31\t-\nAldby\t\tn/a", "31 = count 31 :well"),
]  # fmt: skip
PAIRS: list[Row] = [
    (
        "Dead: 4\nWounded: at least 31\nBarns lost: 512",
        "4 = count 4 :person",
        "at least 31 = count >=31 :person",
        "512 = count 512 :barn",
    ),
    (
        "- Evacuated – 640\n- Total cost – €3.1 million\n- Rainfall – 80 mm",
        "640 = count 640 :person",
        "€3.1 million = money 3100000 [EUR] :cost",
        "80 mm = measure 80 [millimetre] :rainfall",
    ),
    ("**Arrests:** 12\n**Fines:** 40", "12 = count 12 :arrest", "40 = count 40 :fine"),
    ("Dead: 4; wounded: 31; missing: 2.", "4 = count 4 :person", "31 = count 31 :person",
     "2 = count 2 :person"),
    ("Acres burned: 1,200\nCrews: 14", "1,200 = measure 1200 [acre]", "14 = count 14 :crew"),
    ("Number of pupils: 3,400", "3,400 = count 3400 :pupil"),
    ("Turnout: 61%", "61% = percent 61 [percent] :turnout"),
    ("The Tide | Issue 412 | 18 June 2025",),
    ("Room: 12\nCase number: 4411\nTel: 555 010 22-31",),
    (
        "Nordex 8,121.30 -0.4%\nBrent crude $81.20 (+1.1%)",
        "8,121.30 = count 8121.3",
        "-0.4% = percent 0.4 [percent] :nordex down",
        "$81.20 = money 81.2 [USD] :crude",
        "+1.1% = percent 1.1 [percent] :crude up",
    ),
    (
        "NDX 50: 4,210.30 (+1.2%) | Silver: $31.40 | GBP/JPY 190.25",
        "4,210.30 = count 4210.3",
        "+1.2% = percent 1.2 [percent] :NDX up",
        "$31.40 = money 31.4 [USD] :silver",
    ),
]  # fmt: skip
# Neither a table nor a list of keys and values
PROSE = [
    "Aldby flood: 12 people died when the dam broke.",
    "The mayor: 40 homes will be built here by next summer.",
    "MARROW, Eastmarch - 16 people have died in the flood.",
    "It rose by day.  It fell by night.\nNobody slept.  Some left.",
    "Aldby,12 of us,said so\nand left",
    "Aldby 3 - 2 Nesse",
    "Here is your fine -- zero.",
    "He said so\tand left",
    "ROSS: Twelve.\nLUND: Forty.",
    "Subject: 40 dead",
    "They met on Sept. 20-24.",
]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    texts = [row[0] for row in (*TABLES, *PAIRS)]
    return {one.article.text: one for one in extracted((text, PUBLISHED) for text in texts)}


@pytest.mark.parametrize("row", [*TABLES, *PAIRS], ids=lambda row: row[0][:40])
def test_a_label_says_what_its_figure_is_of(found: dict[str, Extraction], row: Row) -> None:
    assert [shown(figure) for figure in found[row[0]].quantities] == list(row[1:])


@pytest.mark.parametrize("row", [*TABLES, *PAIRS], ids=lambda row: row[0][:40])
def test_labels_and_figures_state_nothing(found: dict[str, Extraction], row: Row) -> None:
    extraction = found[row[0]]
    assert not extraction.claims
    assert not extraction.attributions
    for figure in extraction.quantities:
        assert row[0][figure.start : figure.end] == figure.text
        if figure.counted:
            assert row[0][figure.counted.start : figure.counted.end] == figure.counted.text


def test_a_head_or_label_says_when_and_where(found: dict[str, Extraction]) -> None:
    by_row = found["Year\tFires\n2023\t40\n2024\t52"]
    assert [by_row.dates[day].text for figure in by_row.quantities for day in figure.dates] == [
        "2023",
        "2024",
    ]
    by_column = found["\t2023\t2024\nFires\t40\t52\nFloods\t3\t7"]
    days = [[by_column.dates[day].text for day in one.dates] for one in by_column.quantities]
    assert days == [["2023"], ["2024"], ["2023"], ["2024"]]


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays_prose(text: str) -> None:
    assert not read_layout(text).blocks


def test_a_statement_in_a_cell_is_read(extracted: Callable[[Batch], list[Extraction]]) -> None:
    text = "Town\tNote\nNesse\tThe council closed 14 schools there in May.\nAldby\tNone"
    (one,) = extracted([(text, PUBLISHED)])
    assert [claim.text for claim in one.claims] == ["The council closed 14 schools there in May"]
