"""How two statements stand to each other: agree, contradict, update, or neither.

Pure and symmetric up to swapping sides; nothing is asked of a corpus or a database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.figures import Difference, Measured, comparable, difference, may_agree

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
# So much of the shorter one's words stands in the other where both are about one thing
_ONE_THING = 0.3


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
    shared = _shared_words(one, other)
    pair = _pair(one, other)
    if shared < _ONE_THING:
        return Relation("unrelated")
    if pair is None:
        return Relation("related")
    mine, theirs = pair
    if may_agree(mine, theirs):
        return Relation("agrees" if one.negated == other.negated else "contradicts", mine, theirs)
    days = {one.published, other.published}
    code: Code = "update" if len(days) == 2 and None not in days else "contradicts"
    return Relation(code, mine, theirs, difference(mine, theirs))


def _shared_words(one: Stated, other: Stated) -> float:
    mine, theirs = set(one.words), set(other.words)
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest else 0.0


def _pair(one: Stated, other: Stated) -> tuple[Measured, Measured] | None:
    """The two figures with the most words around them in common, of one measure."""
    pairs = [
        (len(mine.near & theirs.near), may_agree(mine, theirs), -index, mine, theirs)
        for index, mine in enumerate(one.figures)
        for theirs in other.figures
        if comparable(mine, theirs)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: pair[:3])
    return best[3], best[4]
