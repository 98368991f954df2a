"""Which figure of one statement belongs with which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from claims.figures import Interval, Measured, comparable, in_common, measure_of

from .concepts import APART
from .moments import Moment
from .stated import Stated

Thing = TypeVar("Thing", Measured, Moment)
Pair = tuple[float, Thing, Thing]

_GROUP_OF = {concept: index for index, group in enumerate(APART) for concept in group}
# A role, and a place, count where they stand this near
_NEAR_ENOUGH = 0.34
_NEAR_PLACE = 0.5
# What speaks for two figures being of one thing; 1 is a word beside both
_NAME = 0.5
_RARE_MEASURE = 0.5
_SAME_HEAD = 1.0
_OTHER_HEAD = -0.8
_SAME_PLACE = 0.7
_OTHER_PLACE = -0.7
_PART_AND_WHOLE = -1.5
_SAME_DAY = 0.5
# ... and how much must; then the nearest values belong together
_ALIKE = 0.2
_CLOSE = 3.0
_SAME_VALUE = 0.7
# A bare number from here on may be money
_LARGE = 100_000


def figure_pairs(one: Stated, other: Stated) -> list[Pair[Measured]]:
    """The figures that belong together, the likeliest first, each once.

    With each how much speaks for it besides the values: words around both, heads, places.
    """
    names = one.names | other.names
    places = one.places | other.places
    return _best(
        (alike + _of_values(mine, theirs), alike, i, j, mine, theirs)
        for i, mine in enumerate(one.figures)
        for j, theirs in enumerate(other.figures)
        if (alike := _likeness(mine, theirs, names, places)) is not None
    )


def moment_pairs(one: Stated, other: Stated) -> list[Pair[Moment]]:
    """The days that belong together, the likeliest first, with how much speaks for it."""
    names = one.names | other.names
    return _best(
        (score, score, i, j, mine, theirs)
        for i, (mine, near) in enumerate(zip(one.moments, one.beside, strict=True))
        for j, (theirs, near_theirs) in enumerate(zip(other.moments, other.beside, strict=True))
        if (meets := mine.meets(theirs)) is not None
        for score in (overlap(near, near_theirs, names) + _SAME_DAY * meets,)
    )


def _best(found: Iterable[tuple[float, float, int, int, Thing, Thing]]) -> list[Pair[Thing]]:
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    chosen: list[Pair[Thing]] = []
    for _score, alike, i, j, mine, theirs in sorted(
        found, key=lambda entry: (-entry[0], entry[2] + entry[3], abs(entry[2] - entry[3]))
    ):
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            chosen.append((alike, mine, theirs))
    return chosen


def overlap(mine: Mapping[str, float], theirs: Mapping[str, float], names: frozenset[str]) -> float:
    """How much of what stands around two figures is the same; a name counts less."""
    return sum(
        min(mine[concept], theirs[concept]) * (_NAME if concept in names else 1.0)
        for concept in mine.keys() & theirs.keys()
    )


def _likeness(
    mine: Measured, theirs: Measured, names: frozenset[str], places: frozenset[str]
) -> float | None:
    """How well two figures go together; None where they are of two things."""
    if not (comparable(mine, theirs) or _is_bare_money(mine, theirs)):
        return None
    roles, others = roles_of(mine.near), roles_of(theirs.near)
    if any(others.get(group, role) != role for group, role in roles.items()):
        return None
    alike = overlap(mine.near, theirs.near, names) + _heads_alike(mine, theirs)
    if measure_of(mine) != "count":
        alike += _RARE_MEASURE
    here, there = places_of(mine, places), places_of(theirs, places)
    if here and there:
        alike += _SAME_PLACE if here & there else _OTHER_PLACE
    if mine.is_part != theirs.is_part and mine.ends != theirs.ends:
        alike += _PART_AND_WHOLE
    if alike < _ALIKE:
        return None
    return alike


def _of_values(mine: Measured, theirs: Measured) -> float:
    """What their values add: of several figures the nearest belong together."""
    is_same = mine.ends == theirs.ends and mine.modifier == theirs.modifier
    return _CLOSE * closeness(mine, theirs) + _SAME_VALUE * is_same


def _is_bare_money(mine: Measured, theirs: Measured) -> bool:
    """Is one money, and the other a large number of nothing that may be it: "grossed 18 crore"?"""
    bare, money = (mine, theirs) if theirs.currency else (theirs, mine)
    if not money.currency or bare.kind != "count" or bare.heads:
        return False
    return max(bare.ends) >= _LARGE


def _heads_alike(mine: Measured, theirs: Measured) -> float:
    """What it says that both count the same, or something else; nothing where one is silent."""
    if not mine.heads or not theirs.heads:
        return 0.0
    if mine.heads & theirs.heads:
        return _SAME_HEAD
    named = mine.heads & theirs.near.keys() or theirs.heads & mine.near.keys()
    return 0.0 if named else _OTHER_HEAD


def roles_of(near: Mapping[str, float]) -> dict[int, str]:
    """What a figure is of among concepts that rule each other out: the nearest of each group."""
    best: dict[int, str] = {}
    for concept, weight in near.items():
        group = _GROUP_OF.get(concept)
        if group is None or weight < _NEAR_ENOUGH:
            continue
        if group not in best or weight > near[best[group]]:
            best[group] = concept
    return best


def closeness(mine: Measured, theirs: Measured) -> float:
    """How near two figures of one measure are, 0 to 1: the smaller by the larger.

    Figures of two units are held in the base unit: 0 °C and 20 °C are 32 °F and 68 °F, which
    is another ratio, and it must not matter which of the two is asked.
    """
    is_one_unit = mine.unit == theirs.unit and mine.kind == theirs.kind
    ends_of = _own_ends if is_one_unit else _base_ends
    found = [
        _smaller_by_larger(abs(end), abs(other))
        for end in ends_of(mine)
        for other in ends_of(theirs)
    ]
    return max(found, default=0.0)


def _own_ends(figure: Measured) -> Iterable[Decimal]:
    return figure.ends


def _base_ends(figure: Measured) -> Iterable[Decimal]:
    """The ends in the base unit of their measure: two for each of a month or a ton."""
    for end in figure.ends:
        point = in_common(replace(figure, interval=Interval(end, end))).interval
        yield from {point.least, point.most}


def _smaller_by_larger(one: Decimal, other: Decimal) -> float:
    most = max(one, other)
    return float(min(one, other) / most) if most else 1.0


def places_of(figure: Measured, places: frozenset[str]) -> set[str]:
    """The places near a figure."""
    return {word for word in figure.near.keys() & places if figure.near[word] >= _NEAR_PLACE}
