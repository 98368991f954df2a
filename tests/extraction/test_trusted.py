"""Names that a wording may not put in brackets."""

from __future__ import annotations

import pytest

from claims.extraction.claims.trusted import trusted
from claims.extraction.parsing import ParsedArticle
from claims.extraction.records import ArticleText, Attribution, Span, SpeakerSpan

SPEAKERS = [
    # text, speaker, name, kind, and whether the name is kept
    ("Halden grew. It expects 3 sales.", "It", "Halden", "organisation", True),
    ("Engines\n\nIt expects 3 sales.", "It", "Engines", "organisation", False),
    ("• Engines: 40\n\nIt expects 3 sales.", "It", "Engines", "organisation", False),
    ("Bank said that 3 died.", "Bank", "Bank", "organisation", False),
    ("Ilka met Laura Stein. He said so.", "He", "Laura Stein", "person", False),
    ("Halden fell. He said so.", "He", "Halden", "organisation", False),
    ("Laura Stein fell. She said so.", "She", "Laura Stein", "person", True),
]


@pytest.mark.parametrize(("text", "word", "name", "kind", "kept"), SPEAKERS)
def test_a_doubtful_name_is_dropped(text: str, word: str, name: str, kind, kept: bool) -> None:
    start = text.rindex(word)
    speaker = SpeakerSpan(start, start + len(word), word, name, kind, (name,))
    content = Span(start, len(text), text[start:])
    article = ParsedArticle(ArticleText("1", text), ())
    said = Attribution("indirect", "asserts", (content,), None, speaker)
    [found] = trusted(article, [said])
    assert found.speaker is not None
    assert found.speaker.name == (name if kept else None)
