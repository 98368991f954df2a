"""Texts that state the same thing, put together."""

from __future__ import annotations

import pytest

from claims.matching.clustering import MOST_COMPARED, clusters, without_figures

FLOOD = [
    "The flood in Oberau killed 12 people, the fire brigade said.",
    "Oberau flood: fire brigade says 43 people were killed",
    "43 people have been killed by the flood in #Oberau, fire brigade says",
]
PIER = [
    "Half of Harwick's old pier was swept away in the storm.",
    "The storm has swept away half of the old pier at Harwick pic.twitter.com/Ab1",
]
OTHERS = [
    "Farmers in Dunmore keep emus to guard their sheep.",
    "The parliament of Velm voted for cheaper bread.",
    "A surgeon operated without a licence for nine years.",
    "Tickets to the capital cost three times as much as in 2010.",
]


def test_what_states_the_same_is_together_its_figures_aside() -> None:
    found = clusters(
        [FLOOD[0], OTHERS[0], PIER[0], FLOOD[1], OTHERS[1], PIER[1], FLOOD[2], *OTHERS[2:]]
    )
    assert found == [0, 1, 2, 0, 4, 2, 0, 7, 8]


def test_texts_that_differ_by_a_figure_alone_are_one_at_any_number() -> None:
    texts = [f"The flood in Oberau killed {toll:,} people." for toll in range(100, 2_100)]
    assert set(clusters([OTHERS[0], *texts])) == {0, 1}


def test_texts_without_words_are_alone() -> None:
    assert clusters(["", "the", "", "12 %", OTHERS[0]]) == [0, 1, 2, 3, 4]


def test_nothing_and_one_text() -> None:
    assert clusters([]) == []
    assert clusters(["The pier is gone."]) == [0]


def test_a_crowd_of_almost_equal_texts_is_one_cluster() -> None:
    """More of them than a text is compared with, each with a word of its own."""
    size = 5 * MOST_COMPARED // 2
    crowd = [f"The flood by the river in Oberau killed many, {_word(n)} said" for n in range(size)]
    others = [f"{_word(n)} lost {_word(n + 1)} to {_word(n + 2)}" for n in range(size, 4 * size, 3)]
    found = clusters([*crowd, *others])
    assert found[:size] == [0] * size
    assert 0 not in found[size:]


def _word(number: int) -> str:
    """Another word for each number: "Babeb", "Babed"."""
    letters = []
    for consonants in ("bdfgklmnprst", "bdfgklmnprst", "bdfgklmnprst"):
        number, letter = divmod(number, len(consonants))
        letters.append(consonants[letter])
    return "{}a{}e{}".format(*letters[::-1]).capitalize()


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("It killed 12 people in 2019.", "It killed people in 2019."),
        ("It cost $3.2bn, or 5%.", "It cost , or ."),
        ("On 3 May nobody came.", "On 3 May nobody came."),
    ],
)
def test_figures_leave_a_gap_and_dates_stay(text: str, without: str) -> None:
    assert " ".join(without_figures(text).split()) == without
