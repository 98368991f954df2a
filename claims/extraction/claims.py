"""Claims: the statements a fact-checker can take up."""

from __future__ import annotations

from collections.abc import Sequence

from .parsing import ParsedArticle
from .records import Attribution, Claim, DateSpan, Quantity


def find_claims(
    article: ParsedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[DateSpan],
    attributions: Sequence[Attribution],
) -> list[Claim]:
    """The article's claims, in the order of the text."""
    return []
