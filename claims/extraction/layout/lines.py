"""The lines of a text as given: where their words stand, and what is beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REPLY_MARKS = re.compile(r"[ \t]*>[> \t]*")


@dataclass(frozen=True, slots=True)
class Given:
    """A line: its words from ``start`` to ``end``, and how many reply marks stand in front.

    ``edge`` is where the line begins behind them: white space in front of the words is an empty
    cell in a table.
    """

    edge: int
    start: int
    end: int
    replies: int
    words: str

    @property
    def is_blank(self) -> bool:
        return not self.words


def given_lines(text: str) -> Iterator[Given]:
    """The lines of the text in order, blank ones too."""
    place = 0
    for line in text.split("\n"):
        marks = _REPLY_MARKS.match(line)
        inner = line[marks.end() :] if marks else line
        edge = place + len(line) - len(inner)
        start = edge + len(inner) - len(inner.lstrip())
        words = inner.strip()
        yield Given(edge, start, start + len(words), marks[0].count(">") if marks else 0, words)
        place += len(line) + 1
