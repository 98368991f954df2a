"""Indirect and mixed speech: the statements that hang off a cue in the sentence's grammar."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..syntax import VERBS, is_finite, sentence_of
from .complements import complements
from .drafts import (
    Draft,
    Passage,
    article_span,
    cue_lemma,
    cue_span,
    cue_tokens,
    noun_phrase,
    verb_cues,
)
from .extents import WORDS, Complement, end_of, end_of_report, is_break
from .lexicon.cues import PARTICIPLES, UNNAMED, Cue
from .lexicon.senses import HEDGES, NAMING, OFFENCES, SEEING
from .media import medium_of, passed_on
from .quoted_words import passed_on_in_quotes
from .reporters import (
    can_speak,
    happened,
    is_disbelieved,
    is_negated,
    is_nobody,
    reports_nothing,
    speaker_of,
)
from .sources import SOURCE_PHRASES, according, as_said, before_source, inside
from .speakers import kind_of
from .stances import adjective_statement, carries_noun, noun_statement, participle_statement

_MEANWHILE = {"as", "while", "after"}  # "…, police said, as crews searched": the writer again
_LONGEST_TOPIC = 3  # tokens before a colon that belong to what is said: "One thing: it leaks"


def find_statements(passage: Passage) -> list[Draft]:
    """The indirect and mixed attributions of one paragraph."""
    drafts: list[Draft] = []
    for token in cue_tokens(passage.doc):
        if not passage.outside(token):
            within = passed_on_in_quotes(passage, token)
            drafts += [within] if within is not None else []
            continue
        if token.i in passage.used:
            continue
        draft = _reading(passage, token)
        if draft is None:
            continue
        draft.via = medium_of(passage, token, draft)
        drafts += [draft.via, draft] if draft.via is not None else [draft]
    return drafts


def _reading(passage: Passage, token: Token) -> Draft | None:
    if token.lower_ in SOURCE_PHRASES:
        return according(passage, token)
    if token.lower_ == "in":
        return inside(passage, token)
    if token.pos_ in VERBS:
        if token.lemma_ in PARTICIPLES and token.tag_ == "VBN" and not _is_active(token):
            return participle_statement(passage, token)
        if passed_on(token) is not None:
            return None
        if carries_noun(passage, token):
            return None
        return as_said(passage, token) or _reported(passage, token)
    if token.pos_ == "NOUN":
        return noun_statement(passage, token)
    if token.pos_ == "ADJ":
        return adjective_statement(passage, token)
    return None


def _is_active(participle: Token) -> bool:
    """Is it a past tense that the tagger took for a participle: "Residents worried that …"?"""
    helpers = {"aux", "auxpass", "nsubjpass"}
    children = list(participle.children)
    return any(child.dep_ == "nsubj" for child in children) and not any(
        child.dep_ in helpers for child in children
    )


def _reported(passage: Passage, verb: Token) -> Draft | None:
    """The attribution of a verb with a subject and a complement it takes: "She said it works"."""
    # The sense whose particle follows first: to rule out is not to rule.
    senses = sorted(verb_cues(verb), key=lambda cue: not cue.particle)
    if not senses or not happened(verb):
        return None
    subject = speaker_of(verb)
    if subject is None:
        return _unnamed(passage, verb, senses)
    for complement in complements(verb):
        sense = next((cue for cue in senses if _takes(cue, verb, complement, subject)), None)
        if sense is not None:
            break
    else:
        return None
    if is_negated(verb, sense) or not can_speak(subject, sense, complement.kind):
        return None
    if _stays_unnamed(complement) or reports_nothing(verb, complement.kind, complement.head):
        return None
    content = _content(passage, verb, subject, complement)
    if not content:
        return None
    firm = (
        _stands_inside(verb, sense, senses)
        and complement.kind in {"clause", "said", "left over"}
        and subject.head == verb
    )
    preposition = () if complement.kind in WORDS else (complement.kind,)
    cue = cue_span(passage, verb, *sense.particle.split(), *preposition)
    attitude = "denies" if is_disbelieved(verb, sense) else sense.attitude
    return Draft(attitude, cue, content, noun_phrase(passage, subject), firm=firm)


def _unnamed(passage: Passage, verb: Token, senses: list[Cue]) -> Draft | None:
    """What nobody in particular is said to think: "The firm was accused of fraud"."""
    if cue_lemma(verb) in SEEING or any(child.dep_ in {"agent", "neg"} for child in verb.children):
        return None
    rest = _after_passive(verb)
    if rest and cue_lemma(verb) in NAMING and _is_name(passage.doc[rest[0][0]]):
        return None
    for complement in complements(verb) if rest else ():
        passive = complement.head.dep_ == "nsubjpass" and complement.end <= verb.i
        sense = next((cue for cue in senses if _is_opinion(cue, complement.kind)), None)
        if not passive or sense is None or is_nobody(complement.head):
            continue
        patient = noun_phrase(passage, complement.head)
        pieces = [(patient.start, patient.end), *rest]
        content = [span for piece in pieces if (span := article_span(passage, *piece)) is not None]
        return Draft(sense.attitude, cue_span(passage, verb), content, None)
    return None


def _is_name(first: Token) -> bool:
    """Does this begin a name, and no opinion: 'is called [Seagull]', not "[a] disgrace"?"""
    return first.is_quote or not (first.pos_ == "ADJ" or first.lower_ in {"a", "an", "the", "as"})


def _is_opinion(cue: Cue, taken: str) -> bool:
    """Is it a judgement or belief: "was called a fraud", "is believed to be safe"?"""
    return bool(cue.takes & {"reputed", "accusation"}) or (
        taken in cue.takes and cue.attitude in {"judges", "believes"}
    )


def _stands_inside(verb: Token, sense: Cue, senses: list[Cue]) -> bool:
    """Does it report also in another's report: "said she believed it works"?

    "Said she thinks it works" only hedges, and wishes and judgements are part of what is said.
    """
    if sense.attitude == "believes":
        return cue_lemma(verb) not in HEDGES
    return sense.attitude == "denies" or any("quote" in cue.takes for cue in senses)


def _takes(cue: Cue, verb: Token, complement: Complement, subject: Token) -> bool:
    if cue.particle and not any(
        child.lower_ == cue.particle.split()[0] and child.i <= verb.i + 3 for child in verb.rights
    ):
        return False
    if complement.kind in cue.takes:
        return True
    if complement.kind == "said":
        return "clause" in cue.takes
    if complement.kind == "left over":
        return "clause" in cue.takes and any("quote" in other.takes for other in verb_cues(verb))
    if complement.kind == "object" and "record" in cue.takes:
        return kind_of(subject) == "document"
    return (
        bool(cue.particle) and complement.kind == cue.particle.split()[-1] and "object" in cue.takes
    )


def _stays_unnamed(complement: Complement) -> bool:
    """Whether it tells how they speak, not what they say: "asked not to be named"."""
    return complement.kind == "infinitive" and any(
        token.lemma_.lower() in UNNAMED for token in complement.head.subtree
    )


def _content(
    passage: Passage, verb: Token, subject: Token, complement: Complement
) -> list[tuple[int, int]]:
    """The complement's place in the article, free of the cue and its speaker."""
    pieces = [(complement.start, before_source(passage, complement.start, complement.end))]
    if complement.start <= verb.i < complement.end and complement.kind != "said":
        first = min(subject.left_edge.i, verb.i)  # "which he said was wrong"
        pieces = [(complement.start, first), (verb.i + 1, complement.end)]
    if complement.kind != "said" and complement.end <= verb.i:
        pieces += _after_passive(verb)
    if complement.kind == "said":
        pieces = _around(passage, verb, subject)
    return [span for piece in pieces if (span := article_span(passage, *piece)) is not None]


def _after_passive(verb: Token) -> list[tuple[int, int]]:
    """What is said of an object that stands before: "was accused by the union of hiding losses"."""
    agent = next((child for child in verb.rights if child.dep_ == "agent"), None)
    attached = [
        child
        for child in (*verb.rights, *(agent.subtree if agent is not None else ()))
        if child.dep_ in {"oprd", "xcomp"}
        or (child.dep_ == "prep" and (child.lower_ == "as" or _has_gerund(child)))
        or (child.lower_ in OFFENCES.get(cue_lemma(verb), ()) and child.dep_ == "prep")
    ]
    return [(child.left_edge.i, end_of(child)) for child in attached[:1]]


def _has_gerund(preposition: Token) -> bool:
    """Whether "of" or "for" has a gerund: "accused of hiding losses", "praised for saving them"."""
    return preposition.lower_ in {"of", "for"} and any(
        child.dep_ == "pcomp" for child in preposition.children
    )


def _around(passage: Passage, verb: Token, subject: Token) -> list[tuple[int, int]]:
    """The sentence around "he said", and behind it what is no report of its own."""
    sentence, doc = sentence_of(verb), passage.doc
    first, last = min(subject.left_edge.i, verb.i), end_of_report(verb, subject)
    start = _behind_colon(doc, sentence.start, first)
    front, rest = doc[start:first], doc[last : sentence.end]
    described = any(token.dep_ in {"appos", "relcl"} and token.head == subject for token in rest)
    if len(rest) < 3 or not is_break(rest[0]) or described:
        return [(start, first)]
    narrated = rest[1].tag_ in {"VBN", "WP", "WDT"} or rest[1].lower_ in _MEANWHILE
    goes_on = not narrated and not any(
        verb_cues(token) or token.lower_ == "according" for token in rest
    )
    if goes_on or not any(is_finite(token) for token in front):
        return [(start, first), (last, sentence.end)]
    return [(start, first)]


def _behind_colon(doc: Doc, start: int, end: int) -> int:
    """Where the content before "she said" begins: behind a colon with enough words before it.

    "Lee disagreed with him: the dam leaked, she said": at "the dam". A semicolon
    does it too, behind a report of its own.
    """
    for number in range(end - 1, start, -1):
        mark = doc[number].text
        if mark == ":" and number - start > _LONGEST_TOPIC:
            return number + 1
        if mark == ";" and any(verb_cues(token) for token in doc[start:number]):
            return number + 1
    return start
