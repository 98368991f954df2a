"""Figures in an article: what is counted, which way it changes, what it is part of."""

from .finding import find_quantities

__all__ = [
    "find_quantities",
]
