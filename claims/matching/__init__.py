"""When two mentions are one claim."""

from .identity import fingerprint
from .words import content_words

__all__ = [
    "content_words",
    "fingerprint",
]
