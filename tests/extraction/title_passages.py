"""Titles with "of", joined, short or in initials, and speakers who speak together.

As in speaker_passages.py: the passage, the speaker of its last attribution as the text has it,
the name the article gives them, and their kind.
"""

from __future__ import annotations

from tests.extraction.speaker_passages import Case as Passage

# Without the kind
Case = tuple[str, str, str | None]

OFFICES: list[Case] = [
    (
        "Dean of Medicine Karin Weiss said the road was shut.",
        "Dean of Medicine Karin Weiss",
        "Karin Weiss",
    ),
    (
        "Secretary of State Anna Berg said the road was shut.",
        "Secretary of State Anna Berg",
        "Anna Berg",
    ),
    (
        "Mayor of Elm City Ilka Sorn said the road was shut.",
        "Mayor of Elm City Ilka Sorn",
        "Ilka Sorn",
    ),
    (
        "“It is over,” said Governor of Ash Province Elo Brandt.",
        "Governor of Ash Province Elo Brandt",
        "Elo Brandt",
    ),
    (
        "Chief of Police Marko Linn said the road was shut. The chief said it was flooded.",
        "The chief",
        "Marko Linn",
    ),
    (
        "Minister of Health and Welfare Jo Lind said the road was shut.",
        "Minister of Health and Welfare Jo Lind",
        "Jo Lind",
    ),
    (
        "Leader of the Opposition Tom Sand said the road was shut.",
        "Leader of the Opposition Tom Sand",
        "Tom Sand",
    ),
    # the place alone
    ("Governor of New South Wales said the road was shut.", "Governor of New South Wales", None),
    ("President of Sierra Leone said the road was shut.", "President of Sierra Leone", None),
    (
        "The head of the club, Ida Holm, said the road was shut.",
        "The head of the club, Ida Holm",
        "Ida Holm",
    ),
]

JOINED_AND_SHORT: list[Case] = [
    (
        "Bluebell co-founder Tomas Reck said the road was shut.",
        "Bluebell co-founder Tomas Reck",
        "Tomas Reck",
    ),
    ("Ex-mayor Tom Felk said the road was shut.", "Ex-mayor Tom Felk", "Tom Felk"),
    (
        "Vice-president Olga Reil left. The vice-president said the road was shut.",
        "The vice-president",
        "Olga Reil",
    ),
    (
        "The club's co-owner, Petra Dahl, said the road was shut.",
        "The club's co-owner, Petra Dahl",
        "Petra Dahl",
    ),
    ("Ash County District Attorney Rena Vogt left. “No,” DA Vogt said.", "DA Vogt", "Rena Vogt"),
    ("District Attorney Rena Vogt left. The DA said the road was shut.", "The DA", "Rena Vogt"),
    (
        "Attorney General Lena Ruiz left. The attorney general said the road was shut.",
        "The attorney general",
        "Lena Ruiz",
    ),
    (
        "Supt Karl Imhof left. The superintendent said the road was shut.",
        "The superintendent",
        "Karl Imhof",
    ),
    ("Joao da Silva left. Da Silva said the road was shut.", "Da Silva", "Joao da Silva"),
]

DESCRIBED: list[Case] = [
    (
        "Former Ash mayor and banker Tom Park said it was shut.",
        "Former Ash mayor and banker Tom Park",
        "Tom Park",
    ),
    ("Gen. Ivo Marin left. The general said it was shut.", "The general", "Ivo Marin"),
    ("Governor Elo Brandt left. Governor said it was shut.", "Governor", "Elo Brandt"),
    ("Farmer Lou Finn said it was shut.", "Farmer Lou Finn", "Lou Finn"),
    # surnames that are titles
    ("Carl King, an Ash Democrat, left. Mr. King said it was shut.", "Mr. King", "Carl King"),
    ("Brian Baker left. Baker said it was shut.", "Baker", "Brian Baker"),
    (
        "The Chief Constable, Ian Moor, left. The Chief Constable said it was shut.",
        "The Chief Constable",
        "Ian Moor",
    ),
    ("Prime Minister Ole Holm left. The premier said it was shut.", "The premier", "Ole Holm"),
    ("Julia Reyes runs the mill. J.R. said it was shut.", "J.R.", "Julia Reyes"),
    ("Marin, the transport minister, said the road was shut.", "Marin", "Marin"),
    (
        "A union official, Ana Reyes, said the road was shut.",
        "A union official, Ana Reyes",
        "Ana Reyes",
    ),
]

BODIES: list[Case] = [
    (
        "Kestrel Mills Group plc met. Kestrel Mills Group said the road was shut.",
        "Kestrel Mills Group",
        "Kestrel Mills Group plc",
    ),
    (
        "The Ash Herald reported a flood. The Herald said the road was shut.",
        "The Herald",
        "Ash Herald",
    ),
    (
        "The Trust for Urban Orchards met. The Trust said the road was shut.",
        "The Trust",
        "Trust for Urban Orchards",
    ),
    (
        "The Church of the New Dawn runs 30 mills. The Church said the road was shut.",
        "The Church",
        "Church of the New Dawn",
    ),
    (
        "The Rimholm Fisheries Commission met. The Commission said the road was shut.",
        "The Commission",
        "Rimholm Fisheries Commission",
    ),
    ("Veltrix Inc. sold mills. Veltrix said the road was shut.", "Veltrix", "Veltrix Inc."),
    # two of them, and another body
    (
        "The Rimholm Museum and the Skerry Museum met. The Museum said the road was shut.",
        "The Museum",
        "Museum",
    ),
    ("The Senate Budget Committee met. The Senate said the road was shut.", "The Senate", "Senate"),
]

TOGETHER: list[Case] = [
    (
        "Karl Ivers of the Ash Institute and Ole Finn, a baker, said the road was shut.",
        "Karl Ivers of the Ash Institute and Ole Finn",
        "Karl Ivers and Ole Finn",
    ),
    (
        "Harbour master Finn Dahl, pilot Ruth Imhof and skipper Jon Vik said no one came.",
        "Harbour master Finn Dahl, pilot Ruth Imhof and skipper Jon Vik",
        "Finn Dahl and Ruth Imhof and Jon Vik",
    ),
    (
        "Union official Sam Okoro and police officer Lena Fisk said the road was shut.",
        "Union official Sam Okoro and police officer Lena Fisk",
        "Sam Okoro and Lena Fisk",
    ),
    (
        "“No,” said fire chief Bo Sand and Mayor Eva Krall.",
        "fire chief Bo Sand and Mayor Eva Krall",
        "Bo Sand and Eva Krall",
    ),
    (
        "Finance minister Olga Sund, her deputy Paul Rist and union leader Jan Wolk "
        "said the road was shut.",
        "Finance minister Olga Sund, her deputy Paul Rist and union leader Jan Wolk",
        "Olga Sund and Paul Rist and Jan Wolk",
    ),
    (
        "The mayor, Eva Krall, and the fire chief, Bo Sand, said the road was shut.",
        "The mayor, Eva Krall, and the fire chief, Bo Sand",
        "Eva Krall and Bo Sand",
    ),
    (
        "Harbour director Rosa Lind and city councillor Karl Imhof told reporters no one came.",
        "Harbour director Rosa Lind and city councillor Karl Imhof",
        "Rosa Lind and Karl Imhof",
    ),
    (
        "Party leader Eva Krall and her husband said the road was shut.",
        "Party leader Eva Krall and her husband",
        None,
    ),
]


TITLES: list[Passage] = [
    *((*case, "person") for case in OFFICES + JOINED_AND_SHORT + DESCRIBED),
    *((*case, "organisation") for case in BODIES),
    *((*case, "group") for case in TOGETHER),
]
