"""Claims at hand, and which of them a text repeats: an archive in memory.

It loads numpy and the weights of word vectors, so it stands beside the room's door: who needs
it imports it from here, and no page does. Words and vectors propose, figures decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from claims.figures import may_agree, may_hold_figures
from claims.one_thread import use_one_thread

from .index import MOST_CANDIDATES, Index, Signs, Weights
from .posts import plain_post
from .relating import Matched, relate
from .stated import Stated, stated_in

# What each sign counts for whether a text states what an archived one does, as log odds. Set by
# hand, in round numbers; docs/decisions.md says how.
MEANING = 3.0
PART = 4.0
SHARED = 0.5
RAREST = 10.0
COVERED = 8.0
COVERING = 13.0
NOTHING_SPEAKS_FOR_IT = -21.0
# One of which no other is near is likelier: so much of its lead over the next counts as well.
LEAD = 0.25
# From here on a text is said to state the same, and from there on figures are compared.
SAME = 0.5
NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Archived:
    """A claim of the archive, with the headline under which it stands, where it has one."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An archived claim that a text may state, and how likely that is, 0 to 1."""

    id: str
    score: float
    relation: Matched

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "score": self.score, "relation": self.relation}


class Archive:
    """Claims that texts are matched against."""

    def __init__(self, claims: Sequence[Archived]) -> None:
        use_one_thread()
        self._claims = claims
        self._index = Index([_whole(claim) for claim in claims])
        self._stated = lru_cache(maxsize=10_000)(self._read)

    def matches(self, text: str, published: date | None = None, top: int = 5) -> list[Match]:
        """The claims that a text is likeliest to state, the likeliest first, at most ``top``.

        A text without a word that is rare enough to tell anything has none.
        """
        said = plain_post(text)
        asked = self._index.ask(said)
        rows = self._index.candidates(asked, most=max(MOST_CANDIDATES, 2 * top))
        if not len(rows):
            return []
        scores = likelihood(_with_lead(evidence(self._index.signs(asked, rows))))
        best = np.argsort(-scores, kind="stable")[:top]
        stated = stated_in(said, published) if may_hold_figures(said) else None
        return [
            Match(
                self._claims[rows[place]].id,
                round(float(scores[place]), 4),
                self._relation(stated, int(rows[place]), float(scores[place])),
            )
            for place in best
        ]

    def _relation(self, stated: Stated | None, row: int, score: float) -> Matched:
        """What the figures say of two that are near; without figures, how near they are.

        In a post of several statements a negation is often another's, so figures that meet
        never make it another figure.
        """
        theirs = self._stated(row) if stated and stated.figures and score >= NEAR else None
        if stated and theirs:
            found = relate(stated, theirs)
            if found.one and found.other and not may_agree(found.one, found.other):
                return "related" if found.matched == "same" else found.matched
            if found.matched == "same":
                return "same"
        return "same" if score >= SAME else "related"

    def _read(self, row: int) -> Stated | None:
        claim = self._claims[row]
        return stated_in(claim.text, claim.published) if may_hold_figures(claim.text) else None


def evidence(signs: Signs) -> Weights:
    """What speaks for each candidate being what was asked for, as log odds."""
    odds = (
        NOTHING_SPEAKS_FOR_IT
        + MEANING * signs.meaning
        + PART * signs.part
        + SHARED * signs.shared
        + RAREST * signs.rarest
        + COVERED * signs.covered
        + COVERING * signs.covering
    )
    return np.asarray(odds, np.float32)


def likelihood(odds: Weights) -> Weights:
    """Log odds as likelihood, 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _with_lead(odds: Weights) -> Weights:
    """Log odds with a part of each one's lead over the best of the others."""
    if len(odds) < 2:
        return odds
    second, first = np.partition(odds, -2)[-2:]
    best_other = np.where(odds == first, second, first)
    return np.asarray(odds + LEAD * (odds - best_other), np.float32)


def _whole(claim: Archived) -> str:
    return f"{claim.title or ''}\n{claim.text}".strip()
