"""A claim's place in the queue: a sum of visible parts, none of which knows the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import ngettext

POINTS_AN_OUTLET = 8
MOST_OUTLETS = 5


def parts_of(reasons: Iterable[Mapping[str, Any]], outlets: int) -> list[tuple[int, str]]:
    """The parts as (points, reason), strongest first; their sum is the priority.

    ``reasons`` are those of the check-worthiness, with weights on a scale of 1.
    """
    parts = [(round(100 * found["weight"]), found["reason"]) for found in reasons]
    if outlets > 1:
        points = POINTS_AN_OUTLET * (min(outlets, MOST_OUTLETS) - 1)
        parts.append((points, ngettext("%d outlet", "%d outlets", outlets) % outlets))
    return sorted((part for part in parts if part[0]), key=lambda part: (-abs(part[0]), part[1]))


def total(parts: Iterable[tuple[int, str]]) -> int:
    return sum(points for points, _reason in parts)
