"""Texts cut at the bounds of what was found in them, so that a page can mark each piece.

Spans may nest and overlap; the pieces lie side by side and each knows all the marks
that cover it. No character is lost: the pieces joined are the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to mark: ``kind`` says how, ``of`` the row that it belongs to."""

    start: int
    end: int
    kind: str
    of: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks throughout; ``opens`` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    start: int = field(default=0, compare=False)

    @property
    def kinds(self) -> str:
        """The kinds of its marks, each once: a class attribute's value."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """``text[start:end]`` cut at the marks' bounds; marks beyond its ends are clipped."""
    end = len(text) if end is None else min(end, len(text))
    clipped = [
        (max(mark.start, start), min(mark.end, end), mark)
        for mark in marks
        if max(mark.start, start) < min(mark.end, end)
    ]
    clipped.sort(key=lambda found: (found[0], -found[1]))
    bounds = sorted({start, end, *(b for first, last, _mark in clipped for b in (first, last))})
    found: list[Piece] = []
    covering: list[tuple[int, int, Mark]] = []
    coming = 0
    for here, there in pairwise(bounds):
        opening = coming
        while coming < len(clipped) and clipped[coming][0] == here:
            coming += 1
        covering = [span for span in covering if span[1] > here] + clipped[opening:coming]
        found.append(
            Piece(
                text[here:there],
                tuple(mark for *_clip, mark in covering),
                tuple(mark for *_clip, mark in clipped[opening:coming] if mark.start == here),
                here,
            )
        )
    return found


def paragraphs(
    text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None
) -> list[list[Piece]]:
    """The pieces line by line, without the line breaks and without empty lines."""
    end = len(text) if end is None else min(end, len(text))
    ordered = sorted(marks, key=lambda mark: mark.start)
    lines: list[list[Piece]] = []
    first, reach = 0, start
    for line in text[start:end].splitlines(keepends=True):
        here, reach = reach, reach + len(line)
        if not line.strip():
            continue
        while first < len(ordered) and ordered[first].end <= here:
            first += 1
        touching = []
        for mark in ordered[first:]:
            if mark.start >= reach:
                break
            touching.append(mark)
        lines.append(pieces(text, touching, here, here + len(line.rstrip("\r\n"))))
    return lines


def places(wording: str, phrases: Iterable[str], kind: str) -> list[Mark]:
    """Where the phrases stand in the wording, each sought after the one before.

    A phrase that the wording does not have is passed over.
    """
    found, reach = [], 0
    for phrase in phrases:
        at = wording.find(phrase, reach) if phrase else -1
        if at >= 0:
            reach = at + len(phrase)
            found.append(Mark(at, reach, kind))
    return found
