"""Words of every news text: they tell no event from another.

Beside the stop words, which say nothing about a claim either. Days and months say when, which
the dates of the articles say better.
"""

from claims.figures.lexicon.calendar import MONTHS, WEEKDAYS

NEWS_WORDS = frozenset(
    {
        # reporting, as in police [said]
        *("said", "say", "saying", "told", "tell", "according", "reported", "report", "spoke"),
        *("official", "spokesman", "spokeswoman", "statement", "news", "photo", "image"),
        # when
        *("year", "month", "week", "day", "hour", "today", "yesterday", "tomorrow", "night"),
        *("morning", "evening", "overnight", "time", *WEEKDAYS, *MONTHS),
        # auxiliaries and negations
        *("will", "would", "could", "should", "might", "can", "must", "not", "nor"),
        # direction and order
        *("from", "down", "out", "off", "over", "under", "before", "after", "since", "until"),
        *("during", "between", "against", "around", "through", "back", "without", "among", "amid"),
        # amounts
        *("more", "most", "less", "least", "many", "much", "some", "any", "all", "both", "each"),
        *("other", "another", "first", "last", "next", "new", "one", "two", "three", "four"),
        *("five", "six", "seven", "eight", "nine", "ten", "million", "billion", "percent", "per"),
        # light verbs and adverbs
        *("where", "how", "why", "only", "even", "being", "people"),
        *("went", "goe", "make", "made", "take", "took", "get", "got", "come", "came"),
    }
)
