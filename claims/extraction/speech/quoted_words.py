"""What somebody passes on in words that are quoted: "Mr Holm said it was our fault," she said.

The outer words are hers, those about the fault are Holm's, through her.
"""

from __future__ import annotations

from spacy.tokens import Token

from ..syntax import SUBJECTS_OR_DUMMIES, sentence_of
from .drafts import Draft, Passage, cue_span, noun_phrase, verb_cues
from .reporters import happened, is_negated
from .speakers import kind_of

_SAYING = frozenset(
    {"say", "tell", "claim", "admit", "deny", "report", "announce", "insist", "argue", "write"}
)
_MARKS = frozenset("\"“”'‘’«»`")
_SPEAKING = frozenset({"person", "organisation", "group"})


def passed_on_in_quotes(passage: Passage, verb: Token) -> Draft | None:
    """The attribution of a verb of saying inside a quotation, if somebody else is its subject.

    "I say it leaks" and "you said it leaks" only go on with the speaker's own words.
    """
    quote = passage.quote_at(verb.idx)
    if quote is None or verb.lemma_ not in _SAYING or not happened(verb):
        return None
    sense = next((cue for cue in verb_cues(verb) if not cue.particle), None)
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS_OR_DUMMIES), None)
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and _has_subject(c)), None)
    if sense is None or subject is None or clause is None or not _is_another(subject):
        return None
    if is_negated(verb, sense) or passage.quote_at(subject.idx) is not quote:
        return None
    first, last = clause.left_edge, clause.right_edge
    quoted_again = any(token.text in _MARKS for token in verb.doc[first.i : last.i])
    if first.i <= verb.i or first.idx >= quote.end or quoted_again:
        return None
    end = min(last.idx + len(last), quote.end, sentence_of(verb).end_char)
    start = first.nbor().idx if first.lower_ == "that" and first.dep_ == "mark" else first.idx
    offset = passage.paragraph.start
    content = [(offset + start, offset + end)]
    return Draft(
        sense.attitude, cue_span(passage, verb), content, noun_phrase(passage, subject), firm=True
    )


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS_OR_DUMMIES for child in verb.lefts)


def _is_another(subject: Token) -> bool:
    """Is it somebody in particular, by name or as "the mayor"? "They say" tells nobody."""
    if subject.pos_ == "PROPN":
        return True
    definite = any(child.lower_ == "the" for child in subject.lefts)
    return subject.pos_ == "NOUN" and definite and kind_of(subject) in _SPEAKING
