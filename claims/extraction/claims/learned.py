"""How much a statement reads like those that people called worth a check, or factual at all.

Two linear measures over the statement's signs. Their weights were learned from the ClaimBuster
dataset by ``benchmarks/worthiness_model.py`` and stand in ``lexicon/checkworthy.tsv`` with
where they come from. Here they are only added up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.figures.lexicon.stopwords import STOP_WORDS

WEIGHTS = Path(__file__).parent / "lexicon" / "checkworthy.tsv"
START = "START"  # the line of what is added whatever a statement says


class Sign(NamedTuple):
    """What one sign adds to each measure, and how rare it is (log of the inverse frequency)."""

    weight: float
    fact: float
    rarity: float


class Likeness(NamedTuple):
    """The log-odds that people would call it worth a check, and the word that says so most.

    ``fact`` are those that it states a fact, worth a check or not.
    """

    log_odds: float
    word: str | None
    fact: float


def likeness(signs: Iterable[str]) -> Likeness:
    """The measure of a statement with these signs; unknown ones count for nothing."""
    known = _weights()
    found = sorted(sign for sign in signs if sign in known)
    length = math.sqrt(sum(known[sign].rarity ** 2 for sign in found)) or 1.0
    parts = {sign: known[sign].weight * known[sign].rarity / length for sign in found}
    total = known[START].weight + sum(parts.values())
    fact = sum(known[sign].fact * known[sign].rarity / length for sign in found)
    return Likeness(total, _telling_word(parts, total), known[START].fact + fact)


def _telling_word(parts: dict[str, float], total: float) -> str | None:
    """The word that pulls most in the direction of the whole."""
    words = {sign[2:]: part for sign, part in parts.items() if _is_word(sign)}
    side = 1 if total >= 0 else -1
    word = max(words, key=lambda word: side * words[word], default=None)
    return word if word is not None and side * words[word] > 0 else None


def _is_word(sign: str) -> bool:
    word = sign[2:]
    return sign.startswith("w:") and word.isalpha() and word.islower() and word not in STOP_WORDS


@lru_cache(maxsize=1)
def _weights() -> dict[str, Sign]:
    found = {}
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            sign, weight, fact, rarity = line.split("\t")
            found[sign] = Sign(float(weight), float(fact), float(rarity))
    return found
