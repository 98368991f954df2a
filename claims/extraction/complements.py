"""What a reporting word takes in the sentence's grammar: clauses, objects, phrases.

All spans are token numbers of a passage's document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from .drafts import SUBJECTS, verb_cues

_CLAUSES = {"ccomp", "xcomp"}
_FURTHER = {"prep", "oprd", "xcomp", "acomp", "advmod", "dative", "npadvmod", "advcl", "acl", "prt"}


@dataclass(frozen=True, slots=True)
class Complement:
    """``kind`` as the lexicon has it ("clause", "object", "for"), ``head`` its main word."""

    kind: str
    start: int
    end: int
    head: Token


def complements(verb: Token) -> Iterator[Complement]:
    """Everything that could be the verb's content, the likeliest first."""
    yield from _clauses(verb)
    yield from _parenthetical(verb)
    yield from _objects(verb)
    yield from _phrases(verb)


def _clauses(verb: Token) -> Iterator[Complement]:
    """She said (that) it works; he urged them to leave; they denied taking it."""
    for child in verb.children:
        if child.dep_ not in _CLAUSES:
            continue
        kind = clause_kind(child)
        start = child.left_edge.i
        if kind == "infinitive" and child.i > verb.i:
            start = min(start, _addressee(verb, child))
        yield Complement(kind, start, end_of(child), child)


def _addressee(verb: Token, clause: Token) -> int:
    """Where "them" begins in "urged them to leave" and in "called on them to leave"."""
    for child in verb.rights:
        if child.i >= clause.i:
            break
        if child.dep_ in {"dobj", "dative", "nsubj"} and child.pos_ != "ADP":
            return child.left_edge.i
        if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to", "for", "with"}:
            return child.i + 1
    return clause.left_edge.i


def _parenthetical(verb: Token) -> Iterator[Complement]:
    """The road, the police said, is closed: the verb hangs on the clause it reports."""
    if verb.dep_ == "parataxis" and verb.head.pos_ in {"VERB", "AUX"}:
        yield Complement("clause", verb.head.left_edge.i, end_of(verb.head), verb.head)


def _objects(verb: Token) -> Iterator[Complement]:
    """They rejected the plan; she called it a mistake."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            end = _end_with_rest(verb, child)
            if any(_is_predicate(other) for other in verb.rights if other.i > child.i):
                yield Complement("predicate", child.left_edge.i, end, child)
            yield Complement("object", child.left_edge.i, end, child)


def _is_predicate(token: Token) -> bool:
    return token.dep_ in {"oprd", "xcomp", "acomp"} or (token.dep_ == "prep" and token.lower_ == "as")


def _end_with_rest(verb: Token, target: Token) -> int:
    """The end of an object with what belongs to it: "blamed the delay on the storm"."""
    end = end_of(target)
    for child in verb.rights:
        if child.i <= target.i:
            continue
        if child.dep_ not in _FURTHER or child.nbor(-1).text == "," or timely(child):
            break
        end = max(end, end_of(child))
    return end


def timely(token: Token) -> bool:
    """On Friday, in May: when it was said, no part of what was said."""
    if token.ent_type_ in {"DATE", "TIME"}:
        return True
    return token.dep_ == "prep" and any(child.ent_type_ in {"DATE", "TIME"} for child in token.children)


def _phrases(verb: Token) -> Iterator[Complement]:
    """She called for a ceasefire; he warned against panic; they spoke out about the delays."""
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"}:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield Complement(child.lower_, child.i + 1, _end_with_rest(verb, inner), inner)


def clause_kind(clause: Token) -> str:
    """"clause" when finite, else "infinitive", "gerund" or "predicate"."""
    children = list(clause.children)
    subject = any(child.dep_ in SUBJECTS for child in children)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
        return "infinitive"
    if clause.tag_ == "VBG" and not any(child.dep_ == "aux" for child in children) and not subject:
        return "gerund"
    if clause.dep_ == "xcomp" and clause.tag_ == "VB":
        return "infinitive"
    if clause.pos_ not in {"VERB", "AUX"} and not any(child.dep_ == "cop" for child in children):
        return "predicate" if subject else "fragment"
    return "clause"


def end_of(head: Token) -> int:
    """The end of a head's phrase, before a tail that reports on its own.

    "…, adding that", "…, according to" and "…, he said" are cut off.
    """
    end = head.right_edge.i + 1
    for token in head.rights:
        if token.i > head.i and token.nbor(-1).text == "," and _reports(token):
            return min(end, token.left_edge.i)
    return end


def _reports(token: Token) -> bool:
    if token.lemma_ == "accord":
        return True
    if token.dep_ == "prep":
        return token.lower_ == "according"
    return token.dep_ == "advcl" and token.tag_ == "VBG" and bool(verb_cues(token))
