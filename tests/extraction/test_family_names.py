"""Names with particles are whole, alone and with title, and short forms lead to the full one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.particles import family_name
from tests.extraction.conftest import Batch

LEYEN, VELD, SALM = "Edda von der Leyen", "Roos in 't Veld", "Kurt von und zu Salm"

# A passage, and for each attribution in it the speaker as written and by name, all persons
PASSAGES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        f"{LEYEN} said 40 ships were lost.\n\n“We need more,” von der Leyen said. Von der Leyen "
        "said that 12 had sunk. Ms von der Leyen denied that any was old.",
        [
            (LEYEN, LEYEN),
            ("von der Leyen", LEYEN),
            ("Von der Leyen", LEYEN),
            ("Ms von der Leyen", LEYEN),
        ],
    ),
    ("President von der Leyen said 40 ships sank.", [("President von der Leyen", "von der Leyen")]),
    ("Von der Leyen said 40 ships sank.", [("Von der Leyen", "Von der Leyen")]),
    (f"According to {LEYEN}, 40 ships sank.", [(LEYEN, LEYEN)]),
    (f"“It is over,” said {LEYEN}.", [(LEYEN, LEYEN)]),
    (f"40 ships sank, {LEYEN}, the president, said.", [(LEYEN, LEYEN)]),
    (f"{LEYEN}: 40 Ships Lost in Storm", [(LEYEN, LEYEN)]),
    (f"Dutch Minister {LEYEN} was told by {VELD} that 40 ships sank.", [(VELD, VELD)]),
    (
        f"European Commission President {LEYEN} said 40 ships sank. She said 12 were old.",
        [(f"European Commission President {LEYEN}", LEYEN), ("She", LEYEN)],
    ),
    (
        f"{VELD} said the law was bad. In 't Veld said 40 people came.",
        [(VELD, VELD), ("In 't Veld", VELD)],
    ),
    (
        "Roos in ’t Veld said the law was bad.",
        [("Roos in ’t Veld", "Roos in ’t Veld")],
    ),
    (
        "Omar bin Salman said prices would fall. Bin Salman said that 12 wells were dry. Crown "
        "Prince bin Salman said they were old.",
        [
            ("Omar bin Salman", "Omar bin Salman"),
            ("Bin Salman", "Omar bin Salman"),
            ("Crown Prince bin Salman", "Omar bin Salman"),
        ],
    ),
    (
        "Hector de la Renta said sales rose by 4 per cent. De la Renta said that was fine.",
        [
            ("Hector de la Renta", "Hector de la Renta"),
            ("De la Renta", "Hector de la Renta"),
        ],
    ),
    (
        "Bill de Rossi said crime had halved. De Rossi denied that it rose.",
        [("Bill de Rossi", "Bill de Rossi"), ("De Rossi", "Bill de Rossi")],
    ),
    (
        "Police said Jos van Dam had left. Van Dam told the court that he was ill.",
        [("Police", ""), ("Van Dam", "Jos van Dam")],
    ),
    ("Guus ten Brink said 12 people died.", [("Guus ten Brink", "Guus ten Brink")]),
    (
        f"{SALM} said 12 people died. Von und zu Salm denied that more had.",
        [(SALM, SALM), ("Von und zu Salm", SALM)],
    ),
    (
        "Samir el-Masri said 12 people died. El-Masri said that more would. Masri denied that "
        "the road was shut.",
        [
            ("Samir el-Masri", "Samir el-Masri"),
            ("El-Masri", "Samir el-Masri"),
            ("Masri", "Samir el-Masri"),
        ],
    ),
    (
        f"Hector de la Renta and {LEYEN} said 12 people died.",
        [(f"Hector de la Renta and {LEYEN}", f"Hector de la Renta and {LEYEN}")],
    ),
    (f"{LEYEN}’s visit cost 12 million euros, {VELD} said.", [(VELD, VELD)]),
    # near misses: no name of a person
    ("In Bonn, van drivers said that 12 people died.", [("van drivers", "van drivers")]),
    ("The man in the van said that 12 people died.", [("The man in the van", "")]),
    ("Police said the van Monday had 12 people in it.", [("Police", "")]),
    ("The Van Gogh Museum said 12 people came.", [("The Van Gogh Museum", "Van Gogh Museum")]),
    ("Al-Qaeda said 12 people died.", [("Al-Qaeda", "Al-Qaeda")]),
    ("The mayor of La Paz said 12 people died.", [("The mayor of La Paz", "")]),
]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    batch = extracted((text, date(2025, 9, 5)) for text, _ in PASSAGES)
    return {extraction.article.text: extraction for extraction in batch}


@pytest.mark.parametrize(("text", "speakers"), PASSAGES, ids=[row[0][:60] for row in PASSAGES])
def test_the_whole_name_speaks(
    found: dict[str, Extraction], text: str, speakers: list[tuple[str, str]]
) -> None:
    said = [attribution.speaker for attribution in found[text].attributions]
    assert [(one.text, one.name or "") for one in said if one] == speakers
    assert len(said) == len(speakers)


def test_who_has_such_a_name_is_a_person(found: dict[str, Extraction]) -> None:
    for text, speakers in PASSAGES:
        for attribution in found[text].attributions:
            if attribution.speaker and attribution.speaker.name in (LEYEN, VELD, SALM):
                assert attribution.speaker.kind == "person", speakers


def test_a_name_is_whole_where_a_line_was_wrapped(
    extracted: Callable[[Batch], list[Extraction]],
) -> None:
    text = (
        "> The harbour board met on Wednesday night in the old town hall, where Edda von\n"
        "> der Leyen said that 40 ships had been lost in the storms of the last two weeks.\n"
    )
    (extraction,) = extracted([(text, None)])
    (said,) = extraction.attributions
    assert said.speaker
    assert said.speaker.name == LEYEN
    assert said.speaker.text == "Edda von\n> der Leyen"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ann Lee", "Lee"),
        ("Edda von der Leyen", "von der Leyen"),
        ("Von der Leyen", "Von der Leyen"),
        ("Roos in ’t Veld", "in ’t Veld"),
        ("Hector de la Renta", "de la Renta"),
        ("Samir al-Masri", "al-Masri"),
        ("Leyen", "Leyen"),
    ],
)
def test_the_family_name_begins_with_its_particle(name: str, family: str) -> None:
    assert family_name(tuple(name.split())) == tuple(family.split())
