"""What a wording needs before the claim's own words to stand alone: who does what to it.

"A pay rise of 3.5%" stands alone as "[The trust] offered a pay rise of 3.5%", a denial as
"[Tomas Reck] denies that any report was withheld", "cut 300 jobs" as "[The firm] cut 300 jobs".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..parsing import ParsedArticle
from ..records import Attribution, Span, SpeakerSpan, in_one_line
from ..speech import gender_of
from ..syntax import SUBJECTS, VERBS
from .contents import is_in_force, is_statement

# Between a cue and what it introduces stand an addressee and a day at most.
_LONGEST_LEAD = 80  # characters
_RESOLVED = frozenset({"decide", "agree", "plan"})
_JOINED = re.compile(r"\b(and|but)[\s\"“‘']*$")  # '"I like it," he said, but "it is late"'
# "He doubted that it failed" is worded as it stands, "he rejected that it failed" as a denial
_DENYING = frozenset({"deny", "refute", "dispute", "reject", "contradict", "rebut"})
_IMPERSONAL = frozenset(
    {"be", "become", "seem", "appear", "look", "feel", "take", "turn", "remain", "emerge"}
    | {"happen", "transpire", "follow", "rain", "snow", "hail", "cost", "matter", "help"}
)
# Spoken to, these are never whom "she" means: "told the [court] that she"
_PRESS = frozenset({"reporters", "journalists", "parliament", "lawmakers", "lawmaker", "court"})
_SPOKEN_TO = frozenset({"dobj", "dative"})
_PERSONAL = {"he": "he", "she": "she"}


def can_lead(span: Span, attribution: Attribution, cue: TokenSpan | None) -> bool:
    """Can speaker and cue stand before these words, so that they make a sentence?

    "[The mayor] [announced] the closure of a school" does, not what is behind "announcing".
    """
    if cue is None or attribution.speaker is None or cue[0].pos_ not in VERBS:
        return False
    return (
        is_in_force(cue[0])
        and attribution.cue is not None
        and all(attribution.cue.end <= part.start for part in attribution.content)
    )


def lead_of(
    article: ParsedArticle,
    span: Span,
    tokens: TokenSpan | None,
    attribution: Attribution | None,
    cue: TokenSpan | None,
) -> str:
    """The words to put before the claim; none where it stands alone."""
    if tokens is None:
        return ""
    leads = attribution is not None and can_lead(span, attribution, cue)
    if is_statement(tokens):
        # What somebody denies in their own words is what they assert: “It is safe,” he denied.
        denied = attribution and attribution.attitude == "denies" and attribution.kind != "direct"
        if attribution is None or not denied:
            return ""
        if not leads or (cue and cue[0].lemma_ in _DENYING):
            return _denial(attribution)
    if attribution and cue and leads:
        return _report(article, span, attribution, cue)
    subject = _shared_subject(tokens)
    return f"[{_capital(subject.text)}] " if subject else ""


def interruptions(span: Span, attribution: Attribution | None) -> Iterator[tuple[Span, str]]:
    """Who said it, in the midst of what they said: "Prices fell[," she said, "]for a year"."""
    # "[The firm] was accused of [fraud]" needs its verb
    anonymous = attribution is not None and attribution.speaker is None and attribution.cue
    content = attribution.content_in(span.start, span.end) if attribution and not anonymous else ()
    for before, after in pairwise(content):
        if before.end < after.start:
            place = span.text[before.end - span.start : after.start - span.start]
            joined = _JOINED.search(place)
            yield Span(before.end, after.start, place), f", {joined[1]} " if joined else " "


def subject_edit(
    span: Span, tokens: TokenSpan | None, attribution: Attribution | None
) -> Iterator[tuple[Span, str]]:
    """The pronoun at the head of what somebody reports of themselves, and who that is.

    "Ada Reed said [she] would resign", "The firm said [it] cut 300 jobs".
    """
    if tokens is None or attribution is None or attribution.speaker is None:
        return
    pronoun, speaker = tokens[0], attribution.speaker
    if pronoun.dep_ not in SUBJECTS or attribution.kind == "direct":
        return
    if _may_be_another(tokens, speaker):
        return
    if _is_person(pronoun, speaker) or _is_body(pronoun, speaker):
        place = Span(span.start, span.start + len(pronoun), pronoun.text)
        yield place, f"[{_capital(speaker.label)}]"


def _may_be_another(tokens: TokenSpan, speaker: SpeakerSpan) -> bool:
    """Is somebody else named or spoken to before, who may be meant: "told her sister she"?"""
    own = set(speaker.text.split())
    return any(
        (token.ent_type_ == "PERSON" and token.text not in own)
        or (token.dep_ in _SPOKEN_TO and token.pos_ == "NOUN" and token.lower_ not in _PRESS)
        for token in tokens.doc[tokens.sent.start : tokens.start]
    )


def _is_person(pronoun: Token, speaker: SpeakerSpan) -> bool:
    """Does the pronoun mean the speaker? A wrong name is worse than none: the name has to tell."""
    gender = _PERSONAL.get(pronoun.lower_)
    if gender is None or not speaker.name or len(speaker.names) > 1:
        return False
    return gender_of(speaker.name.split()[0]) == gender


def _is_body(pronoun: Token, speaker: SpeakerSpan) -> bool:
    """Does "it" mean the firm or city that speaks, and not nothing: "it was early"?"""
    if pronoun.lower_ != "it" or _stands_for_nothing(pronoun) or not speaker.label:
        return False
    return speaker.kind in {"organisation", "place"}


def _stands_for_nothing(it: Token) -> bool:
    """Is it a dummy: "[it] emerged that", "[it] was decided to cut jobs"?"""
    verb = it.head
    if it.dep_ != "nsubjpass":
        return verb.lemma_ in _IMPERSONAL
    return verb.lemma_ in _RESOLVED or any(child.dep_ == "ccomp" for child in verb.children)


def _denial(attribution: Attribution) -> str:
    if attribution.speaker is None:
        return "It is denied that "
    denies = "deny" if len(attribution.speaker.names) > 1 else "denies"
    return f"{_who(attribution.speaker)} {denies} that "


def _report(article: ParsedArticle, span: Span, attribution: Attribution, cue: TokenSpan) -> str:
    """Speaker and cue, and what stands between cue and content: "has told the court of"."""
    assert attribution.cue is not None
    assert attribution.speaker is not None
    helpers = [child for child in cue[0].lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    start = attribution.cue.start - (cue[0].idx - min([cue[0].idx, *(h.idx for h in helpers)]))
    words = article.text[start : span.start]
    behind = attribution.speaker.start >= attribution.cue.start
    if behind or len(words) > _LONGEST_LEAD or "\n" in words:
        words = f"{attribution.cue.text} "
    return f"{_who(attribution.speaker)} {words}"


def _who(speaker: SpeakerSpan) -> str:
    label = speaker.label or in_one_line(speaker.text)
    return f"[{_capital(label)}]" if speaker.label else _capital(label)


def _shared_subject(tokens: TokenSpan) -> TokenSpan | None:
    """The subject that a verb shares with the one it is joined to: "[The firm] grew and hired".

    A pronoun tells nothing: "[The firm] said it was sorry and cut jobs".
    """
    verb = tokens.root
    while verb.dep_ in {"conj", "ccomp"} and verb.pos_ in VERBS:
        verb = verb.head
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is not None and subject.pos_ != "PRON":
            return tokens.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
