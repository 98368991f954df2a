"""JSON Lines in: each line a record, or what is wrong with it in its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from claims.ingest import read_published

Record = TypeVar("Record")


class BadRecordError(Exception):
    """What is wrong with a record, in words for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that gave no result, with its id where that could be read."""

    id: str | None
    error: str

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "error": self.error}


def read_lines(
    lines: Iterable[bytes], build: Callable[[dict[str, Any]], Record]
) -> Iterator[Record | Problem]:
    """What ``build`` makes of each line's object; blank lines are passed over.

    ``build`` raises :class:`BadRecordError` for an object that will not do.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        known: str | None = None
        try:
            record = _decode(line)
            known = identity(record)
            yield build(record)
        except BadRecordError as error:
            yield Problem(known, f"line {number}: {error}")


def identity(record: dict[str, Any]) -> str:
    """The record's "id" as text: "a1", 17 → "17"."""
    value = record.get("id")
    if value is None:
        raise BadRecordError('there is no "id"')
    if isinstance(value, dict | list):
        raise BadRecordError('"id" is neither text nor a number')
    return value if isinstance(value, str) else json.dumps(value)


def required_text(record: dict[str, Any], field: str) -> str:
    value = optional_text(record, field)
    if value is None:
        raise BadRecordError(f'there is no "{field}"')
    return value


def optional_text(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise BadRecordError(f'"{field}" is not a string')
    return value


def optional_day(record: dict[str, Any], field: str) -> date | None:
    """The day as written of a date or date-time: no offset is converted away."""
    value = optional_text(record, field)
    try:
        return read_published(value)[0] if value else None
    except ValueError as error:
        raise BadRecordError(f'"{field}": {error}') from error


def _decode(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRecordError(f"not UTF-8 (byte {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise BadRecordError(f"not JSON: {error.msg} (character {error.pos + 1})") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 10,000 brackets
        raise BadRecordError(f"not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise BadRecordError("not a JSON object")
    return record
