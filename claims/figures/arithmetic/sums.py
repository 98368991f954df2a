"""Totals and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..interval import Interval
from .passages import Passage
from .records import ArithmeticFinding
from .terms import Term

# The total first, then its parts: "It killed 112 people: 84 men and 31 women."
_COLON_LIST = re.compile(
    r"¤[^¤.;:]{0,60}:\s(?P<parts>¤(?:[^¤.;:]{0,60}?(?:,|\band\b|\bplus\b)\s?¤){1,20})"
    r"(?![^.;]{0,60}¤)"
)


def sums(passage: Passage) -> Iterator[ArithmeticFinding]:
    """Totals that their listed parts do not make."""
    for match in _COLON_LIST.finditer(passage.shape):
        total = passage.within(match.start(), match.start() + 1)[0]
        parts = passage.within(*match.span("parts"))
        if len({term.measure for term in (total, *parts)}) == 1:
            yield from _sum(total, parts)


def _sum(total: Term, parts: Sequence[Term]) -> Iterator[ArithmeticFinding]:
    intervals = [part.interval for part in parts]
    tolerance = Interval(
        sum((part.least for part in intervals), Decimal(0)),
        sum((part.most for part in intervals), Decimal(0)),
        all(part.has_least for part in intervals),
        all(part.has_most for part in intervals),
    )
    if total.interval.meets(tolerance):
        return
    terms = (total, *parts)
    yield ArithmeticFinding(
        "sum", total.value, sum((part.value for part in parts), Decimal(0)), tolerance,
        min(term.start for term in terms), max(term.end for term in terms),
        tuple(term.index for term in terms),
    )  # fmt: skip
