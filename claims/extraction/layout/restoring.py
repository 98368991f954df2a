"""Records of a text as it reads get their places in the text as given."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from ..records import (
    ArticleText,
    Attribution,
    Claim,
    Counted,
    DateSpan,
    Extraction,
    Quantity,
    Span,
    SpeakerSpan,
)
from .reading import Reading

T = TypeVar("T")
# The records that stand somewhere or hold what does
_WITH_PLACES = frozenset(
    {Span, Counted, Quantity, DateSpan, SpeakerSpan, Attribution, Claim, Extraction}
)


def restored(extraction: Extraction, source: ArticleText, reading: Reading) -> Extraction:
    """The extraction of a reading with every span at its place in the text as given."""
    if reading.text == source.text:
        return extraction
    return replace(_moved(extraction, reading, source.text), article=source)


def _moved(record: T, reading: Reading, text: str) -> T:
    if isinstance(record, tuple):
        return cast(T, tuple(_moved(part, reading, text) for part in record))
    if type(record) not in _WITH_PLACES:
        return record
    changed: dict[str, Any] = {
        field.name: _moved(getattr(record, field.name), reading, text)
        for field in fields(cast(Any, record))
    }
    if isinstance(record, Span):
        start = reading.origin(record.start)
        end = reading.end(record.end - 1) if record.end > record.start else start
        changed |= {"start": start, "end": end, "text": text[start:end]}
    return cast(T, replace(cast(Any, record), **changed))
