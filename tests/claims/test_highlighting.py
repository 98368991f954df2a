"""Texts in pieces: nothing lost, every mark in its place."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from claims.highlighting import Mark, paragraphs, pieces, places

TEXTS = st.text(st.sampled_from("ab 7\n\r\u2028\x85💧é\u202e"), max_size=60)
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(-5, 70),
        st.integers(-5, 70),
        st.sampled_from(["mention", "figure", "date"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@given(TEXTS, MARKS)
def test_the_pieces_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(TEXTS, MARKS)
def test_every_character_has_exactly_the_marks_that_cover_it(text: str, marks: list[Mark]) -> None:
    at = 0
    for piece in pieces(text, marks):
        for place in range(at, at + len(piece.text)):
            covering = [mark for mark in marks if mark.start <= place < mark.end]
            assert sorted(piece.marks, key=repr) == sorted(covering, key=repr)
        at += len(piece.text)


@given(TEXTS, MARKS)
def test_a_mark_opens_once_where_it_starts(text: str, marks: list[Mark]) -> None:
    opened = [mark for piece in pieces(text, marks) for mark in piece.opens]
    within = [mark for mark in marks if 0 <= mark.start < min(mark.end, len(text))]
    assert sorted(opened, key=repr) == sorted(within, key=repr)


@given(TEXTS, MARKS, st.integers(0, 30), st.integers(30, 70))
def test_paragraphs_lose_only_breaks_and_empty_lines(
    text: str, marks: list[Mark], start: int, end: int
) -> None:
    shown = ["".join(p.text for p in line) for line in paragraphs(text, marks, start, end)]
    lines = text[start:end].splitlines(keepends=True)
    kept = [line for paragraph in shown for line in paragraph.splitlines(keepends=True)]
    assert _without_breaks(kept) == _without_breaks(line for line in lines if line.strip())


def _without_breaks(lines: Iterable[str]) -> list[str]:
    return [line.rstrip("\r\n") for line in lines]


WRAPPED = """\
The harbour of Harl was closed for four days
after the storm, its keeper said on Friday,
and 112 ships had to wait outside it.
The wells gave nothing.

Nobody was hurt, but the damage comes to EUR
1.1 billion, by a first count of the town.
"""
LISTED = "Killed: 9\nInjured in the storm, by the town's count: 112\nMissing: 3\nHomeless: 40\n"


def test_lines_wrapped_by_hand_are_one_paragraph_and_those_of_a_list_are_not() -> None:
    figure = Mark(WRAPPED.index("EUR"), WRAPPED.index(", by a"), "figure", 7)
    shown = paragraphs(WRAPPED, [figure])
    whole = ["".join(piece.text for piece in paragraph) for paragraph in shown]
    assert [(text.split()[0], text.split()[-1]) for text in whole] == [
        ("The", "it."),
        ("The", "nothing."),
        ("Nobody", "town."),
    ]
    assert [(p.text, p.of) for p in shown[2] if p.marks] == [("EUR\n1.1 billion", "7")]
    assert len(paragraphs(LISTED, [])) == 4
    long = "word " * 25
    assert len(paragraphs(f"{long}\n{long}\nThe end\n", [])) == 3


def test_nested_and_overlapping_marks_share_their_pieces() -> None:
    claim, figure, speaker = Mark(0, 9, "mention", 1), Mark(4, 6, "figure"), Mark(8, 12, "date")
    found = pieces("Ada has 12 wells", [speaker, figure, claim])
    assert [(piece.text, piece.kinds) for piece in found] == [
        ("Ada ", "mention"),
        ("ha", "mention figure"),
        ("s ", "mention"),
        ("1", "mention date"),
        ("2 w", "date"),
        ("ells", ""),
    ]


def test_a_mark_over_two_paragraphs_opens_in_the_first() -> None:
    lines = paragraphs("one\ntwo", [Mark(0, 7, "mention", 1)])
    assert [[piece.opens != () for piece in line] for line in lines] == [[True], [False]]


def test_phrases_are_found_one_after_the_other() -> None:
    found = places("12 wells, 12 dams", ["12", "12", "nine", ""], "figure")
    assert [(mark.start, mark.end) for mark in found] == [(0, 2), (10, 12)]
