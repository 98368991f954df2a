"""Words that make dates and periods.

Each group shows one of its words at work. Words are lower-case; those in
``CAPITALISED_ONLY`` are dates only with a capital letter.
"""

# "The strike began in September."
MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}

# "The strike began on Sept. 5."
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

# "The strike began on Monday." Monday is 0.
WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

# "The strike began on Mon., Sept. 5."
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

# "They may march in august company" names no month.
CAPITALISED_ONLY = {"march", "may", "august"} | set(SHORT_MONTHS) | set(SHORT_WEEKDAYS)

# "Prices rose last summer." (its first month)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# "Prices rose this week." "Prices rose in the past two weeks."
UNITS = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "weekend": "weekend",
    "month": "month",
    "decade": "decade",
    "century": "century",
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
    "opening": 1,
    "final": -1,
    "closing": -1,
}

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

# "They met last week."
STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}

# "They met the previous year." (seen from the date the text spoke of before)
ANCHORED_STEPS = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "subsequent": 1}

# "They had met that year."
ANCHORED_SAME = {"same", "that"}

# "They met several years ago."
VAGUE_COUNTS = {"few", "several", "some", "many", "couple"}

# "The index finished the day lower."
DAY_FRAMES = {
    *("finish", "finished", "finishes", "finishing"),
    *("closed", "closes", "closing"),
    *("ends", "started", "starting", "opened", "opening", "began", "beginning"),
}

# "They met on Christmas Eve." Month and day.
FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "independence day": (7, 4),
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

# "Black Monday wiped out a fifth of the market." A day with a name, not the latest Monday.
DAY_NAMES = {"black", "bloody", "super", "giving", "fat", "red", "shrove", "holy"}

# "Profit fell in the financial year 2024-25." (kind of budget)
FISCAL = {"fiscal", "financial", "tax", "budget"}

# "The Indian government spent Rs 10 crore in FY25." Fiscal years run April to March.
APRIL_FISCAL_CUES = (
    r"[₹£]|\b(?:Rs|INR|crores?|lakhs?|India[n']?|Indian|RBI|Mumbai|Delhi|Britain|British|UK|"
    r"England|Scotland|Wales|HMRC|Westminster|Whitehall|pence|NHS)\b"
)
