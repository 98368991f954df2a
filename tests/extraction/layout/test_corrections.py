"""A correction asserts what it corrects to, never what it withdraws."""

# ruff: noqa: E501 - a text and how it reads stand side by side
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.extraction.layout import read_layout
from tests.extraction.conftest import Batch


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Correction: An earlier version of this story said that 30 boats had sunk. The number is 12.",
         "The number is 12."),
        ("This report was amended on 3 May 2025 to say that 18, not 11, barns burned.", "18 barns burned."),
        ("An earlier version said 30; it is 12.", "it is 12."),
        ("Correction: The fire destroyed 18 barns, not 11 as previously stated.", "The fire destroyed 18 barns."),
        ("This page has been corrected to show that the port lost 2 million euros rather than 9 million euros.",
         "the port lost 2 million euros."),
        ("A previous version of this article misstated the toll as 30, when in fact 12 people died.",
         "12 people died."),
        ("Corrects the toll in paragraph 2 to 12 from 30", "Corrects the toll in paragraph 2 to 12"),
        ("We originally reported that 30 schools would close. In fact, 12 will.", "In fact, 12 will."),
        ("Clarification: The quay cost $31m, not $13m.", "The quay cost $31m."),
        ("Clarification: The ferry carries 300 cars.", "The ferry carries 300 cars."),
        # No corrections
        ("An earlier version of the bill said that 30 judges would go.",) * 2,
        ("He was 18, not 11, the court heard.",) * 2,
        ("Market correction: 30 stocks fell.",) * 2,
        ("The mayor corrected the minister: 18 barns burned, not 11.",) * 2,
    ],
)  # fmt: skip
def test_what_is_taken_back_is_no_text(text: str, reads: str) -> None:
    assert read_layout(text).text.strip() == reads


def test_nothing_withdrawn_is_claimed(extracted: Callable[[Batch], list[Extraction]]) -> None:
    texts = [
        "Correction: An earlier version of this story said that 30 boats had sunk. The number is 12.",
        "This report was amended on 3 May 2025 to say that 18, not 11, barns burned.",
    ]
    first, second = extracted((text, date(2025, 9, 5)) for text in texts)
    assert not first.attributions
    assert [claim.text for claim in first.claims] == ["The number is 12"]
    [claim] = second.claims
    assert (claim.text, claim.wording) == ("18, not 11, barns burned", "18 barns burned")
    assert [second.quantities[number].text for number in claim.quantities] == ["18"]
