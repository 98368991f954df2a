"""Dates and periods in an article, resolved to days."""

from .finding import find_dates

__all__ = [
    "find_dates",
]
