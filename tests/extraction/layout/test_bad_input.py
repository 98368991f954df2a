"""Whatever people paste: no exception, work that grows with the text, spans that slice back."""

# ruff: noqa: E501 - a text and how it reads stand side by side

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from claims.extraction.records import Span
from tests.extraction.conftest import Batch
from tests.extraction.working import steps_of

LEFT = [
    "The board cut 40 crossings,",
    "and said that it would",
    "not pay 3 million euros",
    "to the crew of the boat.",
]
RIGHT = [
    "Rain fell on 12 days.",
    "The dam at Nesse held",
    "while 31 wells dried up,",
    "the water office said.",
]
TEXTS = {
    "two columns glued by a PDF": "\n".join(f"{a:<30}{b}" for a, b in zip(LEFT, RIGHT, strict=True)),
    "labels that begin half-way": (
        "We hired 40 nurses.\n\nAnd 12 left.\n\nMONA DAHL: Half of them came back.\n\n"
        "KARL ROTH: I saw 3 million euros go.\n\nAnd nobody asked."
    ),
    "a table without heads": "Nesse\t31\t2.5\nAldby\t\t1\nMarrow\t7",
    "a table with too many cells": "Town\tWells\nNesse\t31\t2.5\t7\n\t\t\n|\n|||",
    "one word a line": "boat\n" * 10_000,
    "one figure a line": "40\n" * 500,
    "a quotation never closed": "“We hired 40 nurses, she said. " + "Then 12 of them left. " * 300,
    "all in one line": "The board cut 40 crossings, it said. " * 400,
    "two hours of captions": "\n\n".join(
        f"{number}\n{number // 600:02}:{number // 10 % 60:02}:{6 * number % 60:02},000 --> "
        f"{number // 600:02}:{number // 10 % 60:02}:{6 * number % 60 + 4:02},500\n"
        f"the board said {'forty' if number % 2 else 'fifty'} boats were lost and nobody"
        for number in range(1, 1_201)
    ),
    "tags never closed": "<b>40 <del>boats <sup>3 <v Mona <!-- <table><td>12",
    "entities and marks": "&&nbsp;&#0;&#99999999;&#x110000; **40 ~~12 [9](x _4",
    "nothing but furniture": "Next",
    "furniture at the end": "Forty boats sank.\n\nUnsubscribe",
    "nothing but line ends": "\n" * 5_000,
    "lone surrogates": "<b>\ud83d 40</b>\t12\n\udc00\t3",
}  # fmt: skip


def spans(record: Any) -> Iterator[Span]:
    if isinstance(record, tuple):
        for part in record:
            yield from spans(part)
    elif is_dataclass(record) and not isinstance(record, type):
        if isinstance(record, Span):
            yield record
        for field in fields(record):
            yield from spans(getattr(record, field.name))


@pytest.fixture(scope="module")
def found(extracted: Callable[[Batch], list[Extraction]]) -> dict[str, Extraction]:
    batch = extracted((text, date(2025, 9, 5)) for text in TEXTS.values())
    return dict(zip(TEXTS, batch, strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_and_every_span_slices_back(found: dict[str, Extraction], name: str) -> None:
    text = TEXTS[name]
    assert found[name].article.text == text
    for span in spans(found[name]):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.text


def test_glued_columns_are_no_sentences(found: dict[str, Extraction]) -> None:
    extraction = found["two columns glued by a PDF"]
    assert not any("   " in span.text for span in (*extraction.claims, *extraction.quantities))
    assert [figure.text for figure in extraction.quantities] == [
        "40",
        "12 days",
        "3 million euros",
        "31",
    ]


def test_figures_of_a_table_without_heads_have_no_unit(found: dict[str, Extraction]) -> None:
    figures = found["a table without heads"].quantities
    assert [(figure.text, figure.unit, figure.counted) for figure in figures] == [
        (text, None, None) for text in ("31", "2.5", "1", "7")
    ]


def test_captions_are_one_text(found: dict[str, Extraction]) -> None:
    assert len(found["two hours of captions"].quantities) == 1_200
    assert not any(
        "-->" in line for line in read_layout(TEXTS["two hours of captions"]).text.split("\n")
    )


SHAPES = {
    "rows": "Nesse\t31\t2.5\n",
    "rows by pipes": "| Nesse | 31 | 2.5 |\n",
    "rows by spaces": "Nesse      31     2.5\n",
    "keys and values": "Killed: 9\n",
    "many pairs in a line": "Killed: 9; ",
    "a strip": "NDX 50: 4,210.30 (+1.2%) | ",
    "wrapped lines": "The board of the harbour said that it had\ncut 40 crossings, ",
    "captions": "00:01.000 --> 00:02.000\nforty boats\n\n",
    "speech without marks": "the minister said forty boats were lost and ",
    "capitals": "THE MINISTER SAID 40 BOATS WERE LOST AND ",
    "corrections": "Correction: An earlier version said 40, not 12; ",
    "corrections by line": "Correction: It is 40, not 12.\n",
    "pages": "It fell.\n\nPage 4 of 9\n\nHarbour Board\n\n",
    "bare numbers": "4\n\n",
    "notes": "It fell.3 Then [4] it rose. ",
    "threads": "1/4 The boat sank. 2/4\n",
    "likes": "12 Likes · ",
    "open tags": "<del><sup><b><v A>",
    "closed tags": "<del>4</del><td>5</td>\n",
    "entities": "&nbsp;&amp;&",
    "Markdown": "**a** _b_ ~~c~~ [d](e) [^1] ",
    "open Markdown": "** _ ~~ [ ]( [^ `",
    "spaces": "     ",
    "a dash": "- ",
    "full stops": ". ",
    "a long word": "a",
    "hyphens at the end": "govern-\nment ",
    "labels": "MONA DAHL: WE HIRED\n",
    "handles": "@mona ",
    "quotation marks": "“\"'",
}  # fmt: skip
LENGTHS = (4_000, 8_000, 16_000)
MOST_FOR_TWICE = 2.3


def steps(text: str) -> int:
    """How many functions are called, and generators resumed, while the text is laid out."""
    return steps_of(lambda: read_layout(text))


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_work(shape: str) -> None:
    steps("Six boats sank.")
    piece = SHAPES[shape]
    counts = [steps((piece * (length // len(piece) + 1))[:length]) + 500 for length in LENGTHS]
    growth = [round(more / fewer, 2) for fewer, more in pairwise(counts)]
    assert max(growth) <= MOST_FOR_TWICE, growth
