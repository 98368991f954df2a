"""What a reporting word takes in the sentence's grammar: clauses, objects, phrases.

All spans are token numbers of a passage's document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ..syntax import NOUNS, SUBJECTS, is_finite, sentence_of
from .clauses import clauses_of, left_over
from .drafts import own_subject
from .extents import Complement, clause_kind, end_of, end_of_report, is_break
from .lexicon.cues import OCCASIONS

_OBJECTS = {"ccomp", "xcomp", "dobj", "oprd"}
_MEANWHILE = {"during", "after", "before", "amid"}
_DASHES = {"-", "–", "—", "―", "--"}
_DEADLINES = {"by", "until", "till", "from"}
_WHEN_AND_WHERE = {"during", "since", "amid", "via", "at", "after", "before"}
_FURTHER = {
    "ccomp",
    "prep",
    "oprd",
    "xcomp",
    "acomp",
    "advmod",
    "dative",
    "npadvmod",
    "acl",
}


def complements(verb: Token) -> Iterator[Complement]:
    """Everything that could be the verb's content, the likeliest first."""
    if is_parenthetical(verb):
        sentence = sentence_of(verb)
        yield Complement("said", sentence.start, sentence.end, verb)
    yield from clauses_of(verb)
    yield from _objects(verb)
    yield from _phrases(verb)
    yield from _passive(verb)
    yield from _relative(verb)
    yield from left_over(verb)


def is_parenthetical(verb: Token) -> bool:
    """Whether the report is put in beside its content: "The road is closed, the police said".

    Also in its midst: "The road, said the police, is closed".
    """
    doc, sentence = verb.doc, sentence_of(verb)
    own = own_subject(verb)
    if own is None or verb.dep_ in {"relcl", "acl"}:
        return False
    first, last = min(own.left_edge.i, verb.i), end_of_report(verb, own) - 1
    if first <= sentence.start + 1 or not is_break(doc[first - 1]):
        return False
    objects = [child for child in verb.rights if child.i > last and child.dep_ in _OBJECTS]
    if any(child.dep_ != "ccomp" for child in objects):
        return False
    enclosed = last + 1 < sentence.end - 2 and is_break(doc[last + 1])
    finite = any(is_finite(token) for token in doc[sentence.start : first])
    return enclosed or (finite and not objects)


def _objects(verb: Token) -> Iterator[Complement]:
    """The verb's objects, also with what is said of them: "called it a mistake"."""
    targets = [child for child in verb.rights if child.dep_ in {"dobj", "oprd"} or _mistaken(child)]
    if len(targets) > 1:
        start = targets[0].left_edge.i
        yield Complement("predicate", start, _end_with_rest(verb, targets[-1]), targets[0])
    for child in targets:
        end = _end_with_rest(verb, child)
        further = (other for other in (*verb.rights, *child.rights) if other.i > child.i)
        if (worth := next((other for other in verb.rights if _values(other)), None)) is not None:
            yield Complement("valuation", child.left_edge.i, end_of(worth), child)
        named = child.pos_ in {"PROPN", "PRON"} or child.tag_ == "NNS" or child.ent_type_
        if named and any(other.lower_ == "with" for other in verb.rights):
            yield Complement("accusation", child.left_edge.i, end, child)
        if any(_is_predicate(other) for other in further) or _called(child):
            yield Complement("predicate", child.left_edge.i, end, child)
        yield Complement("object", child.left_edge.i, end, child)


def _values(preposition: Token) -> bool:
    """Is this "at" with a figure: "put the cost [at 40 million]"?"""
    return preposition.lower_ == "at" and any(
        child.dep_ == "pobj" and any(token.like_num for token in child.subtree)
        for child in preposition.rights
    )


def _called(target: Token) -> bool:
    """Whether an apposition without a comma is said of the object: 'called it "a disgrace"'."""
    doc = target.doc
    apposed = (word for word in target.subtree if word.dep_ == "appos" and word.i > target.i)
    if any(doc[word.left_edge.i - 1].text != "," for word in apposed):
        return True
    inner = doc[target.left_edge.i + 1 : target.i]  # 'called Bonn a "dump"'
    return any(word.is_quote and word.nbor(-1).pos_ in {"PROPN", "PRON"} for word in inner)


def _mistaken(token: Token) -> bool:
    """Whether it is a name that the parser took for a measure: "compared Lee to a coach"."""
    return token.dep_ == "npadvmod" and token.ent_type_ == "PERSON"


def _passive(verb: Token) -> Iterator[Complement]:
    """The subject of a passive, as its object: "the plan was rejected by the council"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is not None and subject.tag_ not in {"WDT", "WP"}:
        predicate = any(_is_predicate(child) for child in verb.rights)
        kind = "predicate" if predicate else "object"
        yield Complement(kind, subject.left_edge.i, end_of(subject), subject)


def _relative(verb: Token) -> Iterator[Complement]:
    """The relative pronoun as the verb's object: "the plan, which the unions oppose"."""
    for child in verb.lefts:
        if verb.dep_ == "relcl" and child.dep_ == "dobj" and child.tag_ in {"WDT", "WP"}:
            predicate = any(_is_predicate(other) for other in verb.rights)
            yield Complement("predicate" if predicate else "object", child.i, child.i + 1, child)


def _is_predicate(token: Token) -> bool:
    return token.dep_ in {"oprd", "xcomp", "acomp"} or (
        token.dep_ == "prep" and token.lower_ == "as"
    )


def _end_with_rest(verb: Token, target: Token) -> int:
    """The end of an object with what belongs to it: "blamed the delay on the storm"."""
    end = end_of(target)
    aside = (token.i for token in target.subtree if _opens_aside(token) and token.i > target.i)
    end = min(end, next(aside, end))
    for child in verb.rights:
        if child.i <= target.i or child.is_quote:
            continue
        further = child.dep_ in _FURTHER or _is_condition(child) or _is_second_object(child)
        parted = child.nbor(-1).text == "," and not _closes_aside(target, child.i - 1)
        if not further or parted:
            break
        if _circumstance(child):  # thanked him on Twitter for coming
            if not any(_has_gerund(other) for other in verb.rights if other.i > child.i):
                break
            continue
        end = max(end, end_of(child))
    return _before_date(verb, end)


def _is_second_object(token: Token) -> bool:
    """Whether a noun joins the object: "stressed fairness, and the need to raise wages"."""
    return token.dep_ == "conj" and token.pos_ in NOUNS


def _has_gerund(token: Token) -> bool:
    return token.dep_ == "prep" and any(child.dep_ == "pcomp" for child in token.children)


def _closes_aside(target: Token, comma: int) -> bool:
    """Whether the comma ends an aside on the object: "accused their leader, Tom Park, of lying"."""
    return any(
        child.dep_ in {"appos", "relcl"} and child.right_edge.i == comma - 1
        for child in target.rights
    )


def _before_date(verb: Token, end: int) -> int:
    """The end of what was said, before when: 'called it "a disgrace" Wednesday'."""
    for token in verb.doc[verb.i + 1 : end - 1]:
        following = token.nbor(1)
        if token.is_quote and (
            following.ent_type_ in {"DATE", "TIME"} or following.lower_ in _MEANWHILE
        ):
            return token.i + 1
    return end


def _is_condition(token: Token) -> bool:
    """Whether a clause is a condition of what was said: "hinted at sanctions if talks fail"."""
    marks = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "advmod"}}
    return token.dep_ == "advcl" and not marks.isdisjoint({"if", "unless", "once"})


def _opens_aside(token: Token) -> bool:
    """Whether the mark opens the writer's remark: "praised the ruling, which came on Monday"."""
    if token.i + 1 == len(token.doc):
        return False
    if token.text in _DASHES and token.whitespace_:
        return token.nbor(1).lower_ in {"a", "an"}
    return token.text == "," and token.nbor(1).tag_ in {"WDT", "WP", "WRB", "WP$"}


def _circumstance(token: Token) -> bool:
    """Whether it tells when or where it was said, not what: "on Friday", "during a visit"."""
    if token.ent_type_ in {"DATE", "TIME"} or token.lower_ in _WHEN_AND_WHERE:
        return True
    return token.dep_ == "prep" and any(
        child.lemma_.lower() in OCCASIONS
        or (child.ent_type_ in {"DATE", "TIME"} and token.lower_ not in _DEADLINES)
        for child in token.children
    )


def _phrases(verb: Token) -> Iterator[Complement]:
    """The phrases behind a preposition: "called for a truce", "warned against panic"."""
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"}:
            for inner in child.children:
                dated = child.lower_ in {"on", "in", "at"} and inner.ent_type_ in {"DATE", "TIME"}
                if inner.dep_ in {"pobj", "pcomp"} and not dated:
                    yield Complement(child.lower_, child.i + 1, _end_with_rest(verb, inner), inner)


def noun_complements(noun: Token) -> Iterator[Complement]:
    """What a reporting noun takes: "her claim that it works", "their pledge to stay"."""
    for child in noun.rights:
        wished = child.dep_ == "advcl" and child.left_edge.lower_ == "for"  # a call for us to go
        if child.dep_ not in {"acl", "ccomp", "relcl"} and not wished:
            continue
        if clause_kind(child) == "infinitive":
            yield Complement("infinitive", child.left_edge.i, end_of(child), child)
        elif _is_that_clause(child):
            start = child.left_edge.i + (child.left_edge.lower_ == "that")
            yield Complement("clause", start, end_of(child), child)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # her message is that it works
        for child in noun.head.rights:
            if child.dep_ == "ccomp" and child.left_edge.lower_ in {"that", "whether"}:
                yield Complement("clause", child.left_edge.i, end_of(child), child)
    yield from _phrases(noun)


def _is_that_clause(clause: Token) -> bool:
    """Whether the clause is a content: "her claim that it works"; not "the claim that she made"."""
    first = clause.left_edge
    if any(child.dep_ == "mark" for child in clause.children):
        return any(is_finite(token) or token.tag_ == "VB" for token in (clause, *clause.children))
    full = any(child.dep_ in SUBJECTS and child.i > first.i for child in clause.lefts)
    return first.lower_ == "that" and full and (first.tag_ == "IN" or _has_object(clause, first))


def _has_object(verb: Token, apart_from: Token) -> bool:
    return any(
        child.dep_ in {"dobj", "ccomp", "attr"} and child != apart_from for child in verb.children
    )
