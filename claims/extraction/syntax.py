"""What is a subject, a sentence, an antecedent: the parse's grammar, said once."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

# Who or what does or is something; "there" and "it" only stand in the subject's place
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
SUBJECTS_OR_DUMMIES = SUBJECTS | {"expl"}
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
# Of verbs that state something by themselves: "fell", "falls", "fall", "must"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_finite(token: Token) -> bool:
    """Is this a finite verb: "[fell] on Monday", "[must] fall"?"""
    return token.pos_ in VERBS and token.tag_ in FINITE


def tokens_of(doc: Doc, start: int, end: int) -> TokenSpan:
    """The tokens that these characters of the document touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # the characters lie inside the document
    return span


def tokens_with(doc: Doc, attribute: int, values: frozenset[int]) -> Iterator[Token]:
    """The tokens whose attribute (LEMMA, LOWER) is one of these hashes."""
    for number, value in enumerate(doc.to_array(attribute).tolist()):
        if value in values:
            yield doc[number]


def sentence_of(token: Token) -> TokenSpan:
    """The token's sentence; quicker than ``token.sent``, which looks at the whole document."""
    root = token
    while root.head.i != root.i:
        root = root.head
    return token.doc[root.left_edge.i : root.right_edge.i + 1]


def antecedent(relative: Token) -> Token | None:
    """The noun that "who" or "which" stands for."""
    verb = relative.head
    while verb.dep_ not in {"relcl", "ROOT"}:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def verb_above(token: Token) -> Token:
    """The verb whose clause the token stands in, or the sentence's root; a verb is its own."""
    while token.head != token and not (
        token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass", "amod"}
    ):
        token = token.head
    return token
