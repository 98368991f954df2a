"""Tells navigation, bylines and offers from statements, by the lexicon of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lexicon.boilerplate import ANYWHERE, OPENINGS, WHOLE_LINES, WITHDRAWALS


def _one_of(entries: Iterable[tuple[str, str]]) -> str:
    return "(?:" + "|".join(pattern for pattern, _ in entries) + ")"


_BULLET = r"[\s\"'“”‘’«»•*·>|\-–—]*"
_OPENING = re.compile(_BULLET + _one_of(OPENINGS), re.IGNORECASE)
_WHOLE_LINE = re.compile(_BULLET + _one_of(WHOLE_LINES) + r"[\s.…>»|]*", re.IGNORECASE)
_WITHDRAWAL = re.compile(_one_of(WITHDRAWALS), re.IGNORECASE)
_ANYWHERE = re.compile(_one_of(ANYWHERE), re.IGNORECASE)


def is_boilerplate(sentence: str, line: str) -> bool:
    """Whether the sentence, or the line it stands in, is no statement: "Read more: 5 charts"."""
    return bool(
        _WHOLE_LINE.fullmatch(line) or _OPENING.match(sentence) or _ANYWHERE.search(sentence)
    )


def is_withdrawn(sentence: str) -> bool:
    """Whether a notice takes back what the sentence says: "An earlier version said 3 had died"."""
    return bool(_WITHDRAWAL.search(sentence))
