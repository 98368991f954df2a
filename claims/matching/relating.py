"""How two statements stand to each other: agree, contradict, update, or neither.

Pure and symmetric up to swapping sides; nothing is asked of a corpus or a database.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.figures import Difference, Measured, difference

from .apart import agree, are_apart, are_of_other_days, turned
from .concepts import RUNNING, SO_FAR
from .denials import AS_GOOD_AS_NOT
from .moments import Moment
from .numbered import SCORE
from .pairing import Pair, closeness, figure_pairs, moment_pairs
from .stated import Stated

Code = Literal[
    "same", "agrees", "different_figure", "contradicts", "update", "related", "unrelated"
]
Compared = Literal["agrees", "contradicts", "update", "unrelated"]
Matched = Literal["same", "different_figure", "related"]

_COMPARED: dict[Code, Compared] = {
    "same": "agrees",
    "agrees": "agrees",
    "contradicts": "contradicts",
    "update": "update",
}
_MATCHED: dict[Code, Matched] = {
    "same": "same",
    "agrees": "same",
    "contradicts": "different_figure",
    "update": "different_figure",
    "different_figure": "different_figure",
}
# How near a word must stand that says of both that they go on
_BESIDE = 0.35
# Beside a pair that agrees, another speaks against it only where the smaller is this much of the
# larger: else the two are rather of two things
_NEAR_VALUE = 0.7
# How much must stand alike around two results, and around two days, that they speak against
# each other
_SURE_SCORE = 2.0
_SURE_DAY = 1.0
# The share of the shorter one's words that the other has, where no figure tells
_REPEATED = 0.6
_IN_OTHER_WORDS = 0.5
_SAME_MATTER = 0.15

_SO_FAR = re.compile(SO_FAR, re.IGNORECASE)
_AS_GOOD = re.compile("|".join(AS_GOOD_AS_NOT), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """What two statements are to each other, and the figures on which that rests.

    "same" repeats the one statement, "agrees" states as much in other words,
    "different_figure" has another figure of the same measure and thing and does not speak
    against it (another day, another bound of time), "related" is of the same matter.
    """

    code: Code
    one: Measured | None = None
    other: Measured | None = None
    difference: Difference | None = None

    @property
    def compared(self) -> Compared:
        """As ``compare`` answers."""
        return _COMPARED.get(self.code, "unrelated")

    @property
    def matched(self) -> Matched:
        """As ``match`` answers."""
        return _MATCHED.get(self.code, "related")


def relate(one: Stated, other: Stated) -> Relation:
    """The relation of two statements; that of the other to the one is the same, turned."""
    if one.text == other.text and one.words:
        return Relation("same", next(iter(one.figures), None), next(iter(other.figures), None))
    figures = figure_pairs(one, other)
    days = moment_pairs(one, other)
    shared = _shared_words(one, other)
    if not figures:
        return _by_days(one, other, days, shared)
    apart = _apart(figures)
    if apart is None:
        return _agreeing(one, other, figures, days)
    mine, theirs = apart
    far = difference(mine, theirs)
    if are_apart(one, other, mine, theirs, days):
        return Relation("different_figure", mine, theirs, far)
    return Relation(_against(one, other, mine, theirs), mine, theirs, far)


def _apart(figures: Sequence[Pair[Measured]]) -> tuple[Measured, Measured] | None:
    """The surest pair that cannot both be true; none that another pair makes doubtful."""
    for score, mine, theirs in figures:
        if agree(mine, theirs):
            continue
        if mine.unit == SCORE and score < _SURE_SCORE:
            continue
        if len(figures) > 1 and agree(*figures[0][1:]) and closeness(mine, theirs) < _NEAR_VALUE:
            continue
        return mine, theirs
    return None


def _agreeing(
    one: Stated, other: Stated, figures: Sequence[Pair[Measured]], days: Sequence[Pair[Moment]]
) -> Relation:
    """What two are whose figures meet: they may still be denied, go down, be of another day."""
    for _score, mine, theirs in figures:
        if mine.is_negated != theirs.is_negated or turned(mine, theirs):
            return Relation(_opposed(one, other, mine, theirs, days), mine, theirs)
    _score, mine, theirs = figures[0]
    if are_of_other_days(days):
        return Relation("contradicts" if _is_bounded(days) else "related", mine, theirs)
    return Relation("same" if _is_repeat(one, other) else "agrees", mine, theirs)


def _opposed(
    one: Stated, other: Stated, mine: Measured, theirs: Measured, days: Sequence[Pair[Moment]]
) -> Code:
    """One says it with a "not", or that it fell and did not rise: unless of another thing."""
    if are_apart(one, other, mine, theirs, days):
        return "related"
    # "May not have paid" and "avoided paying" say the same
    is_same = mine.is_negated != theirs.is_negated and _says_as_good_as_not(one, other)
    return "related" if is_same else "contradicts"


def _is_repeat(one: Stated, other: Stated) -> bool:
    """Do both state little beside what they share?"""
    mine, theirs = set(one.words), set(other.words)
    return len(mine & theirs) >= _REPEATED * max(len(mine), len(theirs), 1)


def _says_as_good_as_not(one: Stated, other: Stated) -> bool:
    return any(_AS_GOOD.search(said.text) for said in (one, other) if not said.negated)


def _is_bounded(days: Sequence[Pair[Moment]]) -> bool:
    """Does one say that it was before or after, and not only when? "Before 2017" speaks
    against 2019."""
    return any(mine.bound != "at" or theirs.bound != "at" for _score, mine, theirs in days)


def _by_days(one: Stated, other: Stated, days: Sequence[Pair[Moment]], shared: float) -> Relation:
    """What two are of whose figures none belong together: their days may tell, or their words."""
    if shared < _SAME_MATTER:
        return Relation("unrelated")
    apart = [pair for pair in days if pair[1].meets(pair[2]) is False]
    if days and not apart:
        return Relation("agrees")
    if apart:
        is_sure = _is_bounded(apart) or apart[0][0] >= _SURE_DAY
        return Relation("contradicts" if is_sure else "related")
    enough = _IN_OTHER_WORDS if not (one.figures or other.figures) else _REPEATED
    if shared >= enough and not (one.figures and other.figures):
        if one.negated != other.negated:
            return Relation("related" if _says_as_good_as_not(one, other) else "contradicts")
        return Relation("agrees")
    return Relation("related" if shared else "unrelated")


def _shared_words(one: Stated, other: Stated) -> float:
    mine, theirs = set(one.words), set(other.words)
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest else 0.0


def _against(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> Code:
    """A count that goes on supersedes that of another day; all else contradicts."""
    published = {one.published, other.published}
    if len(published) < 2 or None in published or not _runs(one, other, mine, theirs):
        return "contradicts"
    return "update"


def _runs(one: Stated, other: Stated, mine: Measured, theirs: Measured) -> bool:
    if _SO_FAR.search(one.text) or _SO_FAR.search(other.text):
        return True
    return any(
        word in RUNNING and weight >= _BESIDE
        for word, weight in mine.near.items()
        if word in theirs.near
    )
