"""JSON that fits in memory: two characters of it may become an object of two hundred bytes."""

from __future__ import annotations

import json
from typing import Any

MOST_MEMORY = 100_000_000  # bytes
# What each mark may stand for, in bytes: the article of a row has some dozens of them all.
_TAKES = {"{": 240, "[": 64, '"': 30, ",": 40}


def read_json(text: str) -> Any:
    """The value. Raises ``JSONDecodeError``, and a plain ``ValueError`` for what is too large."""
    if sum(text.count(mark) * size for mark, size in _TAKES.items()) > MOST_MEMORY:
        raise ValueError
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError from error
