"""When each figure holds: the dates that its clause gives it."""

from .finding import with_dates

__all__ = [
    "with_dates",
]
