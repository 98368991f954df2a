"""Words that write numbers.

"Two hundred and twelve people", "3.4m euros", "half a dozen eggs", "two-thirds
of voters", "12 lakh farmers".
"""

from decimal import Decimal

# "Seven drones", "nought point four"
ONES = {
    "zero": 0,
    "nought": 0,
    "naught": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}

# "Seventeen drones"
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}

# "Seventy drones", "seventy-one drones"
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

# "Four hundred million people", "Rs 5 lakh crore", "three dozen eggs", "10 bln roubles"
SCALES = {
    "dozen": Decimal(12),
    "dozens": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "lakh": Decimal(10) ** 5,
    "lakhs": Decimal(10) ** 5,
    "million": Decimal(10) ** 6,
    "crore": Decimal(10) ** 7,
    "crores": Decimal(10) ** 7,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "quadrillion": Decimal(10) ** 15,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "mil": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "bln": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12,
    "tln": Decimal(10) ** 12,
}

# Letters glued to digits: "40k jobs", "€3.4m", "$7B". What else "m" can be is settled by context.
SUFFIXES = {
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
}

# After a bare "20m" these say metres: "a tower 20m high", "the 100m final"
METRE_CONTEXT = (
    "wide",
    "long",
    "high",
    "deep",
    "tall",
    "away",
    "from",
    "above",
    "below",
    "north",
    "south",
    "east",
    "west",
    "across",
    "apart",
    "off",
    "thick",
    "race",
    "sprint",
    "hurdles",
    "freestyle",
    "backstroke",
    "butterfly",
    "breaststroke",
    "relay",
    "final",
    "dash",
    "radius",
    "pool",
    "in",
    "at",
    "by",
    "x",
    "and",
    "to",
)

# ... and millions when one of these comes before: "sales tripled to 1.2m"
MILLION_CONTEXT = (
    r"sales|users|customers|subscribers|population|people|visitors|passengers|viewers|listeners"
    r"|readers|members|membership|audience|number|views|followers|votes|jobs|turnover|profits?"
    r"|revenues?|earnings|downloads|copies|circulation|households|homes|vehicles|cars|workers"
    r"|workforce|employees|unemployed|jobless|unemployment|refugees|tourists|shipments|orders"
    r"|attendances?|electorate|voters|turnout|enrolment|pupils|students|patients|doses|deaths"
    r"|losses|traffic|births|migrants|immigration|migration"
)

# "Finished fourth", "the third-largest bank"
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}

# The lower part of a fraction: "two thirds of voters", "a fifth of them", "three quarters"
DENOMINATORS = {
    "half": 2,
    "quarter": 4,
    **{word: number for word, number in ORDINALS.items() if number > 2},
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 1_000_000,
    "billionth": 1_000_000_000,
    "trillionth": 1_000_000_000_000,
}

# "Add ½ teaspoon of salt"
VULGAR_FRACTIONS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

# "10⁶", "2.5 × 10⁻³"
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_SIGNS = "⁺⁻"

# "Dozens of homes burned": at least twice the word
VAGUE = {
    "dozens": Decimal(12),
    "scores": Decimal(20),
    "tens": Decimal(10),
    "hundreds": Decimal(100),
    "thousands": Decimal(10) ** 3,
    "lakhs": Decimal(10) ** 5,
    "millions": Decimal(10) ** 6,
    "crores": Decimal(10) ** 7,
    "billions": Decimal(10) ** 9,
    "trillions": Decimal(10) ** 12,
}

# "Exports doubled", "the herd halved"
MULTIPLES = {
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "quintupl": Decimal(5),
    "halv": Decimal("0.5"),
}

# "Twice as many", "twice the size", "half as likely"
TIMES = {"twice": Decimal(2), "thrice": Decimal(3), "half": Decimal("0.5")}
COMPARED = (
    r"many|much|likely|big|large|high|long|fast|often|good|bad|common|expensive|powerful|strong|heavy"
    r"|old|deadly|dangerous|hard|far|wide|deep|rich|poor|great|severe|costly|popular"
)
MULTIPLIED = (
    r"size|number|amount|rate|level|price|value|cost|length|height|weight|speed|area|average|total"
    r"|usual|normal|national|legal|previous|figure|distance|share|volume|sum|budget|limit|age"
    r"|income|strength|power|population|pay|salary|capacity"
)
