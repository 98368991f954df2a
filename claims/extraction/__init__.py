"""Text in, frozen records out: figures, dates, attributions and claims of news articles.

One door, :func:`extract`; what it gives is in :mod:`.records`. No Django, no settings, no
clock, no network.
"""

from .pipeline import RULES_VERSION, describe, extract
from .rating import Rating, StatementText, rate
from .records import ArticleText, Extraction

__all__ = [
    "RULES_VERSION",
    "ArticleText",
    "Extraction",
    "Rating",
    "StatementText",
    "describe",
    "extract",
    "rate",
]
