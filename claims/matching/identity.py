"""When two mentions are one claim."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from claims.figures import StatedFigure


def fingerprint(
    words: Sequence[str],
    speakers: Iterable[str],
    figures: Iterable[StatedFigure],
    periods: Iterable[tuple[date, date]],
) -> str:
    """The claim's identity: equal for two mentions exactly where they are one claim.

    ``words`` are the content words in order, normalised; ``speakers`` the full
    names; ``periods`` the resolved first and last days. A sha256 in hex.
    """
    parts = {
        "words": list(words),
        "speakers": sorted(speakers),
        "figures": sorted(
            [
                figure.kind,
                _canonical(figure.low),
                _canonical(figure.high),
                figure.modifier,
                figure.unit or "",
                figure.currency or "",
            ]
            for figure in figures
        ),
        "periods": sorted({(first.isoformat(), last.isoformat()) for first, last in periods}),
    }
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")
