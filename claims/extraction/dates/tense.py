"""Whether a date is about the future, judged by the verb it hangs on."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from ..syntax import VERBS
from .lexicon import (
    AHEAD,
    BUSINESS,
    COMING_EVENTS,
    FORECASTS,
    FUTURE_AUXILIARIES,
    IMPLICATIVES,
    PLANNED,
    PLEDGES,
    POSTPONED,
    REPORTING_PRESENT,
)

_CLIMB = 12  # heads up the tree, more than a readable sentence has
_SENTENCE_ENDS = frozenset(".!?…\"'”’)")
_UNTIL = ("until", "till")
_PAST_HELPERS = frozenset({"was", "were", "had", "did", "has", "have", "been"})
_PRESENT_HELPERS = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "being"})


def is_future(doc: Doc, start: int, end: int) -> bool | None:
    """True in "They meet on Friday.", False in "They met on Friday.", None where no verb tells.

    ``start`` and ``end`` are offsets into the parsed paragraph.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    if _follows_past(span):
        return False
    date = span.root
    while date.dep_ == "conj" and date.head is not date:  # on Friday and Saturday
        date = date.head
    above = date.head
    if above.dep_ == "prep":
        if _points_ahead(above):
            return True
        above = above.head
    future = _climb(above)
    if future is None and span.start and doc[span.start - 1].lower_ in _UNTIL:
        return True  # she has until Friday
    return future


def _follows_past(span: Span) -> bool:
    """Whether the date follows a verb of the past: "He said on Monday that he would go"."""
    at = span.start - 1
    if at > 0 and span.doc[at].lower_ in ("on", "in"):
        at -= 1
    if at < 0 or span.doc[at].pos_ != "VERB":
        return False
    return span.doc[at].tag_ == "VBD" or _compares_with_past(span.doc[at])


def _compares_with_past(verb: Token) -> bool:
    """Is it what was said before, set against what is to come: "later than it [forecast] in May"?

    The tagger takes a past tense that looks like a participle or a plain form for one.
    """
    if verb.tag_ not in ("VBN", "VB", "VBP") or not any(c.lower_ == "than" for c in verb.lefts):
        return False
    helpers = _helpers(verb)
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.tag_ == "VBN" and (not helpers or "had" in helpers):
        return True
    one = subject is not None and subject.lower_ in ("it", "he", "she")  # "it [forecast]"
    return not helpers and one


def _points_ahead(preposition: Token) -> bool:
    """Whether a preposition points to the future: "postponed until Friday"."""
    word, above = preposition.lower_, preposition.head
    if word == "for" and _is_or_has_event(above):
        return True
    if word == "by" and _is_deadline(above):
        return True
    return word in ("for", "to", *_UNTIL) and above.lemma_ in POSTPONED


def _is_deadline(verb: Token) -> bool:
    """Whether "by" tells until when: "Analysts see a cut by June"; not "had risen 4% by June"."""
    if verb.lemma_ in PLEDGES and verb.tag_ == "VBD":
        return True
    return verb.tag_ in ("VBZ", "VBP") and not _helpers(verb) & _PAST_HELPERS


def _is_or_has_event(token: Token) -> bool:
    """Whether the word is a coming event, or its verb: "a strike for Friday"."""
    return token.lower_ in COMING_EVENTS or any(
        child.dep_ == "dobj" and child.lower_ in COMING_EVENTS for child in token.children
    )


def _climb(token: Token) -> bool | None:
    """The tense of the nearest verb above that has one."""
    event, nominal = False, True
    for step in range(_CLIMB):
        if token.pos_ in VERBS:
            if nominal and _forecasts(token):
                return True
            nominal = False
            future = _tense(token, direct=event or not step)
            if future is not None or token.tag_ in ("VBZ", "VBP"):
                return future
        elif token.lower_ == "ahead" or (token.pos_ == "ADJ" and token.lemma_ in AHEAD):
            return True  # ahead of Thursday's vote, due by Friday
        if token.head is token:
            return None
        event |= token.lower_ in COMING_EVENTS
        token = token.head
    return None


def _forecasts(verb: Token) -> bool:
    """Whether a verb says what is to come: "She expects a loss in May"; "They see sales of $4m"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or not _helpers(verb).isdisjoint(_PAST_HELPERS):
        return False
    if verb.lemma_ == "see":
        return any(child.dep_ == "dobj" and child.lower_ in BUSINESS for child in verb.children)
    return verb.lemma_ in FORECASTS


def _helpers(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass"))


def _tense(verb: Token, direct: bool) -> bool | None:
    """The tense of one verb, None if it is for the verb above to say.

    ``direct``: nothing stands between the date and this verb.
    """
    helpers = _helpers(verb)
    if helpers & FUTURE_AUXILIARIES:
        return not helpers & {"have", "'ve", "’ve"}  # "may have left on Monday"
    if verb.tag_ == "VBN" and verb.lemma_ in PLANNED and "had" not in helpers:
        return None if helpers & {"was", "were"} else True
    if "to" in helpers:
        return _infinitive(verb, helpers) if direct else None
    if verb.tag_ == "VBD" or helpers & _PAST_HELPERS:
        return False
    if helpers & _PRESENT_HELPERS or verb.tag_ in ("VBZ", "VBP"):
        return True if direct and _speaks_of_the_future(verb) else None
    return False if verb.tag_ == "VBN" else None  # a man arrested on Monday


def _infinitive(verb: Token, helpers: frozenset[str]) -> bool | None:
    """The tense of an infinitive, True for the future: "They agreed to meet on Friday".

    False after "had", "They had to go", "They had hoped to meet"; None after "failed", "were
    reluctant".
    """
    above = verb.head
    if "have" in helpers or verb.dep_ == "advcl" or above.lemma_ in IMPLICATIVES:
        return None
    if above.lower_ == "had" or any(child.lower_ == "had" for child in above.children):
        return False
    return True if above.pos_ != "ADJ" or above.lemma_ in AHEAD else None


def _speaks_of_the_future(verb: Token) -> bool:
    """Whether a present tense is a plan: not in headlines, reports and states."""
    if verb.doc[-1].text[-1] not in _SENTENCE_ENDS or verb.lemma_ in REPORTING_PRESENT:
        return False
    if verb.lemma_ != "be":
        return True
    states = [child for child in verb.children if child.dep_ in ("acomp", "attr", "advmod", "prt")]
    return all(child.lemma_ in AHEAD or child.ent_type_ == "DATE" for child in states)
