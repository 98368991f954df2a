"""A dateline is nobody's speaker, and part of no content, claim, figure or date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.datelines import dateline_end
from tests.extraction.conftest import Batch

DATELINES = [
    "KYIV (Reuters) – ",
    "KYIV (Reuters) - ",
    "KYIV, Sept 5 (Reuters) - ",
    "OSLO, May 4 (Reuters) - ",
    "BERLIN, Sept. 5 – ",
    "BERLIN, 5 September – ",
    "BERLIN, Friday, Sept. 5 – ",
    "BERLIN (Sept. 5) – ",
    "LONDON — ",
    "LONDON -- ",
    "LONDON—",
    "NEW YORK (AP) — ",
    "ST. LOUIS, Mo. (AP) — ",
    "WASHINGTON, D.C. – ",
    "SKERRY/HARL, Northmark, Sept 5 (Agency) - ",
    "GRANGE, Northmark (AP) _ ",
    "TAMBER, Sept. 5, 2025 /PRNewswire/ -- ",
    "TAMBER--(BUSINESS WIRE)--",
    "MOSCOW, September 5. /TASS/. ",
    "New Harl, Sept 5 (PTI) ",
    "Harl, Northmark (CNN) — ",
    "Harl, Northmark (CNN) ",
    "Harl (dpa) – ",
    "Harl, 4 September | AAP -- ",
    "Harl, 5 September – ",
    "Sept 5 (Reuters) - ",
    "(Reuters) - ",
]
STATEMENTS = [
    # what follows, its speaker, content, figure and claim
    ("Mayor Kai Brandt said 14 schools would shut.", "Mayor Kai Brandt", "14 schools would shut"),
    ("At least 14 schools would shut, police said.", "police", "At least 14 schools would shut"),
    ("“We will shut 14 schools,” said Kai Brandt.", "Kai Brandt", "We will shut 14 schools"),
    ("``We will shut 14 schools,'' said Kai Brandt.", "Kai Brandt", "We will shut 14 schools"),
    ("« We will shut 14 schools », said Kai Brandt.", "Kai Brandt", "We will shut 14 schools"),
]
ROWS = [(lead, *statement) for lead in DATELINES for statement in STATEMENTS]


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    batch = extracted((lead + text, date(2025, 9, 12)) for lead, text, *_ in ROWS)
    return {extraction.article.text: extraction for extraction in batch}


@pytest.mark.parametrize("lead", DATELINES)
def test_the_report_begins_behind_it(found: dict[str, Extraction], lead: str) -> None:
    for text, speaker, content in STATEMENTS:
        extraction = found[lead + text]
        (said,) = extraction.attributions
        assert said.speaker
        assert (said.speaker.text, [span.text for span in said.content]) == (speaker, [content])
        assert [claim.text for claim in extraction.claims] == [content]
        (figure,) = extraction.quantities
        assert figure.low == 14
        assert figure.counted
        assert (figure.counted.head, figure.dates) == ("school", ())
        assert not extraction.dates
        for span in (*said.content, said.speaker, figure, *extraction.claims):
            assert span.text == extraction.article.text[span.start : span.end]
            assert span.start >= len(lead)


@pytest.mark.parametrize(
    "text",
    [
        "NATO, the alliance, met.",
        "COVID-19 – 12 people died.",
        "TOTAL – 340 homes",
        "PARIS–DAKAR rally stopped",
        "NATO—EU talks failed.",
        "“KYIV – the city” is a song.",
        "On Friday, Sept. 5 – Harl Day – schools shut.",
        "Friday, Sept. 5 – The band plays.",
        "World Health Organization (WHO) Director Ann Lee resigned.",
        "Ann Lee – a doctor – resigned.",
        "KYIV – it is a city.",
        "The Reuters (AP) story",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert dateline_end(text) == 0


def test_it_goes_from_every_report_and_from_a_wrapped_one(
    extracted: Callable[[Batch], list[Extraction]],
) -> None:
    text = (
        "> KYIV, Sept 5 (Reuters) - The harbour board said on Wednesday that 1,450 boats had been\n"
        "> unloaded since Monday, up from 1,200 in the same days of August, and that 84 cranes\n"
        "> were at work.\n>\n> LONDON (Agency) — The mayor denied that 12 ships had sunk.\n"
    )
    (extraction,) = extracted([(text, date(2025, 9, 5))])
    assert [said.speaker and said.speaker.text for said in extraction.attributions] == [
        "The harbour board",
        "The mayor",
    ]
    assert not any("Sept 5" in day.text for day in extraction.dates)


def test_nobody_later_is_the_one_in_a_dateline(
    extracted: Callable[[Batch], list[Extraction]],
) -> None:
    text = "MARROW, Eastmarch - The river rose by a metre.\n\nThe agency said the dam was safe."
    (extraction,) = extracted([(text, None)])
    (said,) = extraction.attributions
    assert said.speaker
    assert (said.speaker.text, said.speaker.name) == ("The agency", None)
