"""Times of the day that look like numbers: "0530 GMT", "at 14.30"."""

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WEEKDAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What says the day of a time behind it: "at 14.30 on Friday", "at six tonight"
_OF_DAY = (
    rf"(?:on\s)?{_WEEKDAYS}s?|today|tonight|tomorrow|yesterday|daily|sharp|at\snight"
    r"|(?:this|that|the\snext|in\sthe)\s(?:morning|afternoon|evening)"
)
_ZONES = (
    r"GMT|UTC|BST|IST|EET|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AEST|AEDT|JST|MSK|Z(?:ulu)?"
    r"|local\stime|(?:[A-Z][a-z]+\s)?time"
)

# "14.30", "9.05", and in four digits "0530", "1430"
DOTTED = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
IN_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"

SPOKEN: tuple[tuple[str, str], ...] = (
    (
        "half past seven, ten past 4",
        rf"\b(?:(?:(?i:half|{_WORDS}|twenty))\spast|(?i:quarter)\s(?:past|to))\s(?:{_WORDS}|\d{{1,2}})\b",
    ),
    ("at six in the morning", rf"\b(?i:at)\s(?:{_WORDS}|\d{{1,2}})(?=\s(?:{_OF_DAY})\b)"),
)

CLOCK: tuple[tuple[str, str], ...] = (
    ("0530 GMT, 14.30 local time", rf"\b(?:{IN_FOUR}|{DOTTED}|\d{{1,2}})\s(?:{_ZONES})\b"),
    (
        "at 1500 hours",
        rf"\b(?i:at|by|from|until|till|around|before|after|since)\s{IN_FOUR}\s?(?:hours|hrs|h)\b"
        r"(?!\s(?:of|a)\b)",
    ),
    # A count begins with no nought, but a group of digits may: "12 000"
    ("at 0415", r"(?<![\w.,:/$£€-])(?<!\d\s)0\d[0-5]\d(?![\w:/-]|[.,]\d)"),
    (
        "the 10.15 train, an 0930 flight",
        rf"\b(?:{DOTTED}|{IN_FOUR})(?=\s(?:train|flight|bus|ferry|boat|service|departure|bulletin|news"
        r"|kick-?off|start|appointment|meeting|slot|mass|deadline|curfew|performance|screening)\b)",
    ),
)

# What a dotted or bare time stands behind: "left at 14.30", "from 9.30 to 11.45"
BEFORE_TIME = r"(?:at|by|until|till|from|between|around|about|before|after|since)"

# Something is at a time by these words: "the train left at 14.30"
SCHEDULED = (
    r"open(?:s|ed|ing)?|clos(?:es?|ed|ing)|start\w*|beg[aiu]n\w*|end(?:s|ed)?|finish\w*|le(?:ave|aves|ft)"
    r"|depart\w*|arriv\w*|landed|lands?|sail\w*|t(?:ook|akes?)\soff|kick\w*[\s-]off|due|schedul\w+"
    r"|doors?|trains?|flights?|ferr(?:y|ies)|bus(?:es)?|meeting|hearing|ceremony|curfew|alarms?"
    r"|sirens?|rang|call(?:s|ed)?|struck|strikes|hit|wo?ke|dinner|lunch|breakfast|bed|shifts?|polls"
    r"|hours|met|meets?|sat|sits?|gather\w*|return\w*|happened|occurred|came|went|served|concert|service|show"
)
# ... and at a value by these: "the pound opened at 1.30"
VALUED = (
    r"shares?|stocks?|index|Dow|Nasdaq|S&P|FTSE|DAX|dollars?|pounds?|euros?|yen|francs?|rupees?|yuan"
    r"|lira|rand|peso|currency|trad(?:e|es|ed|ing)|bonds?|yields?|rates?|pric\w+|costs?|cents?"
    r"|barrels?|crude|oil|gold|futures|points?|per\s?cent|percent|averag\w+|scor\w+|seconds|ratio"
    r"|odds|quoted|bids?|settled|valued|measur\w+|ros\w+|ris\w+|f[ae]ll\w*|climb\w*|gain\w*"
    r"|increas\w+|decreas\w+|dropp?\w*|grew|grow\w*|rang(?:e|es|ed|ing)|var(?:y|ied|ies)|inflation"
    r"|unemployment|growth|deficit|magnitude|level|temperature|degrees|against\sthe|versus\sthe"
)
OF_DAY = rf",?\s(?:{_OF_DAY})\b"
