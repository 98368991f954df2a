"""Absolute statements: a superlative, a first, last or only, a record, a universal."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import NOUNS, SUBJECTS_OR_DUMMIES, verb_above

_SUPERLATIVES = frozenset({"JJS", "RBS"})
_SINGULAR = frozenset({"first", "last", "only", "sole"})
_NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "never"})
_WITHOUT_EXCEPTION = frozenset({"every", "all", "no"})
_UNIVERSAL = _NOBODY | _WITHOUT_EXCEPTION | {"one"}  # "no [one]"
_SIGNS = re.compile(
    rf"\b(?:\w+est|best|worst|most|least|record|one|any|single|since"
    rf"|{'|'.join(sorted(_SINGULAR | _NOBODY | _WITHOUT_EXCEPTION))})\b",
    re.IGNORECASE,
)
_PREDICATES = frozenset({"attr", "oprd", "acomp", "dobj", "advmod"})
_NOT = frozenset({"not", "n't", "n’t", "almost", "nearly", "virtually", "practically"})
_TIMES = frozenset({"DATE", "TIME"})
# "I don't have any idea", "did not answer any questions": ways of speaking
_IDLE = frozenset(
    {
        *("answer", "case", "chance", "comment", "detail", "difference", "doubt", "event", "hurry"),
        *("idea", "illusion", "interest", "means", "mood", "moment", "point", "question"),
        *("reason", "request", "sense", "time", "trouble", "way", "wish", "word"),
    }
)


def may_be_absolute(text: str) -> bool:
    """Has the text a word that could make a statement absolute? Quicker than the parse."""
    return bool(_SIGNS.search(text))


def is_absolute(tokens: TokenSpan) -> bool:
    """Does it allow no exception or stand at an end of a scale?

    "It was the [deadliest] storm since 1987", "She is the [first] woman to lead the bank",
    "[Nobody] was hurt", "There is [no] evidence of that", "It has not fined [any] farm".
    """
    return any(
        _is_superlative(token)
        or _is_singular(token)
        or _is_record(token)
        or _is_universal(token)
        or _is_unbroken(token)
        for token in tokens
    )


def makes_absolute(tokens: TokenSpan, verb: Token) -> bool:
    """Is it the main statement that is absolute, and not a clause that hangs on it?"""
    return any(
        is_absolute(tokens.doc[token.i : token.i + 1])
        for token in tokens
        if verb_above(token).i == verb.i
    )


def _is_superlative(token: Token) -> bool:
    """Is it at an end of a scale: "is the [lowest] rate", "the [most] expensive"?

    Not so "[most] people", "at [least]", what is said in passing ("the [largest] bank
    closed"), nor a rank ("second-[richest]").
    """
    if token.tag_ not in _SUPERLATIVES:
        return False
    before = token.nbor(-1) if token.i else token
    if before.lower_ in {"at", "-"} or before.ent_type_ == "ORDINAL":
        return False
    if token.lower_ in {"most", "least"}:
        if token.dep_ != "advmod" or token.head.pos_ not in {"ADJ", "ADV"}:
            return False
        token = token.head
    noun = token.head if token.dep_ == "amod" else token
    return noun.dep_ in _PREDICATES or (noun.dep_ == "pobj" and noun.head.lower_ == "to")


def _is_singular(token: Token) -> bool:
    """Is it one of its kind: "the [first] woman to lead it"? Not so "the [last] minute"."""
    if token.lower_ not in _SINGULAR or token.dep_ != "amod" or token.head.pos_ not in NOUNS:
        return False
    noun = token.head
    if token.ent_type_ in _TIMES or noun.ent_type_ in _TIMES:
        return False
    told = any(child.dep_ in {"relcl", "acl", "prep"} for child in noun.rights)
    return noun.dep_ in {"attr", "oprd"} or told


def _is_record(token: Token) -> bool:
    """Is it the most there ever was: "a [record] number", "[record] profits"?"""
    return (
        token.lower_ == "record" and token.dep_ in {"amod", "compound"} and token.head.pos_ in NOUNS
    )


def _is_universal(token: Token) -> bool:
    """Does it leave nobody out: "[Nobody] was hurt", "[No] school is safe", "[all] burned"?

    "Not [all] burned", "almost [nobody]" and "nearly [all]" leave somebody out.
    """
    if token.lower_ not in _UNIVERSAL:
        return False
    if token.i and token.nbor(-1).lower_ in _NOT:
        # as in: [Not one] of the wells was tested
        follows = token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
        return token.lower_ == "one" and token.nbor(-1).lower_ == "not" and follows
    if token.lower_ in _NOBODY:
        return True
    if token.lower_ == "one" and token.i and token.nbor(-1).lower_ == "no":
        return True
    if token.lower_ not in _WITHOUT_EXCEPTION or token.dep_ not in {"det", "predet"}:
        return False
    noun = token.head
    if noun.dep_ == "appos" and noun.head.dep_ in SUBJECTS_OR_DUMMIES:
        return True  # "Mr Speaker, [no] country spends more"
    if token.lower_ == "no" and noun.dep_ == "dobj":  # "They have no plan"
        return noun.lemma_ not in _IDLE
    if token.lower_ == "every" and token.nbor().lower_ == "single":
        return True
    return noun.dep_ in SUBJECTS_OR_DUMMIES or (
        noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.children)
    )


def _is_unbroken(token: Token) -> bool:
    """Is it denied of every one or all the time: "has not fined [any] farm", "nor a [single] one"?

    So is what "has not been seen [since] May". What must not or may not be is no fact.
    """
    if token.lower_ in {"any", "single"}:
        noun = token.head
        told = token.dep_ in {"det", "amod"} and noun.pos_ in NOUNS and noun.lemma_ not in _IDLE
        counted = token.lower_ == "any" or any(c.lower_ in {"a", "one"} for c in noun.lefts)
        return told and counted and _is_denied(verb_above(noun))
    since = token.lower_ == "since" and token.dep_ == "prep" and token.head.tag_ in {"VBN", "VBD"}
    return since and any(c.lemma_ == "have" for c in token.head.lefts) and _is_denied(token.head)


def _is_denied(verb: Token) -> bool:
    helpers = list(verb.lefts)
    asked = verb.doc[verb.right_edge.i].text == "?"
    return not asked and (
        any(helper.dep_ == "neg" and helper.lower_ in _NOT for helper in helpers)
        and not any(helper.tag_ == "MD" for helper in helpers)
    )
