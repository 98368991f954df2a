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

PASSED_ON: list[Case] = [
    (
        "Radio Sud quoted the coach as saying the club was broke.",
        [
            said("Radio Sud", "quoted", "the club was broke"),
            said("the coach", "saying", "the club was broke", name=None, via=0),
        ],
    ),
    (
        "Nora Falk was quoted by the newspaper as saying that the club was broke.",
        [
            said("the newspaper", "quoted", "the club was broke", name=None),
            said("Nora Falk", "saying", "the club was broke", via=0),
        ],
    ),
    (
        "Nora Falk was quoted as saying the club was broke.",
        [said("Nora Falk", "saying", "the club was broke")],
    ),
    (
        "The union cited the survey as proof of neglect.",
        [
            said(
                "The union", "cited", "the survey as proof of neglect", attitude="judges", name=None
            )
        ],
    ),
]

BELIEVED_INSIDE: list[Case] = [
    (
        "Nora Falk said she feared the mill would close.",
        [
            said("Nora Falk", "said", "she feared the mill would close"),
            said(
                "she",
                "feared",
                "the mill would close",
                attitude="believes",
                name="Nora Falk",
                via=0,
            ),
        ],
    ),
    (
        "Halden said she feared the mill would close.",
        [
            said("Halden", "said", "she feared the mill would close"),
            said(
                "she",
                "feared",
                "the mill would close",
                attitude="believes",
                name="Halden",
                via=0,
            ),
        ],
    ),
    (  # only a hedge
        "Nora Falk said she thinks the mill will close.",
        [said("Nora Falk", "said", "she thinks the mill will close")],
    ),
]

QUOTED_AND_MORE: list[Case] = [
    (
        'The plaque reads "nobody may fish here in May", but anglers come all the same.',
        [said("The plaque", "reads", "nobody may fish here in May", kind="direct", name=None)],
    ),
    (
        "“Who took the keys?” Falk demanded. “They were mine.”",
        [
            said(
                "Falk",
                "demanded",
                "Who took the keys?",
                "They were mine",
                kind="direct",
                attitude="urges",
            )
        ],
    ),
]

OVER_PARAGRAPHS: list[Case] = [
    (
        'Nora Falk said, "We rowed for nine days.\n\nWe ate 40 herrings and slept badly."',
        [
            said(
                "Nora Falk",
                "said",
                "We rowed for nine days",
                "We ate 40 herrings and slept badly",
                kind="direct",
            )
        ],
    ),
    (
        'Nora Falk said, "We rowed for nine days.\n\nThe boat is called "Seagull" and leaks.',
        [said("Nora Falk", "said", "We rowed for nine days", kind="direct")],
    ),
]

REFUSED: list[Case] = [
    (
        "The bishop refused to sell the organ.",
        [said("The bishop", "refused", "to sell the organ", attitude="denies", name=None)],
    ),
    ("The bishop refused to give details of the sale.", []),
    ("The bishop refused to say who bought it.", []),
    ("Rovers conceded a corner in the last minute.", []),
    ("The corner that Rovers conceded came to nothing.", []),
    ("The minister conceded defeat.", [said("The minister", "conceded", "defeat", name=None)]),
    ("Two of the sailors claimed asylum in Oslo.", []),
    (
        "The rebels claimed responsibility for the raid.",
        [said("The rebels", "claimed", "responsibility for the raid", name=None)],
    ),
    ("Late in the game, Falk's header went over the bar, ending the hopes of Rovers.", []),
]

BESIDE_OTHERS: list[Case] = [
    *TWO_REPORTERS,
    *SAID_ON_A_DAY,
    *THAT,
    *SOURCES,
    *PASSED_ON,
    *BELIEVED_INSIDE,
    *QUOTED_AND_MORE,
    *REFUSED,
    *OVER_PARAGRAPHS,
]
