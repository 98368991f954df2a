"""Whose statement a quotation goes on that nobody's cue or name stands beside.

"Lee said no. “Never.”" is Lee's. "Senator Ann Lee issued a statement. “I am upset.”" is hers,
whoever spoke before. A wrong name is worse than none: where somebody else is what the sentence
before is about, and does not speak in it, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..syntax import SUBJECTS, VERBS, sentence_of
from .drafts import Draft, Lead, Passage, Phrase, noun_phrase, verb_cues
from .lexicon.cues import NOUN_CUES
from .lexicon.voices import FEELINGS, GIVEN, GIVING, VOICING
from .speakers import kind_of

_FARTHEST = 4  # paragraphs between a statement and what goes on from it


def lead_of(passage: Passage, start: int, before: Passage | None) -> Lead | None:
    """The sentence before the quotation that begins at this character of the passage.

    It is the last one of the paragraph ``before`` where the quotation opens its own.
    """
    home, words = passage, passage.doc.char_span(0, start, alignment_mode="contract")
    if not words or not words.text.strip():
        if before is None or not len(before.doc):
            return None
        home, words = before, before.doc[:]
    last = next((t for t in reversed(words) if not (t.is_space or t.is_punct)), None)
    if last is None or not home.outside(last):
        return None
    sentence = sentence_of(last)
    subject = _subject(home, sentence)
    phrase = noun_phrase(home, subject) if subject is not None else None
    speaks = subject is not None and _speaks(subject)
    return Lead(home.paragraph.start + sentence.start_char, phrase, speaks)


def _subject(passage: Passage, sentence: TokenSpan) -> Token | None:
    """Who the sentence is about: a name or a role that could speak, outside quotations."""
    root = sentence.root
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not passage.outside(subject):
        return None
    named = subject.pos_ == "PROPN" or subject.ent_type_ in {"PERSON", "ORG"}
    return subject if named or kind_of(subject) in {"person", "organisation"} else None


def _speaks(subject: Token) -> bool:
    """Does the sentence say that its subject speaks: "Ann Lee issued a statement", "was upset"?"""
    verb = subject.head
    for part in (verb, *(child for child in verb.rights if child.dep_ in {"conj", "xcomp"})):
        lemma = part.lemma_.lower()
        if lemma in VOICING or (part.pos_ in VERBS and verb_cues(part)):
            return True
        for child in part.rights:
            word = child.lemma_.lower()
            if child.dep_ in {"acomp", "attr"} and word in FEELINGS:
                return True
            given = lemma in GIVING and (word in GIVEN or word in NOUN_CUES)
            if child.dep_ == "dobj" and given:
                return True
    return False


def continue_speakers(drafts: list[Draft], paragraphs: list[int]) -> None:
    """Give quotations without a cue their speaker, or nobody.

    ``drafts`` stand in the order of their content, ``paragraphs`` has where each paragraph of the
    article begins.
    """
    last: Draft | None = None
    for draft in drafts:
        if draft.floating:
            draft.speaker = _speaker(draft, last, paragraphs)
            if draft.speaker is not None and last is not None and draft.speaker != last.speaker:
                last = draft
        elif draft.speaker is not None and not (last is not None and _holds(last, draft)):
            last = draft


def _speaker(draft: Draft, last: Draft | None, paragraphs: list[int]) -> Phrase | None:
    """Who says it: the one the sentence before is about if they speak, else the last speaker."""
    lead = draft.lead
    subject = lead.subject if lead is not None else None
    if lead is None or subject is None:
        return last.speaker if last is not None and not _is_far(draft, last, paragraphs) else None
    if last is None or last.speaker is None:
        return subject if lead.speaks else None
    if _last_place(last) >= lead.start or subject.head.text == last.speaker.head.text:
        return last.speaker
    if lead.speaks:
        return subject
    names_another = subject.head.pos_ == "PROPN" and last.speaker.head.pos_ == "PROPN"
    return None if names_another or _is_far(draft, last, paragraphs) else last.speaker


def _last_place(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1] if draft.cue else 0)


def _is_far(draft: Draft, last: Draft, paragraphs: list[int]) -> bool:
    """Do so many paragraphs stand between that nobody would think of that speaker?"""
    first = bisect_right(paragraphs, _last_place(last))
    return bisect_right(paragraphs, draft.content[0][0]) - first > _FARTHEST


def _holds(outer: Draft, inner: Draft) -> bool:
    """Does the outer one's content hold the inner one's cue?"""
    cue = inner.cue
    return cue is not None and any(
        start <= cue[0] and cue[1] <= end for start, end in outer.content
    )
