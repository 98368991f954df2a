"""How a finding is made of the terms it rests on."""

from __future__ import annotations

from decimal import Decimal

from ..interval import Interval
from .records import ArithmeticFinding, FindingKind
from .terms import Term

_PLACES = Decimal("0.0001")  # as fractions are read: a third is 0.3333
_LARGE = Decimal(10) ** 20


def finding(
    kind: FindingKind,
    stated: Term | Decimal,
    computed: Decimal,
    tolerance: Interval,
    *others: Term,
) -> ArithmeticFinding:
    """The finding over all these terms; a stated value that no figure says is given by itself."""
    terms = (stated, *others) if isinstance(stated, Term) else others
    return ArithmeticFinding(
        kind,
        abs(stated.value) if isinstance(stated, Term) else stated,
        _rounded(abs(computed)),
        tolerance,
        min(term.start for term in terms),
        max(term.end for term in terms),
        tuple(term.index for term in terms),
    )


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_PLACES) if value < _LARGE else value
