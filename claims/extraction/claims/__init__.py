"""Statements that can be checked, how they are worded, how much they are worth a check."""

from .finding import find_claims
from .wording import content_words, make_wordings

__all__ = [
    "content_words",
    "find_claims",
    "make_wordings",
]
