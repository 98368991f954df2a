"""How two statements stand to each other: agree, contradict, update, or neither.

Pure and symmetric up to swapping sides; nothing is asked of a corpus or a database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.figures import Difference, Measured, difference

from .pairing import agree, figure_pairs, moment_pairs
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
_SURE = 0.5


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
    figures = [pair for pair in figure_pairs(one, other) if pair[0] >= _SURE]
    days = moment_pairs(one, other)
    apart = [pair for pair in figures if not agree(pair[1], pair[2])]
    days_apart = [pair for pair in days if pair[1].meets(pair[2]) is False]
    if not figures and not days:
        return Relation("unrelated")
    if apart:
        _score, mine, theirs = apart[0]
        if days_apart:
            return Relation("different_figure", mine, theirs, difference(mine, theirs))
        return Relation(_against(one, other), mine, theirs, difference(mine, theirs))
    if days_apart:
        return Relation("contradicts")
    turned = any(mine.is_negated != theirs.is_negated for _score, mine, theirs in figures)
    mine, theirs = figures[0][1:] if figures else (None, None)
    return Relation("contradicts" if turned else "agrees", mine, theirs)


def _against(one: Stated, other: Stated) -> Code:
    published = {one.published, other.published}
    return "update" if len(published) == 2 and None not in published else "contradicts"
