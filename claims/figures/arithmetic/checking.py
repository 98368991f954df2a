"""The check: every rule over every sentence, each finding once."""

from __future__ import annotations

from collections.abc import Sequence

from .passages import passages
from .records import ArithmeticFigure, ArithmeticFinding
from .sums import sums
from .terms import terms_of


def check(text: str, figures: Sequence[ArithmeticFigure]) -> list[ArithmeticFinding]:
    """What does not add up in a text, in its order; nothing where all holds.

    ``figures`` are those of the text, in any order, as an extraction or the database has them.
    """
    found = [
        finding for passage in passages(text, terms_of(text, figures)) for finding in sums(passage)
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.kind))
