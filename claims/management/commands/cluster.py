"""`cluster`: which texts state the same thing, their figures aside, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claims.matching.clustering import clusters

from ..jsonl import Failed, JsonLinesCommand, identity, required_text


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Clustered:
    """A text's cluster, named after the first text in it."""

    id: str
    cluster: str

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "cluster": self.cluster}


class Command(JsonLinesCommand[Text, Clustered]):
    """Reads everything before the first answer: the last text may belong to the first."""

    help = (
        "Put together the texts on standard input that state the same thing, their figures "
        "aside. All are read before the first is answered."
    )

    def read(self, record: dict[str, Any]) -> Text:
        return Text(identity(record), required_text(record, "text"))

    def identify(self, record: Text) -> str:
        return record.id

    def answer(self, records: Iterator[Text], failed: Failed[Text]) -> Iterator[Clustered]:
        texts = list(records)
        names = _names([text.id for text in texts])
        for text, first in zip(texts, clusters([text.text for text in texts]), strict=True):
            yield Clustered(text.id, names[first])


def _names(ids: list[str]) -> list[str]:
    """A name for the cluster that each text would be the first of: its id, once."""
    known: set[str] = set()
    names = []
    for number, name in enumerate(ids):
        names.append(f"{name}, {number + 1}" if name in known else name)
        known.add(name)
    return names
