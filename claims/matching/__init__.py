"""When two mentions are one claim, articles of one event a story, one text a reprint."""

from .identity import fingerprint
from .meaning import Departure, Statement, departures, is_far_off
from .similar import similar_stories
from .stating import departures_of
from .stories import group_articles, left_over
from .words import content_words

__all__ = [
    "Departure",
    "Statement",
    "content_words",
    "departures",
    "departures_of",
    "fingerprint",
    "group_articles",
    "is_far_off",
    "left_over",
    "similar_stories",
]
