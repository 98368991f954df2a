"""Web pages: the article's text and what the page's metadata says of it.

Nothing in a page is executed or fetched. Dates come from the metadata only,
since a date found elsewhere on a page may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from .cleaning import clean, decode
from .fields import Row
from .records import Note, Problem

LARGEST = 10_000_000  # bytes; the largest pages of news sites have one or two million
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem | Note]:
    """The page's one article. Raises ``UndecodableError``."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        limit = LARGEST // 1_000_000
        yield Problem(file, 1, f"The page is larger than {limit} MB, too large for an article.")
        return
    from .webpage import article_of  # see there

    declared = _DECLARED.search(data[:4096])
    source = clean(decode(data, declared[1].decode("ascii") if declared else None))
    try:
        page = article_of(source)
    except Exception:  # noqa: BLE001 - broken markup finds new errors in the libraries below
        page = None
    if page is None:
        yield Problem(file, 1, "The page has no article text that could be told from the rest.")
        return
    yield Row(1, "The page", page.fields)
    for written in page.unreadable_dates[:1]:
        yield Note(file, f"The page has no date: '{clean(written)[:60]}' cannot be read as one.")
