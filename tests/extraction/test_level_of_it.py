"""What "it" was, in a sentence behind one that says what rose or fell to how many."""

# ruff: noqa: E501 - a text and its figures stand side by side

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction import Extraction
from tests.extraction.conftest import Batch
from tests.extraction.figure_sentences import Row
from tests.extraction.test_quantities import shown

SENTENCES: list[Row] = [
    (
        "The pile grew to 812 letters. A month before it was 640.",
        "812 = count 812 :letter",
        "640 = count 640 :letter",
    ),
    (
        "Staff fell to 90 nurses. On Sunday it stood at 75.",
        "90 = count 90 :nurse",
        "75 = count 75 :nurse",
    ),
    ("The firm sold 40 boats. It was 12 years old.", "40 = count 40 :boat", "12 years old = age 12 [year]"),
    ("A crew of 12 left. It was 9 when they came back.", "12 = count 12 :crew", "9 = count 9"),
]  # fmt: skip


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row[0])
def test_it_counts_what_the_level_before_does(
    extracted: Callable[[Batch], list[Extraction]], row: Row
) -> None:
    (one,) = extracted([(row[0], None)])
    assert [shown(figure) for figure in one.quantities] == list(row[1:])
