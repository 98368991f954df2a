"""Arithmetic that does not hold within one text: sums, shares, growth, percent for points.

Values in, values out: knows no Django, no spaCy and nothing of the extraction.
"""

from .checking import check
from .records import ArithmeticFigure, ArithmeticFinding, FindingKind

__all__ = ["ArithmeticFigure", "ArithmeticFinding", "FindingKind", "check"]
