"""How far a content goes, and of what kind it is: token numbers of a passage, end exclusive."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..syntax import SUBJECTS, VERBS, heads_of
from .drafts import resumes, verb_cues

_AGAINST = {"but", "although"}
_RELATIVES = {"which", "who"}
_LONGEST_REPORTER = 5  # tokens of "the mayor said" behind "which"
_BESIDE = {"advcl", "conj", "ccomp", "parataxis"}
_WHILE = {"while", "whereas", "whilst", "although", "though", "as"}
_AND = {"and", "but", "yet", ";"}
# Kinds of complements that are no prepositions
WORDS = frozenset({"said", "left over", "clause", "infinitive", "gerund", "object", "predicate"})


@dataclass(frozen=True, slots=True)
class Complement:
    """``kind`` as the lexicon has it ("clause", "object", "for"), ``head`` its main word."""

    kind: str
    start: int
    end: int
    head: Token


def clause_kind(clause: Token) -> str:
    """What the lexicon calls it: "clause" when finite, "infinitive", "gerund", "predicate"."""
    children = list(clause.children)
    subject = any(child.dep_ in {*SUBJECTS, "mark"} for child in children)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in children):
        return "infinitive"
    if clause.tag_ == "VBG" and not any(child.dep_ == "aux" for child in children) and not subject:
        return "gerund"
    if clause.dep_ == "xcomp" and clause.tag_ == "VB":
        return "infinitive"
    if clause.pos_ not in VERBS and not any(child.dep_ == "mark" for child in children):
        return "predicate" if subject else "fragment"
    return "clause"


def end_of(head: Token) -> int:
    """The end of a head's phrase, before a tail that reports on its own.

    "…, adding that", "…, according to" and "…, he said" are cut off.
    """
    end = head.right_edge.i + 1
    for token in head.rights:
        before = token.nbor(-1)
        if before.text == "," and _reports(token):
            return min(end, token.left_edge.i)
        if before.dep_ == "cc" and resumes(token):
            return min(end, before.i)
    return end


def _reports(token: Token) -> bool:
    if token.lemma_ == "accord":
        return True
    if token.dep_ == "prep":
        return token.lower_ == "according"
    return token.dep_ in {"advcl", "acl"} and token.tag_ == "VBG" and bool(verb_cues(token))


def reports_speech(token: Token) -> bool:
    """Is this a verb of saying, and not one of wanting or judging?"""
    return any("quote" in cue.takes and cue.attitude != "urges" for cue in verb_cues(token))


def before_next_report(verb: Token, start: int, end: int) -> int:
    """The end of a content before another's report: "said 14 died, [while the rebels said] …".

    "Said that 14 died and that the rebels said 40 did" is all the first one's.
    """
    reports = _joined_reports(verb.doc, verb.tag_ == "VBD")
    number = bisect_right(reports, start + 1)
    return min(end, reports[number]) if number < len(reports) else end


def _joined_reports(doc: Doc, is_past: bool) -> list[int]:
    """Where reports begin that are joined to one before, by past and other tenses."""
    key = f"joined reports {is_past}"
    if key not in doc.user_data:
        verbs = (token for token in doc if token.dep_ in _BESIDE and verb_cues(token))
        doc.user_data[key] = [
            start
            for verb in verbs
            if (verb.tag_ == "VBD") == is_past and (start := _joined_at(verb)) is not None
        ]
    found: list[int] = doc.user_data[key]
    return found


def before_remark(doc: Doc, start: int, end: int) -> int:
    """The end of a content before what the writer sets against it: "said it held[, but …]"."""
    remarks = _remarks(doc)
    number = bisect_right(remarks, start + 1)
    return min(end, remarks[number]) if number < len(remarks) else end


def _remarks(doc: Doc) -> list[int]:
    """Where clauses begin that are set against what stands before: ", but the walls leaked"."""
    if "remarks" not in doc.user_data:
        doc.user_data["remarks"] = [
            token.i
            for token in doc
            if (token.lower_ in _AGAINST and _is_remark(token)) or _is_reported_aside(token)
        ]
    found: list[int] = doc.user_data["remarks"]
    return found


def _is_remark(word: Token) -> bool:
    """Does this open a clause behind a comma, and not about "he" or "it" of the same words?"""
    if word.i == 0 or word.nbor(-1).text != "," or word.i + 1 == len(word.doc):
        return False
    if word.lower_ != "but":
        return True
    first = word.nbor(1)
    subject = next((token for token in heads_of(first) if token.dep_ in SUBJECTS), None)
    return (
        subject is not None
        and subject.left_edge == first
        and (subject.pos_ != "PRON" or subject.tag_ == "DT")
    )


def _is_reported_aside(pronoun: Token) -> bool:
    """Does it open what somebody says of a word before: "the gifts[, which he said were meant]"?"""
    if pronoun.lower_ not in _RELATIVES or pronoun.i == 0 or pronoun.nbor(-1).text != ",":
        return False
    following = pronoun.doc[pronoun.i + 1 : pronoun.i + 1 + _LONGEST_REPORTER]
    return any(
        reports_speech(verb)
        and any(child.dep_ == "nsubj" and child.i > pronoun.i for child in verb.lefts)
        for verb in following
    )


def _states_apart(verb: Token) -> bool:
    """Has the report a statement of its own: a clause, or a figure put on something?"""
    if any(child.dep_ == "ccomp" for child in verb.rights):
        return reports_speech(verb)
    values = any("valuation" in cue.takes for cue in verb_cues(verb))
    return values and any(child.lower_ == "at" for child in verb.rights)


def _joined_at(verb: Token) -> int | None:
    """Where a report with a subject and a clause of its own is joined to what stands before."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    first = verb.left_edge.i
    if subject is None or first < 1 or not _states_apart(verb):
        return None
    marks = {word.lower_ for word in verb.doc[first : subject.left_edge.i]}
    if "that" in marks:
        return None
    joined = verb.doc[first - 1].lower_ in _AND
    return first - joined if joined or not marks.isdisjoint(_WHILE) else None


def end_of_report(verb: Token, subject: Token) -> int:
    """The index of the token behind the report: "he told reporters on Friday"."""
    end = max(verb.i, subject.right_edge.i if subject.i > verb.i else 0) + 1
    colon = next((token.i for token in verb.doc[verb.i : end] if token.text == ":"), end)
    end = min(end, colon)
    for child in verb.rights:
        if child.i < end or child.dep_ == "prt":
            continue
        addressed = child.dep_ in {"dobj", "dative"} and verb.lemma_ == "tell"
        if child.left_edge.i != end or not (
            addressed or child.dep_ in {"advmod", "npadvmod", "prep"}
        ):
            break
        end = child.right_edge.i + 1
    return end


def is_break(token: Token) -> bool:
    return token.is_punct and token.text not in {"-", "(", "[", "$"}
