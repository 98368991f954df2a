"""When two mentions are one claim."""

from .identity import fingerprint
from .meaning import Departure, Statement, departures, is_far_off
from .stating import departures_of
from .words import content_words

__all__ = [
    "Departure",
    "Statement",
    "content_words",
    "departures",
    "departures_of",
    "fingerprint",
    "is_far_off",
]
