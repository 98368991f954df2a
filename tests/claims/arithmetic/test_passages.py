"""Every passage with what is found in it."""

from __future__ import annotations

import pytest

from claims.extraction import ArticleText, extract
from claims.figures.arithmetic import check
from tests.claims.arithmetic.arithmetic_passages import PASSAGES
from tests.claims.arithmetic.held_back_passages import HELD_BACK, UNREAD_FIGURES
from tests.claims.arithmetic.more_passages import REPORTS, TRAPS

ALL = [*PASSAGES, *HELD_BACK, *REPORTS, *((text, "") for text in TRAPS)]


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """All passages, extracted in one go, with what is found in each."""
    texts = [text for text, _ in (*ALL, *UNREAD_FIGURES)]
    extracted = extract([ArticleText(str(number), text) for number, text in enumerate(texts)])
    return {
        one.article.text: "; ".join(
            f"{finding['kind']} {finding['stated']} {finding['computed']}"
            for finding in (each.as_dict() for each in check(one.article.text, one.quantities))
        )
        for one in extracted
    }


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_what_does_not_add_up(found: dict[str, str], text: str, expected: str) -> None:
    assert found[text] == expected


@pytest.mark.xfail(strict=True, reason="The extraction reads a figure otherwise.")
@pytest.mark.parametrize(("text", "expected"), UNREAD_FIGURES)
def test_what_would_be_found(found: dict[str, str], text: str, expected: str) -> None:
    assert found[text] == expected
