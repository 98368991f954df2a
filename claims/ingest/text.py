"""Plain text, one article a file, with an optional block of fields between two --- lines.

---
url: https://valleypost.example/flood
published: 2025-09-05
---
The river rose by two metres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from .cleaning import clean, decode
from .fields import LONGEST_TEXT, Row
from .records import Problem

_BLOCK = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*)|)")
LARGEST = 4 * LONGEST_TEXT  # bytes; what the longest text may take in UTF-8


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem]:
    """The file's one article. Raises ``UndecodableError``."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Problem(
            file,
            1,
            f"The file is larger than {LARGEST // 1_000_000} MB, too long for one article; "
            "for many articles use JSON Lines or CSV.",
        )
        return
    text = clean(decode(data))
    block = _BLOCK.match(text)
    if not block or not _FIELD.match(block["fields"].lstrip()):
        yield Row(1, "The file", {"text": text})
        return
    fields = _fields(block["fields"])
    if isinstance(fields, str):
        yield Problem(file, 1, fields)
        return
    yield Row(1, "The file", fields | {"text": text[block.end() :].lstrip("\n")})


def _fields(block: str) -> dict[str, object] | str:
    """The block's fields, or a sentence that says which line of the file is none."""
    fields: dict[str, object] = {}
    for number, line in enumerate(block.split("\n"), start=2):
        if not line.strip():
            continue
        found = _FIELD.fullmatch(line.strip())
        if not found:
            return f"Line {number} stands between the two --- lines and is not like 'name: value'."
        name = found["name"].lower()
        if name in fields:
            return f"Line {number} gives '{name}' a second time."
        fields[name] = _unquoted((found["value"] or "").strip())
    return fields


def _unquoted(value: str) -> str:
    """Without the quotation marks that YAML would need: '"Flood: 16 dead"'."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
