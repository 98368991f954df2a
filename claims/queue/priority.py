"""A claim's place in the queue: a sum of visible parts, none of which knows the clock.

The one that does, for being recent, stands beside them: ``claims.models.waiting``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

OUTLETS = "outlets"
POINTS_AN_OUTLET = 8
MOST_OUTLETS = 5


class Part(TypedDict):
    """One part: the code of its reason, what gave it, and its points."""

    reason: str
    value: str | None
    points: int


def parts_of(reasons: Iterable[Mapping[str, Any]], outlets: int) -> list[Part]:
    """The parts, strongest first; the sum of their points is the priority.

    ``reasons`` are those of the check-worthiness, with weights on a scale of 1.
    """
    parts = [
        Part(reason=found["reason"], value=found["value"], points=round(100 * found["weight"]))
        for found in reasons
    ]
    if outlets > 1:
        points = POINTS_AN_OUTLET * (min(outlets, MOST_OUTLETS) - 1)
        parts.append(Part(reason=OUTLETS, value=str(outlets), points=points))
    return sorted((part for part in parts if part["points"]), key=_strongest_first)


def _strongest_first(part: Part) -> tuple[int, str, str]:
    return -abs(part["points"]), part["reason"], part["value"] or ""


def total(parts: Iterable[Part]) -> int:
    """What the parts add to the priority."""
    return sum(part["points"] for part in parts)
