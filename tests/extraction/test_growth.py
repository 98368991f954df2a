"""Twice the text takes twice the work, whatever it is made of. Work is counted, never timed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from claims.extraction import ArticleText, extract
from claims.extraction.parsing import LONGEST_SENTENCE, LONGEST_WORD, load, parse
from tests.extraction.working import steps_of

# Characters: below, around and above the length at which a sentence is cut
LENGTHS = (700, 1_400, 2_800)
MOST_FOR_TWICE = 2.3


def steps(text: str) -> int:
    """How many functions are called, and generators resumed, while the text is read."""
    return steps_of(lambda: list(extract([ArticleText("1", text)])))


def again(*pieces: str) -> Callable[[int], str]:
    """The pieces in turns, up to a length."""
    whole = "".join(pieces)
    return lambda length: (whole * (length // len(whole) + 1))[:length]


def figures(length: int) -> str:
    return ", ".join(str(number) for number in range(4_000, 4_000 + length // 6))


SHAPES = {
    "a list of figures": figures,
    "twenty, twenty, twenty": again("twenty-"),
    "that she said": again("that she said "),
    "percentages": again("12% ", "7% ", "31% "),
    "counted things": again("12 cranes, ", "7 pupils, "),
    "digits by commas": again("1,"),
    "between and": again("between 3 and 40 and "),
    "tags": again("<b>4</b> "),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_work(shape: str) -> None:
    steps("Six cranes fell, she said.")  # what is worked out once a process
    counts = [steps(SHAPES[shape](length)) for length in LENGTHS]
    growth = [round(more / fewer, 2) for fewer, more in pairwise(counts)]
    assert max(growth) <= MOST_FOR_TWICE, growth


def pieces_of(text: str) -> list[str]:
    """What the parser is given."""
    (parsed,) = parse([ArticleText("1", text)], load())
    assert "".join(piece.text for piece in parsed.paragraphs) == text.replace("\n", "")
    return [piece.text for piece in parsed.paragraphs]


def test_an_endless_word_is_cut() -> None:
    pieces = pieces_of('"' * 4_000)
    assert max(map(len, pieces)) <= LONGEST_WORD


def test_an_endless_sentence_is_cut_at_a_comma() -> None:
    pieces = pieces_of(figures(9_000))
    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert all(piece.endswith(", ") for piece in pieces[:-1])


def test_an_endless_sentence_without_commas_is_cut_between_words() -> None:
    pieces = pieces_of("that she said " * 400)
    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert all(piece.endswith(" ") for piece in pieces[:-1])


def test_a_long_line_of_sentences_stays_whole() -> None:
    line = "The cranes stood still all day long, the harbour office said. " * 60
    assert pieces_of(line) == [line]
    assert len(line) > 2 * LONGEST_SENTENCE


def test_what_stands_behind_a_cut_has_its_place_in_the_text() -> None:
    text = figures(9_000)
    (extraction,) = extract([ArticleText("1", text)])
    assert len(extraction.quantities) == 1_500
    assert all(text[found.start : found.end] == found.text for found in extraction.quantities)
