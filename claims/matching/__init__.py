"""When two mentions are one claim, articles of one event a story, one text a reprint."""

from .identity import fingerprint
from .meaning import Departure, Statement, departures
from .similar import similar_stories
from .stories import group_articles, left_over
from .words import content_words

__all__ = [
    "Departure",
    "Statement",
    "content_words",
    "departures",
    "fingerprint",
    "group_articles",
    "left_over",
    "similar_stories",
]
