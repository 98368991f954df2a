"""The readable text of a file, as far as it can be read: of PDFs, pages and plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .apart import ask_once
from .cleaning import clean

Ended = Literal["", "pages", "characters", "seconds", "memory", "damage"]
_KINDS = {"application/pdf": "pdf", "text/html": "page", "text/plain": "text", "text/csv": "text"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a file is read."""

    pages: int = 1_000
    characters: int = 1_000_000
    seconds: float = 6.0


@dataclass(frozen=True, slots=True)
class FileText:
    """The text, and why it ends where it does: "" at the file's end.

    ``pages`` and ``pages_read`` are a PDF's; of other files both are 0.
    """

    text: str = ""
    ended: Ended = ""
    pages: int = 0
    pages_read: int = 0


LIMITS = Limits()


def text_of_file(data: bytes, content_type: str, limits: Limits = LIMITS) -> FileText:
    """The file's text, as far as the limits go; none where its kind has none. Takes seconds."""
    kind = _KINDS.get(content_type)
    if kind is None:
        return FileText()
    pages, parts = 0, []
    ended: Ended = ""
    most = {"pages": limits.pages, "characters": limits.characters}
    for news in ask_once(kind, data, limits.seconds, **most):
        pages = news.get("pages", pages)
        ended = news.get("ended", ended)
        parts += [news["text"]] if "text" in news else []
    return FileText(clean("".join(parts)), ended, pages, len(parts) if pages else 0)
