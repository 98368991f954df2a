"""What is denied of every one, or of all the time since, is absolute: "has not fined any farm"."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.records import ArticleText

ABSOLUTE = [
    "The council has not fined any landlord since 2021.",
    "The agency has not inspected a well since May.",
    "The school did not hire a single teacher last year.",
    "The firm has not paid tax in any year.",
    "The plan does not include any housing.",
    "There has not been any election in the province since the war.",
]
NOT_ABSOLUTE = [
    "The mayor does not have any idea.",
    "The company did not respond to any requests for comment.",
    "The firm must not sell any homes.",
    "The clinic has cared for children since May.",
    "The mayor has not met them.",
    "Any school may apply.",
    "Single rooms were not sold.",
    "The mill has not run well since it was never cheap to run.",
    "Has the council not fined any landlord since 2021?",
]


def _is_absolute(text: str) -> bool:
    (extraction,) = extract([ArticleText("1", text)])
    return any("absolute" in claim.kinds for claim in extraction.claims)


@pytest.mark.parametrize("text", ABSOLUTE)
def test_it_makes_an_absolute_claim(text: str) -> None:
    assert _is_absolute(text)


@pytest.mark.parametrize("text", NOT_ABSOLUTE)
def test_it_makes_none(text: str) -> None:
    assert not _is_absolute(text)
