"""Passages on where a report ends, and on those that nobody named makes."""

from __future__ import annotations

from tests.extraction.attribution_passages import Case, said

BY_NOBODY_NAMED: list[Case] = [
    (
        "The pier is expected to reopen in June.",
        [said(None, "expected", "The pier", "to reopen in June", attitude="believes")],
    ),
    (
        "The pier is believed to be haunted.",
        [said(None, "believed", "The pier", "to be haunted", attitude="believes")],
    ),
    (
        "Rovers were accused of hiding their debts.",
        [said(None, "accused", "Rovers", "of hiding their debts", attitude="judges")],
    ),
    (
        "The pier was dubbed a disgrace.",
        [said(None, "dubbed", "The pier", "a disgrace", attitude="judges")],
    ),
    (
        "Nora Falk, who ran the mill, was charged with fraud.",
        [said(None, "charged", "Nora Falk", "with fraud", attitude="judges")],
    ),
    (
        "The mill was blamed for the flood.",
        [said(None, "blamed", "The mill", "for the flood", attitude="judges")],
    ),
    (
        "Prosecutors charged two traders with fraud.",
        [said("Prosecutors", "charged", "two traders with fraud", attitude="judges", name=None)],
    ),
    ("The driver charged his phone with a cable.", []),
    ("The shop charged five euros for a coffee.", []),
    ("No boat was expected to return.", []),
    ("The pier was not expected to reopen.", []),
    ("The police were called to a fire.", []),
    ("The dish is called goulash.", []),
    ("The film was rated PG.", []),
]

NEGATED: list[Case] = [
    (
        "The brewery does not want to move.",
        [said("The brewery", "want", "to move", attitude="denies", name=None)],
    ),
    ("The bishop did not praise the choir.", []),
    ("The bishop did not say where the organ was.", []),
]

FIGURES_PUT: list[Case] = [
    (
        "The guard said nine boats had sunk while the owners put the number at six.",
        [
            said("The guard", "said", "nine boats had sunk", name=None),
            said("the owners", "put", "the number at six", name=None),
        ],
    ),
    ("The bishop put his hand at 40 doors.", []),
    (
        "The club announced on Friday attendance fell 4%.",
        [said("The club", "announced", "attendance fell 4%", name=None)],
    ),
    ("Anyone wanting to fish here needs a permit.", []),
    ("Rovers claimed three points in Bonn.", []),
]

RUMOURS: list[Case] = [
    (
        "The visit comes amid claims that nine boats had sunk.",
        [said(None, "claims", "nine boats had sunk")],
    ),
    ("There was no suggestion that nine boats had sunk.", []),
    ("The idea that nine boats had sunk was absurd.", []),
    (
        "The owner denied claims that nine boats had sunk.",
        [
            said(
                "The owner",
                "denied",
                "claims that nine boats had sunk",
                attitude="denies",
                name=None,
            )
        ],
    ),
]

WHERE_IT_ENDS: list[Case] = [
    (  # the writer's remark
        "The grocer says the rent is too high, but most shops in the street are full.",
        [said("The grocer", "says", "the rent is too high", name=None)],
    ),
    (  # goes on about the same
        "Nora Falk says the rent is too high, but she will stay.",
        [said("Nora Falk", "says", "the rent is too high, but she will stay")],
    ),
    (
        "Nora Falk said the boats carried gifts, which she said were meant for the crew.",
        [
            said("Nora Falk", "said", "the boats carried gifts"),
            said("she", "said", "which", "were meant for the crew", name="Nora Falk"),
        ],
    ),
    (
        "The survey notes that three things go wrong: rents rise, wages fall and roofs leak.",
        [
            said(
                "The survey",
                "notes",
                "three things go wrong: rents rise, wages fall and roofs leak",
                name=None,
            )
        ],
    ),
    (
        "Nora Falk announced plans to open two more bars.",
        [said("Nora Falk", "plans", "to open two more bars", attitude="intends")],
    ),
    (
        "Nora Falk announced 300 job cuts.",
        [said("Nora Falk", "announced", "300 job cuts")],
    ),
    (
        "The lenders voiced deep concern about the merger.",
        [said("The lenders", "concern about", "the merger", attitude="believes", name=None)],
    ),
]

MISREAD_BY_THE_PARSER: list[Case] = [
    (
        "To see the oldest pier, Judge Nora Falk said, one must go to Skagen.",
        [
            said(
                "Judge Nora Falk",
                "said",
                "To see the oldest pier",
                "one must go to Skagen",
                name="Nora Falk",
            )
        ],
    ),
    (
        "Fishermen and their wives worried that the pier would close.",
        [
            said(
                "Fishermen and their wives",
                "worried",
                "the pier would close",
                attitude="believes",
                name=None,
            )
        ],
    ),
    (
        "Fans were frustrated that the game was called off.",
        [said("Fans", "frustrated", "the game was called off", attitude="believes", name=None)],
    ),
    (
        "The club would like to sell two players.",
        [said("The club", "like", "to sell two players", attitude="intends", name=None)],
    ),
    ("The club likes to sell players.", []),
    ("The mayor called an “emergency meeting” on Friday.", []),
]

ENDS_AND_NOBODIES: list[Case] = [
    *BY_NOBODY_NAMED,
    *NEGATED,
    *FIGURES_PUT,
    *RUMOURS,
    *WHERE_IT_ENDS,
    *MISREAD_BY_THE_PARSER,
]
