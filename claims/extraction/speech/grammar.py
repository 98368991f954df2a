"""Which noun of the text a pronoun, a report or an office leads back to, by the grammar alone."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import NOUNS, SUBJECTS, sentence_of
from .drafts import Draft, verb_cues
from .lexicon.titles import PUBLISHING


def noun_before(relative: Token) -> Token | None:
    """The noun right before a "which" that the parser left without one."""
    before = relative.nbor(-1) if relative.i > sentence_of(relative).start else None
    return before if before is not None and before.pos_ in NOUNS else None


def last_subject(tokens: TokenSpan) -> Token | None:
    return next((token for token in reversed(tokens) if token.dep_ in SUBJECTS), None)


def last_teller(tokens: TokenSpan) -> Token | None:
    """Who says something there: "[The ministry] denies that jobs were lost: …, it said"."""
    subjects = (token for token in reversed(tokens) if token.dep_ in SUBJECTS)
    return next((token for token in subjects if verb_cues(token.head)), None)


def governing_subject(pronoun: Token) -> Token | None:
    """Who says what the pronoun's clause says: "A spokesman said [he] …"."""
    verb = pronoun.head
    while verb.dep_ in {"aux", "conj", "xcomp"}:
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    subject = next((child for child in verb.head.lefts if child.dep_ in SUBJECTS), None)
    return subject if subject is not None and subject.i < pronoun.i else None


def author_of(document: Token) -> Token | None:
    """Whose report it is: "a statement from the ministry", "a study (published) by the college"."""
    published = (child for child in document.rights if child.lemma_ in PUBLISHING)
    for child in (*document.children, *(c for verb in published for c in verb.rights)):
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def owner_behind(noun: Token) -> Token | None:
    """The name behind "of", whose the noun is: "the office of Ann Lee"."""
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    owner = next((child for child in of.children if child.dep_ == "pobj"), None) if of else None
    return owner if owner is not None and owner.pos_ == "PROPN" else None


def is_topic(head: Token) -> bool:
    """Is this a subject, one of several, or whose it is: "Ann Lee's office"?"""
    if head.dep_ in {"poss", "conj"}:
        return head.head.dep_ in SUBJECTS
    return head.dep_ in SUBJECTS


def names_oneself(draft: Draft, name: str | None) -> bool:
    """Would they speak of themselves by name: "“Halden lied,” [he] said" is somebody else."""
    assert draft.speaker is not None
    passage = draft.speaker.passage
    if name is None:
        return False
    called = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
    quoted = (
        (start - passage.paragraph.start, end - passage.paragraph.start)
        for start, end in draft.content
        if start >= passage.paragraph.start
    )
    return any(
        passage.quote_at(start) is not None and called.search(passage.text, start, end)
        for start, end in quoted
    )
