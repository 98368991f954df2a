"""What somebody passes on in words that are quoted is another's, through them."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText
from claims.extraction.speech.finding import find_attributions

# passage, and of what is said inside the quotation: who says it and what
PASSED_ON = [
    (
        '"Mr Stolt said it was the fault of those clerks," Ann Lee said.',
        ("Mr Stolt", "it was the fault of those clerks"),
    ),
    (
        '"The mayor told us that 40 schools would close," Ann Lee said.',
        ("The mayor", "40 schools would close"),
    ),
    # one's own words, and what nobody in particular says
    ('"I said it was the fault of those clerks," Ann Lee said.', None),
    ('"You say it was the fault of those clerks," Ann Lee said.', None),
    ('"They say it was the fault of those clerks," Ann Lee said.', None),
    ('"Mr Stolt never said it was the fault of those clerks," Ann Lee said.', None),
    ('"Mr Stolt may say it was the fault of those clerks," Ann Lee said.', None),
]


@pytest.mark.parametrize(("text", "expected"), PASSED_ON, ids=[text[:50] for text, _ in PASSED_ON])
def test_who_is_quoted_inside_a_quotation(text: str, expected: tuple[str, str] | None) -> None:
    (article,) = parse([ArticleText("1", text)], load())
    outer, *inner = find_attributions(article)
    assert outer.speaker is not None
    assert outer.speaker.name == "Ann Lee"
    found = [(said.speaker.text, said.content[0].text) for said in inner if said.speaker]
    assert found == ([expected] if expected else [])
    assert all(said.via == 0 for said in inner)
