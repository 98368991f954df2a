"""Words that make dates and periods.

Each group shows one of its words at work. Words are lower-case; those in
``CAPITALISED_ONLY`` are dates only with a capital letter.
"""

from claims.figures.lexicon import numerals, units
from claims.figures.lexicon.calendar import SHORT_MONTHS, SHORT_WEEKDAYS

# "Black Monday wiped out a fifth of the market." A day with a name, not the latest Monday.
DAY_NAMES = {"black", "bloody", "super", "giving", "fat", "red", "shrove", "holy"}

# "They may march in august company" names no month.
CAPITALISED_ONLY = {"march", "may", "august"} | set(SHORT_MONTHS) | set(SHORT_WEEKDAYS) | DAY_NAMES

# "Prices rose last summer." (its first month)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# "Prices rose this week." "Prices rose in the past two weeks."
UNITS = {
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "decade": "decade",
}
PLURAL_UNITS = {
    "hours": "hour",
    "days": "day",
    "weeks": "week",
    "fortnights": "fortnight",
    "weekends": "weekend",
    "months": "month",
    "decades": "decade",
    "centuries": "century",
    "quarters": "quarter",
    "years": "year",
}

# "She resigned yesterday." (days from publication)
DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

# "She resigned on Wednesday night."
DAY_PARTS = {"morning", "afternoon", "evening", "night", "lunchtime", "nighttime"}

# "She resigned in the third quarter." "She resigned in the second week of March."
ORDINALS = {**numerals.ORDINALS, "opening": 1, "final": -1, "closing": -1}

# "They met in the late nineties."
NAMED_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

# "They met in early June." (which third)
THIRDS = {"early": 0, "mid": 1, "middle": 1, "late": 2}

# "They met at the end of June." (which end)
EDGES = {"start": 0, "beginning": 0, "outset": 0, "end": 1, "close": 1}

# "They met last week." "They will meet this coming week."
LAST = {"last": -1}
THIS = {"this": 0, "current": 0}
NEXT = {"next": 1}
COMING = {"coming": 1, "upcoming": 1}
PAST = {"past": -1}

# "They met the previous year." (seen from the date the text spoke of before)
ANCHORED_STEPS = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "subsequent": 1}

# "The full year was dry." "It rained in 2019." "It rained until 2019." "The year ended 30 June."
FULL = {"full", "entire", "whole"}
IN = {"in", "over", "during", "within", "throughout"}
UNTIL = {"until", "till", "through"}
ENDED = {"ended", "ending"}

# "It burned in AD 64."
ERAS = {"ad", "bc", "ce", "bce"}

# "Since March", "from May to June", "two years ago": words the grammar knows one by one
GRAMMAR_WORDS = {
    *("of", "the", "on", "at", "by", "than", "to", "and", "from", "between", "since", "for"),
    *("earlier", "later", "ago", "before", "after", "overnight", "same", "that", "recent"),
    *("period", "time", "date"),
}

# "They met several years ago."
VAGUE_COUNTS = {"few", "several", "some", "many", "couple"}

# "The index finished the day lower."
DAY_FRAMES = {
    *("finish", "finished", "finishes", "finishing"),
    *("closed", "closes", "closing"),
    *("ends", "started", "starting", "opened", "opening", "began"),
}

# "They met on Christmas Eve." Month and day.
FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}

# "They met on Good Friday." (days from Easter Sunday)
EASTER_HOLIDAYS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "whit monday": 50,
}

# "Shops opened early on Black Friday." (month, weekday, which one of the month, days after it)
FLOATING_HOLIDAYS = {
    "martin luther king day": (1, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "labor day": (9, 0, 1, 0),
    "thanksgiving": (11, 3, 4, 0),
    "thanksgiving day": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
}

# "He was a boy at the time of the Sept. 11 attacks." Month and day, the year, words after them.
KNOWN_DAYS = {
    (9, 11): (
        2001,
        {"attack", "attacks", "terrorist", "terror", "conspiracy", "plotters", "memorial"},
    ),
    (7, 7): (2005, {"attack", "attacks", "bombing", "bombings", "bombers"}),
    (1, 6): (
        2021,
        {"attack", "riot", "riots", "rioters", "insurrection", "committee", "defendants"},
    ),
    (10, 7): (2023, {"attack", "attacks", "massacre", "assault"}),
}

# "Profit fell in the financial year 2024-25." (kind of budget)
FISCAL = {"fiscal", "financial", "tax", "budget"}

# "The Indian government spent Rs 10 crore in FY25." Fiscal years run April to March.
APRIL_FISCAL_CUES = (
    r"[₹£]|\b(?:Rs|INR|crores?|lakhs?|India[n']?|Indian|RBI|Mumbai|Delhi|Britain|British|UK|"
    r"England|Scotland|Wales|HMRC|Westminster|Whitehall|pence|NHS)\b"
)

# "They will meet on Friday."
FUTURE_AUXILIARIES = {
    *("will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "could", "can"),
    *("must", "should"),
}

# "The meeting was scheduled for Friday."
PLANNED = {"schedule", "plan", "expect", "slate", "set", "due", "book", "earmark", "bill", "tip"}

# "Bids are due by Friday." "Prices are likely to rise in May."
AHEAD = {
    *("due", "likely", "unlikely", "bound", "ready", "set", "scheduled", "expected", "certain"),
    *("keen", "eager", "willing", "determined", "sure"),
}

# "The meeting was postponed until Friday."
POSTPONED = {
    *("postpone", "delay", "extend", "adjourn", "reschedule", "defer", "push", "suspend", "move"),
    *("put", "remand", "plan", "schedule", "set", "due", "slate", "wait", "remain", "continue"),
}

# "Analysts see a cut by June." "She foresees losses in May." They speak of what is to come.
FORECASTS = {
    *("expect", "forecast", "predict", "project", "anticipate", "foresee", "envisage", "await"),
    *("plan", "intend", "aim", "target", "hope", "want", "propose", "promise", "pledge", "vow"),
    *("budget", "bet", "price", "seek", "guide", "schedule", "face", "eye"),
}

# "It pledged 40 homes by June" looks ahead from the pledge, "It built 40 homes by June" does not.
PLEDGES = {
    *("pledge", "promise", "vow", "agree", "commit", "offer", "order", "demand", "forecast"),
    *("predict", "propose", "target", "project"),
}

# "They failed to meet on Friday": it is the past.
IMPLICATIVES = {
    *("fail", "manage", "begin", "start", "continue", "use", "appear", "seem", "prove", "help"),
    *("come", "go", "happen", "able", "get", "cause", "force"),
}

# "The figures show that prices rose in March": no plan.
REPORTING_PRESENT = {
    *("say", "show", "suggest", "indicate", "reveal", "mean", "think", "believe", "know", "see"),
    *(
        "report",
        "claim",
        "remain",
        "stand",
        "have",
        "tell",
        "write",
        "add",
        "note",
        "argue",
        "call",
    ),
}

# "The deadline on 1 June is near." It lies ahead if no verb says otherwise.
COMING_EVENTS = {
    *("deadline", "election", "elections", "vote", "hearing", "meeting", "summit", "referendum"),
    *("launch", "release", "expiry", "ballot", "talks", "ceremony", "trial", "strike", "strikes"),
    *("protest", "protests", "rally", "march", "debate", "funeral", "conference"),
}

# "Flight 1549", "Resolution 1701", "Windows 2000": a number, no year
NUMBERED_THINGS = {
    *("flight", "route", "highway", "road", "model", "section", "article", "resolution", "no"),
    *("number", "page", "windows", "vision", "agenda", "boeing", "airbus", "room", "channel"),
    *("office", "form", "unit", "bus", "train", "chapter", "paragraph", "rule", "case", "iso"),
    *("directive", "regulation", "decision", "decree", "document", "docket", "file", "id"),
    *("psalm", "order", "bill", "area", "radio", "size", "lot", "gate", "apollo", "formula"),
}

# "A 2000 strong crowd", "a 1900 seat hall", "a 1500 year old oak": a count, no year
COUNTED_BEHIND = {
    *("year", "years", "strong", "seat", "seater", "bed", "page", "capacity"),
    *(word for unit in units.UNITS if unit.kind != "duration" for word in unit.words),
    *(word for unit in units.PREFIXED for word in (unit.name, unit.american) if word),
    *units.LENGTHS,
}

# "A crowd of 1950 watched": a count, no year
SIZES = {
    *("crowd", "total", "audience", "population", "group", "force", "number", "attendance"),
    *("altitude", "height", "maximum", "minimum", "average", "workforce", "capacity", "depth"),
}

# "The plane left at 1630 GMT": a clock time, no year
TIME_ZONES = {"gmt", "utc", "bst", "est", "edt", "cet", "cest", "hours", "hrs", "local", "z", "pst"}

# "Every Friday", "each May": no single date
REPEATERS = {"every", "each", "any", "most"}

# "In 2008": a number after one of these is a year
YEAR_PREPOSITIONS = {
    *("in", "since", "by", "until", "till", "of", "during", "before", "after", "for", "from"),
    *("through", "between", "and", "to", "early", "mid", "late", "circa", "year", "years", "to"),
    *("throughout", "around", "pre", "post", "(", "[", "c."),
}

# "Overnight strikes" happened in the night; an "overnight train" runs every night.
OVERNIGHT_EVENTS = {
    *("attack", "strike", "raid", "airstrike", "assault", "barrage", "bombardment", "shelling"),
    *("fire", "blaze", "rain", "snow", "storm", "clash", "violence", "trading", "session", "talk"),
    *("rally", "protest", "shooting", "explosion", "blast", "launch", "vote", "decision", "gain"),
}

# "The team led in the third quarter." No part of a year.
SPORTS = {
    *("goal", "goals", "match", "striker", "penalty", "scored", "halftime", "half-time", "coach"),
    *("touchdown", "quarterback", "yards", "kick", "kickoff", "innings", "equaliser", "midfielder"),
    *("points", "rebounds", "basket", "nba", "nfl", "rugby", "football", "midfield", "keeper"),
    *("goalkeeper", "header", "referee", "winger", "substitute", "try", "league", "kicked"),
}

# "Revenue fell in the second half." A half of a year.
BUSINESS = {
    *("revenue", "revenues", "profit", "profits", "sales", "earnings", "income", "turnover", "gdp"),
    *("growth", "output", "exports", "imports", "orders", "shipments", "inflation", "economy"),
    *("loss", "losses", "dividend", "budget", "investment", "deliveries", "market", "demand"),
    *("shares", "prices", "forecast", "guidance", "margin", "margins", "spending", "rates"),
}

# "It lost $4m in the first half." Where money or a share is, a half is one of a year.
MONEY = {"$", "€", "£", "¥", "dollars", "euros", "pounds", "yen", "rupees", "%", "percent"}

# "It was warm, in the 60s": degrees. "They moved to Leeds in the 30s": too unsure to be a decade.
TEMPERATURES = {"temperature", "temperatures", "highs", "lows", "degrees", "fahrenheit", "weather"}
FIRST_BARE_DECADE = 50

# "The Mail on Sunday reported the case." Papers, clubs and programmes that are called after days.
NAMES_WITH_DAYS = {
    *("sheffield wednesday", "mail on sunday", "sun on sunday", "independent on sunday"),
    *("sunday times", "sunday telegraph", "sunday mirror", "sunday express", "sunday mail"),
    *("sunday world", "sunday post", "sunday people", "fox news sunday", "news sunday"),
    *("saturday night live", "friday night lights", "ruby tuesday", "wednesday addams"),
    *("good friday agreement", "april fool"),
}
