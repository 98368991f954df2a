"""CSV and its kin: one article a record, read as a stream, columns named by the first line."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from .cleaning import LONGEST_LINE, lines_of, open_text
from .fields import NAMES, Row
from .records import Problem, Skipped

DELIMITERS = ",;\t|"
MOST_MARKS = 200_000  # delimiters in a line; each may be a field, and takes fifty bytes

# The module's own limit, 131,072, is less than a long article; none would let an open quotation
# mark take in the whole file.
csv.field_size_limit(LONGEST_LINE)


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem | Skipped]:
    """One row a record, numbered by the line that it begins in. Raises ``UndecodableError``."""
    lines = lines_of(open_text(stream))
    header = next(lines, "")
    delimiter = max(DELIMITERS, key=lambda mark: _fit(header, mark))
    columns = _columns(header, delimiter)
    if "text" not in columns:
        found = ", ".join(f"'{name[:60]}'" for name in columns[:20] if name)
        yield Problem(file, 1, f"The first line names no column 'text'; it has {found or 'none'}.")
        return
    for number, fields in _records(lines, delimiter):
        yield _row(file, number, columns, fields)


def _row(
    file: str, number: int, columns: list[str], fields: list[str] | None
) -> Row | Problem | Skipped:
    if fields is None:
        reason = f"Line {number} has a quotation mark without its partner, or is far too long."
        return Problem(file, number, reason)
    if not any(field.strip() for field in fields):
        return Skipped(file, number, f"Line {number} is blank.")
    if any(field.strip() for field in fields[len(columns) :]):
        return Problem(
            file,
            number,
            f"Line {number} has {len(fields)} fields where the first line names {len(columns)}; "
            "does a text need quotation marks around it?",
        )
    named = zip(columns, fields, strict=False)  # a short record lacks its last fields
    return Row(number, f"Line {number}", {name: field for name, field in named if name})


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in names]


def _fit(header: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter cuts the header: columns that articles have, then columns at all."""
    columns = _columns(header, delimiter)
    return len({*columns} & {*NAMES}), len(columns)


def _records(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each record's first line's number and its fields; ``None`` for what is no record.

    An unbalanced quotation mark swallows the lines after it, to the end of the file
    or to the next mark. It must cost one line and not the file, so that reading
    begins again at the line after the one that opened it.
    """
    again: deque[str] = deque()
    taken: list[str] = []

    def is_sane(line: str) -> bool:
        return len(line) < LONGEST_LINE and line.count(delimiter) < MOST_MARKS

    def feed() -> Iterator[str]:
        while (line := again.popleft() if again else next(lines, None)) is not None:
            taken.append(line)
            yield line if is_sane(line) else "\n"

    number = 2
    while True:
        reader = csv.reader(feed(), delimiter=delimiter, strict=True)
        try:
            for fields in reader:
                yield number, fields if all(map(is_sane, taken)) else None
                number += len(taken)
                taken.clear()
        except csv.Error:
            again.extendleft(reversed(taken[1:]))
            yield number, None
            number += 1
            taken.clear()
        else:
            return
