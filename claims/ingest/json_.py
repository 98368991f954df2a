"""JSON: a list of articles, or one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from . import jsonl
from .cleaning import decode
from .fields import Row
from .json_values import read_json
from .records import Problem, Skipped

LARGEST = 20_000_000  # bytes; JSON is read whole, and takes a multiple of that as text


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem | Skipped]:
    """One row an article; JSON Lines under a .json name are read too.

    Raises ``UndecodableError``.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        limit = LARGEST // 1_000_000
        yield Problem(file, 1, f"The file is larger than {limit} MB; save it as JSON Lines.")
        return
    text = decode(data)
    try:
        value = read_json(text)
    except json.JSONDecodeError as error:
        if are_lines(text):
            yield from jsonl.read(file, io.BytesIO(data))
        else:
            place = f"line {error.lineno}, column {error.colno}"
            yield Problem(file, 1, f"The file is not valid JSON at {place}: {error.msg}.")
    except ValueError:  # too many values, a deep nest, an integer of thousands of digits
        yield Problem(file, 1, "The file holds JSON that is too large to read.")
    else:
        yield from _rows(file, value if isinstance(value, list) else [value])


def _rows(file: str, values: list[object]) -> Iterator[Row | Problem]:
    for number, value in enumerate(values, start=1):
        if isinstance(value, dict):
            yield Row(number, f"Article {number}", value)
        else:
            reason = f"Article {number} is not a JSON object with named fields."
            yield Problem(file, number, reason)


def are_lines(text: str) -> bool:
    """Whether the first line is a whole JSON object by itself."""
    try:
        return isinstance(read_json(text.lstrip().partition("\n")[0]), dict)
    except ValueError:
        return False
