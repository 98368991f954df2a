"""Web pages: the article's text and what the page's metadata says of it.

Nothing in a page is executed or fetched. Dates come from the metadata only,
since a date found elsewhere on a page may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from .apart import News, ask_kept
from .cleaning import UndecodableError, clean, decode
from .fields import Row
from .records import Note, Problem

LARGEST = 10_000_000  # bytes; the largest pages of news sites have one or two million
SECONDS = 8.0  # for one page
_NO_ARTICLE = "The page has no article text that could be told from the rest."
_WHY_NOT = {
    "seconds": f"The page takes more than {SECONDS:.0f} seconds to read, and is no article.",
    "memory": "The page takes too much memory to read, and is no article.",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read(file: str, stream: BinaryIO) -> Iterator[Row | Problem | Note]:
    """The page's one article. Raises ``UndecodableError``."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        limit = LARGEST // 1_000_000
        yield Problem(file, 1, f"The page is larger than {limit} MB, too large for an article.")
        return
    page: News = {}
    for news in ask_kept("article", data, SECONDS):
        page |= news
    if "undecodable" in page:
        raise UndecodableError(page["undecodable"])
    if "article" not in page:
        yield Problem(file, 1, _WHY_NOT.get(page["ended"], _NO_ARTICLE))
        return
    yield Row(1, "The page", page["article"])
    for written in page["unreadable_dates"][:1]:
        yield Note(file, f"The page has no date: '{clean(written)[:60]}' cannot be read as one.")


def decode_page(data: bytes) -> str:
    """A page's source, cleaned, in the encoding that it declares. Raises ``UndecodableError``."""
    declared = _DECLARED.search(data[:4096])
    return clean(decode(data, declared[1].decode("ascii") if declared else None))
