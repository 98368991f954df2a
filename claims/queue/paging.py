"""Pages by key: as quick at the end of a million rows as at their beginning.

A page starts after the last row of the one before (never at an OFFSET), found by
``p <= ? AND (p < ? OR id < ?)``, both descending, which an index on (-p, -id) answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

Row = TypeVar("Row", bound=Model)

PAGE_SIZE = 50
COUNT_CAP = 1_000
# Points or a day, then the id; anything longer than an index can hold is no key.
_KEY = re.compile(r"(-?\d{1,9}|\d{4}-\d\d-\d\d)\.(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Order:
    """Two columns, both descending: what the rows are sorted by, and the tie-break."""

    by: str
    tie: str = "id"

    def key(self, row: Model) -> str:
        """Where the row stands, as it appears in addresses: "87.1042", "2025-09-05.1042"."""
        return f"{getattr(row, self.by)}.{getattr(row, self.tie)}"

    def beyond(self, key: tuple[Any, int], direction: str) -> Q:
        """Rows past the key: "lt" going down the list, "gt" going up."""
        place, tie = key
        edge = Q(**{f"{self.by}__{direction}e": place})
        return edge & (
            Q(**{f"{self.by}__{direction}": place}) | Q(**{f"{self.tie}__{direction}": tie})
        )


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page's rows, and the keys of its neighbours: None where there is none."""

    rows: Sequence[Row]
    after: str | None
    before: str | None


def page_of(
    queryset: QuerySet[Row], order: Order, query: QueryDict, size: int = PAGE_SIZE
) -> Page[Row]:
    """The page that the address asks for by ``after`` or ``before``; the first if by neither."""
    after, before = (_read(query.get(name, ""), order) for name in ("after", "before"))
    if before and not after:
        return _page_upwards(queryset, order, before, size)
    if after:
        queryset = queryset.filter(order.beyond(after, "lt"))
    rows = list(queryset.order_by(f"-{order.by}", f"-{order.tie}")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return Page(
        rows,
        after=order.key(rows[-1]) if more else None,
        before=order.key(rows[0]) if after and rows else None,
    )


def _page_upwards(
    queryset: QuerySet[Row], order: Order, before: tuple[Any, int], size: int
) -> Page[Row]:
    upwards = queryset.filter(order.beyond(before, "gt")).order_by(order.by, order.tie)
    rows = list(upwards[: size + 1])
    more, rows = len(rows) > size, rows[:size][::-1]
    return Page(
        rows,
        after=order.key(rows[-1]) if rows else None,
        before=order.key(rows[0]) if more else None,
    )


def _read(key: str, order: Order) -> tuple[Any, int] | None:
    """The key's two parts; None for what is no key of this order."""
    found = _KEY.fullmatch(key)
    if not found:
        return None
    place, tie = found.groups()
    if order.by != "sorted_on":
        return None if place.count("-") > 1 else (int(place), int(tie))
    try:
        return date.fromisoformat(place), int(tie)
    except ValueError:
        return None


def capped_count(queryset: QuerySet[Any]) -> int:
    """How many rows there are, counting no further than one past :data:`COUNT_CAP`."""
    return queryset.order_by()[: COUNT_CAP + 1].count()
