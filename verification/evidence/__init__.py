"""Gathering evidence: fetching, storing, comparing, calculating."""

from .comparison import compare
from .fetching import Fetched, fetch

__all__ = [
    "Fetched",
    "compare",
    "fetch",
]
