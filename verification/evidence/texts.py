"""The readable text of a stored file, for finding quotes in it.

A module of its own, since its readers take 15 MB and a quarter of a second to load.
"""

from __future__ import annotations

import io
import logging

import pypdf
import trafilatura

from claims.ingest import clean, decode

log = logging.getLogger(__name__)

LONGEST_TEXT = 1_000_000  # characters


def text_of(content: bytes, content_type: str) -> str:
    """The readable text, for finding the quote in it; empty where there is none."""
    try:
        if content_type == "application/pdf":
            pages = pypdf.PdfReader(io.BytesIO(content)).pages
            text = "\n\n".join(page.extract_text() for page in pages)
        elif content_type == "text/html":
            text = trafilatura.extract(content) or ""
        elif content_type.startswith("text/"):
            text = decode(content)
        else:
            text = ""
    except Exception:  # a library's stumble over a damaged file costs its text only
        log.warning("no text could be read from a snapshot", exc_info=True)
        text = ""
    return clean(text)[:LONGEST_TEXT]
