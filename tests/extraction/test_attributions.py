"""Who said what: the passages' attributions, as tables."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText, Attribution
from claims.extraction.speech.finding import find_attributions
from tests.extraction.anonymous_passages import ENDS_AND_NOBODIES
from tests.extraction.attribution_near_misses import MISSED, NONE
from tests.extraction.attribution_passages import (
    DIRECT,
    HARDER,
    INDIRECT,
    MIXED,
    NESTED,
    SAME_SPEAKER,
    Said,
)
from tests.extraction.attribution_passages_by_class import BY_CLASS
from tests.extraction.quotation_passages import MARKS, PARTLY_QUOTED
from tests.extraction.reporter_passages import BESIDE_OTHERS


def as_said(found: Attribution) -> Said:
    return Said(
        found.speaker.text if found.speaker else None,
        found.cue.text if found.cue else None,
        tuple(span.text for span in found.content),
        found.kind,
        found.attitude,
        found.speaker.name if found.speaker else None,
        found.via,
    )


CASES = [
    *DIRECT,
    *MIXED,
    *INDIRECT,
    *HARDER,
    *NESTED,
    *SAME_SPEAKER,
    *MARKS,
    *PARTLY_QUOTED,
    *BY_CLASS,
    *BESIDE_OTHERS,
    *ENDS_AND_NOBODIES,
    *((text, []) for text in NONE),
]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Said]]:
    """Every passage of the tables, parsed in one batch."""
    texts = [text for text, _ in CASES] + [text for text, _, _ in MISSED]
    articles = [ArticleText(text, text) for text in texts]
    return {
        article.source.id: [as_said(attribution) for attribution in find_attributions(article)]
        for article in parse(articles, load())
    }


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_it_finds_who_said_what(
    found: dict[str, list[Said]], text: str, expected: list[Said]
) -> None:
    assert found[text] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=text[:60], marks=pytest.mark.xfail(reason=why, strict=True))
        for text, expected, why in MISSED
    ],
)
def test_it_will_find(found: dict[str, list[Said]], text: str, expected: list[Said]) -> None:
    assert found[text] == expected


def test_the_table_has_200_passages_and_more() -> None:
    assert len({text for text, _ in CASES} | {text for text, _, _ in MISSED}) >= 200
    assert len(MISSED) <= 10
