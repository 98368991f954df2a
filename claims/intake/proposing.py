"""What a row keeps of the record that proposed it, with the rule that found it.

A rule is named for what it looks for, so that people's corrections can be counted by it.
"""

from __future__ import annotations

import re
from typing import Any

from claims.extraction import records

_YEAR = re.compile(r"\d{4}")
Record = records.Claim | records.Quantity | records.Attribution | records.DateSpan


def proposal(found: Record) -> dict[str, Any]:
    """The record as JSON, and under "rule" the name of the rule."""
    return {**found.as_dict(), "rule": _rule(found)}


def _rule(found: Record) -> str:
    match found:
        case records.Claim(attributions=()):
            return "stated_figure" if found.quantities else "stated_absolute"
        case records.Claim():
            return "reported_figure" if found.quantities else "reported"
        case records.Attribution(cue=None):
            return f"{found.kind}_without_cue"
        case records.Attribution():
            return f"{found.kind}_with_cue"
        case records.DateSpan():
            return "date_with_year" if _YEAR.search(found.text) else "date_seen_from_day"
    return f"figure_{found.kind}"
