"""Phrases that name a source beside what it says: "According to the police, the road is closed"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from ..records import Attitude
from ..syntax import sentence_of
from .drafts import Draft, Passage, Phrase, article_span, cue_span, noun_phrase, verb_cues
from .extents import end_of
from .lexicon.cues import MEASURES, QUOTING, VIEWS
from .lexicon.titles import FINDINGS
from .speakers import kind_of

SOURCE_PHRASES = {"according": ["according", "to"], "words": ["in", "the", "words", "of"]}


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase for a source: its tokens ``start`` to ``end``, the cue's characters, who it is."""

    start: int
    end: int
    cue: tuple[int, int]
    speaker: Phrase


def source_at(passage: Passage, token: Token) -> Source | None:
    """The source that this word begins to name: "according to the police".

    None for "according to plan" and what else is a measure and nobody's word.
    """
    doc = passage.doc
    words = SOURCE_PHRASES[token.lower_]
    first = token.i - words.index(token.lower_)
    last = first + len(words)
    if first < 0 or [word.lower_ for word in doc[first:last]] != words:
        return None
    target = next((child for child in doc[last - 1].children if child.dep_ == "pobj"), None)
    if target is None or _is_measure(target, doc[first - 1] if first else None):
        return None
    speaker = _named(passage, noun_phrase(passage, target))
    end = max(end_of(target), speaker.end)
    sentence = sentence_of(target)
    if first == sentence.start and end >= sentence.end - 1:
        end = speaker.end  # the parser hung the statement under its source
    cue = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return Source(first, _behind_medium(passage, end), cue, speaker)


def according(passage: Passage, token: Token) -> Draft | None:
    """The attribution of a phrase for a source: "According to the police, the road is closed"."""
    source = source_at(passage, token)
    if source is None:
        return None
    return _rest_of_sentence(passage, source.cue, source.speaker, (source.start, source.end))


def before_source(passage: Passage, start: int, end: int) -> int:
    """The end of a content before its source, without a comma: "plans to close [according to]"."""
    phrases = _unparted_sources(passage)
    for number in range(bisect_right(phrases, start), len(phrases)):
        first = phrases[number]
        if first >= end:
            break
        source = source_at(passage, passage.doc[first])
        if source is not None and source.end >= end - 1:
            return first
    return end


def _unparted_sources(passage: Passage) -> list[int]:
    """Where "according" stands without a comma before it."""
    doc = passage.doc
    if "unparted sources" not in doc.user_data:
        words = (token for token in doc if token.lower_ == "according" and token.i)
        doc.user_data["unparted sources"] = [
            token.i for token in words if not token.nbor(-1).is_punct
        ]
    found: list[int] = doc.user_data["unparted sources"]
    return found


def _is_measure(target: Token, before: Token | None) -> bool:
    """Is it what something goes by, and no source: "chosen [according to] age"?"""
    apart = before is None or before.is_punct or before.is_space
    return not apart and target.lemma_.lower() in MEASURES


def _named(passage: Passage, speaker: Phrase) -> Phrase:
    """The phrase with the name behind its comma that the parser hung elsewhere.

    "According to its auditor, Ilse Brandt, the scheme is late".
    """
    doc, start = passage.doc, speaker.end + 1
    if speaker.end != speaker.head.i + 1 or kind_of(speaker.head) != "person":
        return speaker
    if start >= len(doc) or doc[speaker.end].text != "," or doc[start].ent_type_ != "PERSON":
        return speaker
    end = start + 1
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I":
        end += 1
    closed = end < len(doc) and doc[end].is_punct
    return Phrase(passage, speaker.start, end, doc[start:end].root) if closed else speaker


def _behind_medium(passage: Passage, end: int) -> int:
    """The end of an aside on whom the source has it from: ", quoting the state agency,"."""
    doc = passage.doc
    sentence = sentence_of(doc[end - 1])
    aside = doc[end : sentence.end]
    if len(aside) < 3 or aside[0].text != "," or aside[1].tag_ != "VBG":
        return end
    if aside[1].lemma_.lower() not in QUOTING:
        return end
    passage.used.add(aside[1].i)
    return next((word.i for word in aside[2:] if word.text in {",", ".", ";"}), sentence.end)


def inside(passage: Passage, preposition: Token) -> Draft | None:
    """The attribution of a view or a finding: "In Lee's view, the road is closed".

    "In a poll, most voters were against it".
    """
    target = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if target is None or not preposition.is_title or not _before_comma(target):
        return None
    clause = (preposition.i, target.right_edge.i + 1)
    owner = next((child for child in target.lefts if child.dep_ == "poss"), None)
    if owner is not None and target.lower_ in VIEWS:
        place = (target.idx, target.idx + len(target))
        return _rest_of_sentence(passage, place, noun_phrase(passage, owner), clause, "believes")
    root = sentence_of(preposition).root
    if target.lower_ not in FINDINGS or verb_cues(root):
        return None
    place = (preposition.idx, preposition.idx + len(preposition))
    return _rest_of_sentence(passage, place, noun_phrase(passage, target), clause)


def _before_comma(head: Token) -> bool:
    following = head.right_edge.i + 1
    return following < len(head.doc) and head.doc[following].text == ","


def as_said(passage: Passage, verb: Token) -> Draft | None:
    """The attribution of a clause with "as": "As the premier said, the road is closed"."""
    mark = next((child for child in verb.lefts if child.lower_ == "as"), None)
    senses = [cue for cue in verb_cues(verb) if "quote" in cue.takes]
    if not any(cue.particle or "clause" in cue.takes for cue in senses):
        return None  # as high as it would go
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if mark is None or subject is None or verb.dep_ != "advcl" or not senses:
        return None
    if any(child.dep_ in {"ccomp", "xcomp"} for child in verb.rights):
        return None
    own = {cue_kind for cue in verb_cues(verb) for cue_kind in cue.takes}
    if any(child.dep_ == "prep" and child.lower_ in own for child in verb.rights):
        return None  # as she called for help
    start, end = cue_span(passage, verb, *senses[0].particle.split())
    offset = passage.paragraph.start
    speaker = noun_phrase(passage, subject)
    clause = (mark.i, verb.right_edge.i + 1)
    return _rest_of_sentence(passage, (start - offset, end - offset), speaker, clause)


def _rest_of_sentence(
    passage: Passage,
    cue: tuple[int, int],
    speaker: Phrase,
    clause: tuple[int, int],
    attitude: Attitude = "asserts",
) -> Draft | None:
    """What stands around a clause at the start, end or middle of a sentence, as its content."""
    sentence = sentence_of(passage.doc[clause[0]])
    pieces = [(sentence.start, clause[0]), (max(clause[1], speaker.end), sentence.end)]
    content = [span for piece in pieces if (span := article_span(passage, *piece)) is not None]
    offset = passage.paragraph.start
    if not content:
        return None
    return Draft(attitude, (offset + cue[0], offset + cue[1]), content, speaker, whole=True)
