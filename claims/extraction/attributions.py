"""Who said what."""

from __future__ import annotations

from .parsing import ParsedArticle
from .records import Attribution


def find_attributions(article: ParsedArticle) -> list[Attribution]:
    """The article's attributions, in the order of their content."""
    return []
