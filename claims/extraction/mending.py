"""What the parser gets wrong the same way each time, put right in its parse."""

from __future__ import annotations

import calendar
import re

from spacy.tokens import Doc, Token

_DAYS = "|".join((*calendar.day_name, *calendar.month_name[1:]))
# "said on [Monday]", with at most a number between
_SAID_ON = re.compile(rf"\b(?:[Oo]n|[Ii]n) (?:\d\d? )?({_DAYS}) (?=[^\W\d_])")

_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def mended(doc: Doc, text: str) -> Doc:
    """The same document, with subjects that the parser took for a day given back to their clause.

    "The firm said on Monday profit fell": no profit of Monday's, but one that fell. ``text`` is
    the document's.
    """
    for found in _SAID_ON.finditer(text):
        day = doc.char_span(*found.span(1))
        if day is not None and day.root.dep_ in {"compound", "nmod"}:
            _give_back(day.root)
    return doc


def _give_back(day: Token) -> None:
    """Make the noun behind the day the subject of the clause behind it, if that has none."""
    noun = day.head if day.head.lower_ not in _PARTS else day.head.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        _take_day(day, noun.left_edge)
    preposition = noun.head
    verb = preposition.head
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
