"""What a new source is, told by its URL or its file's name; whoever adds it may change that."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from verification.models import Source

Kind = Source.Kind
# By the ending of a file's name or of a URL's path; a URL that ends otherwise is a web page.
KINDS_BY_ENDING = {
    **dict.fromkeys(("pdf", "doc", "docx", "odt", "rtf", "txt"), Kind.DOCUMENT),
    **dict.fromkeys(("csv", "tsv", "xls", "xlsx", "ods", "json", "xml"), Kind.DATASET),
    **dict.fromkeys(("htm", "html"), Kind.WEB_PAGE),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp"), Kind.OBSERVATION),
}


def guess_kind(url: str, file: str) -> str:
    """The kind of source: what is only typed or pasted is of a document."""
    for name in (file, urlsplit(url).path):
        if kind := KINDS_BY_ENDING.get(PurePosixPath(name).suffix.lower().lstrip(".")):
            return kind
    return Kind.WEB_PAGE if url else Kind.DOCUMENT


def guess_title(url: str, file: str) -> str:
    """The file's name in words, else the address without what every address has."""
    if file:
        return " ".join(PurePosixPath(file).stem.replace("_", " ").split())[:300]
    parts = urlsplit(url)
    return unquote(parts.netloc.removeprefix("www.") + parts.path.rstrip("/"))[:300]
