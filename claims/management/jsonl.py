"""JSON Lines in, JSON Lines out: what the commands that stream records are made of.

Each line is a record, or what is wrong with it in its place. A command derives from
:class:`JsonLinesCommand` and says how a record is read and how records are answered.
"""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from django.core.management.base import BaseCommand, CommandParser

from claims.ingest import read_published

Record = TypeVar("Record")


class Writable(Protocol):
    """What is written for a record."""

    def as_dict(self) -> dict[str, Any]: ...


Answer = TypeVar("Answer", bound=Writable)


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


Failed = Callable[[Record, Exception], None]


def each(
    records: Iterable[Record], failed: Failed[Record], answer: Callable[[Record], Answer]
) -> Iterator[Answer]:
    """The answer to each record by itself: one that fails must not cost the rest theirs."""
    for record in records:
        try:
            answered = answer(record)
        except Exception as error:  # noqa: BLE001 - told in the record's place
            failed(record, error)
        else:
            yield answered


def in_order(
    items: Iterable[Record | Problem],
    answer: Callable[[Iterator[Record], Failed[Record]], Iterable[Answer]],
    identify: Callable[[Record], str],
) -> Iterator[Answer | Problem]:
    """The answer to each record, and each problem in its place.

    ``answer`` may read ahead, so what was read waits here until it is its turn; a record
    that it reports as failed has a problem for an answer. ``identify`` gives a record's id.
    """
    waiting: deque[Record | Problem] = deque()

    def records() -> Iterator[Record]:
        for item in items:
            waiting.append(item)
            if not isinstance(item, Problem):
                yield item

    def failed(record: Record, error: Exception) -> None:
        place = next(i for i, item in enumerate(waiting) if item is record)
        waiting[place] = Problem(identify(record), f"it failed: {error!r}")

    for answered in answer(records(), failed):
        yield from _problems_in_front(waiting)
        waiting.popleft()
        yield answered
    yield from _problems_in_front(waiting)


def _problems_in_front(waiting: deque[Any]) -> Iterator[Problem]:
    while waiting and isinstance(problem := waiting[0], Problem):
        waiting.popleft()
        yield problem


class JsonLinesCommand(BaseCommand, Generic[Record, Answer]):
    """Reads records from standard input and writes one JSON line each, as a stream.

    A bad line gets ``{"id", "error"}`` in its place, the rest goes on, and the exit
    status is 1. Needs neither environment nor database.
    """

    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("input", choices=["-"], help="JSON Lines on standard input")

    def handle(self, **options: Any) -> None:
        records = read_lines(sys.stdin.buffer, self.read)
        self.write_all(in_order(records, self.answer, self.identify), self.show_json)

    def read(self, record: dict[str, Any]) -> Record:
        """The record of a line. Raises :class:`BadRecordError`."""
        raise NotImplementedError

    def identify(self, record: Record) -> str:
        """The record's id, for a problem that comes up later."""
        raise NotImplementedError

    def answer(self, records: Iterator[Record], failed: Failed[Record]) -> Iterable[Answer]:
        """An answer to each record, in order; none to one that was told as failed."""
        raise NotImplementedError

    def write_all(
        self, results: Iterable[Answer | Problem], show: Callable[[Answer | Problem], None]
    ) -> None:
        """Show each as it comes; exit with 1 at the end where some are problems."""
        some_failed = False
        try:
            for result in results:
                some_failed |= isinstance(result, Problem)
                show(result)
        except BrokenPipeError:
            # The reader has gone; Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        if some_failed:
            sys.exit(1)

    def show_json(self, result: Writable) -> None:
        # As ASCII a line is one line in every encoding, lone surrogates and U+2028 included.
        self.stdout.write(json.dumps(result.as_dict()))
        self.stdout.flush()
