"""When two mentions are one claim."""

from .identity import fingerprint
from .meaning import Departure, Statement, departures
from .words import content_words

__all__ = [
    "Departure",
    "Statement",
    "content_words",
    "departures",
    "fingerprint",
]
