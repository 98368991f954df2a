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

from ..parsing import ParsedArticle, text_of
from ..records import Attribution, Span, SpeakerSpan, in_one_line
from ..speech import kind_of
from ..syntax import NOUNS, SUBJECTS, VERBS, head_of_relative
from .contents import is_in_force, is_statement, relative_subject, stating_verb

# Between a cue and what it introduces stand an addressee and a day at most.
_LONGEST_LEAD = 80  # characters
_JOINED = re.compile(r"\b(and|but)[\s\"“‘']*$")  # '"I like it," he said, but "it is late"'
# A clause in front keeps its comma: "If prices fall[, she said,] shops will open"
_CONDITION = re.compile(r"[\s\"“‘']*(?:if|unless|when|once|while|although|until)\b[^,]*$", re.I)
_SENTENCE_END = re.compile(r"[\w\"”’)][.!?][\"”’]?\s+[\"“‘]?$")
_ASIDES = frozenset({"appos", "relcl", "acl"})
_ONE_BODY = frozenset({"ORG", "GPE", "PERSON"})
# "He doubted that it failed" is worded as it stands, "he rejected that it failed" as a denial
_DENYING = frozenset({"deny", "refute", "dispute", "reject", "contradict", "rebut"})
# As in: The minister [wrongly] claimed that it was safe, repeated the [false] claim that it was
_WRONGLY = frozenset(
    {"incorrectly", "wrongly", "falsely", "mistakenly", "erroneously", "inaccurately"}
    | {"untruthfully", "misleadingly", "false", "incorrect", "untrue", "erroneous", "mistaken"}
    | {"inaccurate", "misleading", "baseless", "unfounded", "debunked", "discredited"}
)


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
    if place := _place_of(tokens):
        return f"[At {place.text}] "
    leads = attribution is not None and can_lead(span, attribution, cue)
    if is_statement(tokens):
        # What somebody denies in their own words is what they assert: “It is safe,” he denied.
        denied = attribution and attribution.attitude == "denies" and attribution.kind != "direct"
        if attribution is not None and cue is not None and (word := _wrongly(cue)):
            if leads:
                return _report(article, span, attribution, cue)
            return _mistake(article, attribution, cue, word)
        if attribution is None or not denied:
            return ""
        if not leads or (cue and cue[0].lemma_ in _DENYING):
            return _denial(attribution, cue)
    if attribution and cue and leads:
        return _report(article, span, attribution, cue)
    subject = _shared_subject(tokens)
    return f"[{_capital(subject.text)}] " if subject else ""


def interruptions(
    span: Span, attribution: Attribution | None, tokens: TokenSpan | None
) -> Iterator[tuple[Span, str]]:
    """Who said it, in the midst of what they said: "Prices fell[," she said, "]for a year".

    ``tokens`` are the claim's.
    """
    # "[The firm] was accused of [fraud]" needs its verb
    anonymous = attribution is not None and attribution.speaker is None and attribution.cue
    content = attribution.content_in(span.start, span.end) if attribution and not anonymous else ()
    for before, after in pairwise(content):
        if before.end < after.start:
            place = span.text[before.end - span.start : after.start - span.start]
            joined = _JOINED.search(place)
            kept = "." if place.startswith(".,") else ""  # of "at 6.10 p.m., he said, …"
            comma = _CONDITION.match(before.text) or _stands_aside(tokens, before, after)
            between = f", {joined[1]} " if joined else ", " if comma else " "
            yield Span(before.end, after.start, place), kept + between


def _stands_aside(tokens: TokenSpan | None, before: Span, after: Span) -> bool:
    """Is what comes after an aside that a comma sets off: "It shut at six[,] an hour before"?

    "Employment [it said] reached a record" and "Prices fell [she said] for a year" take none.
    """
    if tokens is None:
        return False
    at = tokens.start_char + after.start - before.start
    first = next((token for token in tokens if token.idx >= at and not token.is_punct), None)
    if first is None:
        return False
    aside, measures = first, first.dep_ == "npadvmod"
    while aside.head.i > aside.i:
        aside = aside.head
        measures = measures or aside.dep_ == "npadvmod"
    second = aside.dep_ == "dobj" and any(
        other.dep_ == "dobj" and other.i < aside.i for other in aside.head.rights
    )
    if measures or second:  # "sold 40 shops[,] a third of them"
        return True
    if aside.dep_ == "advcl":
        return first.dep_ not in {"mark", "advmod"} or first == aside
    return aside.dep_ in _ASIDES


def without_relative(tokens: TokenSpan | None, start: int) -> Iterator[tuple[Span, str]]:
    """The "who" that is left out: "12 men[, who] own 3 ships".

    ``start`` is where the paragraph begins.
    """
    who = relative_subject(tokens) if tokens is not None and not is_statement(tokens) else None
    if who is None:
        return
    first = who.nbor(-1) if who.nbor(-1).text == "," else who
    before = first.nbor(-1)
    place, end = before.idx + len(before), who.idx + len(who)
    yield Span(start + place, start + end, text_of(who.doc)[place:end]), ""


def _denial(attribution: Attribution, cue: TokenSpan | None) -> str:
    if attribution.speaker is None:
        return "It is denied that "
    several = len(attribution.speaker.names) > 1 or (cue is not None and _are_several(cue[0]))
    return f"{_who(attribution.speaker)} {'deny' if several else 'denies'} that "


def _are_several(verb: Token) -> bool:
    """Is its subject in the plural: "Head teachers [deny] it", "the police [denied] it"?"""
    while verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.lefts):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ == "they":
        return subject is not None
    joined = any(child.dep_ == "conj" for child in subject.rights)
    named = subject.ent_type_ in _ONE_BODY  # "Halden Shipyards denied it"
    return joined or (subject.tag_ == "NNS" and not named) or subject.lower_ == "police"


def _report(article: ParsedArticle, span: Span, attribution: Attribution, cue: TokenSpan) -> str:
    """Speaker and cue, and what stands between cue and content: "has told the court of"."""
    assert attribution.cue is not None
    assert attribution.speaker is not None
    helpers = [child for child in cue[0].lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    wrongly = _wrongly(cue)
    helpers += [wrongly] if wrongly is not None and wrongly.i < cue[0].i else []
    start = attribution.cue.start - (cue[0].idx - min([cue[0].idx, *(h.idx for h in helpers)]))
    words = article.text[start : span.start]
    if _SENTENCE_END.search(words):  # "Reed said: “It rained. [The flood cost us 3 million]”"
        return f"{_who(attribution.speaker)} {attribution.cue.text} that "
    behind = attribution.speaker.start >= attribution.cue.start
    if behind or len(words) > _LONGEST_LEAD or "\n" in words:
        words = f"{attribution.cue.text} "
    return f"{_who(attribution.speaker)} {words}"


def _wrongly(cue: TokenSpan) -> Token | None:
    """The word that says that it is not so, without which a wording means the contrary."""
    return next((child for child in cue[0].children if child.lower_ in _WRONGLY), None)


def _mistake(
    article: ParsedArticle, attribution: Attribution, cue: TokenSpan, wrongly: Token
) -> str:
    """Who says so and that it is wrong: "[The firm] wrongly claimed that", "has falsely said"."""
    if cue[0].pos_ not in VERBS:
        of = f" of {_who(attribution.speaker)}" if attribution.speaker else ""
        return f"It was a {wrongly.lower_} {cue[0].lemma_}{of} that "
    who = _who(attribution.speaker) if attribution.speaker else "It was"
    helpers = (child.text for child in cue[0].lefts if child.dep_ in {"aux", "auxpass"})
    told = " ".join(helpers) if attribution.speaker else ""
    return f"{who} {told} {wrongly.lower_} {cue.text} that ".replace("  ", " ")


def _who(speaker: SpeakerSpan) -> str:
    label = speaker.label or in_one_line(speaker.text)
    return f"[{_capital(label)}]" if speaker.label else _capital(label)


def _place_of(tokens: TokenSpan) -> TokenSpan | None:
    """What "where" stands for, left out before it: "[At the plant] 340 people work"."""
    verb = stating_verb(tokens)
    if verb is None or verb.dep_ != "relcl" or verb.head.i >= tokens.start:
        return None
    where = next((child for child in verb.lefts if child.lower_ == "where"), None)
    return _before_relative(verb.head, where.i) if where is not None else None


def _shared_subject(tokens: TokenSpan) -> TokenSpan | None:
    """The subject that a verb shares with the one it is joined to: "[The firm] grew and hired".

    A pronoun tells nothing: "[The firm] said it was sorry and cut jobs".
    """
    verb = tokens.root
    if verb.dep_ == "relcl" and verb.head.i < tokens.start:
        return _before_relative(_gone_on_about(verb), tokens.start)
    if (noun := _noun_behind_remark(verb)) is not None:
        return _before_relative(noun, noun.i + 1)
    while verb.dep_ in {"conj", "ccomp"} and verb.pos_ in VERBS:
        verb = verb.head
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is not None and subject.pos_ != "PRON":
            return tokens.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return None


def _gone_on_about(verb: Token) -> Token:
    """The noun of a relative clause; a person is no "which": "the owner of [the shops], which"."""
    noun = head_of_relative(verb)
    return verb.head if kind_of(noun) == "person" else noun


def _noun_behind_remark(verb: Token) -> Token | None:
    """What "which" is about behind who said it: "sold [the yard], Reed said, which lost 3%"."""
    which = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if which is None or which.tag_ != "WDT" or verb.dep_ != "ccomp":
        return None
    first = next((child for child in verb.head.lefts if child.dep_ in SUBJECTS), verb.head)
    place = min(first.left_edge.i, verb.head.i) - 1
    if place < 1 or verb.doc[place].text != "," or verb.doc[place - 1].pos_ not in NOUNS:
        return None
    return verb.doc[place - 1]


def _before_relative(noun: Token, end: int) -> TokenSpan | None:
    """What a relative clause is about: "the wisdom of backing [Reed], who [has never won]"."""
    if noun.pos_ not in NOUNS:
        return None
    last = noun
    while last.i + 1 < end and noun.is_ancestor(last.nbor()) and last.nbor().dep_ != "punct":
        last = last.nbor()
    return noun.doc[noun.left_edge.i : min(last.i + 1, end)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
