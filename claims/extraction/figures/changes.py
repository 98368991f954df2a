"""Is a figure the size of a change, and which way? "Rose 4%", "down 64 cents", "doubled"."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Token

from claims.figures import Figure, words_pattern
from claims.figures.lexicon.changes import (
    AFFECTING_VERBS,
    AFTER,
    BEFORE,
    CHANGE_NOUNS,
    DRIFTING_VERBS,
    MOVING_VERBS,
)

from ..records import Change
from ..syntax import FARTHEST, NOUNS, sentence_start, tokens_of

_BEFORE = re.compile(rf"\b({words_pattern(BEFORE)})\s(?:by\s|an?\s)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:\s|,\s(?=higher|lower|stronger|weaker))({words_pattern(AFTER)})(?!\w)"
    r"(?!\s(?:to\s\d|from\b|than\sthe\b|by\b|\W?\d))",
    re.IGNORECASE,
)
_THE_BEFORE = re.compile(r"\bthe\s$", re.IGNORECASE)  # "the lower 95 percent" of earners
_LEVEL_BEFORE = re.compile(r"\b(?:to|at|from)\s(?:a\s|the\s)?$", re.IGNORECASE)
_LEVEL_INSIDE = re.compile(r"(?:(?:just|well|far|slightly)\s)?(?:above|below)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|these|those)\b")  # "recovered, a fifth of them"
_BY_BEFORE = re.compile(
    r"\bby\s(?:either\s|both\s|only\s|just\s|another\s|an?\s(?:\w+\sof\s|\w+\s)?)?$",
    re.IGNORECASE,
)
_TO_A_LEVEL = re.compile(
    r"(?:,?\sor\s[\d.]+\s?(?:%|per\s?cent|percent))?,?"
    r"\s(?:to\s(?:[A-Z]{0,3}[$£€¥]|\d|close|settle|end|finish|trade)|at\s[$£€¥]?\d)"
)
_BROKEN = re.compile(r"\d\.\d")
_NO_AFTER = ("count", "age", "rank", "ratio", "multiple", "measure", "duration")
_SIZE_DEPENDENCIES = frozenset(
    {
        "dobj",
        "npadvmod",
        "attr",
        "advmod",
        "oprd",
        "nummod",
        "obj",
        "dative",
        "ccomp",
        "dep",
        "acomp",
    }
)


def change_of(text: str, figure: Figure, head: Token) -> Change | None:
    """The direction of the change whose size the figure is; None for a level.

    ``head`` is the head token of the figure within its sentence.
    """
    if figure.kind in ("age", "rank"):
        return None
    if _LEVEL_BEFORE.search(text, max(0, figure.start - 12), figure.start):
        return None
    if _LEVEL_INSIDE.match(text, figure.start):
        return None  # "fell below 2%"
    if _OF_THEM.match(text, figure.end):
        return None
    if figure.kind == "multiple" and figure.doubt == "verb":
        return "decrease" if figure.value < 1 else "increase"
    return (
        figure.change
        or _beside(text, figure, head)
        or _by_noun(figure, head)
        or _by_neighbour(figure, head)
        or _by_verb(text, figure, head)
    )


def _beside(text: str, figure: Figure, head: Token) -> Change | None:
    """The direction that a word beside the figure gives: "up 4 per cent", "3% higher"."""
    found = _BEFORE.search(text, max(0, figure.start - 14), figure.start)
    is_part = found and _THE_BEFORE.search(text, max(0, found.start(1) - 6), found.start(1))
    if found and not is_part and not _is_particle(head, found.start(1)):
        return BEFORE[found[1].lower()]
    if figure.kind not in _NO_AFTER and (found := _AFTER.match(text, figure.end)):
        return AFTER[found[1].lower()]
    return None


def _is_particle(head: Token, offset: int) -> bool:
    """Whether the word at the offset belongs to a verb of no change: "made up 12%", "shot down 61".

    In "was up 12%" it stands for itself.
    """
    token = tokens_of(head.doc, offset, offset + 1)[0]
    start = sentence_start(head)
    if token.idx != offset or token.i == start or sentence_start(token) != start:
        return False
    verb = token.head if token.dep_ == "prt" else token.nbor(-1)
    return verb.pos_ == "VERB" and verb.lemma_ not in DRIFTING_VERBS | MOVING_VERBS.keys()


def _by_noun(figure: Figure, head: Token) -> Change | None:
    """The direction that a noun of change gives its figure: "a 19% drop", "growth of 2%"."""
    governor = head.head
    if figure.kind == "ratio" or (figure.kind == "count" and head.dep_ != "pobj"):
        return None
    if governor.i > head.i and head.dep_ in ("nummod", "compound", "amod", "nmod", "npadvmod"):
        return CHANGE_NOUNS.get(governor.lemma_.lower()) if governor.pos_ in NOUNS else None
    if head.dep_ == "pobj" and governor.lower_ == "of" and governor.head.pos_ == "NOUN":
        return CHANGE_NOUNS.get(governor.head.lemma_.lower())
    return None


def _by_verb(text: str, figure: Figure, head: Token) -> Change | None:
    """The direction that the verb above gives: "rose 4%", "cut by 3 cents"; not "rose to 4%"."""
    if _BY_BEFORE.search(text, max(0, figure.start - 28), figure.start):
        return _by_amount(head)
    for above in islice(head.ancestors, FARTHEST):
        if head.dep_ not in ("conj", "appos") or above.pos_ not in ("NUM", "NOUN", "SYM"):
            break
        head = above
    governor = head.head
    if head.dep_ not in _SIZE_DEPENDENCIES or governor.i > head.i:
        return None
    if governor.pos_ not in ("VERB", "AUX", "NOUN") or _is_counted_object(figure, head):
        return None
    verb = governor.lemma_.lower()
    if verb in AFFECTING_VERBS and not _is_share(text, figure):
        return None
    return MOVING_VERBS.get(verb) or AFFECTING_VERBS.get(verb)


def _by_neighbour(figure: Figure, head: Token) -> Change | None:
    """The direction of a verb right before, whatever the parse: "oil jumped $3 to $84"."""
    if figure.kind in ("count", "duration", "ratio", "multiple"):
        return None
    first = tokens_of(head.doc, figure.start, figure.end)[0]
    if first.i == sentence_start(first):
        return None
    word = first.nbor(-1)
    if word.pos_ != "VERB" and (word.pos_ != "NOUN" or figure.kind == "measure"):
        return None
    return MOVING_VERBS.get(word.lemma_.lower())


def _by_amount(head: Token) -> Change | None:
    """The direction of the nearest word of change above: "raised the fee by $3"."""
    for ancestor in head.ancestors:
        word = ancestor.lemma_.lower()
        change = MOVING_VERBS.get(word) or AFFECTING_VERBS.get(word) or CHANGE_NOUNS.get(word)
        change = change or _by_particle(ancestor)
        if change or ancestor.pos_ == "VERB":
            return change
    return None


def _by_particle(verb: Token) -> Change | None:
    """The direction that a particle gives its verb: "edged [up] its forecast by 0.2 points"."""
    if verb.lemma_.lower() not in DRIFTING_VERBS:
        return None
    return next((BEFORE.get(child.lower_) for child in verb.rights if child.dep_ == "prt"), None)


def _is_counted_object(figure: Figure, head: Token) -> bool:
    """Whether the figure counts what the verb acts on: "dropped 12 bombs"."""
    return figure.kind == "count" and head.pos_ == "NOUN" and head.dep_ == "dobj"


def _is_share(text: str, figure: Figure) -> bool:
    """Whether a figure can be the size of a change that somebody or something causes.

    Percentages, points and ratios can, and money below 1 or before a level, as can an index:
    "gained $2 to close at $50", "lost 16.11 to 5,712.69".
    """
    start, end = figure.number
    if figure.kind in ("percent", "other", "ratio"):
        return True
    is_small = figure.kind == "money" and figure.value < 1
    is_sum = figure.kind == "money" or (figure.kind == "count" and _BROKEN.search(text[start:end]))
    return is_small or (bool(is_sum) and bool(_TO_A_LEVEL.match(text, figure.end)))
