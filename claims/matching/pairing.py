"""Which figure of one statement belongs with which of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.figures import Measured, comparable, may_agree, measure_of

from .concepts import APART, OPPOSITE
from .moments import Moment
from .stated import Stated

_GROUP_OF = {concept: index for index, group in enumerate(APART) for concept in group}
# A role counts where it stands this near
_NEAR_ENOUGH = 0.34
# Kinds of which a text seldom has two: being alike is worth something in itself
_TELLING = 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """Two figures, or two moments, that may be of one thing, and how sure that is."""

    score: float
    mine: Measured | Moment
    theirs: Measured | Moment


def role_of(near: Mapping[str, float]) -> dict[int, str]:
    """What a figure is of among concepts that rule each other out: the nearest of each group."""
    best: dict[int, str] = {}
    for concept, weight in near.items():
        group = _GROUP_OF.get(concept)
        if group is None or weight < _NEAR_ENOUGH:
            continue
        if group not in best or weight > near[best[group]]:
            best[group] = concept
    return best


def overlap(mine: Mapping[str, float], theirs: Mapping[str, float], names: frozenset[str]) -> float:
    """How much of what stands around two figures is the same; a name counts half."""
    shared = mine.keys() & theirs.keys()
    return sum(
        min(mine[concept], theirs[concept]) * (0.5 if concept in names else 1.0)
        for concept in shared
    )


def fit(mine: Measured, theirs: Measured, names: frozenset[str]) -> float | None:
    """How well two figures go together; None where they are of two things."""
    if not comparable(mine, theirs):
        return None
    roles, others = role_of(mine.near), role_of(theirs.near)
    if any(others[group] != role for group, role in roles.items() if group in others):
        return None
    score = overlap(mine.near, theirs.near, names)
    if measure_of(mine) != "count":
        score += _TELLING
    if mine.heads and theirs.heads:
        if mine.heads & theirs.heads:
            score += 1.0
        elif not (mine.heads & theirs.near.keys() or theirs.heads & mine.near.keys()):
            score -= 1.0
    if mine.is_part != theirs.is_part:
        score -= 0.5
    return score


def pairs(one: Stated, other: Stated) -> list[tuple[float, Measured, Measured]]:
    """The figures that belong together, the surest first, each at most once."""
    names = one.names | other.names
    found = []
    for i, mine in enumerate(one.figures):
        for j, theirs in enumerate(other.figures):
            score = fit(mine, theirs, names)
            if score is not None and score > 0:
                found.append((score, i, j, mine, theirs))
    found.sort(key=lambda entry: (-entry[0], entry[1] + entry[2]))
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    chosen = []
    for score, i, j, mine, theirs in found:
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            chosen.append((score, mine, theirs))
    return chosen


def moment_pairs(one: Stated, other: Stated) -> list[tuple[float, Moment, Moment]]:
    """The days that belong together."""
    names = one.names | other.names
    found = []
    for i, (mine, near) in enumerate(zip(one.moments, one.beside, strict=True)):
        for j, (theirs, near_theirs) in enumerate(zip(other.moments, other.beside, strict=True)):
            meets = mine.meets(theirs)
            if meets is not None:
                score = overlap(near, near_theirs, names) + 0.5 * meets
                found.append((score, i, j, mine, theirs))
    found.sort(key=lambda entry: (-entry[0], entry[1] + entry[2]))
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    chosen = []
    for score, i, j, mine, theirs in found:
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            chosen.append((score, mine, theirs))
    return chosen


_STRICT = frozenset({"more_than", "less_than"})


def agree(mine: Measured, theirs: Measured) -> bool:
    """May both be true? A strict bound is broken by its own number: 75 is not over 75."""
    if not may_agree(mine, theirs):
        return False
    for bound, stated in ((mine, theirs), (theirs, mine)):
        if bound.modifier in _STRICT and stated.modifier == "exact" and bound.unit == stated.unit:
            limit = bound.low if bound.modifier == "more_than" else bound.high
            value = stated.low
            if limit is None or value is None or stated.low != stated.high:
                continue
            if value <= limit if bound.modifier == "more_than" else value >= limit:
                return False
    return True
