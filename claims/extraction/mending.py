"""What the parser gets wrong the same way each time, put right in its parse."""

from __future__ import annotations

import calendar
import re

from spacy.attrs import TAG
from spacy.tokens import Doc, Token

_DAYS = "|".join((*calendar.day_name, *calendar.month_name[1:]))
# "said on [Monday]", with at most a number between
_SAID_ON = re.compile(rf"\b(?:[Oo]n|[Ii]n) (?:\d\d? )?({_DAYS}) (?=[^\W\d_])")

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TAKEN = frozenset({"ccomp", "xcomp", "dobj", "prep"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def mended(doc: Doc, text: str) -> Doc:
    """The same document with what is wrong in it alike each time put right.

    "The firm said on Monday profit fell": no profit of Monday's, but one that fell. "Lee claims
    that it works", "the mill plans to close": no claims or plans. ``text`` is the document's.
    """
    for found in _SAID_ON.finditer(text):
        day = doc.char_span(*found.span(1))
        if day is not None and day.root.dep_ in {"compound", "nmod"}:
            _give_back(day.root)
    plural, third = (doc.vocab.strings.add(tag) for tag in ("NNS", "VBZ"))
    for number, tag in enumerate(doc.to_array(TAG).tolist()):
        if tag == plural and _has_a_subject(doc[number]):
            _make_verb(doc[number])
        elif tag == third and _lacks_subject(doc[number]):
            _split_compound(doc[number])
    return doc


def _has_a_subject(noun: Token) -> bool:
    """Is this plural a verb, with a subject and what it takes: "But Lee [claims] that it works"?"""
    taken = _TAKEN if noun.dep_ == "ROOT" else _TAKEN - {"prep"}  # "thinks them [liars] by birth"
    return any(child.dep_ in _SUBJECTS for child in noun.lefts) and any(
        child.dep_ in taken for child in noun.rights
    )


def _make_verb(noun: Token) -> None:
    word = noun.lower_
    noun.tag_, noun.pos_ = "VBZ", "VERB"
    noun.lemma_ = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _lacks_subject(verb: Token) -> bool:
    """Is the subject taken for half of a compound: "The [mill] plans to close"?"""
    lefts = list(verb.lefts)
    return (
        verb.dep_ == "ROOT"
        and verb.i > 0
        and any(child.i == verb.i - 1 and child.dep_ == "compound" for child in lefts)
        and all(child.dep_ in _BEFORE_NOUN for child in lefts)
        and any(child.dep_ in _TAKEN for child in verb.rights)
    )


def _split_compound(verb: Token) -> None:
    subject = verb.nbor(-1)
    for child in list(verb.lefts):
        if child != subject:
            child.head = subject
    subject.dep_ = "nsubj"


def _give_back(day: Token) -> None:
    """Make the noun behind the day the subject of the clause behind it, if that has none."""
    noun = day.head if day.head.lower_ not in _PARTS else day.head.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        _take_day(day, noun.left_edge)
    preposition = noun.head
    verb = preposition.head
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        _raise_report(verb, noun)
    if noun.dep_ != "pobj" or preposition.i + 1 != noun.left_edge.i:
        return
    later = (child for child in verb.rights if child.i > noun.i and child.dep_ == "ccomp")
    clause = verb if verb.i > noun.i else next(later, None)
    if clause is None or not _wants_subject(clause, noun):
        return
    _take_day(day, noun.left_edge)
    passive = any(child.dep_ == "auxpass" for child in clause.lefts)
    noun.head, noun.dep_ = clause, "nsubjpass" if passive else "nsubj"


def _wants_subject(clause: Token, noun: Token) -> bool:
    """Is this a clause right behind the noun, finite and without a subject?"""
    lefts = [child for child in clause.lefts if child.i > noun.i]
    first = lefts[0].left_edge.i if lefts else clause.i
    if first != noun.right_edge.i + 1 or clause.pos_ not in {"VERB", "AUX"}:
        return False
    if any("subj" in child.dep_ or child.dep_ in {"expl", "mark"} for child in clause.lefts):
        return False
    return clause.tag_ not in {"VBG", "VB"} or any(child.dep_ == "aux" for child in lefts)


def _take_day(day: Token, first: Token) -> None:
    """Take the day from what it stands before: "said on [Tuesday evening] visits rose"."""
    preposition = day.doc[max(0, first.i - 1)]
    if preposition.dep_ != "prep":
        return
    for word in day.doc[first.i : day.i]:
        word.head, word.dep_ = day, "nummod"
    part = day.nbor(1)
    day.head, day.dep_ = preposition, "pobj"
    if part.lower_ in _PARTS and part.dep_ in {"compound", "nmod"}:
        part.head, part.dep_ = day, "npadvmod"


def _raise_report(verb: Token, noun: Token) -> None:
    """Make a main verb of what the parser took for a participle: "The firm announced on Monday …".

    A past tense is none: the firm announced it, and what it announced is the clause behind.
    """
    subject, clause = verb.head, verb.head.head
    if subject.dep_ != "nsubj" or clause.dep_ != "ROOT" or clause.i <= noun.i:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    clause.head, clause.dep_ = verb, "ccomp"
    subject.head = verb
