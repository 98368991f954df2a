"""Text in, frozen records out: figures, dates, attributions and claims of news articles.

One door, :func:`extract`. No Django, no settings, no clock, no network.
"""

from .pipeline import RULES_VERSION, describe, extract
from .records import ArticleText, Extraction

__all__ = ["RULES_VERSION", "ArticleText", "Extraction", "describe", "extract"]
