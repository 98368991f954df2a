"""Indirect and mixed speech: the statements that hang off a cue in the sentence's grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from .drafts import SUBJECTS, Draft, Passage, cue_tokens, noun_phrase, subject_of, verb_cues
from .lexicon.cues import Cue

_CLAUSES = {"ccomp", "xcomp"}
_NEGATED_OUT = {"asserts"}  # what is not said is no attribution
_DECLINED = {"decline", "refuse", "fail"}


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue takes: ``kind`` as in the lexicon, the tokens from ``start`` to ``end``."""

    kind: str
    start: int
    end: int
    head: Token


def find_statements(passage: Passage) -> list[Draft]:
    """The indirect and mixed attributions of one paragraph."""
    drafts: list[Draft] = []
    for token in cue_tokens(passage.doc):
        if token.i in passage.used or not passage.outside(token):
            continue
        draft = (
            _according(passage, token) if token.lemma_ == "accord" else _reported(passage, token)
        )
        if draft is not None:
            drafts.append(draft)
    return drafts


def _reported(passage: Passage, verb: Token) -> Draft | None:
    """The attribution that this verb makes, if it has a complement the lexicon knows."""
    senses = verb_cues(verb)
    if not senses or verb.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return None
    for complement in _complements(passage, verb):
        sense = next((cue for cue in senses if _takes(cue, verb, complement)), None)
        if sense is not None:
            break
    else:
        return None
    if _unsaid(verb, sense):
        return None
    subject = _speaker_of(verb, complement)
    if subject is None:
        return None
    content = _content(passage, verb, subject, complement)
    if not content:
        return None
    return Draft(
        sense.attitude,
        _cue_span(passage, verb, sense, complement),
        content,
        noun_phrase(passage, subject),
    )


def _takes(cue: Cue, verb: Token, complement: Complement) -> bool:
    if cue.particle and not any(
        child.text.lower() == cue.particle.split()[0] and child.i <= verb.i + 3
        for child in verb.rights
    ):
        return False
    return complement.kind in cue.takes


def _unsaid(verb: Token, sense: Cue) -> bool:
    """Declined to say, did not say: nobody states the content."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _DECLINED:
        return True
    negated = any(child.dep_ == "neg" for child in verb.children)
    return negated and sense.attitude in _NEGATED_OUT


def _speaker_of(verb: Token, complement: Complement) -> Token | None:
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass":
        if verb.dep_ == "pcomp":  # "was quoted as saying"
            return subject
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        return (
            next((child for child in agent.children if child.dep_ == "pobj"), None)
            if agent
            else None
        )
    if subject is None:
        return None
    if (
        subject.text.lower() in {"it", "there"}
        and complement.kind == "clause"
        and subject.dep_ != "nsubj"
    ):
        return None
    return subject


def _complements(passage: Passage, verb: Token) -> Iterator[Complement]:
    """What hangs off the verb, clauses first, then objects and prepositional phrases."""
    children = list(verb.children)
    for child in children:
        if child.dep_ in _CLAUSES and child.pos_ in {
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
            "PROPN",
            "PRON",
            "ADV",
            "NUM",
            "DET",
        }:
            yield Complement(_clause_kind(child), child.left_edge.i, child.right_edge.i + 1, child)
    for child in children:
        if child.dep_ == "parataxis" or (child.dep_ == "advcl" and child.tag_ == "VBG" and False):
            yield Complement("clause", child.left_edge.i, child.right_edge.i + 1, child)
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        yield Complement("clause", verb.head.left_edge.i, verb.left_edge.i, verb.head)
    for child in children:
        if child.dep_ == "dobj" and child.i > verb.i:
            end = _object_end(verb, child)
            predicate = any(
                other.dep_ in {"oprd", "xcomp"} or (other.dep_ == "prep" and other.lower_ == "as")
                for other in verb.rights
            )
            if predicate:
                yield Complement("predicate", child.left_edge.i, end, child)
            infinitive = next(
                (other for other in verb.rights if other.dep_ in _CLAUSES and other.i > child.i),
                None,
            )
            if infinitive is not None and _clause_kind(infinitive) == "infinitive":
                yield Complement(
                    "infinitive", child.left_edge.i, infinitive.right_edge.i + 1, child
                )
            yield Complement("object", child.left_edge.i, end, child)
    for child in children:
        if child.dep_ in {"prep", "agent"} and child.i > verb.i:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield Complement(child.lower_, child.i + 1, inner.right_edge.i + 1, inner)


def _clause_kind(clause: Token) -> str:
    """Finite, infinitive or gerund."""
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children):
        return "infinitive"
    if clause.tag_ == "VBG" and not any(
        child.dep_ in {"aux", "nsubj"} for child in clause.children
    ):
        return "gerund"
    if clause.dep_ == "xcomp" and clause.tag_ in {"VB"}:
        return "infinitive"
    if (
        clause.dep_ == "ccomp"
        and clause.pos_ in {"ADJ", "NOUN"}
        and not any(child.dep_ in SUBJECTS for child in clause.children)
    ):
        return "predicate"
    return "clause"


def _object_end(verb: Token, target: Token) -> int:
    """The object with what belongs to it: "described the delay as a scandal"."""
    end = target.right_edge.i + 1
    for child in verb.rights:
        if child.i <= target.i:
            continue
        if child.dep_ in {"oprd", "xcomp", "dative"} or (
            child.dep_ == "prep"
            and child.lower_ in {"as", "of", "for", "on", "to", "with", "from", "into"}
            and not child.nbor(-1).is_punct
            and not _timely(child)
        ):
            end = max(end, child.right_edge.i + 1)
        elif child.dep_ not in {"advmod"}:
            break
    return end


def _timely(preposition: Token) -> bool:
    """On Friday, in May: when it was said, no part of what was said."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


def _content(
    passage: Passage, verb: Token, subject: Token, complement: Complement
) -> list[tuple[int, int]]:
    """The complement's place in the article, free of the cue and its speaker."""
    doc = passage.doc
    start, end = complement.start, complement.end
    clause_start = min(
        subject.left_edge.i if subject.head == verb or subject.i < verb.i else verb.i, verb.i
    )
    clause_end = verb.i + 1
    if subject.i > verb.i and subject.head == verb:
        clause_end = subject.right_edge.i + 1
    if complement.head.i > verb.i and start > verb.i:
        pieces = [(start, end)]
    else:  # "X, he said", "X, he said, Y"
        start = min(start, doc[verb.i].sent.start)
        pieces = [(start, min(clause_start, end))]
        if end > clause_end:
            pieces.append((clause_end, end))
    return [span for piece in pieces if (span := _article_span(passage, *piece)) is not None]


def _article_span(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """These tokens' characters, out to the end of a quotation they begin, trimmed at both ends."""
    doc = passage.doc
    if start >= end:
        return None
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    for quote in passage.quotes:
        if quote in passage.direct:
            if quote.start >= first and quote.start < last:
                last = quote.start
            elif first < quote.end <= last:
                first = quote.end
        elif quote.start < last <= quote.end and quote.start >= first:
            last = quote.end
        elif quote.start < first < quote.end:
            first = quote.start
    offset = passage.paragraph.start
    return (offset + first, offset + last) if first < last else None


def _cue_span(passage: Passage, verb: Token, sense: Cue, complement: Complement) -> tuple[int, int]:
    """The verb with the particle or preposition behind it: "ruled out", "warned against"."""
    last = verb
    for child in verb.rights:
        if child.i > verb.i + 3:
            break
        if sense.particle and child.lower_ == sense.particle.split()[0] and child.i == verb.i + 1:
            last = child
    if complement.kind not in {"clause", "infinitive", "gerund", "object", "predicate"}:
        preposition = passage.doc[complement.start - 1]
        last = preposition if preposition.i <= last.i + 1 else last
    offset = passage.paragraph.start
    return offset + verb.idx, offset + last.idx + len(last)


def _according(passage: Passage, token: Token) -> Draft | None:
    """According to the police, the road is closed."""
    doc = passage.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    target = next(
        (child for child in [*to.children, *token.children] if child.dep_ == "pobj"), None
    )
    if target is None:
        return None
    speaker = noun_phrase(passage, target)
    sentence = token.sent
    start, end = sentence.start, sentence.end
    phrase_end = max(speaker.end, target.right_edge.i + 1)
    if token.i == start or all(word.is_punct for word in doc[start : token.i]):
        pieces = [(phrase_end, end)]
    elif phrase_end >= end - 1:
        pieces = [(start, token.i)]
    else:
        pieces = [(start, token.i), (phrase_end, end)]
    content = [span for piece in pieces if (span := _article_span(passage, *piece)) is not None]
    offset = passage.paragraph.start
    if not content:
        return None
    return Draft("asserts", (offset + token.idx, offset + to.idx + 2), content, speaker)
