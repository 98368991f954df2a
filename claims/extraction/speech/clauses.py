"""The clauses and infinitives that a verb reports: "She said it works", "urged them to go"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ..syntax import SUBJECTS, is_finite, sentence_of
from .drafts import verb_cues
from .extents import (
    Complement,
    before_next_report,
    before_remark,
    clause_kind,
    end_of,
    reports_speech,
)
from .lexicon.cues import ADDRESSING

_CLAUSES = {"ccomp", "xcomp"}
_TOLD = {"dobj", "dative"}
_CIRCUMSTANCES = {"after", "because", "before", "since", "until"}
_WHEN = {"DATE", "TIME"}


def clauses_of(verb: Token) -> Iterator[Complement]:
    """The clauses and infinitives behind the verb: "She said (that) it works"."""
    clauses = [child for child in verb.rights if child.dep_ in _CLAUSES and not _begins_anew(child)]
    if verb.lemma_ not in ADDRESSING:  # "signalled its readiness to guarantee": one object
        held = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        if held is not None and (mistaken := _own_clause(verb, held, clauses)) is not None:
            yield mistaken
        clauses = [
            child for child in clauses if held is None or child.i < held.i or child.dep_ == "xcomp"
        ]
    for child in clauses:
        if child.left_edge.lower_ in _CIRCUMSTANCES and child.left_edge.dep_ in {"mark", "advmod"}:
            continue  # told her before they came
        kind = clause_kind(child)
        start, end = _behind_date(verb, child), end_of(child)
        if kind == "infinitive":
            yield from _infinitive(verb, child, max([end, *_further_infinitives(verb)]))
            continue
        if kind == "clause":
            end = max([end, *(end_of(other) for other in clauses if other.dep_ == "ccomp")])
            end = before_next_report(verb, start, _to_the_end(verb, end))
            end = before_remark(verb.doc, start, end)
        yield Complement(kind, start, end, child)
        if verb.doc[start].tag_ == "WP":  # condemned what he called a breach
            yield Complement("object", start, end, child)
        if kind == "predicate":
            yield Complement("clause", start, _to_the_end(verb, end), child)


def _own_clause(verb: Token, held: Token, clauses: list[Token]) -> Complement | None:
    """The clause whose subject seems an object: "said families with children would qualify"."""
    takes_object = any("object" in cue.takes for cue in verb_cues(verb))
    clause = next((child for child in clauses if child.i > held.i), None)
    if takes_object or clause is None or any(child.dep_ in SUBJECTS for child in clause.lefts):
        return None
    if not any(is_finite(token) for token in (clause, *clause.lefts)):
        return None
    return Complement("clause", held.left_edge.i, _to_the_end(verb, end_of(clause)), clause)


def _begins_anew(clause: Token) -> bool:
    """Is this a second cue that the parser hung under the first: "said it works but said …"?"""
    return (
        clause.tag_ == "VBD"
        and bool(verb_cues(clause))
        and clause.i > 0
        and clause.nbor(-1).tag_ == "CC"
        and not any(child.dep_ in SUBJECTS for child in clause.children)
    )


def _infinitive(verb: Token, clause: Token, end: int) -> Iterator[Complement]:
    """The infinitive, with its addressee first if there is one: "urged them to leave".

    In the passive the addressee is the subject: "they were urged to leave".
    """
    patient = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if patient is not None and patient.tag_ not in {"WDT", "WP"}:
        yield Complement("infinitive", patient.left_edge.i, end_of(patient), patient)
    yield from _addressed(verb, clause, end)
    own = any(child.dep_ in SUBJECTS for child in clause.lefts)
    if own or verb.lemma_ not in ADDRESSING - {"ask", "promise"}:
        # "told to leave": they were told, and nobody says by whom
        yield Complement("infinitive", _behind_date(verb, clause), end, clause)


def _further_infinitives(verb: Token) -> Iterator[int]:
    """The ends of infinitives hung beside the first: "told them to sit and then start"."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.tag_ == "VB" and verb.tag_ != "VB":
            yield end_of(child)


def _behind_date(verb: Token, clause: Token) -> int:
    """Where the clause begins, behind when it was said: "said on Tuesday", "told us Tuesday"."""
    start = clause.left_edge.i
    told = start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in _TOLD
    if start != verb.i + 1 and not told:
        return start
    dated = verb.doc[start].lower_ == "on" and verb.doc[start].nbor(1).ent_type_ == "DATE"
    start += dated
    while (
        start < clause.i
        and verb.doc[start].ent_type_ in _WHEN
        and verb.doc[start].dep_ not in SUBJECTS
    ):
        start += 1
    return start


def _addressed(verb: Token, clause: Token, end: int) -> Iterator[Complement]:
    """The complement with its addressee: "them to leave" in "urged / called on them to leave"."""
    for child in verb.rights:
        if child.i >= clause.i:
            break
        if child.dep_ in {"dobj", "dative", "nsubj"} and child.pos_ != "ADP":
            yield Complement("infinitive", child.left_edge.i, end, child)
        elif child.dep_ == "prep":
            yield Complement(child.lower_, child.i + 1, end, child)
            yield Complement("infinitive", child.i + 1, end, child)


def _to_the_end(verb: Token, end: int) -> int:
    """The end of the sentence, where nobody else reports in what the parser left over."""
    sentence = sentence_of(verb)
    if end + 2 < len(verb.doc) and verb.doc[end].text == ":" and not verb.doc[end + 1].is_space:
        return sentence_of(verb.doc[end + 1]).end
    if verb.dep_ != "ROOT" or end >= sentence.end:
        return end
    rest = verb.doc[end : sentence.end]
    if any(_goes_on(verb, token) for token in rest):
        return end
    reports = any(reports_speech(token) or token.lower_ == "according" for token in rest)
    return end if reports else sentence.end


def _goes_on(verb: Token, token: Token) -> bool:
    """Is this what the speaker does next: "said it was “a mess” and [left]"?"""
    further = token.head == verb and token.dep_ == "conj" and token.tag_ == verb.tag_
    return further and not any(child.dep_ in SUBJECTS for child in token.children)


def left_over(verb: Token) -> Iterator[Complement]:
    """The clause that the parser hung elsewhere: "said at the time that the road was closed"."""
    rest = verb.doc[verb.i + 1 : sentence_of(verb).end]
    for token in rest:
        if token.text in {",", ";", ":"}:
            return
        subject = next((c for c in token.lefts if c.dep_ in SUBJECTS and c.i > verb.i), None)
        if subject is not None and subject.tag_ not in {"WDT", "WP"}:
            mark = next((c for c in token.lefts if c.dep_ == "mark"), subject)
            start = min(mark.left_edge.i, subject.left_edge.i)
            further = (c.left_edge.i for c in verb.rights if c.dep_ == "conj" and c.i > token.i)
            end = next(further, sentence_of(verb).end)
            yield Complement("left over", start, end, token)
            return
