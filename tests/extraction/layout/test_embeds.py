"""Posts, players and a page editor's shortcodes in a text are no text."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

import time

import pytest

from claims.extraction.layout import read_layout


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ('It sank. <tweet id="4" author="ab">12 blue boats</tweet> It burned.', "It sank. It burned."),
        ('It sank. <post author="ab" timestamp="147438">12 boats</post> It burned.', "It sank. It burned."),
        ('It sank.\n\n<iframe width="560" src="https://x.example/12" allowfullscreen></iframe>\n\nIt burned.', "It sank. It burned."),
        ("[embed]https://x.example/watch?v=12[/embed] It sank.", "It sank."),
        ('[caption id="a_12" width="300"]The mill[/caption]', "The mill"),
        ('It sank. [gallery ids="12,40"] It burned.', "It sank. It burned."),
        ('The <person id="7">Ann Lee</person> case', "The Ann Lee case"),
        ("[b]Nine[/b] boats sank.", "Nine boats sank."),
        # what only looks like it
        ("It sank [sic], [a man] said of <no name>.", "It sank [sic], [a man] said of <no name>."),
        ("x <4 and y >2, if a<b holds", "x <4 and y >2, if a<b holds"),
        ('<tweet id="4"> Nine boats sank.', "Nine boats sank."),
        ('<tweet id="4"/>Nine boats sank.<tweet id="5">12 blue</tweet>', "Nine boats sank."),
    ],
)  # fmt: skip
def test_how_a_text_with_embeds_reads(text: str, reads: str) -> None:
    assert " ".join(read_layout(text).text.split()) == reads


@pytest.mark.parametrize("part", ['<x1 a="1">', "[ab]", "[ab x='1'", "</", '<tweet id="1">'])
def test_many_of_them_take_no_quadratic_time(part: str) -> None:
    began = time.process_time()
    read_layout(part * 20_000)
    assert time.process_time() - began < 10
