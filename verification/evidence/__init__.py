"""Gathering evidence: fetching, storing, comparing, calculating."""

from .comparison import compare
from .fetching import Fetched, fetch
from .snapshots import StoredFile

__all__ = [
    "Fetched",
    "StoredFile",
    "compare",
    "fetch",
]
