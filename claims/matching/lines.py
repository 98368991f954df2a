"""Who stands next to whom: claims of one key in a line by day, and those near each other.

Two claims are candidates where they stand within :data:`REACH` places of each other in the
lines of :data:`NEEDED` keys: they share two words or more beside figures of one measure.
So a claim has a bounded number of candidates however many there are of its measure; and
since places in a line depend on days and on what is stated, never on the order in which
claims came in, so do the candidates. A claim that comes between two may part them, and one
that goes may join them: those pairs are told, so that they are looked at again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from claims.models import ClaimKey

# How many on either side of a claim are its candidates: the nearest by day.
REACH = 8
# Two words in common make one key. With two keys, which three words make, nearly all other
# counts of one toll were missed among the seeds.
NEEDED = 1
# SQLite takes 500 parts of a statement.
AT_ONCE = 200

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A claim's place in the line of a key."""

    key: int
    day: date
    mark: int
    claim: int


def pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass(slots=True)
class Neighbours:
    """The claims before and after a place, the nearest first."""

    before: list[int]
    after: list[int]

    def across(self) -> set[Pair]:
        """The pairs that are just too far apart with the place taken, and near without it."""
        ends = (
            (one, self.after[REACH - 1 - at])
            for at, one in enumerate(self.before)
            if REACH - 1 - at < len(self.after)
        )
        return {pair(one, other) for one, other in ends if one != other}


def places_of(claim_ids: Collection[int]) -> list[Place]:
    rows = ClaimKey.objects.filter(claim__in=claim_ids)
    return [Place(*row) for row in rows.values_list("key", "day", "mark", "claim")]


def neighbours_of(places: Sequence[Place]) -> dict[Place, Neighbours]:
    """The neighbours of each place, whether or not somebody stands in it."""
    found = {place: Neighbours([], []) for place in places}
    for first in range(0, len(places), AT_ONCE):
        some = places[first : first + AT_ONCE]
        for number, is_after, _day, _mark, claim in sorted(_ask(some)):
            around = found[some[number]]
            if is_after:
                around.after.append(claim)
            else:
                around.before.insert(0, claim)
    return found


def _ask(places: Sequence[Place]) -> list[tuple[int, int, Any, int, int]]:
    """For each place, by its number, who is before and after it, with their own places."""
    parts, values = [], []
    for number, place in enumerate(places):
        day = connection.ops.adapt_datefield_value(place.day)
        for is_after, than, way in ((0, "<", "DESC"), (1, ">", "ASC")):
            parts.append(
                f"SELECT * FROM (SELECT {number} AS number, {is_after} AS after, day, mark, "  # noqa: S608 - numbers and words of ours
                f"claim_id FROM claims_claimkey WHERE key = %s AND (day, mark) {than} (%s, %s) "
                f"ORDER BY day {way}, mark {way} LIMIT {REACH}) AS part{number}_{is_after}"
            )
            values += [place.key, day, place.mark]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


def candidates(places: Collection[Place], around: Mapping[Place, Neighbours]) -> set[Pair]:
    """The pairs of a claim in these places with another that stands near it often enough."""
    met = {
        (pair(place.claim, other), place.key)
        for place in places
        for other in (*around[place].before, *around[place].after)
        if other != place.claim
    }
    return _often_enough(two for two, _key in met)


def _often_enough(pairs: Iterable[Pair]) -> set[Pair]:
    return {two for two, keys in Counter(pairs).items() if keys >= NEEDED}


def near(pairs: Collection[Pair]) -> set[Pair]:
    """Those of the pairs that are candidates of each other."""
    lines: dict[int, dict[int, Place]] = defaultdict(dict)
    for place in places_of({claim for two in pairs for claim in two}):
        lines[place.claim][place.key] = place
    shared = [
        (two, min(places), max(places))
        for two in pairs
        for key in lines[two[0]].keys() & lines[two[1]].keys()
        if (places := (lines[two[0]][key], lines[two[1]][key]))
    ]
    around = neighbours_of(sorted({first for _two, first, _last in shared}))
    return _often_enough(two for two, first, last in shared if last.claim in around[first].after)
