"""The sentences of a text, each with its figures as one mark: "It killed ¤ people: ¤ men"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .terms import Term

MARK = "¤"
# A "sentence" of more figures is a table, or a list without end
_MOST = 60
_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)"
    r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z¤])|\n\s*\n|\n(?=\s*[-•*–]\s)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its ``shape`` has each figure as one :data:`MARK`, ``terms`` are those."""

    shape: str
    terms: Sequence[Term]
    marks: Sequence[int]
    paragraph: int

    def within(self, start: int, end: int) -> list[Term]:
        """The terms between two places of the shape."""
        return list(self.terms[bisect_left(self.marks, start) : bisect_left(self.marks, end)])

    def at(self, place: int) -> Term:
        """The term whose mark stands at this place."""
        return self.terms[self.number(place)]

    def number(self, place: int) -> int:
        """The number of the term whose mark stands at this place, or next behind it."""
        return bisect_left(self.marks, place)

    def before(self, place: int) -> Sequence[Term]:
        """The terms in front of a place of the shape."""
        return self.terms[: self.number(place)]

    def gap(self, number: int) -> str:
        """The words behind a term, up to the next one or the end of the sentence."""
        start = self.marks[number] + 1
        last = number + 1 == len(self.marks)
        return self.shape[start:] if last else self.shape[start : self.marks[number + 1]]


def passages(text: str, terms: Sequence[Term]) -> Iterator[Passage]:
    """The sentences that have a figure, in order."""
    shape = _shape(text, terms)
    first, start, paragraph = 0, 0, 0
    for end, blank in [
        *((m.end(), "\n" in m.group()) for m in _END.finditer(shape)),
        (len(shape), 0),
    ]:
        sentence = shape[start:end]
        marks = [at for at, character in enumerate(sentence) if character == MARK]
        if 0 < len(marks) <= _MOST:
            found = terms[first : first + len(marks)]
            yield Passage(sentence.replace("\n", " "), found, marks, paragraph)
        first, start = first + len(marks), end
        paragraph += bool(blank)


def _shape(text: str, terms: Sequence[Term]) -> str:
    parts, at = [], 0
    for term in terms:
        parts.append(text[at : term.start].replace(MARK, " "))
        at = term.end
    return MARK.join([*parts, text[at:].replace(MARK, " ")])


def whole_before(
    here: Sequence[Term], before: Sequence[Passage], parts: Sequence[Term]
) -> Term | None:
    """The one figure that the parts can be of: of those here, else of the nearest sentence before.

    ``None`` where there are several.
    """
    largest = max(part.value for part in parts)
    for terms in (here, *(passage.terms for passage in before)):
        found = [
            term
            for term in terms
            if term.measure == parts[0].measure and not term.change and term.value >= largest
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None
