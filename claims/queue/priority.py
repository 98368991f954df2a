"""A claim's place in the queue: a sum of visible parts, none of which knows the clock.

The one that does, for being recent, stands beside them: ``claims.models.waiting``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypedDict

OUTLETS = "outlets"
POINTS_AN_OUTLET = 8
MOST_OUTLETS = 5
WATCHED = "watched"
POINTS_A_WATCH = 30
# More hits say no more: a claim must not rank by how the list is kept.
MOST_WATCHES = 2
SUPERSEDED = "superseded"
# What an outlet has taken out of its text is behind all that still stands somewhere.
POINTS_SUPERSEDED = -200

# What bears on a claim: the code of its reason by the claim's field, and its points.
BEARING_PARTS = {
    "is_disputed": ("disputed", 40),
    "has_finding": ("does_not_add_up", 35),
    "is_checked_before": ("checked_before", 30),
}


class Part(TypedDict):
    """One part: the code of its reason, what gave it, and its points."""

    reason: str
    value: str | None
    points: int


def parts_of(
    reasons: Iterable[Mapping[str, Any]],
    outlets: int,
    watches: Sequence[str] = (),
    bearings: Collection[str] = (),
    *,
    is_superseded: bool = False,
) -> list[Part]:
    """The parts, strongest first; the sum of their points is the priority.

    ``reasons`` are those of the check-worthiness, with weights on a scale of 1; ``watches``
    names what of the watch list has to do with it, ``bearings`` the claim's fields of
    :data:`BEARING_PARTS` that are so. ``is_superseded`` says that only former versions of
    articles state it.
    """
    parts = [
        Part(reason=found["reason"], value=found["value"], points=round(100 * found["weight"]))
        for found in reasons
    ]
    if outlets > 1:
        points = POINTS_AN_OUTLET * (min(outlets, MOST_OUTLETS) - 1)
        parts.append(Part(reason=OUTLETS, value=str(outlets), points=points))
    parts += [
        Part(reason=WATCHED, value=name, points=POINTS_A_WATCH) for name in watches[:MOST_WATCHES]
    ]
    if is_superseded:
        parts.append(Part(reason=SUPERSEDED, value=None, points=POINTS_SUPERSEDED))
    parts += [
        Part(reason=reason, value=None, points=points)
        for field, (reason, points) in BEARING_PARTS.items()
        if field in bearings
    ]
    return sorted((part for part in parts if part["points"]), key=_strongest_first)


def _strongest_first(part: Part) -> tuple[int, str, str]:
    return -abs(part["points"]), part["reason"], part["value"] or ""


def total(parts: Iterable[Part]) -> int:
    """What the parts add to the priority."""
    return sum(part["points"] for part in parts)
