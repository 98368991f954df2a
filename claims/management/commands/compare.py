"""`compare`: whether two statements agree or contradict each other, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from claims.matching import Stated, relate, stated_in

from ..jsonl import Failed, JsonLinesCommand, each, identity, optional_day, required_text

Statement = tuple[str, date | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """The two statements of a line, each a text and its day."""

    id: str
    one: Statement
    other: Statement


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to a line."""

    id: str
    relation: str

    def as_dict(self) -> dict[str, str]:
        return {"id": self.id, "relation": self.relation}


@lru_cache(maxsize=8192)
def _read(text: str, published: date | None) -> Stated:
    """One statement is often held against several."""
    return stated_in(text, published)


class Command(JsonLinesCommand[Pair, Comparison]):
    help = "Tell of each pair of statements on standard input whether its figures agree."

    def read(self, record: dict[str, Any]) -> Pair:
        one, other = (
            (required_text(record, side), optional_day(record, f"{side}_published"))
            for side in ("a", "b")
        )
        return Pair(identity(record), one, other)

    def identify(self, record: Pair) -> str:
        return record.id

    def answer(self, records: Iterator[Pair], failed: Failed[Pair]) -> Iterator[Comparison]:
        return each(records, failed, _compared)


def _compared(pair: Pair) -> Comparison:
    return Comparison(pair.id, relate(_read(*pair.one), _read(*pair.other)).compared)
