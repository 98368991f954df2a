"""What somebody said: is it a statement, and does it tell what happened?"""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import SUBJECTS_OR_DUMMIES, VERBS, is_finite

_AUXILIARIES = frozenset({"aux", "auxpass"})
_QUESTION_WORDS = frozenset({"WRB", "WP", "WP$", "WDT"})
_RELATIVE = frozenset({"WDT", "WP"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_WEIGHTY = 3  # letters; shorter words may be lower-case in titles too
# "the closure of a school", "the announcement", "the arrival of 300 soldiers"
_EVENT_ENDINGS = ("tion", "sion", "ment", "ure", "al", "ance", "ence", "ing")


def is_statement(tokens: TokenSpan) -> bool:
    """Have the words a subject and its predicate: "The dam leaks"?

    "To mend the dam", "the leak of a dam", "a dam that leaks" and "leaks badly" have not.
    """
    return stating_verb(tokens) is not None


def stating_verb(tokens: TokenSpan) -> Token | None:
    """The first verb at the head of the words that has its subject among them."""
    inside = range(tokens.start, tokens.end)
    for token in tokens:
        if token.pos_ not in VERBS:  # asked first: it spares most words the walk to their heads
            continue
        head = token.head.i
        if (head not in inside or head == token.i) and _states(token, inside):
            return token
    return None


def _states(head: Token, inside: range) -> bool:
    if not is_in_force(head) or _asks(head, inside):
        return False
    subjects = [child for child in head.children if child.dep_ in SUBJECTS_OR_DUMMIES]
    return any(child.i in inside and child.tag_ not in _RELATIVE for child in subjects)


def _asks(verb: Token, inside: range) -> bool:
    """Is it an indirect question: "[whether] the dam holds", "[how] he became mayor"?"""
    first = verb.doc[inside.start]
    if first.tag_ not in _QUESTION_WORDS and first.lower_ != "whether":
        return False
    asking = first
    while asking.pos_ not in VERBS and asking.head.i != asking.i:
        asking = asking.head
    return bool(asking == verb)


def is_in_force(verb: Token) -> bool:
    """Is it finite, by itself or by its auxiliary: "[has] leaked", not "to leak"?"""
    helpers = (child for child in verb.children if child.dep_ in _AUXILIARIES)
    return is_finite(verb) or any(is_finite(helper) for helper in helpers)


def is_title(tokens: TokenSpan) -> bool:
    """Is every word of weight capitalised, as in a title or a slogan: "All Bets Are Off"?"""
    words = [token for token in tokens if token.is_alpha and len(token) >= _WEIGHTY]
    names = all(token.pos_ == "PROPN" or token.ent_type_ for token in words)
    return len(words) > 1 and not names and all(token.text[0].isupper() for token in words)


def tells_what_happened(tokens: TokenSpan) -> bool:
    """Does it tell of what is past: "The dam [failed]", "of [taking] bribes"?"""
    return any(token.tag_ == "VBD" or _is_perfect(token) or _is_deed(token) for token in tokens)


def _is_perfect(verb: Token) -> bool:
    """Is this the participle of a perfect: "The river [has risen]"?"""
    return verb.tag_ == "VBN" and any(child.lower_ in _PERFECT for child in verb.lefts)


def _is_deed(verb: Token) -> bool:
    """What somebody is accused of: "accused the trust of [hiding] it"."""
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "for"}


def names_an_event(tokens: TokenSpan) -> bool:
    """Is it a noun phrase about something that is done: "the [closure] of a school"?

    "The accusation" alone does not say of what, and "a letter from the mayor" is a thing.
    """
    head = tokens.root
    says_of_what = any(child.dep_ in {"prep", "acl"} for child in head.rights)
    return head.pos_ == "NOUN" and says_of_what and head.lemma_.lower().endswith(_EVENT_ENDINGS)
