"""JSON Lines: one article a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from .cleaning import LONGEST_LINE, lines_of, open_text
from .fields import Row
from .json_values import read_json
from .records import Problem, Skipped


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem | Skipped]:
    """One row a line. Raises ``UndecodableError``."""
    for number, line in enumerate(lines_of(open_text(stream)), start=1):
        yield _read_line(file, number, line)


def _read_line(file: str, number: int, line: str) -> Row | Problem | Skipped:
    if not line.strip():
        return Skipped(file, number, f"Line {number} is blank.")
    if len(line) >= LONGEST_LINE:
        return Problem(file, number, f"Line {number} is longer than {LONGEST_LINE:,} characters.")
    try:
        value = read_json(line.rstrip())
    except json.JSONDecodeError as error:
        return Problem(
            file, number, f"Line {number} is not valid JSON at column {error.colno}: {error.msg}."
        )
    except ValueError:  # too many values, a deep nest, an integer of thousands of digits
        return Problem(file, number, f"Line {number} holds JSON that is too large to read.")
    if not isinstance(value, dict):
        return Problem(file, number, f"Line {number} is not a JSON object with named fields.")
    return Row(number, f"Line {number}", value)
