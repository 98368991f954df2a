"""Whether a total is what its parts make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .intervals import added
from .passages import Passage
from .records import ArithmeticFinding
from .reporting import finding
from .terms import Term

# The text says itself that something is in two parts
_IN_TWO = re.compile(r"\b(?:both|overlap\w*|more\sthan\sone|counted\stwice|double[-\s]count\w*)\b")


def judge_total(
    passage: Passage, total: Term, parts: Sequence[Term], *, apart: bool, all_there: bool
) -> Iterator[ArithmeticFinding]:
    """The parts where they do not make the total.

    They are more where nothing is in two of them (``apart``), and less where the text gives
    them all (``all_there``) besides. ``passage`` is the sentence of the last of them.
    """
    if len(parts) < 2 or total.change or parts[0].measure != total.measure:
        return
    if any(term.value > total.value for term in parts) or _some_make(total, parts):
        return
    tolerance = added(term.interval for term in parts)
    computed = sum((term.value for term in parts), Decimal(0))
    apart = apart and not _IN_TWO.search(passage.shape)
    fails = apart and (all_there or computed > total.value)
    if fails and not _is_said_elsewhere(passage, total, parts, computed):
        yield finding("sum", total, computed, tolerance, *parts)


def _some_make(total: Term, parts: Sequence[Term]) -> bool:
    """Do the first or the last of them make the total, the others being something else?"""
    counts = range(1 if total.is_point else len(parts), len(parts) + 1)
    return any(
        total.interval.meets(added(term.interval for term in some))
        for count in counts
        for some in (parts[:count], parts[-count:])
    )


def _is_said_elsewhere(
    passage: Passage, total: Term, parts: Sequence[Term], computed: Decimal
) -> bool:
    """Is the sum another figure of the sentence? Then that is the total."""
    used = {total.index, *(term.index for term in parts)}
    return any(
        term.index not in used and term.measure == total.measure and term.value == computed
        for term in passage.terms
    )
