"""The sentences of a text, each with its figures as one mark: "It killed ¤ people: ¤ men"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .terms import Term

MARK = "¤"
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
        if marks:
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
