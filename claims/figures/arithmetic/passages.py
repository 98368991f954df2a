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
    r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z¤])|\n\s*\n|\n(?=\s*[-•*–]\s)|(?<![:,])\n(?=[A-Z¤])"
)
_BULLET = re.compile(r"(?:^|\n)[ \t]*[-•*–][ \t]+")
_ITEMS = re.compile(r":[ \t]*\n\s*(?P<items>(?:[ \t]*[-•*–][ \t]+[^\n]{1,120}(?:\n|\Z)){2,20})")
_LABELLED = re.compile(r"^([^:¤]{1,40}):\s*(¤)")  # "Roads: ¤" is "¤ Roads"
_LINE_BREAK = "\n"
# A line that is shorter and not the last of its paragraph is no line that was wrapped
_SHORT = 45
_SPACE = re.compile(r"\s*\n[>\s]*|\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its ``shape`` has each figure as one :data:`MARK`, ``terms`` are those."""

    shape: str
    terms: Sequence[Term]
    marks: Sequence[int]

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
    first, start = 0, 0
    shape = _ITEMS.sub(_in_line, _shape(text, terms))
    for end in (*_ends(shape), len(shape)):
        sentence = _SPACE.sub(" ", shape[start:end])
        marks = [found.start() for found in re.finditer(MARK, sentence)]
        if 0 < len(marks) <= _MOST:
            yield Passage(sentence, terms[first : first + len(marks)], marks)
        first, start = first + len(marks), end


def _ends(shape: str) -> Iterator[int]:
    """Where sentences end; a line break inside a paragraph is white space."""
    for found in _END.finditer(shape):
        line = found.start() - shape.rfind(_LINE_BREAK, 0, found.start())
        if found.group() != _LINE_BREAK or line <= _SHORT:
            yield found.end()


def _in_line(found: re.Match[str]) -> str:
    """A list of bullets behind a colon, as a sentence has it: ": 84 men, 31 women."."""
    items = (item.strip(" \t\n;,.") for item in _BULLET.split(found["items"]) if item.strip())
    said = (_LABELLED.sub(lambda label: f"{label[2]} {label[1].lower()}", item) for item in items)
    return f": {', '.join(said)}.\n\n"


def _shape(text: str, terms: Sequence[Term]) -> str:
    parts, at = [], 0
    for term in terms:
        parts.append(text[at : term.start].replace(MARK, " "))
        at = term.end
    return MARK.join([*parts, text[at:].replace(MARK, " ")])


# A figure that the text sets aside for another: "410 million, raising the figure of 340 million"
_SET_ASIDE = re.compile(
    r"\b(?:from|than|with|to|against|instead\sof|figure\sof|estimate\sof|not)\s(?:the\s)?$"
)


def whole_before(
    here: Sequence[Term], before: Sequence[Passage], parts: Sequence[Term]
) -> Term | None:
    """The one figure that the parts can be of: of those here, else of the nearest sentence before.

    ``None`` where there are several.
    """
    largest = max(part.value for part in parts)
    for terms in (here, *map(_stated, before)):
        found = [
            term
            for term in terms
            if term.measure == parts[0].measure and not term.change and term.value >= largest
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _stated(passage: Passage) -> list[Term]:
    """The terms of a sentence; where it has several, without those that another replaces."""
    if len(passage.terms) == 1:
        return list(passage.terms)
    places = zip(passage.terms, passage.marks, strict=True)
    return [term for term, mark in places if not _SET_ASIDE.search(passage.shape[:mark][-40:])]
