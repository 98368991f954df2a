"""Which claims are linked: by what they state, and in whatever order they came in.

Claims with figures are compared with those that stand near them in the line of a key
(:mod:`.keys`, :mod:`.lines`); what :func:`relate` finds is stored as a suggestion. What a
person has said of a pair stays, whatever is found later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from claims.figures import Measured, difference
from claims.models import ClaimKey, ClaimLink, as_kept

from .concepts import RUNNING
from .keys import keys_of, mark_of
from .lines import Neighbours, Pair, Place, candidates, near, neighbours_of, places_of
from .pairing import closeness
from .relating import Relation, relate
from .stated import Stated
from .statements import Statement, statements_of
from .sureness import is_sure, may_be_of_another_time

# "Related" is a list to look through when one searches, not something that bears on a claim.
LINKED = frozenset({"same", "agrees", "different_figure", "contradicts", "update"})
BATCH_SIZE = 500
LOWER = frozenset({"at_least", "more_than"})
# What part the smaller is at least of the larger: 140 operations a day are no other count of
# 1,320 in all
CLOSE = 0.4


def link_claims(claim_ids: Collection[int]) -> None:
    """Bring the links of these claims, as they were found, up to what they state now.

    Run inside a transaction that holds what an import holds. The queue is told later, which
    ``ClaimLink.is_told`` remembers: it holds the claims at the other ends then.
    """
    mine = statements_of(claim_ids)
    wanted = {place for statement in mine.values() for place in _places(statement)}
    known = set(places_of(claim_ids))
    _store(wanted - known, known - wanted)
    around = neighbours_of(sorted(wanted | known))
    pairs = candidates(wanted, around)
    # What has come between two can only have parted them, and what has gone only joined them.
    parted = _linked(_across(wanted - known, around, claim_ids))
    shifted = parted | _across(known - wanted, around, claim_ids)
    joined = near(shifted) if shifted else set()
    _write(pairs | joined, set(claim_ids), shifted - joined, mine)


def _across(
    places: Collection[Place], around: Mapping[Place, Neighbours], claim_ids: Collection[int]
) -> set[Pair]:
    """The pairs of other claims that these places stand between, just at their reach."""
    found = {two for place in places for two in around[place].across()}
    return {two for two in found if not set(two) & set(claim_ids)}


def _linked(pairs: Collection[Pair]) -> set[Pair]:
    """Those of the pairs that are linked."""
    if not pairs:
        return set()
    links = ClaimLink.objects.filter(one__in={one for one, _other in pairs})
    return set(links.values_list("one", "other")) & set(pairs)


def _places(statement: Statement) -> Iterable[Place]:
    mark = mark_of(statement.fingerprint)
    for key in keys_of(statement.stated):
        yield Place(key, statement.day, mark, statement.claim)


def _store(new: Collection[Place], gone: Collection[Place]) -> None:
    claims = {place.claim for place in gone}
    if claims:
        left = {(place.claim, place.key, place.day) for place in gone}
        rows = ClaimKey.objects.filter(claim__in=claims)
        ClaimKey.objects.filter(
            pk__in=[row.pk for row in rows if (row.claim_id, row.key, row.day) in left]
        ).delete()
    ClaimKey.objects.bulk_create(
        (
            ClaimKey(claim_id=place.claim, key=place.key, day=place.day, mark=place.mark)
            for place in sorted(new)
        ),
        batch_size=BATCH_SIZE,
    )


def _write(
    pairs: Collection[Pair],
    claim_ids: Collection[int],
    parted: Collection[Pair],
    mine: Mapping[int, Statement],
) -> None:
    """Store what the pairs are to each other; take back what no pair of these gives any more."""
    ends = {claim for two in pairs for claim in two}
    statements = {**statements_of(ends - mine.keys()), **mine}
    found = {two: fields for two in pairs if (fields := _fields(two, statements)) is not None}
    known = {(link.one_id, link.other_id): link for link in _known(claim_ids, parted, found)}
    for two, link in known.items():
        if two not in found and link.state == ClaimLink.State.SUGGESTED and link.is_current:
            _set(link, is_current=False)
    for two, link in known.items():
        if two in found:
            _set(link, is_current=True, **found[two])
    ClaimLink.objects.bulk_create(
        (
            ClaimLink(one_id=one, other_id=other, **fields)
            for (one, other), fields in sorted(found.items(), key=lambda item: item[0])
            if (one, other) not in known
        ),
        batch_size=BATCH_SIZE,
    )


def _known(
    claim_ids: Collection[int], parted: Collection[Pair], found: Collection[Pair]
) -> Iterable[ClaimLink]:
    """The links that there are of these claims, and of the pairs."""
    others = [two for two in {*parted, *found} if not set(two) & set(claim_ids)]
    links = ClaimLink.objects.of(claim_ids)
    if others:
        firsts = {one for one, _other in others}
        beside = ClaimLink.objects.filter(one__in=firsts)
        return [*links, *(row for row in beside if (row.one_id, row.other_id) in set(others))]
    return links


def _fields(two: Pair, statements: Mapping[int, Statement]) -> dict[str, Any] | None:
    """What the link of the pair holds; nothing where the two are not linked."""
    if not all(claim in statements for claim in two):
        return None
    one, other = (statements[claim] for claim in two)
    if not one.is_beside(other):
        return None
    # Asked in an order of what they state: of two pairs of figures alike, always the same.
    first, last = sorted((one, other), key=lambda statement: statement.fingerprint)
    relation = relate(first.stated, last.stated)
    if not is_sure(first.stated, last.stated, relation):
        return None
    refined = _refined(first.stated, last.stated, relation)
    if refined is None or refined.code not in LINKED:
        return None
    return _resting_on(one, other, refined, turned=first is not one)


def _resting_on(
    one: Statement, other: Statement, relation: Relation, *, turned: bool
) -> dict[str, Any] | None:
    """The relation, its two figures, and how far the other is from the one.

    None where it rests on what is no figure of the claims, such as a result of 3-1.
    """
    mine, theirs = relation.one, relation.other
    if turned:
        mine, theirs = theirs, mine
    if mine is None or theirs is None:
        return None
    if mine.start not in one.rows or theirs.start not in other.rows:
        return None
    apart = difference(mine, theirs) if relation.difference else None
    percent = apart.percent if apart else None
    return {
        "relation": relation.code,
        "one_figure_id": one.rows[mine.start],
        "other_figure_id": other.rows[theirs.start],
        "difference": as_kept(apart.absolute) if apart else None,
        "percent": as_kept(percent) if percent is not None else None,
        "unit": ((apart.unit or apart.currency) if apart else None) or "",
    }


def _refined(one: Stated, other: Stated, relation: Relation) -> Relation | None:
    """A bound that a later count has passed is superseded; figures that meet contradict by a "not".

    "At least 16 have died" of Wednesday and "17 have died" of Thursday are a series, although
    both may be true at once.
    """
    mine, theirs = relation.one, relation.other
    if mine is None or theirs is None or closeness(mine, theirs) < CLOSE:
        return None
    if relation.difference is not None:
        return _apart(one, other, relation, mine, theirs)
    days = [(one.published, mine, theirs), (other.published, theirs, mine)]
    for day, bound, later in days:
        after = other.published if bound is mine else one.published
        if (
            day is not None
            and after is not None
            and day < after
            and bound.modifier in LOWER
            and bound.low is not None
            and any(end > bound.low for end in later.ends)
            and bound.kind == "count"
            and RUNNING & bound.near.keys() & later.near.keys()
        ):
            return replace(relation, code="update", difference=difference(mine, theirs))
    return None if relation.code == "contradicts" else relation


def _apart(
    one: Stated, other: Stated, relation: Relation, mine: Measured, theirs: Measured
) -> Relation | None:
    """Two figures that cannot both be true, unless they are of different times."""
    if relation.code == "contradicts" and may_be_of_another_time(one, other, mine, theirs):
        return replace(relation, code="different_figure")
    return relation


def _set(link: ClaimLink, **fields: Any) -> None:
    """Let the link say what its claims state now; whoever has decided on it has done so still."""
    changed = {name: value for name, value in fields.items() if getattr(link, name) != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(link, name, value)
    link.is_told = False
    link.save(update_fields=[*(name.removesuffix("_id") for name in changed), "is_told"])
