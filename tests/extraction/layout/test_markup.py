"""Tags, entities and the marks of Markdown are no text; what is struck out is gone."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from tests.extraction.conftest import Batch


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("spend <b>3 million</b> pounds on <a href='y'>9</a> parks", "spend 3 million pounds on 9 parks"),
        ("rose 3&nbsp;per cent to &pound;2&#46;5&#xA0;billion", "rose 3 per cent to £2.5 billion"),
        ("AT&amp;T, &amp;euro;4, R&D; and &unknown;", "AT&T, €4, R&D; and &unknown;"),
        ("<del>30</del><ins>12</ins> boats, ~~9~~ 8 crews", "12 boats, 8 crews"),
        ("<s>30</s> 12 boats and <strike>9</strike>8 crews", "12 boats and 8 crews"),
        ("30 km<sup>2</sup> with 110<sup>4</sup> wells and CO<sub>2</sub>", "30 km² with 110 wells and CO2"),
        ("the 4<sup>th</sup> of 10<sup>6</sup> wells", "the 4th of 10^6 wells"),
        ("a < b, 3 <5 and x>4, if <nobody> minds", "a < b, 3 <5 and x>4, if <nobody> minds"),
        ("**12** boats, _never_ more, `40` crews", "12 boats, never more, 40 crews"),
        ("5 * 3 * 2, snake_case_word, 2*3*4", "5 * 3 * 2, snake_case_word, 2*3*4"),
        ("[The report](https://x.example/2025/12) says 9[^2]", "The report says 9"),
        ("![12 boats](boats.png)Twelve boats sank.", "Twelve boats sank."),
        ("<!-- 40 dead -->Nobody died.<script>x = 12</script>", "Nobody died."),
        ("<p>Twelve boats sank.</p>\n<p>Nobody died.</p>", "Twelve boats sank.\n\n\n\nNobody died."),
        ("Twelve boats sank.<br>Nobody died.", "Twelve boats sank.\nNobody died."),
        ("## Twelve boats\nThey sank in May.", "Twelve boats\nThey sank in May."),
        ("<del>40 boats that nobody saw", "40 boats that nobody saw"),
    ],
)  # fmt: skip
def test_how_marked_text_reads(text: str, reads: str) -> None:
    assert read_layout(text).text.strip("\n") == reads


def test_what_is_found_slices_back(extracted: Callable[[Batch], list[Extraction]]) -> None:
    text = (
        "Fares rose 3&nbsp;per cent to &pound;2.5&nbsp;billion, the <i>harbour</i> board&rsquo;s "
        "chair said. It closed <b>9</b> of <del>14</del><ins>12</ins> quays."
    )
    (one,) = extracted([(text, date(2025, 9, 5))])
    assert [figure.text for figure in one.quantities] == [
        "3&nbsp;per cent",
        "&pound;2.5&nbsp;billion",
        "9",
        "12",
    ]
    [said] = one.attributions
    assert said.speaker
    assert said.speaker.text == "the <i>harbour</i> board&rsquo;s chair"
    for record in (*one.quantities, *one.claims, *said.content, said.speaker):
        assert text[record.start : record.end] == record.text
    assert one.claims[0].wording == "Fares rose 3 per cent to £2.5 billion"
