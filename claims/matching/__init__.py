"""When two mentions are one claim, articles of one event a story, one text a reprint."""

from .identity import fingerprint
from .similar import similar_stories
from .stories import group_articles, left_over
from .words import content_words

__all__ = [
    "content_words",
    "fingerprint",
    "group_articles",
    "left_over",
    "similar_stories",
]
