"""`match`: which claims of an archive a text states, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from claims.matching.retrieval import Archive, Archived, Match

from ..jsonl import (
    BadRecordError,
    Failed,
    JsonLinesCommand,
    Problem,
    each,
    identity,
    optional_day,
    optional_text,
    read_lines,
    required_text,
)


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    text: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer to a query, the likeliest claim first."""

    id: str
    matches: list[Match]

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "matches": [match.as_dict() for match in self.matches]}


class Command(JsonLinesCommand[Query, Matches]):
    help = (
        "Find for each text on standard input the archived claims that it may state. A bad line "
        "of the archive is told on standard error and left out; the exit status is then 1."
    )
    archive: Archive
    top: int

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--archive",
            type=Path,
            required=True,
            metavar="FILE",
            help='JSON Lines of claims: {"id", "text", "title"?, "date"?}',
        )
        parser.add_argument(
            "--top", type=int, default=5, metavar="N", help="how many claims at most (5)"
        )

    def handle(self, **options: Any) -> None:
        if options["top"] < 1:
            raise CommandError("--top: at least 1.")
        self.top = options["top"]
        claims, is_whole = self.read_archive(options["archive"])
        self.archive = Archive(claims)
        super().handle(**options)
        if not is_whole:
            raise SystemExit(1)

    def read_archive(self, path: Path) -> tuple[list[Archived], bool]:
        """The archive's claims, the first of each id, and whether all its lines were good."""
        known: dict[str, Archived] = {}

        def build(record: dict[str, Any]) -> Archived:
            if identity(record) in known:
                raise BadRecordError("another line has this id")
            return Archived(
                identity(record),
                required_text(record, "text"),
                optional_text(record, "title"),
                optional_day(record, "date"),
            )

        is_whole = True
        try:
            with path.open("rb") as lines:
                for item in read_lines(lines, build):
                    if isinstance(item, Problem):
                        is_whole = False
                        self.stderr.write(f"{path}: {item.error}")
                    else:
                        known[item.id] = item
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror or error}") from error
        return list(known.values()), is_whole

    def read(self, record: dict[str, Any]) -> Query:
        return Query(identity(record), required_text(record, "text"), optional_day(record, "date"))

    def identify(self, record: Query) -> str:
        return record.id

    def answer(self, records: Iterator[Query], failed: Failed[Query]) -> Iterator[Matches]:
        return each(records, failed, self.matches)

    def matches(self, query: Query) -> Matches:
        return Matches(query.id, self.archive.matches(query.text, query.published, self.top))
