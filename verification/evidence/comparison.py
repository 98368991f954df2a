"""A claim's figure beside the evidence's: do they agree, and if not, by how much?"""

from __future__ import annotations

from django.utils.translation import gettext as _t

from claims.figures import StatedFigure, implied_interval, read_figure
from verification.models import Evidence


def compare(piece: Evidence) -> str:
    """The evidence's figure against the claim's, as a sentence; "" where one is missing.

    Both are intervals: "EUR 1.08 billion" agrees with "EUR 1.1 billion" after rounding,
    and "115" with "more than 100", but 83 not with 84. Nothing is converted: pounds say
    nothing of euros.
    """
    stated, found = piece.compared_with, read_figure(piece.figure) if piece.figure else None
    if stated is None or found is None:
        return ""
    if not _comparable(stated, found):
        return _t("has another unit or currency than the claim's figure")
    if (stated.low, stated.high) == (found.low, found.high):
        return _t("agrees with the claim's figure")
    if stated.interval.meets(implied_interval(found)):
        if None in (stated.low, stated.high, found.low, found.high):
            return _t("lies within the bound that was stated")
        return _t("agrees after rounding")
    return _difference(stated, found)


def _comparable(stated: StatedFigure, found: StatedFigure) -> bool:
    """A bare number is taken to mean what the claim's figure does."""
    bare = not found.unit and not found.currency
    return bare or (stated.unit or "", stated.currency or "") == (
        found.unit or "",
        found.currency or "",
    )


def _difference(stated: StatedFigure, found: StatedFigure) -> str:
    """From the claim's figure to the evidence's, between the ends that were said."""
    claimed = stated.low if stated.low is not None else stated.high
    evident = found.low if found.low is not None else found.high
    assert claimed is not None  # a figure has at least one end
    assert evident is not None
    if evident == claimed:  # "more than 100" beside "up to 100"
        return _t("lies outside the bound that was stated")
    amount = _signed(f"{evident - claimed:+,f}")
    if not claimed:
        return _t("differs by %s") % amount
    percent = _signed(f"{(evident - claimed) / abs(claimed) * 100:+.1f}")
    return _t("differs by %(amount)s (%(percent)s %%)") % {"amount": amount, "percent": percent}


def _signed(number: str) -> str:
    """Without trailing zeros, and with a true minus, as wide as the plus."""
    trimmed = number.rstrip("0").rstrip(".") if "." in number else number
    return trimmed.replace("-", "−")
