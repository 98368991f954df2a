"""Hard line breaks and reply marks are white space to the reader."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.layout import read_layout

PUBLISHED = date(2025, 9, 5)
STORY = """The harbour board said on Wednesday that 1,450 containers had been unloaded since \
Monday, up from 1,200 in the same days of August.

“We hired 84 crane drivers and let 31 go,” said Nadia Feld, who runs the port. “Half of them \
are under 30.”

The works cost the city EUR 31 million over four years, according to the auditor, and nobody \
at the town hall denied that at least EUR 2.5 million went to consultants.

From 3 May to 9 June the quay stayed shut. Between 40 and 60 half-finished barges were \
towed away on Friday 14 June."""


def wrapped(text: str, width: int, mark: str = "") -> str:
    """The text as mail programs send it: lines of that width, with that mark before each."""
    return "\n".join(
        f"{mark}{line}".rstrip()
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, width) or [""]
    )


def paragraphs(text: str) -> list[str]:
    return [line for line in read_layout(text).text.split("\n") if line.strip()]


@pytest.mark.parametrize("mark", ["", "> ", ">> ", "  "])
@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_a_wrapped_text_reads_as_it_was_written(width: int, mark: str) -> None:
    assert paragraphs(wrapped(STORY, width, mark)) == paragraphs(STORY)


@pytest.mark.parametrize(
    "text",
    [
        "The mill shut from 3\nMay to 9 June.",
        "The new wing will cost the hospital another EUR\n31 million by then.",
        "The council said that 612 lorries were held at the\nsouthern gate.",
        "“We mended 210 pumps and replaced 18\nvalves,” said Gerda Roth.",
        "“Half the bridge is not safe at all,”\nsaid Jon Vik, a surveyor.",
        "> The mayor said that 40 houses\n> were flooded in May.",
        "The river rose by two metres overnight, a 112-\nstrong crew said.",
        "Profit rose 12\npercent in June.",
        # wrapped by hand, with room left
        "Three of the seven locks are below\n12 feet.",
        'The firm recalled its "Tiny\nBites" porridge.',
    ],
)
def test_a_sentence_goes_on_behind_the_break(text: str) -> None:
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Flood kills nine in the valley\nThe river rose by two metres overnight.",
        "Flood hits the town of Aston\n12 people died on Monday, police said.",
        "In 2024 the town spent 12 million euros\nIn 2025 the town spent 14 million euros\n"
        "Next year it will spend 15 million euros",
        "The river rose by two metres.\nNobody was hurt in the town.",
        "Three things are known so far:\n- nine people died there\n- the dam held all night",
        "1. The dam held all night long\n2. The bridge did not hold",
        "ANNA LUND: We hired 860 teachers.\nTIM ROSS: Half of them left again.",
        "She left the room at once.\n― Nell Garden, a nurse",
        "apples\npears\nplums",
        "One line that is all there is",
        "",
        "\n\n",
    ],
)
def test_pieces_of_their_own_stay_apart(text: str) -> None:
    layout = read_layout(text)
    assert layout.text == text
    assert not layout.blocks


def test_headers_of_mail_are_no_text() -> None:
    headers = "From: a@osk.example\nDate: Fri, 5 Sep 2025 10:00:00 +0200\nSubject: 40 dead\n\n"
    assert paragraphs(f"{headers}The fire killed 12 people.") == ["The fire killed 12 people."]
    assert paragraphs("Subject: 40 dead\nThe fire killed 12 people.")[0] == "Subject: 40 dead"


def test_subtitles_read_without_their_numbers_and_times() -> None:
    text = (
        "7\n00:00:21,000 --> 00:00:24,500\nThe regulator fined the bank 75\n\n"
        "8\n00:00:24,600 --> 00:00:27,000\nmillion euros on Monday.\n\n"
        "9\n00:00:28,000 --> 00:00:29,000\nThe bank said nothing.\n"
    )
    assert paragraphs(text) == [
        "The regulator fined the bank 75 million euros on Monday.",
        "The bank said nothing.",
    ]


@pytest.mark.parametrize(("width", "mark"), [(40, ""), (72, "> ")])
def test_what_is_found_is_the_same_and_slices_back(extracted, width: int, mark: str) -> None:
    text = wrapped(STORY, width, mark)
    given_text, found = extracted([(STORY, PUBLISHED), (text, PUBLISHED)])
    assert found.article.text == text
    assert [claim.wording for claim in found.claims] == [
        claim.wording for claim in given_text.claims
    ]
    assert [
        (figure.low, figure.high, figure.unit, figure.currency, figure.counted is None)
        for figure in found.quantities
    ] == [
        (figure.low, figure.high, figure.unit, figure.currency, figure.counted is None)
        for figure in given_text.quantities
    ]
    assert [(day.first, day.last) for day in found.dates] == [
        (day.first, day.last) for day in given_text.dates
    ]
    for record in (*found.quantities, *found.dates, *found.claims):
        assert text[record.start : record.end] == record.text


def test_a_speaker_is_named_in_one_line(extracted) -> None:
    text = "Nobody was hurt in the fire at the mill on Monday, the\n> fire brigade said."
    [found] = extracted([(f"> {text}", PUBLISHED)])
    assert [attribution.speaker.label for attribution in found.attributions] == ["the fire brigade"]


@settings(max_examples=150)
@given(st.text(st.sampled_from("ab1 .,:;->\n\t“”|*\r0") | st.characters(), max_size=120))
def test_every_character_comes_from_its_place(text: str) -> None:
    reading = read_layout(text).reading
    for place, character in enumerate(reading.text):
        origin = reading.origin(place)
        assert character == text[origin] or character in " \n" or reading.end(place) - origin != 1
    origins = [reading.origin(place) for place in range(len(reading.text))]
    assert origins == sorted(origins)
    assert all(reading.end(place) <= len(text) for place in range(len(reading.text)))
