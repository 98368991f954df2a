"""Passages on who reports beside whom, and where one report ends."""

from __future__ import annotations

from tests.extraction.attribution_passages import Case, said

TWO_REPORTERS: list[Case] = [
    (
        "The guard said nine boats had sunk, while the owners said six were lost.",
        [
            said("The guard", "said", "nine boats had sunk", name=None),
            said("the owners", "said", "six were lost", name=None),
        ],
    ),
    (
        "The clinic said the ward was full and the nurses claimed half of it was empty.",
        [
            said("The clinic", "said", "the ward was full", name=None),
            said("the nurses", "claimed", "half of it was empty", name=None),
        ],
    ),
    (
        "The ministry says 30 villages are cut off, but aid groups say it is closer to 90.",
        [
            said("The ministry", "says", "30 villages are cut off", name=None),
            said("aid groups", "say", "it is closer to 90", name=None),
        ],
    ),
    (
        "Nora Falk said that the mill leaked and that the owners said nothing was wrong.",
        [
            said(
                "Nora Falk",
                "said",
                "the mill leaked and that the owners said nothing was wrong",
            ),
            said("the owners", "said", "nothing was wrong", name=None, via=0),
        ],
    ),
    (
        "Nora Falk said the mill was shut because the engineers said it was unsafe.",
        [
            said("Nora Falk", "said", "the mill was shut because the engineers said it was unsafe"),
            said("the engineers", "said", "it was unsafe", name=None, via=0),
        ],
    ),
]

SAID_ON_A_DAY: list[Case] = [
    (
        "The brewery said on Thursday turnover rose 9% in the autumn.",
        [said("The brewery", "said", "turnover rose 9% in the autumn", name=None)],
    ),
    (
        "The regulator said in June lending had doubled.",
        [said("The regulator", "said", "lending had doubled", name=None)],
    ),
    (
        "The brewery said on Thursday that turnover rose 9%.",
        [said("The brewery", "said", "turnover rose 9%", name=None)],
    ),
]

THAT: list[Case] = [
    (
        "The council thinks that share is too low.",
        [said("The council", "thinks", "that share is too low", attitude="believes", name=None)],
    ),
    (
        "The council said that water is scarce.",
        [said("The council", "said", "water is scarce", name=None)],
    ),
    (
        "The council said that share prices fell.",
        [said("The council", "said", "share prices fell", name=None)],
    ),
    (
        "Nora Falk said that was wrong.",
        [said("Nora Falk", "said", "that was wrong")],
    ),
]

SOURCES: list[Case] = [
    (
        "“The pier is sound,” according to Judge Nora Falk.",
        [
            said(
                "Judge Nora Falk",
                "according to",
                "The pier is sound",
                kind="direct",
                name="Nora Falk",
            )
        ],
    ),
    (
        "“The pier is sound,” according to a post by Nora Falk, who lives there.",
        [
            said(
                "a post by Nora Falk",
                "according to",
                "The pier is sound",
                kind="direct",
                name="Nora Falk",
            )
        ],
    ),
    (
        '"The pier is sound," according to Nora Falk. "It was built to last."',
        [
            said(
                "Nora Falk",
                "according to",
                "The pier is sound",
                "It was built to last",
                kind="direct",
            )
        ],
    ),
    (
        "The pier “took nine years”, according to its architect, Nora Falk.",
        [
            said(
                "its architect, Nora Falk",
                "according to",
                "The pier “took nine years”",
                kind="mixed",
                name="Nora Falk",
            )
        ],
    ),
    (
        "According to Sudpress, citing the agency ORB, the pier has sunk.",
        [said("Sudpress", "According to", "the pier has sunk")],
    ),
    (
        "The firm plans to open two bars according to a union leaflet.",
        [
            said(
                "a union leaflet",
                "according to",
                "The firm plans to open two bars",
                name=None,
            ),
            said("The firm", "plans", "to open two bars", attitude="intends", name=None, via=0),
        ],
    ),
    ("The flats were given out according to age.", []),
    (
        "Nora Falk said the work went according to plan.",
        [said("Nora Falk", "said", "the work went according to plan")],
    ),
]

BESIDE_OTHERS: list[Case] = [*TWO_REPORTERS, *SAID_ON_A_DAY, *THAT, *SOURCES]
