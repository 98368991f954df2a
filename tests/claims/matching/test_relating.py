"""How two statements stand to each other."""

from __future__ import annotations

from datetime import date

import pytest

from claims.matching import relate, stated_in


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("The flood killed 12 people.", "Twelve people were killed in the flood.", "agrees"),
        ("The flood killed 12 people.", "The flood killed 43 people.", "contradicts"),
        ("The race is 26.2 miles long.", "The race is 42.2 kilometres long.", "agrees"),
        ("One in five shops closed.", "20% of the shops closed.", "agrees"),
        ("The bridge cost $40 million.", "The bridge cost €40 million.", "unrelated"),
    ],
)
def test_it_answers(one, other, code):
    assert relate(stated_in(one), stated_in(other)).compared == code


def test_a_toll_of_another_day_is_an_update():
    one = stated_in("The flood killed 12 people.", date(2025, 3, 1))
    other = stated_in("The flood killed 43 people.", date(2025, 3, 2))
    assert relate(one, other).code == "update"
