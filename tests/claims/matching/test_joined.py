"""Words that are written as one, taken apart."""

from __future__ import annotations

import pytest

from claims.matching.joined import parts_of
from claims.matching.retrieval import Archive, Archived

KNOWN = {"save", "the", "pier", "and", "tent", "city", "harwick", "be", "fore"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("savethepier", ["save", "the", "pier"]),
        ("SaveThePier", ["save", "the", "pier"]),
        ("tentcity", ["tent", "city"]),
        ("pierandharwick", ["pier", "and", "harwick"]),
        ("savethepiers", []),
        ("pier", []),
        ("before", []),  # too short to be more than a word
        ("savepier2", []),
        ("", []),
        ("savethe" * 100, []),
    ],
)
def test_the_fewest_known_words_that_make_it_up(word: str, parts: list[str]) -> None:
    assert parts_of(word, KNOWN) == parts


def test_a_tag_of_words_that_the_archive_knows_is_found_by_them() -> None:
    claims = [
        Archived("pier", "The pier of Harwick is to be torn down, the council decided."),
        Archived("tents", "A tent city for sailors stands beside the pier of Harwick."),
        *(Archived(f"p{n}", f"Harwick lost its pier in the storm of {n}.") for n in (1902, 1911)),
        *(Archived(f"t{n}", f"A tent in the city of {n} lights burned.") for n in (30, 40)),
    ]
    assert Archive(claims).matches("look at this #harwicktentcity!!")[0].id == "tents"
