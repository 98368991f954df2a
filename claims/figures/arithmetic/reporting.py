"""How a finding is made of the terms it rests on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal

from ..interval import Interval
from .records import ArithmeticFinding, FindingKind
from .terms import Term

_LAST_PLACE = 4  # as fractions are read: a third is 0.3333
_PLACES = Decimal(1).scaleb(-_LAST_PLACE)
_DIGITS = Context(prec=15)  # no figure is kept with more


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
        _kept(tolerance),
        min(term.start for term in terms),
        max(term.end for term in terms),
        tuple(term.index for term in terms),
    )


def _rounded(value: Decimal) -> Decimal:
    """To four places, and to as many digits as a figure is kept with."""
    short = _DIGITS.plus(value)
    exponent = short.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -_LAST_PLACE
    return short.quantize(_PLACES) if is_long else short


def _kept(found: Interval) -> Interval:
    return replace(found, least=_DIGITS.plus(found.least), most=_DIGITS.plus(found.most))
