"""Transcripts: what follows a label is that person's, to the next label."""

from __future__ import annotations

import pytest

from claims.extraction import Extraction

# text, and of each attribution its speaker's name or words and its stretches of content
TURNS = [
    (
        "ORLA BRANDT: We hired 860 teachers.\n\nAnd class sizes fell to 22 pupils.\n\n"
        "TIM ASHE: Half of them left.",
        [
            ("Orla Brandt", ["We hired 860 teachers", "And class sizes fell to 22 pupils"]),
            ("Tim Ashe", ["Half of them left"]),
        ],
    ),
    (
        "MODERATOR: How many ferries were late?\n\nIDA HOLM: One in five was late.\n\n"
        "MODERATOR: And now?\n\nHOLM: Now it is one in ten.",
        [
            ("MODERATOR", ["How many ferries were late?"]),
            ("Ida Holm", ["One in five was late"]),
            ("MODERATOR", ["And now?"]),
            ("Ida Holm", ["Now it is one in ten"]),
        ],
    ),
    (
        "The council met on Monday.\n\nMs Ilves (North) (Lab): We have cut 300 posts.",
        [("Ms Ilves", ["We have cut 300 posts"])],
    ),
    (
        "[00:07:10] Nora Lind: The dam holds 40 million litres.\n"
        "[00:07:31] Tom Vale: It has never leaked.",
        [
            ("Nora Lind", ["The dam holds 40 million litres"]),
            ("Tom Vale", ["It has never leaked"]),
        ],
    ),
    # quoted, behind a headline with a label of its own
    (
        "Holt: Schools Will Shut\n\nThe hearing was short.\n\n"
        '"ANA HOLT: We closed 14 schools.\n\n"TIM RAIS: That is a lot.\n\n"HOLT: It is.',
        [
            ("Ana Holt", ["We closed 14 schools"]),
            ("Tim Rais", ["That is a lot"]),
            ("Ana Holt", ["It is"]),
        ],
    ),
    (
        "ANN LEE, MAYOR: We built 40 bridges.\n\nTOM PARK, COUNCILLOR: And 30 roads.",
        [("Ann Lee", ["We built 40 bridges"]), ("Tom Park", ["And 30 roads"])],
    ),
    (
        "Mr. LEE: We built 40 bridges.\n\nMs. PARK: And 30 roads.",
        [("Lee", ["We built 40 bridges"]), ("Park", ["And 30 roads"])],
    ),
    # wrapped, as mail programs send it
    (
        "NORA LIND: The dam holds 40 million litres, and the\nnew wall will hold ten more by May.\n"
        "TOM VALE: It has never leaked.",
        [
            (
                "Nora Lind",
                ["The dam holds 40 million litres, and the\nnew wall will hold ten more by May"],
            ),
            ("Tom Vale", ["It has never leaked"]),
        ],
    ),
]

NO_TURNS = [
    "Killed: 9\nInjured: 27\nHomes destroyed: 640",
    "Ada Reed: The former mayor of Vell runs again.\nTom Vale: The baker has never run before.",
    "Note: The council met again on Monday.\n\nThe dam holds 40 million litres.",
    "The plan: Build a wall and a gate by May.",
]


def said(found: Extraction) -> list[tuple[str, list[str]]]:
    return [
        (
            attribution.speaker.name or attribution.speaker.text,
            [part.text for part in attribution.content],
        )
        for attribution in found.attributions
        if attribution.speaker and attribution.cue is None
    ]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_a_label_holds_to_the_next(
    extracted, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    [found] = extracted([(text, None)])
    assert [(name.removeprefix("Ms "), parts) for name, parts in said(found)] == [
        (name.removeprefix("Ms "), parts) for name, parts in expected
    ]
    assert not any(":" in claim.wording or "?" in claim.wording for claim in found.claims)


@pytest.mark.parametrize("text", NO_TURNS)
def test_labels_of_a_list_hold_for_their_own_line_at_most(extracted, text: str) -> None:
    [found] = extracted([(text, None)])
    assert all(len(parts) == 1 for _, parts in said(found))
