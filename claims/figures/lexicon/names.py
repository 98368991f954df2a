"""Digits that are names, addresses, scores or times, never figures.

Each pattern is a regular expression with an example; what it matches is taken
out before any number is read.
"""

_MONTH = (
    r"(?:[Jj]an(?:uary|\.)?|[Ff]eb(?:ruary|\.)?|Mar(?:ch|\.)?|[Aa]pr(?:il|\.)?|May|[Jj]une?\.?|[Jj]uly?\.?"
    r"|[Aa]ug(?:ust|\.)?|Sept?(?:ember|\.)?|[Oo]ct(?:ober|\.)?|[Nn]ov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_GOES_ON = (
    r"(?=\s?(?:[.,](?!\d)|[;:)\]]|$)"
    r"|\s(?:and|or|to|until|at|the|an?|this|that|he|she|it|they|we)\b)"
)

# Dates by their form, where the grammar of dates found none; "7 May 35" and "June 40" are no day
DATES: tuple[tuple[str, str], ...] = (
    (
        "12 May 2024",
        rf"\b{_DAY}(?:st|nd|rd|th)?(?:\s?[-–]\s?{_DAY})?(?:\sof)?[\s-]{_MONTH}\b(?:,?\s{_YEAR})?",
    ),
    (
        "Sept. 20-24",
        rf"\b(?<!\d\s){_MONTH}\s{_DAY}(?!\d|[.,:]\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?{_DAY}(?!\d))?"
        rf"(?:,?\s{_YEAR})?\b(?!%)",
    ),
    ("08/2025", rf"\b(?<!/)(?:0?[1-9]|1[0-2])/{_YEAR}\b(?!/)"),
    ("20250812", r"\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b"),
    ("October 2019", rf"\b{_MONTH}(?:\s?/\s?{_MONTH})?,?(?:\sof)?\s{_YEAR}\b"),
)

CASED: tuple[tuple[str, str], ...] = (
    ("on 7 May 24, in 2024", rf"\b{_DAY}\s{_MONTH}\s[0-3]\d{_GOES_ON}"),
    ("on Friday 14 and Saturday 15", rf"\b{_WEEKDAY}\s{_DAY}{_GOES_ON}"),
    (
        "10 Downing Street",
        r"\b\d{1,5}[A-Za-z]?(?:\s?[-–]\s?\d{1,5})?\s(?:[A-Z\d][\w'’.]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Boulevard|Blvd|Square|Way|Court|Place|Terrace|Close|Crescent|Parkway|Highway|Quay)\b",
    ),
    (
        "Elm Street 12, Lindenstrasse 4",
        r"\b[A-Z][\w'’-]*(?:\s(?:Street|Road|Avenue|Lane|Square|Boulevard)|stra(?:ss|ß)e|straat|gatan?)"
        r"\s\d{1,4}[A-Za-z]?(?=\s?(?:[.,;:)]|$)|\s(?:and|in|where|is)\b)",
    ),
    ("Cloud City, PA 23456", r"\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b"),
    (
        "the FTSE 100, the S&P 500",
        r"\b(?:Fortune|FTSE|S&P|S P|Nasdaq|Russell|Wilshire)[\s-]"
        r"(?:100|250|350|400|500|600|1000|2000|3000|5000)\b"
        r"|\b(?:DAX|Dax|MDAX|CAC|Cac|IBEX|Ibex|AEX|SMI|OMX|BEL|PSI|Nifty|TA|Kospi|BSE)[\s-]"
        r"(?:[2345]0|25|35|90|125|100|200)\b"
        r"|\b(?:Nikkei|Stoxx|STOXX|ASX|CSI|TSX|Topix|SET)[\s-]\d{2,3}\b",
    ),
    (
        "a Boeing 737-800",
        r"\b(?:Boeing|Airbus|Embraer|Bombardier|Sukhoi|MiG|Tupolev)\s[A-Z]?\d+(?:[-‐][A-Z\d]+)*(?:\s(?:MAX|Max|neo))?",
    ),
    (
        "AD 1000",
        r"\bA\.?D\.?\s\d+(?:\s(?:and|to)\s\d+)?|\b\d[\d,]*\s(?:BCE?|B\.C\.|A\.D\.|CE|AD)(?!\w)",
    ),
    ("WASHINGTON (AP) 1 September 11:30", r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?\b"),
)

# "For one day", "took one day": not the one day on which something will be
_NOT_MEASURED = "".join(
    rf"(?<!\b{word}\sone\sday)"
    for word in (
        *(
            "only",
            "just",
            "for",
            "in",
            "within",
            "than",
            "about",
            "nearly",
            "last",
            "lasts",
            "lasted",
        ),
        *(
            "took",
            "takes",
            "take",
            "taken",
            "had",
            "has",
            "have",
            "having",
            "lost",
            "missed",
            "gave",
        ),
        *(
            "get",
            "gets",
            "got",
            "spent",
            "spend",
            "with",
            "by",
            "after",
            "over",
            "every",
            "another",
        ),
        *("given", "allowed", "needs", "need", "needed", "least", "of", "and", "or"),
    )
)

UNCASED: tuple[tuple[str, str], ...] = (
    ("https://example.org/2024/12", r"\b(?:https?://|www\.)\S+"),
    (
        "20250813.csv, report-12.pdf",
        r"(?<![\w-])[\w-]{1,60}\.(?:csv|pdf|docx?|xlsx?|txt|html?|jpe?g|png|zip|json)\b",
    ),
    ("desk7@example.org", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}|[@#]\w+"),
    (
        "7:45pm, 3 a.m., 6pm",
        r"\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?(?!\s(?:is|=))|\b\d{1,2}\so[’']clock|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so[’']clock",
    ),
    ("lap of 1:36.6", r"(?<![\d:])\d{1,3}:\d{2}(?::\d{2})*(?:\.\d+)?(?![:\d])"),
    ("2024-05-12T10:38", r"\b\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]+Z?)?)?\b"),
    ("12/05/2024", r"\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b"),
    ("24/7, the 9/11 attacks, 7/7", r"\b(?:24/7|9/11|7/7|7/11|26/11|1/6)\b"),
    (
        "the 2013-14 season",
        rf"(?<![\w$£€.,-]){_YEAR}\s?[-–/]\s?(?:\d\d|{_YEAR})(?![\d%,.]\d|\d)(?=[^\w]|$)",
    ),
    (
        "between 1600 and 1900",
        rf"\b(?:between|from)\s{_YEAR}\s(?:and|to|until)\s{_YEAR}\b(?!\s\w+s\b)",
    ),
    ("52-all", r"\b(?:\d{1,3}|one|two|three|four|five|six)[-–]all\b"),
    (
        "the number 12 bus, the 40A tram",
        r"\b(?:the|an?|her|his|my|our|their)\s(?:(?:number|no\.?)\s)?\d{1,3}[a-z]?\s(?:bus|tram|streetcar)\b"
        r"(?!\s[a-z]+s\b)",
    ),
    (
        "page 3 of 7",
        r"\b(?:page|slide|photo|image|picture|part|question)\s\d{1,4}\s?(?:of|/)\s?\d{1,4}\b",
    ),
    (
        "lived at number 12, moved to flat 3B",
        r"\b(?:liv\w+|resid\w+|moved|home|house|flat|born|neighbou?rs?|famil(?:y|ies)|residents?|tenants?"
        r"|owners?|couple|occupants?)\s(?:at|to|into|in)\s"
        r"(?:(?:number|no\.?|flat|house)\s){1,2}\d{1,4}[a-z]?\b(?!\s[a-z]+s\b)",
    ),
    ("1080p video", r"\b(?:480|720|1080|1440|2160)[pi]\b"),
    ("a footnote [12]", r"\[\d{1,3}\]"),
    (
        "no one, one another, one-off",
        r"\b(?:no|any|some|every|this|that|each|which|the(?:\sonly)?|last|next|loved|little|big|new|old|another)[\s-]one\b(?![\s-](?:\w+ly\s)?(?:million|billion|hundred|thousand|day|week|month|year|hour|third|fifth|quarter|half|-))|\bone\s(?:another|thing|or\smore)|\bone[\s-](?:off|on[\s-]one|time|sided|way|stop|upmanship|liner)\b",
    ),
    (
        "one day he will go",
        rf"\bone\sday\b{_NOT_MEASURED}(?!s|[’']s|-|\s(?:off|of|to\s\w+|later|earlier|before"
        r"|after|ago|left|long|per|a\s(?:week|month|year)|each|every|short|late|early)\b)",
    ),
    (
        "at one point, one hell of a fight",
        r"\b(?:at|by|in)\sone\s(?:point|time|stage)\b|\bone\s(?:hell|heck)\b",
    ),
    (
        "one of those days",
        r"(?<!and\s)\bone\s(?:of|which|who|that|can|could|should|must|may|might|is|was|would|will|has|had|where|whose)\b",
    ),
    (
        "dialled 911, the 999 call",
        r"\b(?:911|999|112)\s(?:call|calls|operator|dispatcher)\w*|\b(?:dial|dialled|dialed|called|call)\s(?:911|999|112)\b",
    ),
    (
        "No 10 declined to comment",
        r"\b(?:no\.?|number)\s10\b(?=\s(?:has|had|said|says|declined|refused|denied|insisted|insists|confirmed"
        r"|will|would|is|was|sources?|officials?|advisers?|aides?|insiders?|staff|spokes\w+|press)\b)",
    ),
    ("case No. 23-719", r"\bnos?\.?\s\d+[-–/]\d+\b"),
    (
        "shot in 4K video",
        r"\b[248]k\s(?:video|tv|ultra|screen|footage|film|display)\w*\b",
    ),
    (
        "in the 1970s, in her 20s",
        r"\b(?<!\bover[\s-])(?<!\bunder[\s-])(?<!\d[1-9][-–])(?<!\dm\s)(?:\d{4}|\d0)[’']?s\b|\b(?:19|20)\d\d[’'′]",
    ),
    ("in the 90049 ZIP code", r"\b\d{5}\szip\b"),
    ("Sections 3(b)", r"\b\d{1,3}\([a-z\d]\)"),
)

# What stands around an article on a page, a line by itself: "12 likes · 3 comments", "Share 23"
_COUNT = r"\d[\d.,]*\s?[km]?\+?"
_REACTIONS = (
    r"likes?|comments?|shares?|views?|retweets?|reposts?|repl(?:y|ies)|bookmarks?|reactions?"
    r"|followers?|following|upvotes?|downvotes?|claps?|subscribers?|reads?|downloads?|favou?rites?"
)
_ITEM = (
    rf"(?:{_COUNT}\s(?:{_REACTIONS}|min(?:ute)?s?\sread|(?:min(?:ute)?|hour|hr|day|week|month)s?\sago)"
    rf"|(?:{_REACTIONS}|tweets?|posts?|pages?)\s?[:(]?\s?{_COUNT}\)?)"
)
FURNITURE = (
    rf"(?:(?-i:[A-Z][\w.'’-]*\s){{0,4}}|by\s(?-i:[A-Z][\w.'’-]*\s){{1,4}})[\W_]*{_ITEM}"
    rf"(?:[\s·•|,/–—-]{{1,5}}{_ITEM}){{0,9}}[\s.·•|]*"
)

# A stretch of digits after one of these is a phone number: "call 020 7946 0018"
PHONE_WORDS = (
    r"phone|tel\b|tel:|telephone|call|calling|fax|dial|hotline|helpline|mobile|whatsapp|landline"
    r"|text|number is|number:|ring"
)

# Recognisable without such a word: "+44 20 7946 0018", "(020) 7946 0018", "555-010-1234"
PHONES = (
    r"\(?\+\d{1,3}\)?[\s().-]*\d[\d\s().-]{5,18}\d",
    r"\(\d{2,4}\)[\s-]*\d{3,4}[\s-]?\d{3,4}",
    r"\b\d{3}[-.]\d{3}[-.]\d{4}\b",
    r"\b0\d{2,4}\s\d{3,4}\s?\d{3,4}\b",
    r"\b0\d{7,}\b",
    r"\b\d{2,4}(?:[-\s]\d{2,4}){3,}\b",
    r"\b\d{3}-\d{4}\b(?!\s(?:people|years))",
    r"\b\d{3}[\s)]+\d{3}[-\s]?\d{4}\b",
    r"\b1?\(\d{3}\)\d{3}-\d{4}\b",
    r"\b\d-\d{3}-\d{3}-\d{4}\b",
    r"(?i:\bext\.?\s?\d{2,6}\b)",
)

# A pair of numbers near one of these is a score: "Liverpool won 3-1"
SPORT_WORDS = (
    r"won|win|wins|winning|beat|beats|beaten|beating|lost|lose|loses|defeat\w*|draw\w*|drew|lead\w*|led|scor\w+|victor\w+|tied|tie|goal\w*"
    r"|game|games|match\w*|final|finals|semi-?finals?|season|half-?time|aggregate|penalt\w+|shoot-?out|thrash\w*|sets?|innings|wicket\w*|record"
    r"|quarter|playoffs?|series|club|FC|United|City|at home|away|level|equali[sz]\w+|down|up|ahead"
    r"|trail\w*|straight"
)

# ... and a tally of votes near one of these, which counts: "approved 52-48", "a 5-4 ruling"
VOTE_WORDS = (
    r"vot\w+|senate|senators?|ruling|ruled|majority|court|parliament|house|justices?|judges"
    r"|committee|passed|approved|ballot\w*|council\w*|referendum|tally"
)

# Cricket: "312 for 5", "all out for 98"
CRICKET_WORDS = r"wickets?|overs|innings|bowl\w+|batting|batsm\w+|all out|declared"

# The hyphen after these still leads to a figure: "sub-7 nanometre", "minus-5 degrees"
OPEN_PREFIXES = (
    "minus-",
    "sub-",
    "now-",
    "then-",
    "to-",
    "or-",
    "and-",
    "one-in-",
    "two-in-",
    "about-",
    "nearly-",
    "almost-",
    "plus-",
)
