"""A command that reads JSON Lines: what a new one has to say, and what it gets for it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.management import call_command

from claims.management.jsonl import Failed, JsonLinesCommand, identity, required_text


@dataclass(frozen=True)
class Length:
    id: str
    words: int

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "words": self.words}


Text = tuple[str, str]


class CountWords(JsonLinesCommand[Text, Length]):
    def read(self, record: dict[str, Any]) -> Text:
        return identity(record), required_text(record, "text")

    def identify(self, record: Text) -> str:
        return record[0]

    def answer(self, records: Iterator[Text], failed: Failed[Text]) -> Iterator[Length]:
        for record in list(records):  # reads ahead
            if "?" in record[1]:
                failed(record, ValueError("a question"))
            else:
                yield Length(record[0], len(record[1].split()))


def answers(lines: str, monkeypatch: pytest.MonkeyPatch) -> tuple[list[dict[str, Any]], int]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    out, status = io.StringIO(), 0
    try:
        call_command(CountWords(stdout=out), "-")
    except SystemExit as ended:
        status = int(ended.code or 0)
    return [json.loads(line) for line in out.getvalue().splitlines()], status


def test_each_record_has_its_line_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = '{"id": 1, "text": "two words"}\n\n{"id": "b", "text": "and three more"}\n'
    found, status = answers(lines, monkeypatch)
    assert found == [{"id": "1", "words": 2}, {"id": "b", "words": 3}]
    assert status == 0


def test_what_went_wrong_stands_in_its_place_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = '{"id": "a", "text": "why?"}\nnonsense\n{"id": "c"}\n{"id": "d", "text": "well"}\n'
    found, status = answers(lines, monkeypatch)
    assert [line["id"] for line in found] == ["a", None, "c", "d"]
    assert [line["error"] for line in found[:3]] == [
        "it failed: ValueError('a question')",
        "line 2: not JSON: Expecting value (character 1)",
        'line 3: there is no "text"',
    ]
    assert found[3] == {"id": "d", "words": 1}
    assert status == 1
