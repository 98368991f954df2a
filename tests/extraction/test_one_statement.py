"""A claim never holds the end of a sentence, and stops before what leads on to the next."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from claims.extraction.claims.clauses import sentences
from claims.extraction.parsing import load
from claims.extraction.pipeline import extract
from claims.extraction.records import ArticleText

# passage, its claims
PASSAGES = [
    (
        '"The firm has 40 trucks," Ann Lee said, "and they are old. They stopped 14 times."',
        ["The firm has 40 trucks", "They stopped 14 times"],
    ),
    (
        '"It broke 14 times in May," she added, "and we sold 12."',
        ["It broke 14 times in May", "we sold 12"],
    ),
    (
        'Ann Lee said 40 men, "some of them ill," had left.',
        ['40 men, "some of them ill," had left'],
    ),
]
# words, and where sentences begin among them; the parser marks only the first
SENTENCES = [
    ("It hurt sales managers . Fees rose by 4 percent .", [0, 5]),
    ('It hurt " sales managers . " Fees rose by 4 percent .', [0, 7]),
    ("It hurt Mr . Holm in May .", [0]),
    ("It hurt some men vs . Fees of ours .", [0]),
    ("It hurt the managers . fees rose .", [0]),
    ("It hurt J . Holm .", [0]),
]


@pytest.mark.parametrize(("text", "claims"), PASSAGES, ids=[text for text, _ in PASSAGES])
def test_a_claim_is_one_statement(text: str, claims: list[str]) -> None:
    (extraction,) = extract([ArticleText("1", text)])
    assert [claim.text for claim in extraction.claims] == claims


@pytest.mark.parametrize(("words", "starts"), SENTENCES, ids=[words for words, _ in SENTENCES])
def test_a_sentence_that_the_parser_went_past_ends(words: str, starts: list[int]) -> None:
    listed = words.split()
    begins = [True, *[False] * (len(listed) - 1)]
    doc = Doc(load().vocab, words=listed, sent_starts=begins)
    assert [sentence.start for sentence in sentences(doc)] == starts


@pytest.mark.parametrize(
    ("text", "makes_claim"),
    [
        ("Mara Lund denounced the raid in a talk, which the channel pointed to as proof.", False),
        (
            "Mara Lund accused the port authority of hiding two reports on it, which she read.",
            True,
        ),
        ("Mara Lund denounced the raid as a crime that killed 40 guards.", True),
    ],
)
def test_what_is_added_to_a_judgement_makes_no_claim_of_it(text: str, makes_claim: bool) -> None:
    (extraction,) = extract([ArticleText("1", text)])
    assert bool(extraction.claims) == makes_claim
