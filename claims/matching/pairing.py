"""Which figure of one statement belongs with which of the other, and do the two agree?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from claims.figures import Measured, comparable, in_common, may_agree, measure_of

from .concepts import APART, OPPOSITE
from .moments import Moment
from .stated import Stated

Thing = TypeVar("Thing", Measured, Moment)
Pair = tuple[float, Thing, Thing]

_GROUP_OF = {concept: index for index, group in enumerate(APART) for concept in group}
# A role counts where it stands this near
_NEAR_ENOUGH = 0.34
# What being alike is worth, in words beside both figures
_RARE_MEASURE = 0.5
_SAME_HEAD = 1.0
_OTHER_HEAD = -0.8
_PART_AND_WHOLE = -1.5
_CLOSE = 3.0
# ... and what there must be besides nearness of value
_ALIKE = 0.2
_SAME_VALUE = 0.7
_SAME_PLACE = 0.7
_OTHER_PLACE = -0.7
_SAME_DAY = 0.5
_NAME = 0.5
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
    """How near two figures of one measure are, 0 to 1: the smaller by the larger."""
    factor = _in_common_factor(mine), _in_common_factor(theirs)
    best = 0.0
    for one in mine.ends:
        for other in theirs.ends:
            a, b = abs(float(one)) * factor[0], abs(float(other)) * factor[1]
            most = max(a, b)
            best = max(best, 1.0 if most == 0 else min(a, b) / most)
    return best


def _in_common_factor(figure: Measured) -> float:
    interval, common = figure.interval, in_common(figure).interval
    width = float(interval.most - interval.least)
    return float(common.most - common.least) / width if 0 < width < 1e24 else 1.0


# --- do they agree? -----------------------------------------------------------

_STRICT = frozenset({"more_than", "less_than"})


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


_BESIDE = 0.5


def places_of(figure: Measured, places: frozenset[str]) -> set[str]:
    """The places near a figure."""
    return {word for word in figure.near.keys() & places if figure.near[word] >= _NEAR_PLACE}


_NEAR_PLACE = 0.5


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
    return any(
        not (_any_among(which, other.words) or _any_among(other.modified[word], one.words))
        for word, which in one.modified.items()
        if word in other.modified and _is_beside(word, mine) and _is_beside(word, theirs)
    )


def _any_among(which: Iterable[str], words: Sequence[str]) -> bool:
    """Is one of them, or of their stem, among the words: "Bulgarian" beside "Bulgaria"?"""
    stems = {word[:_STEM] for word in words}
    return any(word[:_STEM] in stems for word in which)


_STEM = 5


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
