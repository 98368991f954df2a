"""Pronouns that carry a claim's meaning and that nothing in it explains."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..records import Span
from ..syntax import (
    BODILY,
    NOUNS,
    OBJECTIVE,
    OWN,
    OWNING,
    PERSONAL,
    PLURAL,
    POINTING,
    SPEAKING,
    SUBJECTIVE,
    SUBJECTS,
)

_CARRYING = SUBJECTIVE | OBJECTIVE | POINTING - {"these"}
_SPEAKERS = SPEAKING | OWN
_OWNERS = OWNING | {"your"}
_ROLES = SUBJECTS | {"dobj", "dative", "pobj"}
_TIMES = frozenset({"DATE", "TIME"})
_SEVERAL = PLURAL | {"those"}
_TELLING = frozenset({"relcl", "acl", "prep"})
# "This city" is the speaker's, "this time" now
_HERE = frozenset(
    {"country", "city", "town", "nation", "county", "state", "region", "village", "island", "world"}
    | {"government", "administration", "council", "parliament", "house", "company", "firm"}
    | {
        "day",
        "week",
        "month",
        "year",
        "season",
        "time",
        "morning",
        "night",
        "kind",
        "sort",
        "point",
    }
)
_FRONTED = frozenset({"advcl", "acl", "prep", "pcomp"})


def dangles(tokens: Sequence[Token], start: int, edits: Sequence[tuple[Span, str]]) -> bool:
    """Is there a pronoun that no bracket and no noun before it explains?

    "Nobody knew that they could claim [it] back" has one; "The firm said it paid" none, nor
    "Once it had paid, the firm closed", which explains it later. "Two officers knelt over
    [him]" has one too: several are not him; and so has "They read [that] report", of which
    nothing was said. ``edits`` are the brackets, ``start`` is where the paragraph begins.
    """
    told = [(span.start, span.end) for span, _ in edits]
    explained = somebody = False
    for token in tokens:
        if token.pos_ in NOUNS and token.ent_type_ not in _TIMES:
            explained = True
            somebody = somebody or token.tag_ in {"NN", "NNP"}
        place = start + token.idx
        if any(first <= place < end for first, end in told):
            known = token.lower_ not in _SPEAKERS  # "We … what [they] began"
            explained, somebody = explained or known, somebody or known
        elif (
            not (somebody if _means_one(token) else explained)
            and (_carries(token) and not _explained_later(tokens, token))
        ) or (_points(token) and not _is_named_before(tokens, token.head)):
            return True
    return False


def _means_one(pronoun: Token) -> bool:
    return pronoun.lower_ in PERSONAL or pronoun.lower_ in BODILY


def _points(word: Token) -> bool:
    """Does it point at something that it does not tell: "[that] report", not "[this] city"?

    "Those nurses who left" are told, and so is what a day or a place is.
    """
    noun = word.head
    return (
        word.dep_ == "det"
        and word.lower_ in POINTING
        and noun.pos_ == "NOUN"
        and noun.ent_type_ not in _TIMES
        and noun.lemma_ not in _HERE
        and not any(child.dep_ in _TELLING for child in noun.rights)
    )


def _is_named_before(tokens: Sequence[Token], noun: Token) -> bool:
    return any(token.lemma_ == noun.lemma_ and token.i < noun.i for token in tokens)


def _carries(token: Token) -> bool:
    if token.dep_ == "poss" and token.lower_ in _OWNERS:
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
