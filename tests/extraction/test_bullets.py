"""A bullet without a verb is a claim only if it says that its figure is a record or the first."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.records import ArticleText

STATING = [
    "Orders worth NOK 2.7 billion, the highest ever in a quarter",
    "Revenue of EUR 40 million, a record",
    "Profit of EUR 12 million, the lowest since 2015",
    "Sales of 4,000 boats, the most in ten years",
    "Three new mills with 40 workers, the first in Wales",
]
BARE = [
    "160 new employees, of whom 40 in Wales",
    "Orders worth NOK 2.7 billion",
    "Tickets from 40 euros, the cheapest at the door",
    "40 pages, the first 12 of them blank",
    "12 Main Street, the first house",
]


def _claims(bullet: str) -> list[str]:
    (extraction,) = extract([ArticleText("1", f"The firm met on Monday.\n\n- {bullet}\n- The end")])
    return [claim.text for claim in extraction.claims]


@pytest.mark.parametrize("bullet", STATING)
def test_a_record_is_a_claim(bullet: str) -> None:
    assert _claims(bullet) == [bullet]


@pytest.mark.parametrize("bullet", BARE)
def test_a_bare_bullet_is_none(bullet: str) -> None:
    assert _claims(bullet) == []
