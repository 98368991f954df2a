"""Storing what a source looked like: bytes under their hash, type by content, text."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import puremagic
from django.db import transaction
from django.utils.translation import gettext as _t

from claims.models import Refused, User, require, store
from verification.models import Snapshot, Source

from .fetching import LARGEST, Fetched

log = logging.getLogger(__name__)

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


def upload(
    source: Source, by: User, name: str, chunks: Iterable[bytes], how: str = "uploaded"
) -> Snapshot:
    """Keep an uploaded file, a browser's capture or a pasted screenshot.

    Raises:
        Refused: too large, empty, or of a type that is not kept.
    """
    return _keep(source, by, name, _capped(chunks), how)


def keep_page(source: Source, by: User, fetched: Fetched) -> Snapshot:
    """Keep what a server gave; see :func:`fetching.fetch`."""
    name = fetched.url.rstrip("/").rpartition("/")[2][:200] or "page.html"
    return _keep(source, by, name, fetched.content, "fetched")


def _capped(chunks: Iterable[bytes]) -> bytes:
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > LARGEST:
            raise Refused(_t("The file has more than %d MB.") % (LARGEST // 1024 // 1024))
    return bytes(content)


@transaction.atomic
def _keep(source: Source, by: User, name: str, content: bytes, how: str) -> Snapshot:
    require(by, "claims.check_claim", _t("Only fact-checkers and editors store sources."))
    if not content:
        raise Refused(_t("The file “%s” is empty.") % name)
    content_type = type_of(content, name)
    from .texts import text_of  # see there

    if content_type not in TYPES:
        raise Refused(
            _t("“%(name)s” is %(type)s by its content, which is not kept.")
            % {
                "name": name,
                "type": content_type,
            }
        )
    return Snapshot.objects.get_or_create(
        source=source,
        sha256=store([content]),
        defaults={
            "size": len(content),
            "content_type": content_type,
            "name": name[-255:],
            "how": how,
            "text": text_of(content, content_type),
            "added_by": by,
        },
    )[0]


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


def has_quote(snapshot: Snapshot, quote: str) -> bool:
    """Does the stored text hold the quote, white space and quotation marks aside?"""
    return _plain(quote) in _plain(snapshot.text)


_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00ad": None})


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())
