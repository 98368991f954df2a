"""What a statement with figures is found by: two telling words beside each figure's measure.

Two statements of one matter share the measure of a figure and two of the words around it,
whatever the figure. The keys are made of the statement alone: what is common in the archive
is not asked, so the same text has the same keys in any archive.
"""

from __future__ import annotations

import hashlib
from itertools import combinations

from claims.figures import Measured, measure_of

from .stated import Stated

# Of a list of figures, the first
MOST_FIGURES = 3
MOST_TERMS = 6
# What is counted tells more than any word beside the figure, a name wherever it stands
_HEAD = 2.0
_NAME = 0.6


def keys_of(stated: Stated) -> frozenset[int]:
    """The keys as 64-bit numbers; none of a statement without a figure.

    "The flood in Tamber killed 17 people" has (count, death, person), (count, person, tamber), …
    """
    return frozenset(
        _number(f"{measure_of(figure)}\n{one}\n{other}")
        for figure in stated.figures[:MOST_FIGURES]
        for one, other in combinations(sorted(_terms(stated, figure)), 2)
    )


def _terms(stated: Stated, figure: Measured) -> list[str]:
    """The words that tell most of what the figure is: what it counts, what is near, names."""
    weights = dict(figure.near)
    for head in figure.heads:
        weights[head] = weights.get(head, 0.0) + _HEAD
    for name in stated.names:
        weights[name] = weights.get(name, 0.0) + _NAME
    return sorted(weights, key=lambda word: (-weights[word], word))[:MOST_TERMS]


def _number(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def mark_of(fingerprint: str) -> int:
    """A claim's place among those of its day: by what it states, not by when it came in."""
    return _number(fingerprint)
