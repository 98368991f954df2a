"""Datelines: where, when and by whom a report was sent, in front of its first sentence."""

from __future__ import annotations

import re

# Such as "LOWHAVEN, Eastmarch (Agency) - Two people died", "OSLO, May 4 (Reuters) — Norway said"
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:,? [A-Z][a-z]{2,14}\.?,?(?: \d{1,2})?)*(?: \([^()]{2,30}\))?"
    r" (?:-|–|—|―|--) (?=[A-Z\"“‘'\d])"
)


def dateline_end(text: str, start: int = 0, end: int | None = None) -> int:
    """Where the text begins behind its dateline; ``start`` where it has none."""
    found = _DATELINE.match(text, start, len(text) if end is None else end)
    return found.end() if found else start
