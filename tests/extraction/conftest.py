"""Shared by the tests of the extraction: one model a session, records made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from claims.extraction import ArticleText, Extraction, extract

Batch = Iterable[tuple[str, date | None]]


@pytest.fixture(scope="session")
def extracted() -> Callable[[Batch], list[Extraction]]:
    """Extract (text, published) pairs in one batch, in order: quicker than one by one."""

    def run(batch: Batch) -> list[Extraction]:
        return list(
            extract(
                ArticleText(str(number), text, published=published)
                for number, (text, published) in enumerate(batch)
            )
        )

    return run
