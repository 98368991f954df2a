"""Tells statements (with a predicate) from bare noun phrases, in what somebody said."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..speech import kind_of
from ..syntax import VERBS

_DESCRIBING = frozenset({"prep", "amod", "compound", "nmod", "acl", "relcl", "poss", "nummod"})
_ACTORS = frozenset({"person", "organisation", "group", "place"})


def predicates(tokens: TokenSpan) -> bool:
    """Whether the words have a predicate: "the dam leaks", "the vote as a mistake".

    A noun alone has none: "Ukraine" in "they backed Ukraine".
    """
    if any(t.pos_ in VERBS and t.dep_ not in {"amod", "compound"} for t in tokens):
        return True
    inside = range(tokens.start, tokens.end)
    heads = [t for t in tokens if not t.is_punct and (t.head.i not in inside or t.head == t)]
    return len(heads) > 1 or any(_says_of_head(token) for token in tokens)


def _says_of_head(token: Token) -> bool:
    """Whether the token is a predicate of its head: "called the vote [a mistake]".

    So is "blamed the trust [for] the delays".
    """
    if token.dep_ == "appos":
        return token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text != ","
    if token.dep_ != "prep" or token.lower_ not in {"for", "on"}:
        return False
    return token.head.pos_ == "PROPN" or kind_of(token.head) in _ACTORS


def describes(tokens: TokenSpan) -> bool:
    """Whether a noun phrase tells what it is about: "the closure of a school", not "the plan"."""
    return any(
        token.dep_ in _DESCRIBING or token.pos_ == "PROPN"
        for token in tokens
        if token.pos_ != "PRON"
    )
