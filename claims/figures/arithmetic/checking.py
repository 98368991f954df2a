"""The check: every rule over every sentence, each finding once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from .growth import growth
from .parts import parts
from .passages import Passage, passages
from .records import ArithmeticFigure, ArithmeticFinding
from .shares import shares
from .sums import sums
from .terms import terms_of
from .wholes import wholes

# A total may stand so many sentences before its parts
_REACH = 5


def check(text: str, figures: Sequence[ArithmeticFigure]) -> list[ArithmeticFinding]:
    """What does not add up in a text, in its order; nothing where all holds.

    ``figures`` are those of the text, in any order, as an extraction or the database has them.
    """
    found: dict[tuple[str, int], ArithmeticFinding] = {}
    before: deque[Passage] = deque(maxlen=_REACH)
    for passage in passages(text, terms_of(text, figures)):
        for finding in _check(passage, before):
            key = finding.kind, finding.figures[0]
            if key not in found or set(found[key].figures) < set(finding.figures):
                found[key] = finding
        before.appendleft(passage)
    return sorted(found.values(), key=lambda finding: (finding.start, finding.end, finding.kind))


def _check(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    yield from sums(passage, list(before))
    yield from parts(passage, list(before))
    yield from wholes(passage, list(before))
    yield from shares(passage, list(before))
    yield from growth(passage, list(before))
