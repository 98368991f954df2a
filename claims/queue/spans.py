"""Figures looked up by what they can mean: the index of migration 0027.

Both databases keep it in whole boxes of interval, measure and id, so that the newest of
very many that fit are found without looking at the others. What comes out of the index are
candidates: SQLite keeps 32-bit floats in it. The exact decimals decide afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.db import connection
from django.db.models import Max, QuerySet
from django.db.models.expressions import RawSQL

from claims.figures import Span
from claims.models import Quantity

# How many figures are looked through at first, and how much further each next time: what
# is common is found among the newest, what is rare in a few steps.
FIRST_STRETCH = 8_192
GROWTH = 2
# What is read of a candidate to decide
READ = ("kind", "low", "high", "least", "most", "modifier", "unit", "currency", "change")
# An R*Tree compares 32-bit floats: ends are moved outwards by more than these lose.
_SLACK = Decimal("0.000001")
_SQLITE = (
    "SELECT id FROM claims_quantity_spans WHERE least <= %s AND most >= %s "
    "AND last >= %s AND first <= %s"
)
_SQLITE_MEASURE = " AND measure_to >= %s AND measure_from <= %s"
_POSTGRESQL = (
    "SELECT id FROM claims_quantity WHERE claims_span(least, most) && numrange(%s, %s, '[]') "
    "AND claims_point(id) && int8range(%s, %s, '[]')"
)
_POSTGRESQL_MEASURE = (
    " AND claims_point(claims_measure(kind, currency, unit)) && claims_point(%s::bigint)"
)


def newest_first(spans: Sequence[Span]) -> Iterator[QuerySet[Quantity]]:
    """Figures that may lie in one of the spans, stretch by stretch from the newest back."""
    newest = Quantity.objects.aggregate(newest=Max("pk"))["newest"] or 0
    last, length = newest, FIRST_STRETCH
    while last > 0:
        first = max(0, newest - length)
        yield Quantity.objects.live().filter(pk__in=_within(spans, first + 1, last)).only(*READ)
        last, length = first, length * GROWTH


def _within(spans: Sequence[Span], first: int, last: int) -> RawSQL:
    """The ids of figures from the first to the last that the index finds in the spans."""
    parts = [_part(span, first, last) for span in spans]
    statement = " UNION ALL ".join(statement for statement, _values in parts)
    return RawSQL(statement, [value for _statement, values in parts for value in values])  # noqa: S611


def _part(span: Span, first: int, last: int) -> tuple[str, list[object]]:
    values: list[object]
    if connection.vendor == "sqlite":
        least = span.least - abs(span.least) * _SLACK
        most = span.most + abs(span.most) * _SLACK
        statement, measure = _SQLITE, _SQLITE_MEASURE
        values = [float(most), float(least), first, last]
    else:
        statement, measure = _POSTGRESQL, _POSTGRESQL_MEASURE
        values = [span.least, span.most, first, last]
    if span.key is None:
        return statement, values
    number = measure_number(span.key)
    return statement + measure, [*values, *[number] * measure.count("%s")]


def measure_number(name: str) -> int:
    """What the index knows a measure by, as migration 0027 makes it of its name."""
    codes = (ord(name[place]) % 64 if len(name) > place else 0 for place in (0, 2, 4))
    return sum(code * size for code, size in zip(codes, (1, 64, 4096), strict=True)) + (
        len(name) * 262_144
    )
