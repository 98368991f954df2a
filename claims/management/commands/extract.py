"""`extract`: everything found in texts, for a person to read or as JSON Lines."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from claims import ingest
from claims.extraction import ArticleText, Extraction, extract, records
from claims.figures import figure_label
from claims.ingest import read_bytes, read_path, read_published
from claims.labels import reason_in_words

from ..jsonl import (
    Failed,
    JsonLinesCommand,
    Problem,
    identity,
    in_order,
    optional_day,
    optional_text,
    read_lines,
    required_text,
)

JSON_LINES = {".jsonl", ".ndjson"}


class Command(JsonLinesCommand[ArticleText, Extraction]):
    help = (
        "Print the claims of text or HTML files; with --format jsonl write everything found, "
        "one JSON line a record, in order."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            metavar="FILE",
            help="text, HTML or JSON Lines (.jsonl); '-' is standard input: JSON Lines with "
            "--format jsonl, else text or HTML",
        )
        parser.add_argument("--format", choices=["text", "jsonl"], default="text")
        parser.add_argument(
            "--published",
            type=_day,
            metavar="DATE",
            help="the day that relative dates are resolved against where an input names none",
        )

    def handle(self, **options: Any) -> None:
        as_json = options["format"] == "jsonl"
        inputs = Inputs(options["paths"], options["published"], stdin_is_json=as_json)
        self.write_all(self._extracted(inputs), self.show_json if as_json else self._show_text)

    def _extracted(self, inputs: Inputs) -> Iterator[Extraction | Problem]:
        yield from in_order(inputs, self.answer, self.identify)
        if not inputs.read:
            raise CommandError("Nothing could be read.", returncode=2)

    def identify(self, record: ArticleText) -> str:
        return record.id

    def answer(
        self, records: Iterator[ArticleText], failed: Failed[ArticleText]
    ) -> Iterator[Extraction]:
        return extract(records, settings.SPACY_MODEL, on_error=failed)

    def _show_text(self, result: Extraction | Problem) -> None:
        if isinstance(result, Problem):
            self.stderr.write(f"{result.id}: {result.error}")
            return
        self.stdout.write(describe_extraction(result))
        self.stdout.flush()


class Inputs:
    """The articles in the command's files, in order, and problems in their place.

    JSON Lines are taken as given; other files go through the readers, as at an
    import. ``read`` tells whether anything could be read so far.
    """

    def __init__(self, paths: list[str], published: date | None, *, stdin_is_json: bool) -> None:
        self.paths = paths
        self.published = published
        self.stdin_is_json = stdin_is_json
        self.read = False

    def __iter__(self) -> Iterator[ArticleText | Problem]:
        for path in self.paths:
            try:
                yield from self._read(path)
            except OSError as error:
                yield Problem(path, error.strerror or str(error))

    def _read(self, path: str) -> Iterator[ArticleText | Problem]:
        if path == "-" and self.stdin_is_json:
            yield from self._json_lines(sys.stdin.buffer)
        elif path == "-":
            yield from self._articles(read_bytes("standard input", sys.stdin.buffer.read()))
        elif Path(path).suffix in JSON_LINES:
            with Path(path).open("rb") as stream:
                yield from self._json_lines(stream)
        else:
            yield from self._articles(read_path(Path(path)))

    def _json_lines(self, stream: BinaryIO) -> Iterator[ArticleText | Problem]:
        self.read = True
        return read_lines(stream, self._from_json)

    def _from_json(self, record: dict[str, Any]) -> ArticleText:
        return ArticleText(
            identity(record),
            required_text(record, "text"),
            optional_text(record, "title"),
            optional_day(record, "published") or self.published,
        )

    def _articles(self, results: Iterable[ingest.Result]) -> Iterator[ArticleText | Problem]:
        for result in results:
            if isinstance(result, ingest.ArticleRecord):
                self.read = True
                yield self._from_reader(result)
            elif isinstance(result, ingest.Problem | ingest.Skipped):
                yield Problem(result.file, f"row {result.row}: {result.reason}")

    def _from_reader(self, record: ingest.ArticleRecord) -> ArticleText:
        written = read_published(record.published)[0] if record.published else None
        return ArticleText(
            record.id or record.file, record.text, record.title, written or self.published
        )


def describe_extraction(extraction: Extraction) -> str:
    """An article's claims for a person to read, the wording first and its parts below."""
    article = extraction.article
    count = len(extraction.claims)
    day = f", {article.published.isoformat()}" if article.published else ""
    head = f"{article.id}{day}: {count} claim{'' if count == 1 else 's'}"
    return "\n".join([head, *(_describe_claim(extraction, claim) for claim in extraction.claims)])


def _describe_claim(extraction: Extraction, claim: records.Claim) -> str:
    figures = [figure_label(extraction.quantities[index]) for index in claim.quantities]
    speakers = dict.fromkeys(
        speaker.label or speaker.text
        for index in claim.attributions
        if (speaker := extraction.attributions[index].speaker)
    )
    details = {
        "kinds": ", ".join(claim.kinds),
        "figures": "; ".join(figures),
        "speaker": ", ".join(speakers),
        "worth": f"{claim.check_worthiness:.2f} ({'; '.join(map(_in_words, claim.reasons))})",
    }
    lines = [f"    {name + ':':9}{value}" for name, value in details.items() if value]
    return "\n".join(["", f"  {claim.wording}", *lines])


def _in_words(reason: records.Reason) -> str:
    return reason_in_words(reason.reason, reason.value)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f"not a date such as 2025-09-05: {value!r}") from error
