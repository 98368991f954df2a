"""Quotation marks: which stretches of a paragraph they enclose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText
from claims.extraction.speech.finding import find_attributions
from claims.extraction.speech.quotes import find_quotes

MARKED = [
    ('She said "no" twice.', ["no"]),
    ("She said “no” twice.", ["no"]),
    ("She said ‘no’ twice.", ["no"]),
    ("She said 'no' twice.", ["no"]),
    ("She said «no» twice.", ["no"]),
    ("She said „no“ twice.", ["no"]),
    ("She said ``no'' twice.", ["no"]),
    ("She said ''no'' twice.", ["no"]),
    ("She said ''it isn't true'' twice.", ["it isn't true"]),
    ("She said ‘it isn’t true’ twice.", ["it isn’t true"]),
    ("She said 'the workers' pay is due' twice.", ["the workers' pay is due"]),
    ("“He said ‘no’ and left,” she said.", ["He said ‘no’ and left,"]),
    ("\"He said 'no' and left,\" she said.", ["He said 'no' and left,"]),
    ("“The “bridge” is shut,” she said.", ["The “bridge” is shut,"]),
    ('"One." "Two."', ["One.", "Two."]),
    ('“Straight at the end," she said.', ["Straight at the end,"]),
    (
        '"The quotation goes on in the next paragraph.',
        ["The quotation goes on in the next paragraph."],
    ),
    ("« We won », she said. « All of it. »", ["We won", "All of it."]),
    ("She said ‹ no › twice.", ["no"]),
    ('``We won," she said.', ["We won,"]),
    ("“We won,'' she said.", ["We won,"]),
    ('„We won", she said.', ["We won"]),
    ("`We won,' she said.", ["We won,"]),
    ('"The “bridge” is shut," she said.', ["The “bridge” is shut,"]),
    # left open, up to who said it
    ('"The dam holds, said Ann Lee. It is old.', ["The dam holds,"]),
    ('"The dam holds, she said. "It is old," she added.', ["The dam holds,", "It is old,"]),
    ('"My aunt, she said it holds. And it does.', ["My aunt, she said it holds. And it does."]),
    # a straight mark in front of a paragraph that quotes in curly ones
    ('"The dam was full. “It holds,” she said.', ["It holds,"]),
    ("a `name` in the dogs' code", []),
    ("the '90s and rock 'n roll", []),
    ("the workers' pay and the dogs' tails", []),
    ("It isn't Ann's; it's Tom's.", []),
    ('a 5\'10" striker and a 32" screen', []),
    ('"" and “”', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "inner"), MARKED)
def test_it_finds_the_outermost_quotations(text: str, inner: list[str]) -> None:
    assert [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text)] == inner


def test_an_open_mark_runs_to_the_end_of_the_paragraph_and_is_told() -> None:
    (quote,) = find_quotes('Lee said: "We start tomorrow')
    assert (quote.closed, quote.end) == (False, len('Lee said: "We start tomorrow'))


@given(st.text(alphabet="ab A.,!?\n\"'“”‘’«»„`-–—", max_size=60))
def test_quotations_never_overlap_nor_leave_the_text(text: str) -> None:
    end = 0
    for quote in find_quotes(text):
        assert end <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        end = quote.end


WORDS = st.sampled_from(
    ["Ann Lee", "said", "added", ",", ".", "\n", '"', "“", "”", "'", "‘", "’", "«", "»", "''", "``",
     "that", "the dam", "is", "safe", "according to", ":", "—", "-", "who", "he", "(", ")", "In",
     "Says", "which", "poll", "but"]
)  # fmt: skip


MARKS = st.sampled_from(['"', "“", "”", "'", "‘", "’", "«", "»", "''", "``", ""])
FRAMES = st.sampled_from(
    [
        "{}The dam is {}safe{},{} Ann Lee said.",
        "Ann Lee said: {}The dam is {}safe{} today.{}",
        "{}The dam is safe,{} he said. {}Nobody has to leave.{}",
        "Ann Lee called it {}a {}quiet{} day{} Monday.",
        "Poll: {}Voters{} want {}lower{} rents",
        "Ann Lee went on:{}{}{}{}",
    ]
)
PARAGRAPHS = st.builds(
    lambda frame, *marks: frame.format(*marks), FRAMES, MARKS, MARKS, MARKS, MARKS
)
DAMAGED = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n".join)
ANY_WORDS = st.lists(WORDS, max_size=14).map(" ".join)


@settings(deadline=None)  # the first example loads the model
@given(st.lists(DAMAGED | ANY_WORDS, min_size=1, max_size=6))
def test_no_marks_make_it_raise_or_leave_their_paragraph(texts: list[str]) -> None:
    articles = [ArticleText(str(number), text) for number, text in enumerate(texts)]
    for article in parse(articles, load()):
        for attribution in find_attributions(article):
            for span in attribution.content:
                assert article.text[span.start : span.end] == span.text
                assert "\n" not in span.text
                assert span.text.strip() == span.text != ""
