"""Texts cut at the bounds of what was found in them, so that a page can mark each piece.

Spans may nest and overlap; the pieces lie side by side and each knows all the marks
that cover it. No character is lost: the pieces joined are the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# No text is wrapped by hand wider than this; a text with a longer line is not wrapped.
WIDEST_WRAPPED = 100
# Three line ends may look like wrapping by chance; of those in a list, few do.
FEWEST_WRAPPED = 3
SHARE_WRAPPED = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to mark: ``kind`` says how, ``of`` the row that it belongs to.

    ``note`` is said where it begins, by the name ``anchor``.
    """

    start: int
    end: int
    kind: str
    of: int = 0
    note: str = ""
    anchor: str = ""


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

    @property
    def of(self) -> str:
        """The rows that its marks belong to, each once: "3 4"."""
        return " ".join(dict.fromkeys(str(mark.of) for mark in self.marks if mark.of))


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
    """The pieces paragraph by paragraph, without the breaks and the empty lines between them.

    A paragraph is a line; in a text that was wrapped by hand it is all the lines up to one
    that ends before its width, with their breaks inside.
    """
    end = len(text) if end is None else min(end, len(text))
    ordered = sorted(marks, key=lambda mark: mark.start)
    shown: list[list[Piece]] = []
    first = 0
    for here, there in _paragraph_bounds(text, start, end):
        while first < len(ordered) and ordered[first].end <= here:
            first += 1
        touching = []
        for mark in ordered[first:]:
            if mark.start >= there:
                break
            touching.append(mark)
        shown.append(pieces(text, touching, here, there))
    return shown


def _paragraph_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each paragraph of ``text[start:end]`` begins and ends."""
    lines, reach = [], start
    for line in text[start:end].splitlines(keepends=True):
        here, reach = reach, reach + len(line)
        lines.append((here, here + len(line.rstrip("\r\n"))))
    width = _wrapped_at(text.splitlines())
    found: list[tuple[int, int]] = []
    goes_on = False
    for (here, there), after in zip(lines, [*lines[1:], (end, end)], strict=False):
        line = text[here:there]
        if not line.strip():
            goes_on = False
            continue
        found.append((found.pop()[0] if goes_on else here, there))
        goes_on = bool(width) and _is_full(line, text[slice(*after)], width)
    return found


def _wrapped_at(lines: Sequence[str]) -> int:
    """The width at which somebody wrapped the text by hand; 0 where nobody did.

    Whoever wraps ends a line where the next word had no room: most line ends within a
    paragraph are of that kind, while in a list or a page of short paragraphs few are.
    """
    width = max(map(len, lines), default=0)
    if width > WIDEST_WRAPPED:
        return 0
    inner = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = sum(_is_full(line, after, width) for line, after in inner)
    return width if full >= max(FEWEST_WRAPPED, SHARE_WRAPPED * len(inner)) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would have had no room in this one."""
    return bool(after.strip()) and len(line) + 1 + len(after.split(maxsplit=1)[0]) > width


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
