"""Figures: value, modifier, unit or currency, what is counted, what they are part of."""

from __future__ import annotations

from collections.abc import Sequence

from .parsing import ParsedArticle
from .records import DateSpan, Quantity


def find_quantities(article: ParsedArticle, dates: Sequence[DateSpan]) -> list[Quantity]:
    """The article's figures, in the order of the text; ``dates`` are never figures."""
    return []
