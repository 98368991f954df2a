"""Pronouns that carry a claim's meaning and that nothing in it explains."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..records import Span
from ..syntax import NOUNS, SUBJECTS

_CARRYING = frozenset({"he", "she", "it", "they", "him", "her", "them", "this", "that", "those"})
_SPEAKERS = frozenset({"i", "we", "my", "our", "us"})
_OWNING = frozenset({"his", "her", "its", "their", "your"})
_ROLES = SUBJECTS | {"dobj", "dative", "pobj"}
_TIMES = frozenset({"DATE", "TIME"})
_SEVERAL = frozenset({"they", "them", "those", "their"})
_FRONTED = frozenset({"advcl", "acl", "prep", "pcomp"})


def dangles(tokens: Sequence[Token], start: int, edits: Sequence[tuple[Span, str]]) -> bool:
    """Is there a pronoun that no bracket and no noun before it explains?

    "Nobody knew that they could claim [it] back" has one; "The firm said it paid" none, nor
    "Once it had paid, the firm closed", which explains it later. ``edits`` are the brackets,
    ``start`` is where the paragraph begins.
    """
    told = [(span.start, span.end) for span, _ in edits]
    explained = False
    for token in tokens:
        if token.pos_ in NOUNS and token.ent_type_ not in _TIMES:
            explained = True
        place = start + token.idx
        if any(first <= place < end for first, end in told):
            explained = explained or token.lower_ not in _SPEAKERS  # "We … what [they] began"
        elif not explained and _carries(token) and not _explained_later(tokens, token):
            return True
    return False


def _carries(token: Token) -> bool:
    if token.dep_ == "poss" and token.lower_ in _OWNING:
        return True
    if token.lower_ not in _CARRYING or token.pos_ not in {"PRON", "DET"}:
        return False
    return token.dep_ in _ROLES and token.tag_ not in {"WDT", "PRP$"}


def _explained_later(tokens: Sequence[Token], pronoun: Token) -> bool:
    """Does it stand in a clause in front, before what it means: "Once [it] had paid, Halden"?"""
    clause, first, last = pronoun.head, tokens[0].i, tokens[-1].i
    while clause.dep_ not in _FRONTED and first <= clause.head.i <= last:
        if clause.head == clause:
            return False
        clause = clause.head
    main = clause.head
    if clause.dep_ not in _FRONTED or not first <= main.i <= last or main.i < clause.i:
        return False
    subject = next((child for child in main.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.i < pronoun.i or subject.pos_ not in NOUNS:
        return False
    return (subject.tag_ in {"NNS", "NNPS"}) == (pronoun.lower_ in _SEVERAL)
