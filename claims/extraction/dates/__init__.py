"""Dates and periods in an article, resolved to days."""

from .finding import find_dates
from .spoken import spoken_on

__all__ = [
    "find_dates",
    "spoken_on",
]
