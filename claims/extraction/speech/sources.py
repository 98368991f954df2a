"""Phrases that name a source beside what it says: "According to the police, the road is closed"."""

from __future__ import annotations

from spacy.tokens import Token

from ..records import Attitude
from ..syntax import sentence_of
from .drafts import Draft, Passage, Phrase, article_span, cue_span, noun_phrase, verb_cues
from .extents import end_of
from .lexicon.cues import VIEWS
from .lexicon.titles import FINDINGS

SOURCE_PHRASES = {"according": ["according", "to"], "words": ["in", "the", "words", "of"]}


def according(passage: Passage, token: Token) -> Draft | None:
    """The attribution of a phrase for a source: "According to the police, the road is closed"."""
    doc = passage.doc
    words = SOURCE_PHRASES[token.lower_]
    first = token.i - words.index(token.lower_)
    last = first + len(words)
    if first < 0 or [word.lower_ for word in doc[first:last]] != words:
        return None
    target = next((child for child in doc[last - 1].children if child.dep_ == "pobj"), None)
    if target is None:
        return None
    speaker = noun_phrase(passage, target)
    end = end_of(target)
    if first == sentence_of(target).start and end >= sentence_of(target).end - 1:
        end = speaker.end  # the parser hung the statement under its source
    cue = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return _rest_of_sentence(passage, cue, speaker, (first, end))


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
