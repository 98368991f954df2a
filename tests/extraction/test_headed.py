"""Speeches and statements: all that stands below a heading is whose it names."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.records import ArticleText

# heading, body, who says it all, and how far
HEADED = [
    (
        "Speech by the Minister for Schools, Karin Voll, to the Teachers' Congress, Ulstad",
        "We have built 48 schools.\n\nI taught 30 pupils.",
        "Karin Voll",
        2,
    ),
    (
        "Remarks by Ivar Brandt, chief executive of Nordhav",
        "We sold 4,000 boats.\n\nNotes to editors\n\nWe have 40 staff.",
        "Ivar Brandt",
        1,
    ),
    ("Statement by the Norrland Fishermen's Union", "We lost 40 boats.", None, 1),
    (
        "Karin Voll's speech to the Teachers' Congress",
        "We have built 48 schools.\n\nKarin Voll, Ulstad",
        "Karin Voll",
        1,
    ),
    (
        "Schools for all\n\nStatement from the Minister of Schools",
        "My ministry built 40 schools.",
        None,
        1,
    ),
    ("Full text of President Abel Rohm's address to the nation", "We lost 400.", "Abel Rohm", 1),
]
# what only looks like it
OTHERS = [
    "Speech by minister draws 4,000 people\n\nWe counted 40 seats.",
    "Statement of account\n\nWe have 40 customers.",
    "Remarks by the Minister for Schools\n\nKarin Voll said 40 would shut. I saw 12.",
    "Speech by Karin Voll to the congress\n\nThe mill has 40 staff.",
    "Schools for all\n\nWe have built 40 schools.",
]


@pytest.mark.parametrize(("heading", "body", "name", "spoken"), HEADED, ids=[c[0] for c in HEADED])
def test_the_heading_names_who_says_it(
    heading: str, body: str, name: str | None, spoken: int
) -> None:
    (extraction,) = extract([ArticleText("1", f"{heading}\n\n{body}")])
    said = next(found for found in extraction.attributions if found.cue is None)
    assert said.speaker is not None
    assert said.speaker.text in heading
    assert name is None or said.speaker.name == name
    assert [span.text for span in said.content] == [
        paragraph.rstrip(".") for paragraph in body.split("\n\n")[:spoken]
    ]
    assert "attributed" in extraction.claims[0].kinds


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_have_no_speaker_of_all(text: str) -> None:
    (extraction,) = extract([ArticleText("1", text)])
    assert all(found.cue is not None for found in extraction.attributions)
