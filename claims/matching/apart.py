"""May two figures both be true, and if not, are they of one thing at all?

Another place, subject, day, plan, poll or person: then neither speaks against the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.figures import Measured, may_agree

from .concepts import OPPOSITE
from .moments import Moment, another_time
from .pairing import Pair, places_of
from .stated import Stated
from .tokens import Words

_STRICT = frozenset({"more_than", "less_than"})
# How near a word must stand that says of a figure which way it goes, or which thing it is of
_BESIDE = 0.5
# Letters by which "Bulgarian" is of Bulgaria
_STEM = 5
_POLL = "poll"
# "Marsh leads Holt by 49 percent to 47 percent"
_RACE = re.compile(
    r"\b(?:leads?|leading|led|trails?|trailing|ahead of|behind)\b[^;]{,60}?"
    r"\d\s?(?:%|percent|per cent) to \d",
    re.IGNORECASE,
)


def agree(mine: Measured, theirs: Measured) -> bool:
    """May both be true? A strict bound is broken by its own number: 75 is not over 75."""
    if not may_agree(mine, theirs):
        return False
    return not (_breaks(mine, theirs) or _breaks(theirs, mine))


def _breaks(stated: Measured, bound: Measured) -> bool:
    """Does a plain figure break a strict bound, written in the same unit?"""
    is_plain = stated.modifier == "exact" and stated.low is not None and stated.low == stated.high
    if not is_plain or bound.modifier not in _STRICT or bound.unit != stated.unit:
        return False
    limit = bound.low if bound.modifier == "more_than" else bound.high
    if limit is None or stated.low is None or stated.kind != bound.kind:
        return False
    return stated.low <= limit if bound.modifier == "more_than" else stated.low >= limit


def turned(mine: Measured, theirs: Measured) -> bool:
    """Do two changes go opposite ways: "rose 4%" and "fell 4%"?"""
    one, other = _direction(mine), _direction(theirs)
    return bool(one and other and one != other)


def _direction(figure: Measured) -> str:
    found = {way: figure.near[way] for way in OPPOSITE if way in figure.near}
    if len(found) != 1:
        return ""
    ((way, weight),) = found.items()
    return way if weight >= _BESIDE else ""


def elsewhere(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> bool:
    """Are the two figures of other places?"""
    here, there = places_of(mine, one.places), places_of(theirs, other.places)
    if not here or not there:
        return False
    return not (here & set(other.words) or there & set(one.words))


def of_another_thing(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> bool:
    """Do the two begin with other subjects, or say of a word that it is another one?

    "[Wheat] prices" and "[oil] prices", "the price of [bread]" and "of [milk]".
    """
    if _begin_apart(one, other) or _named_apart(one, other):
        return True
    which_one, which_other = _modified(one), _modified(other)
    return any(
        not (_any_among(which, other.words) or _any_among(which_other[word], one.words))
        for word, which in which_one.items()
        if word in which_other and _is_beside(word, mine) and _is_beside(word, theirs)
    )


def _modified(stated: Stated) -> dict[str, frozenset[str]]:
    """What the text says of its words, read again: few pairs come to be asked for it."""
    figures = [(figure.start, figure.end) for figure in stated.figures]
    spans = figures + [(day.start, day.end) for day in stated.moments]
    return Words(stated.text, spans).modified()


def _any_among(which: Iterable[str], words: Sequence[str]) -> bool:
    """Is one of them, or of their stem, among the words: "Bulgarian" beside "Bulgaria"?"""
    stems = {word[:_STEM] for word in words}
    return any(word[:_STEM] in stems for word in which)


def _is_beside(word: str, figure: Measured) -> bool:
    return figure.near.get(word, 0.0) >= _BESIDE


def _named_apart(one: Stated, other: Stated) -> bool:
    """Do both begin with a name, and neither knows the other's: Anna Holt's, Peter Brandt's pay?"""
    if not one.named or not other.named:
        return False
    return not (_any_among(one.named, other.words) or _any_among(other.named, one.words))


def _begin_apart(one: Stated, other: Stated) -> bool:
    mine, theirs = one.subject, other.subject
    if not mine[0] or not theirs[0] or bool(mine[1]) != bool(theirs[1]):
        return False
    return mine[0] not in other.words and theirs[0] not in one.words


def are_apart(
    one: Stated, other: Stated, mine: Measured, theirs: Measured, days: Sequence[Pair[Moment]]
) -> bool:
    """Are two figures that differ of two things, so that both may be true?"""
    return (
        mine.is_planned != theirs.is_planned
        or elsewhere(one, other, mine, theirs)
        or of_another_thing(one, other, mine, theirs)
        or _are_of_other_periods(mine, theirs, days)
        or _are_measured_twice(one, other, mine)
        or _are_of_other_people(one, other, mine)
    )


def are_of_other_days(days: Sequence[Pair[Moment]]) -> bool:
    """Is no day of the one a day of the other?"""
    return bool(days) and all(another_time(mine, theirs) for _score, mine, theirs in days)


def _are_of_other_periods(mine: Measured, theirs: Measured, days: Sequence[Pair[Moment]]) -> bool:
    """As the two figures' own rows say it; else as the days of their texts do."""
    if mine.period and theirs.period:
        return mine.period[1] < theirs.period[0] or theirs.period[1] < mine.period[0]
    return are_of_other_days(days)


def _are_measured_twice(one: Stated, other: Stated, mine: Measured) -> bool:
    """Are they of polls? Each asks other people, so that two never speak against each other."""
    return mine.kind in {"percent", "ratio"} and any(map(_tells_of_a_poll, (one, other)))


def _tells_of_a_poll(stated: Stated) -> bool:
    return _POLL in stated.words or bool(_RACE.search(stated.text))


def _are_of_other_people(one: Stated, other: Stated, mine: Measured) -> bool:
    """Is it an age, and no name the same? A 43-year-old is somebody else than a 40-year-old."""
    named = one.names and other.names
    return bool(mine.kind == "age" and named and not one.names & other.names)
