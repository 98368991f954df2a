"""A figure as somebody corrects it: typed as one writes it, read as everywhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _t

from claims.figures import TypedFigure, implied_interval, read_figure, singular
from claims.models import Quantity, Refused

MOST_DIGITS = 15
_ZEROS = re.compile(r"^0+")
_LOWER = {"at_least", "more_than"}
_UPPER = {"at_most", "less_than"}
# What a figure stays when no unit says otherwise.
_WITHOUT_UNIT = {"count", "ratio", "rank", "multiple", "age", "other"}


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody typed: ``amount`` is "1.1 billion", "5 to 10" or "40"."""

    amount: str
    modifier: str = "exact"
    unit: str = ""
    currency: str = ""
    counted: str = ""
    part_of: Quantity | None = None


def fields_of(figure: Quantity, given: Correction) -> dict[str, Any]:
    """The figure's columns as the correction gives them, with the interval that follows.

    Raises:
        Refused: one of the fields is nothing that can be kept, and says which.
    """
    typed = _read(given.amount)
    unit = given.unit or typed.unit or ""
    currency = (given.currency or typed.currency or "").upper()
    kind, unit = _kind_and_unit(figure, typed, unit, currency)
    if unit != (typed.unit or unit) or currency != (typed.currency or currency):
        raise Refused(
            _t("“%(amount)s” says %(read)s, and its own field says %(field)s.")
            % {
                "amount": given.amount,
                "read": typed.unit or typed.currency,
                "field": unit or currency,
            }
        )
    low, high = _ends(typed, given.modifier)
    same = (low, high) == (figure.low, figure.high)
    stated = replace(
        typed,
        text=figure.text if same else given.amount,
        kind=kind,  # type: ignore[arg-type]
        low=low,
        high=high,
        modifier=given.modifier,  # type: ignore[arg-type]
    )
    implied = implied_interval(stated)
    counted = " ".join(given.counted.split())
    return {
        "kind": kind,
        "low": low,
        "high": high,
        "least": implied.least,
        "most": implied.most,
        "modifier": given.modifier,
        "unit": unit,
        "currency": currency,
        **_counted(figure, counted),
        "part_of_id": _whole(figure, given.part_of),
    }


def _read(amount: str) -> TypedFigure:
    for number in re.findall(r"\d[\d., \u00a0\u202f]*", amount):
        if len(_ZEROS.sub("", re.sub(r"\D", "", number))) > MOST_DIGITS:
            raise Refused(
                _t("“%(amount)s” has more than %(most)d digits, which no figure here keeps.")
                % {"amount": amount.strip(), "most": MOST_DIGITS}
            )
    typed = read_figure(amount.strip())
    if typed is None or (typed.low is None and typed.high is None):
        raise Refused(
            _t("“%s” is not one figure. Write it like “1.1 billion”, “5 to 10” or “40”.")
            % amount.strip()
        )
    return typed


def _ends(typed: TypedFigure, modifier: str) -> tuple[Decimal | None, Decimal | None]:
    """What the modifier leaves of the ends: "at least 40" has no upper one."""
    first = typed.low if typed.low is not None else typed.high
    last = typed.high if typed.high is not None else typed.low
    if modifier == "between" and first == last:
        raise Refused(_t("“Between” needs two ends: “5 to 10”."))
    if modifier in _LOWER | _UPPER and first != last:
        raise Refused(_t("A range has both ends already: choose “between”."))
    return (None if modifier in _UPPER else first), (None if modifier in _LOWER else last)


def _kind_and_unit(
    figure: Quantity, typed: TypedFigure, unit: str, currency: str
) -> tuple[str, str]:
    """The figure's kind, and its unit by the name that is kept: "km" is "kilometre"."""
    if currency:
        if unit:
            raise Refused(_t("A sum of money has a currency and no unit."))
        known = read_figure(f"{currency} 1")
        if known is None or known.currency != currency:
            raise Refused(_t("“%s” is no currency that is known, such as EUR or USD.") % currency)
        return "money", ""
    if not unit:
        kept = figure.kind if figure.kind in _WITHOUT_UNIT else "count"
        return (kept if typed.kind in {"count", "money"} else typed.kind), ""
    if unit == figure.unit:
        return figure.kind, unit
    if unit == typed.unit:
        return typed.kind, unit
    known = read_figure(f"2 {unit}")
    if known is None or not known.unit:
        raise Refused(
            _t("“%s” is no unit that is known. What is counted goes into its own field.") % unit
        )
    return known.kind, known.unit


def _counted(figure: Quantity, counted: str) -> dict[str, Any]:
    """What is counted, with the place of its words where the article has them near."""
    if counted == figure.counted_text:
        names = ("counted_text", "counted_head", "counted_start", "counted_end")
        return {name: getattr(figure, name) for name in names}
    near = figure.article.text.find(counted, figure.start) if counted else -1
    return {
        "counted_text": counted[:300],
        "counted_head": singular(counted.split()[-1].lower())[:100] if counted else "",
        "counted_start": near if near >= 0 else None,
        "counted_end": near + len(counted) if near >= 0 else None,
    }


def _whole(figure: Quantity, whole: Quantity | None) -> int | None:
    """The figure that this one is part of.

    Raises:
        Refused: it is this one, in another article, or itself a part of this one.
    """
    above, seen = whole, {figure.pk}
    while above is not None:
        if above.pk in seen or above.article_id != figure.article_id:
            raise Refused(_t("A figure cannot be part of itself, or of another article's."))
        seen.add(above.pk)
        above = above.part_of
    return whole.pk if whole else None
