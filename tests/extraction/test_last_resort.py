"""Dates in the forms of machines: what dateparser may read, and what it never sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import last_resort

PUBLISHED = date(2025, 9, 10)
READ = [
    ("The permit was received on 5-Sep-2025.", "5-Sep-2025", "2025-09-05", "2025-09-05"),
    ("Stamped 05/SEP/25 by the registry.", "05/SEP/25", "2025-09-05", "2025-09-05"),
    ("It is in the Sept-2024 edition.", "Sept-2024", "2024-09-01", "2024-09-30"),
    ("Filed on 31-Feb-2025, it says.", "31-Feb-2025", None, None),
]
NOT_MARKED = [
    "We marched on the 12% rise.",
    "Form A-5-Sep-2025-B was lost.",
    "The score was 5-3 in May.",
    "See pages 12/2041 of the file.",
    "A may-be and a sat-nav.",
]


def test_it_reads_the_forms(extracted: Callable[..., Any]) -> None:
    texts = [(text, PUBLISHED) for text, *_rest in READ]
    for (_text, words, first, last), extraction in zip(READ, extracted(texts), strict=True):
        found = [record.as_dict() for record in extraction.dates]
        assert [(d["text"], d["from"], d["to"]) for d in found] == [(words, first, last)]


@pytest.mark.parametrize("text", NOT_MARKED)
def test_it_leaves_the_rest_alone(text: str) -> None:
    assert list(last_resort.marked(text)) == []


@given(st.text(max_size=60), st.none() | st.dates())
def test_no_text_raises(text: str, published: date | None) -> None:
    for start, end in last_resort.marked(text):
        last_resort.read(text[start:end], published)
