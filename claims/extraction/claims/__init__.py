"""Statements that can be checked, how they are worded, how much they are worth a check."""

from .finding import find_claims
from .worthiness import Statement, check_worthiness, rule_reasons

__all__ = [
    "Statement",
    "check_worthiness",
    "find_claims",
    "rule_reasons",
]
