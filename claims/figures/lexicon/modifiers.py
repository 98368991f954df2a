"""Words that bound or blur a figure, as regular expressions of words.

The span of a figure takes them in: "Up to 9,000 jobs", "40,000-plus euros".
"""

from claims.figures.values import Modifier

# A word of degree that may stand before a bound and belongs to it: "just over", "well above"
DEGREE = (
    r"(?:(?:just|well|slightly|marginally|fractionally|a fraction|a shade|a touch|a little|little"
    r"|a bit|far|much|significantly|considerably|way)\s)?"
)

BEFORE: tuple[tuple[Modifier, str], ...] = (
    # "At least 300 migrants", "no fewer than seven", "as few as 30 birds"
    (
        "at_least",
        r"at least|at the least|at a minimum|as (?:few|little|low) as"
        r"|no (?:fewer|less) than|not (?:fewer|less) than"
        r"|(?:a )?minimum of|≥|>\s?="
        r"|(?:more|greater|larger|bigger|higher) than or equal to"
        r"|(?:more|greater|larger|bigger|higher) or equal (?:than|to)"
        r"|at least or equal to|equal to or (?:more|greater|larger|bigger|higher) than",
    ),
    # "Up to 9,000 jobs", "as many as 40 people"
    (
        "at_most",
        r"up to|as (?:many|much|high) as|(?:no|not) (?:more|higher|larger|greater) than|at most"
        r"|at the most|(?:a )?maximum of|no greater than|≤|<\s?="
        r"|(?:less|fewer|lower|smaller) than or equal to"
        r"|(?:less|fewer|lower|smaller) or equal (?:than|to)"
        r"|equal to or (?:less|fewer|lower|smaller) than",
    ),
    # "More than 60 customers", "just over a third"
    (
        "more_than",
        DEGREE + r"(?:more than|over than|over|above|north of)"
        r"|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
        r"|(?:greater|larger|bigger|higher|longer|older|better) than|topping|>",
    ),
    # "Fewer than 20 minutes", "just under 296 hp", "sub-7 nanometre chips"
    (
        "less_than",
        DEGREE + r"(?:fewer than|less than|under|below|short of|shy of)"
        r"|(?:lower|smaller|younger|shorter) than|sub-|<",
    ),
    # "Some 1.5 million tonnes", "an estimated 40 people", "nearly half"
    (
        "about",
        r"(?:just )?about|around|some|roughly|approximately|approx\.?|(?:an )?estimated"
        r"|an (?:approximate|average of an estimated)|nearly|almost|barely"
        r"|close to|near to|nearing|near"
        r"|circa|(?-i:c\.)|~|≈|in the (?:region|order|neighbou?rhood|vicinity) of|virtually",
    ),
)

AFTER: tuple[tuple[Modifier, str], ...] = (
    # "Five hundred or more", "40,000-plus euros", "aged 65 and over"
    (
        "at_least",
        r"(?:or|and) (?:more|above|over|older|higher|greater|upwards?|up)\b(?! than)"
        r"|or better\b|or longer\b|-?\s?plus\b(?!\s\w+\s(?:bonus|interest)|\s[^\w\s]?\d)|\+(?!\d)",
    ),
    # "30 days or less"
    (
        "at_most",
        r"(?:or|and) (?:less|fewer|under|below|younger|lower|smaller)\b(?! than)|at most\b",
    ),
    # "A dozen or so villages", "40-odd houses"
    ("about", r"or so\b|-odd\b|-ish\b|-something\b|or thereabouts|give or take"),
)

# Durations take a bare "over" as a bound only after these: "for over two years",
# but "over two days" says when
OVER_CONTEXT = (
    r"for|of|in|after|to|by|with|and|or|at|is|was|are|were|took|takes|take|last|lasts|lasted"
    r"|spent|spend|just|well"
)

# Verbs whose particle "over" is: "handed over 20 prisoners", "took over two firms"
OVER_PARTICLE = (
    r"(?:hand|turn|take|carry|cross|fight|argue|clash|preside|rule|watch|mull|fall|win|give|pass|sign)"
    r"(?:s|ed|d|ing)?|taking|took|taken|gave|given|won|fell|fought|carried|giving|arguing|ruling"
)

# "Under" and "over" bound an age after these: "children under five", "40% of whom are under 30"
PERSONS = (
    r"people|persons?|adults?|children|child|men|women|man|woman|boys?|girls?|kids|youths?|teenagers?"
    r"|pupils?|students?|patients?|residents?|citizens|voters?|drivers?|workers?|infants|babies"
    r"|minors|anyone|everyone|those|someone|nobody|anybody|players?|whom|they|mothers|fathers"
)
