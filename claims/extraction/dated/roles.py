"""Dates that say something else than when a figure holds: comparisons and days of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ..records import DateSpan
from ..speech import verb_cues
from ..syntax import FARTHEST, NOUNS, VERBS, sentence_start
from .lexicon import ABOVE_AND_BELOW, BESIDE_LEVELS, COMPARED_SINCE, COMPARING, LEVELS, MOVED

_NEAR = 6  # words before a date in which a comparison opens
_CLAUSE = 12  # words before "since"
_DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_STATEMENTS = frozenset({"clause", "infinitive"})
_WITHIN = frozenset({"in", "on", "at", "during"})
_WEEK = 7  # days
_ANCHORED = re.compile(
    r"^(?:previous|preceding|prior|same)\b|\b(?:earlier|before|previous|ago)$", re.IGNORECASE
)


def days_of(found: DateSpan) -> int:
    """How many days a date covers, 0 where that is unknown."""
    return (found.last - found.first).days + 1 if found.first and found.last else 0


def is_compared(found: DateSpan, words: TokenSpan, changes: frozenset[int]) -> bool:
    """Is this date what something is compared with, with no figure of its own?

    ``changes`` holds where figures end that are the size of a change.

    "The highest since 1996", "more than in 2020", "2.4 points up on last year", "fell 4% from
    March", "above its 2019 level".
    """
    if words[0].lower_ == "since":
        return _is_superlative_before(words[0])
    return _opens_comparison(words) or _moved_from(found, words, changes) or _is_of_level(words)


def _is_superlative_before(since: Token) -> bool:
    """Does a superlative, "first" or "not seen" stand before "since" in its clause?"""
    for token in _before(since, _CLAUSE):
        if token.is_punct and token.text not in "-'’":
            return False
        bound = token.i > 0 and token.nbor(-1).lower_ == "at"  # at least 40 since Monday
        if (token.tag_ in _SUPERLATIVES and not bound) or token.lower_ in COMPARED_SINCE:
            return True
    return False


def _opens_comparison(words: TokenSpan) -> bool:
    """Does a word of comparison stand before the date, and no figure between them?

    "Fewer than at the same time last year", "the same as in 2020".
    """
    before = list(_before(words[0], _NEAR))
    for number, token in enumerate(before):
        if token.like_num or (token.pos_ in VERBS and token.lower_ not in COMPARING):
            return False
        if token.lower_ in COMPARING:
            return not _is_bound(token, words)
        if token.lower_ == "as" and number and before[number - 1].lower_ in _WITHIN:
            return True
        if token.is_punct:
            return False
    return False


def _is_bound(than: Token, words: TokenSpan) -> bool:
    """Is it the "than" of a bound: "more than 40", "more than a year later"?"""
    following = than.nbor() if than.i + 1 < len(than.doc) else than
    return following.like_num or words[-1].lower_ == "later"


def _moved_from(found: DateSpan, words: TokenSpan, changes: frozenset[int]) -> bool:
    """Does the date tell from where something moved: "up on 2020", "fell 4% from March"?

    A day behind "on" is when it moved: "rose 4% on Friday".
    """
    before = list(_before(words[0], 5))
    if before and before[0].tag_ in _DETERMINERS:
        before = before[1:]
    if len(before) < 2 or before[0].lower_ not in ("on", "from", "over"):
        return False
    if _ANCHORED.search(found.text):
        return True
    preposition, moved = before[0].lower_, before[1]
    if preposition == "on" and 0 < days_of(found) < _WEEK:
        return False
    if preposition == "over":
        return False
    around = {token.lower_ for token in before[1:4]}
    return not around.isdisjoint(MOVED) or moved.idx + len(moved) in changes


def _is_of_level(words: TokenSpan) -> bool:
    """Does it name a level beside which something stands: "above the 2019 level"?"""
    if words.end >= len(words.doc) or words.doc[words.end].pos_ not in NOUNS:
        return False
    around = {token.lower_ for token in _before(words[0], 3)}
    if words.doc[words.end].lower_ in LEVELS:
        return not around.isdisjoint(BESIDE_LEVELS)
    return not around.isdisjoint(ABOVE_AND_BELOW)


def _before(token: Token, count: int) -> Iterator[Token]:
    """The words before it in its sentence, the nearest first."""
    start = max(sentence_start(token), token.i - count)
    return reversed(token.doc[start : token.i])


def follows_saying(found: DateSpan, words: TokenSpan) -> bool:
    """Does the date stand right behind a verb of saying: "said on Friday crime had risen"?"""
    before = list(_before(words[0], 3))
    preposed = bool(before) and before[0].lower_ in ("on", "in", "late", "early")
    if preposed:
        before = before[1:]
    elif days_of(found) != 1:
        return False  # reported second-quarter profit
    if not before or before[0].tag_ not in ("VBD", "VBZ"):
        return False
    takes = {word for cue in verb_cues(before[0]) for word in cue.takes}
    return reports(before[0]) or (before[0].tag_ == "VBD" and bool(takes & _STATEMENTS))


def reports(verb: Token, takes: str = "clause") -> bool:
    """Can this verb assert what it takes, a clause or an object: "said", "announced"?"""
    return any(cue.attitude == "asserts" and takes in cue.takes for cue in verb_cues(verb))


def ancestors(token: Token) -> Iterator[Token]:
    """What it hangs on, as far up as a reader follows."""
    return islice(token.ancestors, FARTHEST)
