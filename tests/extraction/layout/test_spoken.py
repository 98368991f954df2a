"""Subtitles, captions without marks, and text in capitals."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from tests.extraction.conftest import Batch


def lines(text: str) -> list[str]:
    return [line.strip() for line in read_layout(text).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "WEBVTT\nKind: captions\n\nNOTE made by hand 12\n\nintro\n00:21.000 --> 00:24.500 align:start\n"
            "The board fined the line 75\n\n00:24.600 --> 00:27.000\nmillion euros.\n[APPLAUSE]",
            ["The board fined the line 75 million euros."],
        ),
        (
            "1\n00:00:01,000 --> 00:00:03,000\nthe ferry sank\n\n2\n00:00:03,000 --> 00:00:05,000\n"
            "the ferry sank\nand nobody died",
            ["the ferry sank and nobody died"],
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<00:00:01.200><c>forty</c><00:00:01.500><c> boats</c>",
            ["forty boats"],
        ),
        ("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>forty boats</i>", ["forty boats"]),
        ("0:07\nthe ferry line\n0:12\ncut forty\n0:15\ncrossings", ["the ferry line cut forty crossings"]),
        ("0:07 the ferry line\n0:12 cut forty\n0:15 crossings", ["the ferry line cut forty crossings"]),
        (
            "the board says forty boats are unsafe minister mona dahl said repairs would cost two million euros",
            ["the board says forty boats are unsafe",
             "minister mona dahl said repairs would cost two million euros"],
        ),
        (
            "forty boats are out today and the head of the crew said nobody was hurt because he said it was dry",
            ["forty boats are out today",
             "and the head of the crew said nobody was hurt because he said it was dry"],
        ),
        (
            "the quay is shut and senior officials say forty boats sank police said nobody was hurt where people say it rained",
            ["the quay is shut",
             "and senior officials say forty boats sank",
             "police said nobody was hurt where people say it rained"],
        ),
        ("THE PORT CUT 40 JOBS. MINISTER MONA DAHL SAID ON MONDAY IT COST EUR 3 MILLION.",
         ["The port cut 40 jobs. Minister Mona Dahl said on Monday it cost EUR 3 million."]),
        ("MONA DAHL: WE HIRED 40 NURSES IN ALDBY LAST MAY", ["MONA DAHL: We hired 40 nurses in aldby last may"]),
        # Marked as it should be
        ("the board says so. the minister said no, and nobody asked the crew what the men had said to her",) * 2,
        ("NATO AND THE UN",) * 2,
        ("12:30 We met.\nThen we left.",) * 2,
    ],
)  # fmt: skip
def test_how_speech_reads(text: str, reads: list[str] | str) -> None:
    assert lines(text) == (reads.split("\n") if isinstance(reads, str) else reads)


def test_a_voice_is_a_turn(extracted: Callable[[Batch], list[Extraction]]) -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Mona Dahl>We hired 40\n\n"
        "00:03.000 --> 00:04.000 position:10%\n<v Mona Dahl>nurses.</v>\n\n"
        "00:05.000 --> 00:06.000\n<v Karl Roth>Half of them left."
    )
    (one,) = extracted([(text, date(2025, 9, 5))])
    said = [(found.speaker and found.speaker.name, found.content[0]) for found in one.attributions]
    assert [(name, content.text.split("\n")[0]) for name, content in said] == [
        ("Mona Dahl", "We hired 40"),
        ("Karl Roth", "Half of them left"),
    ]
    assert [figure.counted and figure.counted.head for figure in one.quantities][:1] == ["nurse"]
    assert all(text[content.start : content.end] == content.text for _, content in said)
