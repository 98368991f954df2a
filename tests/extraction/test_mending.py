"""What the parser gets wrong alike each time: the day in front of a subject."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import load, parse
from claims.extraction.records import ArticleText
from claims.extraction.syntax import SUBJECTS

SUBJECT_OF_THE_LAST_CLAUSE = [
    ("The brewery said on Thursday turnover rose 9%.", "turnover"),
    ("The brewery said on 3 May turnover had risen.", "turnover"),
    ("The cinema said on Sunday evening shows were full.", "shows"),
    ("The cinema said on Tuesday evening visits had doubled.", "visits"),
    ("On Monday trading was suspended.", "trading"),
    ("In March sales will fall 4%.", "sales"),
    ("On Monday mornings the shop opens late.", "shop"),
    ("On Sunday the church was full.", "church"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECT_OF_THE_LAST_CLAUSE)
def test_the_day_leaves_the_subject_to_its_clause(text: str, subject: str) -> None:
    (article,) = parse([ArticleText("a", text)], load())
    doc = article.paragraphs[0].doc
    assert [token.text for token in doc if token.dep_ in SUBJECTS][-1] == subject
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("But Falk claims that she was ill.", "claims", "Falk"),
        ("The brewery plans to open two bars.", "plans", "brewery"),
        ("Falk bristles at the idea.", "bristles", "Falk"),
    ],
)
def test_a_verb_taken_for_a_noun_has_its_subject(text: str, verb: str, subject: str) -> None:
    (article,) = parse([ArticleText("a", text)], load())
    token = next(token for token in article.paragraphs[0].doc if token.text == verb)
    assert (token.pos_, token.lemma_) == ("VERB", verb.removesuffix("s"))
    assert [child.text for child in token.lefts if child.dep_ == "nsubj"] == [subject]


def test_a_predicate_stays_a_noun() -> None:
    (article,) = parse([ArticleText("a", "He considers them liars in every way.")], load())
    liars = next(token for token in article.paragraphs[0].doc if token.text == "liars")
    assert liars.pos_ == "NOUN"
