"""Which names may be one speaker's, and which are not even suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import likeness


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Ada Wyle", "person", "wyle"),
        ("Wyle", "unknown", "wyle"),
        ("Émile Örn Jr.", "person", "orn"),
        ("Liam O’Dale", "person", "odale"),
        ("Ada Wyle-Orr", "person", "wyle-orr"),
        ("The Harl Water Co.", "organisation", "harl water"),
        ("U.V. Rail", "organisation", "uv rail"),
        ("Limited", "organisation", "limited"),
        ("The", "organisation", "the"),
        ("…", "person", ""),
        ("", "organisation", ""),
    ],
)
def test_what_is_looked_up(name: str, kind: str, key: str) -> None:
    assert likeness.key(name, kind) == key


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("Ada Wyle", "Wyle", "no first name"),
        ("Ada Wyle", "A. Wyle", "the initial fits"),
        ("A.B. Wyle", "Ada Wyle", None),
        ("Ada B. Wyle", "Ada Wyle", "the same first name"),
        ("Ada Wyle", "ADA WYLE", "its spelling"),
        ("Ada Wyle", "Ben Wyle", None),
        ("Ada Wyle", "B. Wyle", None),
        ("Ada Wyle", "Ada Orr", None),
        ("Ada Wyle", "Ada", None),
    ],
)
def test_two_persons(name: str, other: str, why: str | None) -> None:
    for one, two in ((name, other), (other, name)):
        found = likeness.reason(one, "person", two, "unknown")
        assert (why is None) == (found is None)
        assert why is None or why in str(found)


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("The Harl Water Co.", "Harl Water", True),
        ("Harl Water", "HARL WATER LTD", True),
        ("Harl Water", "Vell Water", False),
        ("Water", "Harl Water", False),
    ],
)
def test_two_organisations(name: str, other: str, same: bool) -> None:
    found = likeness.reason(name, "organisation", other, "organisation")
    assert bool(found) == same


@pytest.mark.parametrize(
    ("name", "kind", "alike"),
    [("Wyle", "place", True), ("Wyle", "organisation", True), ("Wyle Valley", "place", False)],
)
def test_a_bare_surname_may_have_been_taken_for_a_place(name: str, kind: str, alike: bool) -> None:
    for given_as in (("Ada Wyle", "person", name, kind), (name, kind, "Ada Wyle", "person")):
        assert bool(likeness.reason(*given_as)) == alike


def test_a_person_is_no_organisation() -> None:
    assert likeness.reason("Wyle", "person", "Wyle Ltd", "organisation") is None


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["person", "organisation"]))
def test_no_name_raises_and_the_alike_share_the_key(name: str, other: str, kind: str) -> None:
    if likeness.reason(name, kind, other, kind):
        assert likeness.key(name, kind) == likeness.key(other, kind)
