"""Whether a date is about the future, judged by the verb it hangs on."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from .lexicon.dates import (
    COMING_EVENTS,
    FUTURE_AUXILIARIES,
    IMPLICATIVES,
    PLANNED,
    POSTPONED,
    REPORTING_PRESENT,
)

_CLIMB = 12  # heads up the tree, more than a readable sentence has
_SENTENCE_ENDS = frozenset(".!?…\"'”’)")


def is_future(doc: Doc, start: int, end: int) -> bool | None:
    """True in "They meet on Friday.", False in "They met on Friday.", None where no verb tells.

    ``start`` and ``end`` are offsets into the parsed paragraph.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    if _follows_past(span):
        return False
    token, steps = span.root.head, 0
    if token.dep_ == "prep":
        if token.lower_ in ("until", "till", "to", "for") and token.head.lemma_ in POSTPONED:
            return True
        token = token.head
    event = False
    while steps < _CLIMB:
        if token.pos_ in ("VERB", "AUX"):
            future = _tense(token, direct=event or not steps)
            if future is not None or token.head is token or token.tag_ in ("VBZ", "VBP"):
                return future
        elif token.head is token:
            return None
        event |= token.lower_ in COMING_EVENTS
        token, steps = token.head, steps + 1
    return None


def _follows_past(span: Span) -> bool:
    """He said on Monday that he would go: the date stands right after a verb of the past."""
    at = span.start - 1
    if at > 0 and span.doc[at].lower_ in ("on", "in"):
        at -= 1
    return at >= 0 and span.doc[at].tag_ == "VBD" and span.doc[at].pos_ == "VERB"


def _tense(verb: Token, direct: bool) -> bool | None:
    """The tense of one verb, None if it is for the verb above to say.

    ``direct``: nothing stands between the date and this verb.
    """
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & FUTURE_AUXILIARIES:
        return not helpers & {"have", "'ve"}  # "may have left on Monday"
    if verb.lemma_ in PLANNED and verb.tag_ == "VBN":
        return True
    if "to" in helpers:
        return _infinitive(verb, helpers) if direct else None
    if verb.tag_ == "VBD" or helpers & {"was", "were", "had", "did", "has", "have", "been"}:
        return False
    if helpers & {"is", "are", "'s", "'re", "am", "being"} or verb.tag_ in ("VBZ", "VBP"):
        return True if direct and _speaks_of_the_future(verb) else None
    return None


def _infinitive(verb: Token, helpers: set[str]) -> bool | None:
    """They agreed to meet on Friday; not: they failed, were reluctant to meet on Friday."""
    above = verb.head
    if "have" in helpers or verb.dep_ == "advcl" or above.lemma_ in IMPLICATIVES:
        return None
    return True if above.pos_ != "ADJ" or above.lemma_ in PLANNED else None


def _speaks_of_the_future(verb: Token) -> bool:
    """A present tense with a date is a plan, except in headlines, reports and states."""
    if verb.doc[-1].text[-1] not in _SENTENCE_ENDS or verb.lemma_ in REPORTING_PRESENT:
        return False
    return verb.lemma_ != "be" or not any(
        child.dep_ in ("acomp", "attr", "advmod", "prt") for child in verb.children
    )
