"""What a statement with figures is found by: two of its words beside each measure.

Two statements of one matter share two telling words and the measure of a figure, whatever
the figure. The keys are made of the statement alone: what is common in the archive is not
asked, so the same text has the same keys in any archive.
"""

from __future__ import annotations

import hashlib
from itertools import combinations

from claims.figures import measure_of

from .news_words import NEWS_WORDS
from .stated import Stated

# "112 drones", "13 jets" and "40 missiles" of one sentence are found; of a list, the first
MOST_MEASURES = 3
MOST_TERMS = 6
_SHORTEST = 3


def keys_of(stated: Stated) -> frozenset[int]:
    """The keys as 64-bit numbers; none of a statement without a figure.

    "The flood killed 17 people in Tamber" has (count, flood, kill), (count, people, tamber), …
    """
    measures = list(dict.fromkeys(measure_of(figure) for figure in stated.figures))
    pairs = list(combinations(sorted(_terms(stated)), 2))
    return frozenset(
        _number(f"{measure}\n{one}\n{other}")
        for measure in measures[:MOST_MEASURES]
        for one, other in pairs
    )


def _terms(stated: Stated) -> list[str]:
    """The words that tell most, without asking an archive: names, and then the longest."""
    words = dict.fromkeys(
        word for word in stated.words if len(word) >= _SHORTEST and word not in NEWS_WORDS
    )
    ranked = sorted(words, key=lambda word: (word not in stated.names, -len(word), word))
    return ranked[:MOST_TERMS]


def _number(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def mark_of(fingerprint: str) -> int:
    """A claim's place among those of its day: by what it states, not by when it came in."""
    return _number(fingerprint)
