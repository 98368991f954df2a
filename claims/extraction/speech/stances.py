"""Nouns and adjectives that report: "his claim that it works", "she is sure that it works"."""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import SUBJECTS
from .complements import noun_complements
from .drafts import Draft, Passage, article_span, cue_span, noun_phrase, subject_of
from .extents import WORDS, clause_kind, end_of
from .lexicon.cues import ADJECTIVE_CUES, AUTHORED, LIGHT_VERBS, NOUN_CUES, Cue
from .reporters import NOBODY, can_speak, happened, speaker_of

_LITTLE = {"no", "little", "any", "neither"}


def noun_statement(passage: Passage, noun: Token) -> Draft | None:
    """The attribution of a noun: "his claim that it was wrong", "amid claims that it was wrong"."""
    senses = NOUN_CUES.get(noun.lemma_, ())
    speaker = _author(noun)
    if not senses or (speaker is not None and speaker.lower_ in NOBODY):
        return None
    for complement in noun_complements(noun):
        sense = next((cue for cue in senses if complement.kind in cue.takes), None)
        span = article_span(passage, complement.start, complement.end)
        if sense is None or span is None:
            continue
        if speaker is None and not _is_rumour(noun, sense, complement.kind):
            continue
        preposition = () if complement.kind in WORDS else (complement.kind,)
        cue = cue_span(passage, noun, *preposition)
        phrase = noun_phrase(passage, speaker) if speaker is not None else None
        return Draft(sense.attitude, cue, [span], phrase)
    return None


def _is_rumour(noun: Token, sense: Cue, taken: str) -> bool:
    """Is it said or thought by nobody named: "claims that it leaks", not "no claim that"?"""
    if taken != "clause" or sense.attitude not in {"asserts", "believes"}:
        return False
    # "Reports that it leaks were false" says nothing for them
    denied = noun.dep_ in SUBJECTS or any(child.lower_ in _LITTLE for child in noun.lefts)
    return not denied and noun.lemma_ not in AUTHORED and noun.tag_ != "NNP"


def carries_noun(passage: Passage, verb: Token) -> bool:
    """Does the verb only carry a noun that reports: "expressed [concern] about the policy"?"""
    if verb.lemma_ not in LIGHT_VERBS:
        return False
    held = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return held is not None and held.pos_ == "NOUN" and noun_statement(passage, held) is not None


def _author(noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "from", "by" or "among" some, or who makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in LIGHT_VERBS and happened(verb):
        return speaker_of(verb)
    return None


def adjective_statement(passage: Passage, adjective: Token) -> Draft | None:
    """The attribution of an adjective: "The minister is confident that the law will pass".

    "She made it clear that it will".
    """
    verb = adjective.head
    made = verb.lemma_ == "make" and any(child.lower_ == "it" for child in adjective.children)
    if not (adjective.dep_ == "acomp" or made) or verb.pos_ not in {"AUX", "VERB"}:
        return None
    return _felt(passage, adjective, verb)


def participle_statement(passage: Passage, participle: Token) -> Draft | None:
    """The attribution of a participle, None with an agent: "We are convinced that it will pass"."""
    if participle.dep_ == "acomp":
        return _felt(passage, participle, participle.head)
    passive = any(child.dep_ == "auxpass" for child in participle.lefts)
    agent = any(child.dep_ == "agent" for child in participle.rights)
    return _felt(passage, participle, participle) if passive and not agent else None


def _felt(passage: Passage, word: Token, verb: Token) -> Draft | None:
    """The attribution of a word for certainty, worry or will, with the subject of its verb."""
    sense = ADJECTIVE_CUES.get(word.lower_, (None,))[0]
    subject = subject_of(verb) if happened(verb) else None
    if sense is None or subject is None or not can_speak(subject, sense, "clause"):
        return None
    for child in (*word.rights, *(() if word == verb else verb.rights)):
        if child.i > word.i and (span := _what_is_felt(passage, sense, child)) is not None:
            cue = cue_span(passage, word)
            return Draft(sense.attitude, cue, [span], noun_phrase(passage, subject))
    return None


def _what_is_felt(passage: Passage, sense: Cue, child: Token) -> tuple[int, int] | None:
    stated = child.dep_ == "advcl" and child.left_edge.lower_ == "that"
    if stated or (child.dep_ in {"ccomp", "xcomp"} and clause_kind(child) in sense.takes):
        return article_span(passage, child.left_edge.i, end_of(child))
    if child.dep_ == "prep" and child.lower_ in {"about", "of"} and sense.attitude == "believes":
        return article_span(passage, child.i + 1, end_of(child))
    return None
