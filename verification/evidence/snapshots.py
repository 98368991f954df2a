"""Storing what a source looked like: bytes under their hash, type by content, text.

In two steps, since reading a file's text may take seconds: :func:`store_file` and
:func:`store_page` before any transaction, :func:`keep` within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import puremagic
from django.db import transaction
from django.utils.translation import gettext as _t

from claims.ingest import FileText, text_of_file
from claims.models import Refused, User, require, store
from verification.models import Snapshot, Source

from .fetching import LARGEST, Fetched

# What the bytes may be: a person looks at it, or it is a table.
TYPES = frozenset(
    {
        "application/pdf",
        "image/png",
        "image/jpeg",
        "image/webp",
        "image/gif",
        "text/html",
        "text/plain",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.ms-excel",
    }
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose bytes are kept and whose text is read, and of which no row tells yet."""

    name: str
    how: str
    sha256: str
    size: int
    content_type: str
    text: FileText


def store_file(by: User, name: str, chunks: Iterable[bytes], how: str = "uploaded") -> StoredFile:
    """Keep the bytes of an upload, a browser's capture or a pasted screenshot, and read its text.

    Takes seconds where the file is large or hostile: not to be called within a transaction.

    Raises:
        Refused: too large, empty, or of a type that is not kept.
    """
    require(by, "claims.check_claim", _t("Only fact-checkers and editors store sources."))
    content = _capped(chunks)
    if not content:
        raise Refused(_t("The file “%s” is empty.") % name)
    content_type = type_of(content, name)
    if content_type not in TYPES:
        raise Refused(
            _t("“%(name)s” is %(type)s by its content, which is not kept.")
            % {
                "name": name,
                "type": content_type,
            }
        )
    sha256 = store([content])
    text = text_of_file(content, content_type)
    return StoredFile(name[-255:], how, sha256, len(content), content_type, text)


def store_page(by: User, fetched: Fetched) -> StoredFile:
    """Keep what a server gave, as :func:`store_file` does; see :func:`fetching.fetch`."""
    name = fetched.url.rstrip("/").rpartition("/")[2][:200] or "page.html"
    return store_file(by, name, [fetched.content], "fetched")


@transaction.atomic
def keep(source: Source, by: User, stored: StoredFile) -> Snapshot:
    """The stored file as a snapshot of the source; the same bytes are one.

    Raises:
        Refused: without the permission.
    """
    require(by, "claims.check_claim", _t("Only fact-checkers and editors store sources."))
    return Snapshot.objects.get_or_create(
        source=source,
        sha256=stored.sha256,
        defaults={
            "size": stored.size,
            "content_type": stored.content_type,
            "name": stored.name,
            "how": stored.how,
            "text": stored.text.text,
            "text_ended": stored.text.ended,
            "pages": stored.text.pages,
            "pages_read": stored.text.pages_read,
            "added_by": by,
        },
    )[0]


def upload(
    source: Source, by: User, name: str, chunks: Iterable[bytes], how: str = "uploaded"
) -> Snapshot:
    """Store a file and keep it as a snapshot of a source that is there already."""
    return keep(source, by, store_file(by, name, chunks, how))


def _capped(chunks: Iterable[bytes]) -> bytes:
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > LARGEST:
            raise Refused(_t("The file has more than %d MB.") % (LARGEST // 1024 // 1024))
    return bytes(content)


def type_of(content: bytes, name: str) -> str:
    """The media type that the bytes say, whatever the name does; the name tells text from CSV."""
    head = content[:1024].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return "text/html"
    try:
        found = puremagic.magic_string(content, filename=name)
    except (puremagic.PureError, ValueError):
        found = []
    strong = [match.mime_type for match in found if match.byte_match and match.mime_type]
    known = next((kind for kind in strong if kind in TYPES), None)
    if known:
        return known
    if b"\0" not in content[:8192] and not strong:
        return "text/csv" if name.lower().endswith(".csv") else "text/plain"
    return strong[0] if strong else "application/octet-stream"


# --- quotes -------------------------------------------------------------------

_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        "…": "...",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)
_SEPARATORS = re.compile(r"[\s|•]+")  # between words, cells and items
_RAISED = re.compile(r"(?<=[a-z])[²³]")  # a browser copies km² as km2 where it is markup
_IN_WORD = re.compile(r"(?<=[^\W\d_])- ?(?=[^\W\d_])")  # at the end of a line or not
_NEEDLESS = re.compile(r"(?<!\d) | (?!\d)")  # "40 14" are two numbers, all else reads on


def has_quote(snapshot: Snapshot, quote: str) -> bool:
    """Does the stored text hold the quote, as people copy it?

    White space, what divides cells, hyphens in words, and forms of quotation marks and dashes may
    differ. A number is found whole only: "12 drones" is not in "112 drones".
    """
    return _holds(snapshot.text, quote) or _holds(_plain(snapshot.text), _plain(quote))


def _holds(text: str, quote: str) -> bool:
    before = r"(?<!\d)(?<!\d[.,])" if quote[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if quote[-1:].isdigit() else ""
    return re.search(before + re.escape(quote) + after, text) is not None


def _plain(text: str) -> str:
    text = _SEPARATORS.sub(" ", text.translate(_MARKS).casefold())
    text = _RAISED.sub(lambda found: "2" if found[0] == "²" else "3", text)
    return _NEEDLESS.sub("", _IN_WORD.sub("", text)).strip()
