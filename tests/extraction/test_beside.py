"""Quotations without a cue: who stands beside them, or whose statement they go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction import Extraction
from tests.extraction.conftest import Batch

# text, and of each attribution its speaker's name and the beginning of its content
Found = list[tuple[str | None, str]]

BESIDE: list[tuple[str, Found]] = [
    # signatures
    (
        "“The well is dry.” ― Sonja Haar\n“It has been for years.”― Pamela Quist \n"
        "“We drink rain.” — Lo Sand, baker",
        [
            ("Sonja Haar", "The well is dry"),
            ("Pamela Quist", "It has been for years"),
            ("Lo Sand", "We drink rain"),
        ],
    ),
    # name lines above and below
    (
        "The town voted.\n\nRosa Lind, director of the Mill Trust\n“The patrol cut thefts.”\n"
        "Superintendent Karl Imhof, City Police\n“We found 75 knives.”",
        [("Rosa Lind", "The patrol cut thefts"), ("Karl Imhof", "We found 75 knives")],
    ),
    (
        "The town voted.\n\n“The patrol cut thefts.”\n\nRosa Lind, director of the Mill Trust\n\n"
        "“We found 75 knives.”\n\n— Karl Imhof, teacher",
        [("Rosa Lind", "The patrol cut thefts"), ("Karl Imhof", "We found 75 knives")],
    ),
    # a name before a dash
    (
        "It was so for many, even the former mayor Tom Park — “It is wrong to refuse the tax.”",
        [("Tom Park", "It is wrong")],
    ),
    # phrases that announce
    ("From Chairwoman Rosa Lind: “We reach 3 million homes.”", [("Rosa Lind", "We reach")]),
    ("In Governor Haar’s words: “One bridge in six is old.”", [("Haar", "One bridge")]),
    ("The verdict of union leader Jan Wolk: “It was a sham.”", [("Jan Wolk", "It was")]),
    ("Ida Holm’s reply:\n\n“We paid 4 million for them.”", [("Ida Holm", "We paid")]),
    ("Sami Raut, engineer at the plant: “The dam leaks.”", [("Sami Raut", "The dam")]),
    ("The result: “Forty litres a day.”", [(None, "Forty")]),
    # whose statement it goes on
    (
        "“It was a hard choice,” said Piet Arend.\n\nNot all were happy. State Senator Lola Mars, "
        "a farmer, issued a statement on the loss. “I am upset. We lost 200 jobs.”",
        [("Piet Arend", "It was a hard"), ("Lola Mars", "I am upset")],
    ),
    (
        "“It was a hard choice,” said Piet Arend. Lola Mars was not pleased. “It was a mess.”",
        [("Piet Arend", "It was a hard"), ("Lola Mars", "It was a mess")],
    ),
    # another one, who does not speak
    (
        "“It was a hard choice,” said Piet Arend. Lola Mars left in May. “It was a mess.”",
        [("Piet Arend", "It was a hard"), (None, "It was a mess")],
    ),
    (
        "“It was a hard choice,” said Piet Arend. The dam was full. “It was a mess.”",
        [("Piet Arend", "It was a hard"), ("Piet Arend", "It was a mess")],
    ),
    # far from whoever spoke
    (
        "“It is a hard choice,” said Piet Arend.\n\n" + "The dam was full.\n\n" * 6 + "“A mess.”",
        [("Piet Arend", "It is a hard"), (None, "A mess")],
    ),
]

BEHIND_CUES: list[tuple[str, Found]] = [
    (
        "“I admire the mechanics” of the plan, Ann Lee said. “They're better than mine.”",
        [("Ann Lee", "“I admire the mechanics” of the plan")],
    ),
    (
        "“Where are the planes?” Holt demanded. “We paid 4 million.”",
        [("Holt", "Where are the planes?")],
    ),
    (
        "“Where are the planes?” The council wants an answer.",
        [(None, "Where"), (None, "an answer")],
    ),
    (
        "“He would be great,” Rep. Elijah E. Combs (D-Ash.) said by phone. “Not good.”",
        [("Elijah E. Combs", "He would")],
    ),
    ("“He's right,” Flinn, a farmer, said Thursday morning on the radio.", [("Flinn", "He's")]),
    ("“He's right,” Anna Obel's former adviser said by phone.", [(None, "He's right")]),
]

NO_ATTRIBUTIONS = [
    'Sources\n\n"Council votes down 40 million tram plan" — Daily Courier, June 16, 2025',
    'Mayor Dina Kovac left.\n\n"Council votes down tram plan," Daily Courier, June 16, 2025',
    "His last film — “The Long Road Home” — won a prize.",
    "Ann Lee left.\n\n'Legend of the Coal Fields'\n\nThe mill closed in May.",
]


def _found(extraction: Extraction) -> Found:
    return [
        (said.speaker.name if said.speaker else None, said.content[0].text)
        for said in extraction.attributions
    ]


@pytest.mark.parametrize(("text", "expected"), BESIDE + BEHIND_CUES)
def test_it_names_whoever_it_is_the_words_of(
    extracted: Callable[[Batch], list[Extraction]], text: str, expected: Found
) -> None:
    found = _found(extracted([(text, None)])[0])
    assert [name for name, _ in found] == [name for name, _ in expected]
    for (_, content), (_, beginning) in zip(found, expected, strict=True):
        assert content.startswith(beginning)


@pytest.mark.parametrize("text", NO_ATTRIBUTIONS)
def test_titles_and_headings_are_nobodys_words(
    extracted: Callable[[Batch], list[Extraction]], text: str
) -> None:
    assert _found(extracted([(text, None)])[0]) == []
