"""What two texts are to each other: one claim, one event, one figure or another."""

from .comparing import compare_again, compare_article, compare_left_over
from .identity import fingerprint
from .meaning import Departure, Statement, departures, is_far_off
from .published import match_checks
from .relating import Relation, relate
from .similar import similar_stories
from .stated import Stated, stated_in
from .stating import departures_of
from .stories import group_articles, left_over
from .words import content_words

__all__ = [
    "Departure",
    "Relation",
    "Stated",
    "Statement",
    "compare_again",
    "compare_article",
    "compare_left_over",
    "content_words",
    "departures",
    "departures_of",
    "fingerprint",
    "group_articles",
    "is_far_off",
    "left_over",
    "match_checks",
    "relate",
    "similar_stories",
    "stated_in",
]
