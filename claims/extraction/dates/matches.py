"""A match of the grammar of dates, and what it is read against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from . import calendar as calendar
from .calendar import Period
from .words import Word

UNIT_KINDS = (
    "UNIT", "UNITS", "DAY_UNIT", "WEEKEND", "YEAR_UNIT", "QUARTER", "CENTURY", "HALF",
)  # fmt: skip


class UnresolvedError(ValueError):
    """The words are a date, but not one with days: "three years ago" without a publication."""


@dataclass(frozen=True)
class When:
    """What a date is read against.

    ``published`` is the article's date. ``tense`` tells whether the sentence
    is about the future, None if it has no tense. ``anchor`` is the period and
    ``day`` the day that the text spoke of before. ``next_word`` follows the
    date. ``fiscal_start`` gives the month in which years called fiscal,
    financial or FY (None) begin.
    """

    published: date | None
    tense: Callable[[], bool | None] = lambda: None
    anchor: Period | None = None
    day: Period | None = None
    next_word: str = ""
    fiscal_start: Callable[[str | None], int] = lambda word: calendar.OCTOBER

    @cached_property
    def future(self) -> bool | None:
        return self.tense()

    @property
    def today(self) -> date:
        if self.published is None:
            raise UnresolvedError
        return self.published

    @property
    def around(self) -> date:
        """The first day of what the text spoke of before, else the day of publication."""
        return self.anchor.first if self.anchor else self.today


@dataclass(frozen=True)
class Match:
    """Words that a rule matched: ``words[at:stop]`` of a paragraph's words."""

    words: Sequence[Word]
    at: int
    stop: int
    reading: Reading

    @property
    def start(self) -> int:
        return self.words[self.at].start

    @property
    def end(self) -> int:
        return self.words[self.stop - 1].end

    @cached_property
    def own(self) -> Sequence[Word]:
        return self.words[self.at : self.stop]

    def preceded_by(self, *kinds: str) -> bool:
        return self.at > 0 and self.words[self.at - 1].kind in kinds

    def followed_by(self, kind: str) -> bool:
        return self.stop < len(self.words) and self.words[self.stop].kind == kind

    def cut(self, *kinds: str) -> tuple[Match, Match]:
        """What stands before and after the first word of these kinds."""
        at = next(i for i, word in enumerate(self.own, self.at) if word.kind in kinds)
        return replace(self, stop=at), replace(self, at=at + 1)

    def all(self, *kinds: str) -> list[Any]:
        return [word.value for word in self.own if word.kind in kinds]

    def one(self, *kinds: str) -> Any:
        """The first such word's value, None without one."""
        return next((word.value for word in self.own if word.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self.own)

    @property
    def month(self) -> int:
        return self.one("MONTH", "SHORT_MONTH")

    @property
    def unit(self) -> str:
        return self.one(*UNIT_KINDS)

    @property
    def step(self) -> int:
        return self.one("LAST", "THIS", "NEXT", "COMING", "ANCHORED")

    def read(self, when: When) -> Period | None:
        """The days this means, None where it names none."""
        try:
            return self.reading(self, when)
        except (ValueError, OverflowError):
            return None


Reading = Callable[[Match, When], Period]
