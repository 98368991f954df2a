"""Units of measure: canonical name, and how they are written.

Canonical names are English, singular, spelled out, British in spelling. Plurals
of words are made by rule; symbols are case-sensitive and stand after digits only.
"""

from typing import Literal, NamedTuple

UnitKind = Literal["measure", "duration", "percent", "other"]


class UnitEntry(NamedTuple):
    """A unit's words (singular, lower case; American spelling too) and its symbols."""

    name: str
    words: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    kind: UnitKind = "measure"


UNITS: tuple[UnitEntry, ...] = (
    # Shares: turnout rose 4.5 percentage points to 61%
    UnitEntry(
        "percentage point",
        ("percentage point", "percentage-point", "percent point", "per cent point"),
        ("pp", "ppt", "ppts", "pct pts"),
        "percent",
    ),
    UnitEntry("basis point", ("basis point", "basis-point"), ("bp", "bps"), "percent"),
    UnitEntry(
        "percent",
        ("percent", "percents", "per cent", "percentage", "pct", "per-cent"),
        ("%", "pc", "p.c.", "％"),
        "percent",
    ),
    # "The talks took eleven hours"
    UnitEntry("second", ("second", "sec"), ("s", "secs"), "duration"),
    UnitEntry("millisecond", ("millisecond",), ("ms",), "duration"),
    UnitEntry("microsecond", ("microsecond",), ("µs", "μs"), "duration"),
    UnitEntry("nanosecond", ("nanosecond",), ("ns",), "duration"),
    UnitEntry("minute", ("minute",), ("min", "mins"), "duration"),
    UnitEntry("hour", ("hour", "hr"), ("h",), "duration"),
    UnitEntry("day", ("day",), (), "duration"),
    UnitEntry("working day", ("working day", "business day"), (), "duration"),
    UnitEntry("trading day", ("trading day",), (), "duration"),
    UnitEntry("night", ("night",), (), "duration"),
    UnitEntry("week", ("week", "wk"), (), "duration"),
    UnitEntry("fortnight", ("fortnight",), (), "duration"),
    UnitEntry("month", ("month",), (), "duration"),
    UnitEntry("quarter", ("quarter",), (), "duration"),
    UnitEntry("year", ("year", "yr"), (), "duration"),
    UnitEntry("decade", ("decade",), (), "duration"),
    UnitEntry("century", ("century", "centurie"), (), "duration"),
    UnitEntry("megayear", (), ("Ma", "Myr"), "duration"),
    # "The village lies 12 miles north of the border"
    UnitEntry("inch", ("inch", "inche"), ("ins", "in", "in.", '"', "”", "″")),
    UnitEntry("foot", ("foot", "feet"), ("ft", "ft.", "'", "’", "′")),
    UnitEntry("yard", ("yard",), ("yd", "yds")),
    UnitEntry("mile", ("mile",), ("mi",)),
    UnitEntry("kilometre", ("klick",), ("ks", "k's", "k’s")),
    UnitEntry("nautical mile", ("nautical mile",), ("nmi",)),
    UnitEntry("light year", ("light year", "light-year")),
    # "A farm of 300 acres"
    UnitEntry("hectare", ("hectare",), ("ha",)),
    UnitEntry("acre", ("acre",)),
    UnitEntry("acre-foot", ("acre-foot", "acre-feet", "acre foot", "acre feet"), ("ac-ft",)),
    # "They lifted 80,000 barrels", "a 10-gallon drum"
    UnitEntry("barrel", ("barrel",), ("bbl",)),
    UnitEntry("gallon", ("gallon",), ("gal",)),
    UnitEntry("pint", ("pint",)),
    UnitEntry("quart", ("quart",)),
    UnitEntry("fluid ounce", ("fluid ounce",), ("fl oz",)),
    UnitEntry("cup", ("cup",)),
    UnitEntry("teaspoon", ("teaspoon",), ("tsp",)),
    UnitEntry("tablespoon", ("tablespoon",), ("tbsp",)),
    UnitEntry("bushel", ("bushel",)),
    # "Some 900 tonnes of rubble"
    UnitEntry(
        "tonne", ("tonne", "metric ton", "metric tonne"), ("t", "mt", "tCO2", "tCO2e", "tCO₂")
    ),
    UnitEntry("kilotonne", ("kilotonne", "kiloton")),
    UnitEntry("megatonne", ("megatonne", "megaton"), ("Mt", "MtCO2", "MtCO2e", "MtCO₂")),
    UnitEntry("gigatonne", ("gigatonne", "gigaton"), ("Gt", "GtCO2", "GtCO2e", "GtCO₂")),
    UnitEntry("ton", ("ton", "short ton", "long ton")),
    UnitEntry("pound", (), ("lb", "lbs")),
    UnitEntry("ounce", ("ounce",), ("oz",)),
    UnitEntry("troy ounce", ("troy ounce",)),
    UnitEntry("stone", (), ("stone", "st")),
    UnitEntry("dram", ("dram", "drachm")),
    UnitEntry("carat", ("carat",), ("ct",)),
    # "Winds of 90 mph", "a 5-mpg gain"
    UnitEntry("mile per hour", (), ("mph",)),
    UnitEntry("kilometre per hour", (), ("kph", "kmh", "kmph")),
    UnitEntry("mile per gallon", (), ("mpg",)),
    UnitEntry("knot", ("knot",), ("kn", "kt", "kts")),
    UnitEntry("revolution per minute", ("revolution per minute",), ("rpm", "RPM")),
    # "The engine makes 296 hp and 450 Nm of torque"
    UnitEntry("horsepower", ("horsepower",), ("hp", "HP", "bhp", "PS")),
    UnitEntry("newton metre", ("newton metre", "newton meter"), ("Nm",)),
    UnitEntry("pound-foot", ("pound-foot", "pound-feet", "foot-pound"), ("lb-ft", "lb ft")),
    # "It was 30 degrees in the shade"
    UnitEntry(
        "degree Celsius",
        (
            "degree celsius",
            "degree centigrade",
            "celsius",
            "celcius",
            "centigrade",
            "centigrate",
            "degree c",
            "deg celsius",
            "deg c",
        ),
        ("°C", "C", "° C", "℃", "ºC", "° Celsius", "°Celsius"),
    ),
    UnitEntry(
        "degree Fahrenheit",
        (
            "degree fahrenheit",
            "degree farenheit",
            "fahrenheit",
            "farenheit",
            "degree f",
            "deg fahrenheit",
            "deg f",
        ),
        ("°F", "F", "° F", "℉", "° Fahrenheit", "°Fahrenheit"),
    ),
    UnitEntry("kelvin", ("kelvin",), ("K",)),
    UnitEntry("degree", ("degree", "deg"), ("°", "º")),
    UnitEntry("radian", ("radian", "rad")),
    UnitEntry("decibel", ("decibel",), ("dB",)),
    UnitEntry("calorie", ("calorie",), ("cal",)),
    UnitEntry("kilocalorie", ("kilocalorie",), ("kcal",)),
    UnitEntry("British thermal unit", ("british thermal unit",), ("Btu", "BTU")),
    UnitEntry("million British thermal units", (), ("mmBtu", "MMBtu", "mmbtu")),
    # "Carbon dioxide reached 420 parts per million"
    UnitEntry("part per million", ("part per million",), ("ppm",)),
    UnitEntry("part per billion", ("part per billion",), ("ppb",)),
    # "Pumping 2.1 million bpd", "4,500 tpd of waste"
    UnitEntry("barrel per day", (), ("bpd", "b/d", "bbl/d")),
    UnitEntry("ton per day", (), ("tpd",)),
    UnitEntry("gallon per minute", (), ("gpm",)),
    UnitEntry("pound per square inch", (), ("psi",)),
    UnitEntry("kilopound per square inch", (), ("ksi",)),
    UnitEntry("bar", (), ("bar", "mbar")),
    UnitEntry("cubic centimetre", (), ("cc",)),
    UnitEntry("cubic foot", (), ("cf", "cu ft")),
    UnitEntry("cubic foot per second", (), ("cfs",)),
    UnitEntry("cubic metre per second", (), ("cumecs",)),
    UnitEntry("billion cubic metres", (), ("bcm",)),
    UnitEntry("square foot", (), ("sqft", "sq ft", "sq. ft", "sq. ft.")),
    UnitEntry("square metre", (), ("sqm", "sq m", "sq. m")),
    UnitEntry("square mile", (), ("sq mi",)),
    UnitEntry("square kilometre", (), ("sq km", "sqkm")),
    # "A 16-bit chip", "frames per second"
    UnitEntry("bit", ("bit",)),
    UnitEntry("megapixel", ("megapixel",), ("MP",)),
    UnitEntry("pixel", ("pixel",), ("px",)),
    UnitEntry("kibibyte", ("kibibyte",), ("KiB",)),
    UnitEntry("mebibyte", ("mebibyte",), ("MiB",)),
    UnitEntry("gibibyte", ("gibibyte",), ("GiB",)),
    UnitEntry("bit per second", (), ("bit/s",)),
    UnitEntry("kilobit per second", (), ("kbps", "Kbps")),
    UnitEntry("megabit per second", (), ("Mbps", "mbps")),
    UnitEntry("gigabit per second", (), ("Gbps", "gbps")),
    UnitEntry("frame per second", ("frame per second",), ("fps",)),
    UnitEntry("dot per inch", (), ("dpi",)),
    UnitEntry("ampere hour", ("ampere hour", "amp hour"), ("Ah",)),
    UnitEntry("milliampere hour", ("milliampere hour",), ("mAh",)),
    # "A guard averaging 15.3 ppg", "a pitcher worth 0.5 WAR"
    UnitEntry("point per game", ("point per game",), ("ppg",)),
    UnitEntry("rebound per game", ("rebound per game",), ("rpg",)),
    UnitEntry("assist per game", ("assist per game",), ("apg",)),
    UnitEntry("win above replacement", (), ("WAR",)),
    # "A 5.2-magnitude quake"
    UnitEntry("magnitude", ("magnitude",)),
)

# Names and symbols of prefixes: "A 40-gigawatt wind farm", "400 kV"
PREFIXES: dict[str, str] = {
    "p": "pico",
    "n": "nano",
    "µ": "micro",
    "μ": "micro",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "": "",
    "h": "hecto",
    "k": "kilo",
    "K": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "P": "peta",
}


class PrefixedUnit(NamedTuple):
    """A unit that takes prefixes; ``prefixes`` are the symbols of those that news use."""

    name: str
    symbol: str
    prefixes: str
    american: str = ""


PREFIXED: tuple[PrefixedUnit, ...] = (
    PrefixedUnit("metre", "m", "pnµμmcdhk", "meter"),
    PrefixedUnit("gram", "g", "nµμmk", "gramme"),
    PrefixedUnit("litre", "l", "µμmcdkMG", "liter"),
    PrefixedUnit("litre", "L", "µμmcdkMG", "liter"),
    PrefixedUnit("watt", "W", "mkMGT"),
    PrefixedUnit("watt hour", "Wh", "kMGT", "watt-hour"),
    PrefixedUnit("watt hour", "wh", "k"),
    PrefixedUnit("hertz", "Hz", "kMGT"),
    PrefixedUnit("hertz", "HZ", "k"),
    PrefixedUnit("byte", "B", "kKMGTP"),
    PrefixedUnit("bit", "bit", "kMGT"),
    PrefixedUnit("volt", "V", "mkM"),
    PrefixedUnit("ampere", "A", "mk", "amp"),
    PrefixedUnit("ohm", "Ω", "kM"),
    PrefixedUnit("joule", "J", "kMGT"),
    PrefixedUnit("newton", "N", "kM"),
    PrefixedUnit("pascal", "Pa", "hkMG"),
    PrefixedUnit("electronvolt", "eV", "kMGT"),
    PrefixedUnit("gray", "Gy", "mµμ"),
    PrefixedUnit("sievert", "Sv", "mµμ"),
    PrefixedUnit("becquerel", "Bq", "kMGT"),
)

# What may stand between a number and its unit of time: "three consecutive days", "two more years"
TIME_ADJECTIVES = (
    "full",
    "whole",
    "entire",
    "long",
    "straight",
    "consecutive",
    "successive",
    "calendar",
    "more",
    "further",
    "additional",
    "extra",
    "short",
    "solid",
    "academic",
    "uninterrupted",
)

# Prefixes that the end of a line may part from their unit: "40 kilo-metres"
PARTED = ("kilo", "centi", "milli", "mega", "giga", "tera")

# Units that ² and ³ make areas and volumes: "40 km²"
LENGTHS = frozenset(
    {
        *(PREFIXES[prefix] + "metre" for prefix in ("", *PREFIXED[0].prefixes)),
        "inch",
        "foot",
        "yard",
        "mile",
    }
)

# Symbols that a bare letter or word could also be: they count only glued to digits, "45C", "20K"
GLUED_ONLY = frozenset(
    {
        "s",
        "h",
        "t",
        "l",
        "A",
        "V",
        "J",
        "N",
        "K",
        "C",
        "F",
        "pp",
        "pc",
        "MP",
        "ct",
        "mt",
        "Ma",
        "bp",
    }
)

# ... which these may be with a space too, where a clause ends: "the load was 12 t."
SPACED_AT_END = frozenset({"s", "h", "t", "l", "V"})

# Indices by name, whose moves need no word: "the Nasdaq slipped 59.93"
INDICES = (
    r"Dow|S&P|Nasdaq|NASDAQ|FTSE|DAX|Dax|CAC|Nikkei|Sensex|Nifty|Hang Seng|Russell|Stoxx|STOXX"
    r"|Topix|Kospi|KOSPI|IBEX|Ibex|MIB|ASX|TSX|Composite|Index|index"
)

# Scales that are not named after a unit: "6.4 on the Richter scale"
SCALES = {"richter": "magnitude", "moment magnitude": "magnitude"}

# "Points" are percentage points near one of these: "inflation eased 0.2 points", "a 12-point lead"
SHARE_CONTEXT = (
    r"lead\b|polls?\b|polling|approval|support|rating|turnout|inflation|unemployment|jobless"
    r"|\bshare\b|margin|swing|majorit|favou?rab|popularity|interest rate|mortgage rate|vote"
    r"|per\s?cent|pass rate|(?:key|benchmark|base|policy|lending|bank|repo) rate|\brates by\b"
)
# ... and points of an index near one of these: "the Dow lost 190 points"
INDEX_CONTEXT = (
    r"index|indices|\bDow\b|S&P|S P\b|Nasdaq|FTSE|\bDAX|\bCAC|Nikkei|Sensex|Nifty|Hang Seng"
    r"|Composite|Average|stocks?\b|[Ee]xchange|e-minis|futures|\bASX|\bTSX|bourse|benchmark|Stoxx"
    r"|\bTA-\d|\b[Ss]hares (?!of\b)"
)

# Signs that mostly mean something else, a preposition or a quotation mark; they count
# before these words only: "a door 2 in thick", 'a pen 10" long'
AMBIGUOUS = frozenset({"in", '"', "”", "'", "’"})
AMBIGUOUS_CONTEXT = (
    "thick",
    "long",
    "wide",
    "tall",
    "high",
    "deep",
    "across",
    "diameter",
    "screen",
    "display",
    "of rain",
    "of snow",
)

# "-5C" and "173C": a glued C or F is a temperature only near one of these
TEMPERATURE_CONTEXT = (
    r"temperature|degrees?\b|\bheat|\bcold|warm|weather|\bhot\b|free[sz]|frost|cool|mercury|thermo|celsius"
    r"|fahrenheit|boil|melt|oven|bake|cook|fever|highs?\sof|lows?\sof|climate|summer|winter"
)

# ... or where it ends what is said of a number: "the night was 12 C."
TEMPERATURE_IS = (
    r"\b(?:was|is|were|are|be|hit|hits|reach\w*|touch\w*|of|at|to|below|above|under|over|around|about"
    r"|nearly|between|and|minus)\s(?:minus\s)?[-−–]?\d[\d.]*$"
)
# ... unless the letter tells seats or rooms apart: "room 12C", "his seat was 12C"
LETTERED = (
    r"\b(?:(?:rooms?|gates?|rows?|flats?|sections?|bus(?:es)?|routes?|class|groups?|exits?|houses?|halls?"
    r"|blocks?)\s(?:and\s|or\s|\w{1,4}\s){0,3}|(?:seats?|sizes?|grades?|score)\s(?:\w+\s){0,2})\d+$"
)

# "13A" are amperes near one of these; else an A tells routes, forms and seats apart
CURRENT_CONTEXT = (
    r"fuses?|amps?|amperes?|currents?|circuits?|batter(?:y|ies)|charg\w+|plugs?|sockets?|volt\w*|\d+\s?V"
    r"|cables?|breakers?|wir(?:e|es|ing)|electric\w*|adapters?|motors?|outlets?|mains|electrodes?"
)

# "Ks" are kilometres before these: "a front 35 ks long"
DISTANCE_CONTEXT = (
    r"long|wide|away|from|of|an\shour|north|south|east|west|inland|offshore|out|up|down|short|per"
)

# What a price, share or rate can be per with "a": "$80 a barrel", "63 cents a share"
PER_NOUNS = (
    "share",
    "head",
    "person",
    "unit",
    "ticket",
    "bottle",
    "piece",
    "pop",
    "ounce",
    "pound",
    "barrel",
    "tonne",
    "ton",
    "kilo",
    "therm",
    "seat",
    "vote",
    "household",
    "game",
    "shift",
    "plate",
    "copy",
    "dose",
    "vehicle",
    "room",
    "security",
    "capita",
)
