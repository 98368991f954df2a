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
from numpy.typing import NDArray

from claims.figures import may_agree, may_hold_figures
from claims.one_thread import use_one_thread

from .index import MOST_CANDIDATES, Asked, Index, Weights
from .posts import CHARACTERS_READ, plain_post
from .relating import Matched, relate
from .stated import Stated, stated_in

# What each sign counts for whether a text states what an archived one does, as log odds. Set by
# hand, in round numbers; docs/decisions.md says how.
MEANING = 3.0
PART = 4.0
SHARED = 1.0
RAREST = 8.0
COVERED = 8.0
COVERING = 13.0
NOTHING_SPEAKS_FOR_IT = -21.0
# One far ahead of the next ten is likelier: many of an archive are of one matter, and how near
# those come that state something else tells how near a chance one would. So much of the lead
# over their average counts as well; where there are fewer, others are thought to stand there.
LEAD = 0.75
OTHERS = 10
ORDINARY = -5.5
# Taken off, so that at a likelihood of 0.5 about one in twenty texts is taken for another's
CAUTION = 3.2
# So many claims, those that look the likeliest, are compared word by word
MOST_NEAREST = 48
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
        rows, odds = nearest(self._index, self._index.ask(said), max(MOST_NEAREST, top))
        if not len(rows):
            return []
        scores = likelihood(_ahead(odds))
        best = np.argsort(-scores, kind="stable")[:top]
        relations = self._relations(said, published, rows[best].tolist(), scores[best].tolist())
        return [
            Match(self._claims[rows[place]].id, round(float(scores[place]), 4), relation)
            for place, relation in zip(best, relations, strict=True)
        ]

    def _relations(
        self, said: str, published: date | None, rows: list[int], scores: list[float]
    ) -> list[Matched]:
        """What figures say where both sides have them and are near, else how near they are.

        Figures are read only where they may decide.
        """
        to_compare = {
            row
            for row, score in zip(rows, scores, strict=True)
            if score >= NEAR and may_hold_figures(self._claims[row].text)
        }
        stated = stated_in(said, published) if to_compare and may_hold_figures(said) else None
        return [
            by_figures(stated, self._stated(row), score)
            if stated and row in to_compare
            else by_nearness(score)
            for row, score in zip(rows, scores, strict=True)
        ]

    def _read(self, row: int) -> Stated:
        claim = self._claims[row]
        return stated_in(claim.text[:CHARACTERS_READ], claim.published)


def by_figures(stated: Stated, theirs: Stated, score: float) -> Matched:
    """What the figures of two near texts say; where there are none of one measure, nearness.

    In a post of several statements a negation is often another's, so figures that meet never
    make it another figure.
    """
    found = relate(stated, theirs)
    if found.one and found.other:
        if not may_agree(found.one, found.other):
            return "related" if found.matched == "same" else found.matched
        if found.matched == "same":
            return "same"
    return "related" if found.code == "unrelated" else by_nearness(score)


def by_nearness(score: float) -> Matched:
    return "same" if score >= SAME else "related"


def nearest(index: Index, asked: Asked, most: int) -> tuple[NDArray[np.int64], Weights]:
    """The rows that are likeliest what was asked for, at most so many, and the log odds of each.

    What is dear to find out is found out for those alone that look the likeliest.
    """
    rows = index.candidates(asked, max(MOST_CANDIDATES, most))
    if not len(rows):
        return rows, np.empty(0, np.float32)
    hints = index.hints(asked, rows)
    odds = (
        NOTHING_SPEAKS_FOR_IT
        + MEANING * hints.meaning
        + PART * hints.part
        + SHARED * hints.shared
        + RAREST * hints.rarest
    )
    kept = np.argpartition(odds, -most)[-most:] if len(rows) > most else np.arange(len(rows))
    covered, covering = index.coverage(asked, rows[kept])
    return rows[kept], odds[kept] + COVERED * covered + COVERING * covering


def likelihood(odds: Weights) -> Weights:
    """Log odds as likelihood, 0 to 1."""
    return 1 / (1 + np.exp(-odds))


def _ahead(odds: Weights) -> Weights:
    """Log odds weighed by how far ahead of the next ones each is."""
    others = np.full(OTHERS, ORDINARY)
    next_ones = np.sort(odds)[::-1][1 : OTHERS + 1]
    others[: len(next_ones)] = next_ones
    return odds + LEAD * (odds - others.mean()) - CAUTION


def _whole(claim: Archived) -> str:
    return f"{claim.title or ''}\n{claim.text}".strip()
