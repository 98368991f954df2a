"""What stands on a news page and is no statement: bylines, navigation, offers.

Every entry is a regular expression with a line that it is for. ``OPENINGS``
are read at the start of a sentence or line, ``WHOLE_LINES`` against the whole
line, ``ANYWHERE`` inside a sentence; all without regard to case.
"""

OPENINGS: tuple[tuple[str, str], ...] = (
    (r"read (?:more(?! than)|also|next|on)\b", "Read more: 5 charts on inflation"),
    (r"see also\b", "See also: the 10 largest ports"),
    (r"(?:sign|log) ?in\b", "Sign in to read 3 more articles"),
    (r"sign up (?:for|to|here|now|today)\b", "Sign up to our newsletter"),
    (r"subscribe (?:to|now|today|for|from)\b", "Subscribe now for £1 a month"),
    (r"regist(?:er|ration) (?:to|now|today|for free|here)\b", "Register to read 3 free articles"),
    (r"(?:click|tap) (?:here|on|to)\b", "Click here to see all 12 photos"),
    (r"follow (?:us|him|her|them|@)", "Follow us on 5 platforms"),
    (r"share this\b", "Share this article"),
    (r"download (?:our|the) (?:free )?app\b", "Download our app"),
    (
        r"(?:get|start|try|claim) (?:your|our|a) (?:first|free|trial|\d)",
        "Get your first 3 months free",
    ),
    (r"save (?:up to |over )?(?:\d+ ?%|[£$€]\d)", "Save up to 50% on your subscription"),
    (
        r"(?:photo|photograph|picture|image|video|credit|source|graphic)s?:",
        "Photo: Jane Doe/Agency",
    ),
    (
        r"(?:last )?(?:updated|published|posted|modified)(?::| at | on |\s+\d)",
        "Updated 5 minutes ago",
    ),
    (r"(?:copyright\b|©|\(c\))", "© 2025 The Daily. All rights reserved"),
    (
        r"(?:additional |further )?(?:reporting|editing|writing|compiled|translated) by\b",
        "Reporting by Jane Doe; editing by John Roe",
    ),
    (
        r"(?:watch|listen|listen to|watch live|live updates?)(?::| now\b| here\b)",
        "Watch: 3 minutes of footage",
    ),
    (r"(?:advertisement|sponsored|promoted)\b", "Advertisement"),
    (
        r"(?:privacy policy|terms (?:of|and)|cookie (?:policy|settings)|accept (?:all )?cookies)",
        "Cookie settings",
    ),
    (
        r"(?:tickets?|admission|entry|entrance)\b[^.]{0,40}? (?:costs?|is|are) (?:[£$€]?\d|free)",
        "Tickets for the tour cost £15",
    ),
    (r"(?:skip to|back to|jump to) ", "Skip to main content"),
)

WHOLE_LINES: tuple[tuple[str, str], ...] = (
    (
        r"\w[^\"“”]*[\"”]\s*[—–-]\s*(?=[^.!?]*\b\d{4}\b)[^.!?]{3,80}",
        "“Council votes down 40 million plan” — Daily Courier, June 16, 2025",
    ),
    (
        r"(?:most (?:read|viewed|popular)|related (?:articles?|stories)|recommended|trending)"
        r"(?::.*|(?: now| today| this week| for you)?)",
        "Most read: 10 stories of the week",
    ),
    (
        r"(?-i:By(?: (?:[A-Z][\w.’'&-]*|and|in|for|of|the|at)[,|;]?){2,12})(?: \d.*)?",
        "By Jane Doe and John Roe in Paris, Reuters",
    ),
    (
        r"[^\"“”]{8,160}[\"”],?\s+(?:[-–—]+\s+)?"
        r"(?-i:(?:(?:[A-Z\d][\w.&'’-]*|of|the|and)(?:,?\s+|$)){1,8})(?<=(?:19|20)\d\d)",
        '"Council votes down tram plan" — Daily Courier, June 16, 2025',
    ),
    (r"\d+[- ]min(?:ute)?s?(?: read| listen| watch)?", "4 min read"),
    (
        r"\(?\d[\d,]* ?(?:comments?|shares?|likes?|views|followers|replies|photos|images)\)?",
        "128 comments",
    ),
    (r"(?:comments?|share|likes?|views) ?\(?\d[\d,]*\)?", "Comments (128)"),
    (r"(?:page )?\d+ (?:of|/) \d+", "Page 3 of 12"),
    (r"\d+ (?:seconds?|minutes?|hours?|days?|weeks?) ago", "5 hours ago"),
    (
        r"(?:log ?in|log ?out|sign ?in|sign ?up|register|subscribe|menu|search|home|share|print|"
        r"next|previous|close|more|comments?|newsletters?|contact us|about us)",
        "Login",
    ),
)

ANYWHERE: tuple[tuple[str, str], ...] = (
    (r"\bcancel (?:at )?any ?time\b", "£1 for 3 months, cancel anytime"),
    (r"\b(?:free trial|risk[- ]free|money[- ]back)\b", "Start your 30-day free trial"),
    (r"\ball rights reserved\b", "2025 The Daily, all rights reserved"),
    (r"\byour (?:inbox|subscription|account)\b", "5 stories in your inbox every morning"),
    (
        r"\bour (?:free |daily |weekly )?(?:newsletter|subscribers-only)\b",
        "Our daily newsletter has 5 stories",
    ),
    (r"\b(?:unlimited|full) (?:digital )?access\b", "Unlimited access for $1 a week"),
    (r"\bterms and conditions apply\b", "Offer for 10 days, terms and conditions apply"),
    (r"\b(?:was|rrp) [£$€]\d[\d.,]*,? now [£$€]\d", "Was £20, now £15"),
    (r"\b(?:shop|buy|order) (?:now|here|online)\b", "Shop now from $15"),
)

# What a notice of correction takes back; what it corrects to is stated as ever
WITHDRAWALS: tuple[tuple[str, str], ...] = (
    (
        r"(?:earlier|previous|prior|original|first) version of th(?:is|e) "
        r"(?:article|story|report|post|page|item)",
        "An earlier version of this article said that 3 people had died.",
    ),
    (
        r"(?:article|story|report|post|page|item) (?:originally|previously|wrongly|incorrectly) "
        r"(?:said|stated|gave|reported|misstated)",
        "This story originally said that 3 people had died.",
    ),
)
