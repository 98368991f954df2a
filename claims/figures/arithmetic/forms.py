"""Shapes of sentences in which figures speak of each other, each with an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .passages import MARK, Passage
from .terms import Term

# Between a part and its whole: "84 of the 112", "900 jobs out of its roughly 3,600"
OF = (
    r"(?:\s(?!and\b|or\b)[\w'’-]+){0,2}?\s(?:out\s)?of\s"
    r"(?:(?!and\b|or\b|in\b|which\b|whom\b|them\b)[\w'’-]+\s){0,4}?"
)
# "Of the 112 drones, 84 were shot down": the whole of all that follows
WHOLE_FIRST = re.compile(
    r"(?:^|[,;:–—“\"]\s?|\bthat\s|\band\s)(?:out\s)?of\s(?:[\w'’-]+\s){0,4}?(?P<whole>¤)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern over a passage's shape and a sentence that it is for.

    Its groups that are one :data:`MARK` are figures by name; others are words.
    """

    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as a passage fills it: the figures by name, and the words of the match."""

    figures: dict[str, Term]
    match: re.Match[str]

    def word(self, name: str) -> str:
        """The words of a group, "" where it is empty or the form has none of that name."""
        return self.match.groupdict().get(name) or ""


def forms(*table: tuple[str, str]) -> tuple[Form, ...]:
    """The forms of a table of patterns and examples."""
    return tuple(Form(re.compile(pattern, re.IGNORECASE), example) for pattern, example in table)


def filled(passage: Passage, table: Iterable[Form]) -> Iterator[Filled]:
    """Each place of the passage that has one of these forms."""
    for form in table:
        for match in form.pattern.finditer(passage.shape):
            figures = {
                name: passage.at(match.start(name))
                for name, words in match.groupdict().items()
                if words == MARK
            }
            yield Filled(figures, match)
