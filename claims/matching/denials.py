"""Words that turn a statement round, as data; and capitals that name nobody.

An example of each group stands beside it.
"""

from __future__ import annotations

from claims.figures.lexicon.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

NEGATIONS = (
    r"\b(?:not|cannot|never)\b|n['’]t\b",  # they did not pay
    r"\bno\b(?!\.)|\bnone\b|\bno[ -]one\b|\bnobody\b|\bnothing\b|\bnowhere\b",  # no one was paid
    r"\bneither\b",  # neither he nor she was paid; the "nor" belongs to it
    r"\b(?:deny|denies|denied|denying|denial)\b",  # she denied that he was paid
    r"\b(?:refut|rebut|disput)(?:e[sd]?|s|ted|ing)\b",  # she disputed that he was paid
    r"\brul(?:e|es|ed|ing) out\b",  # she ruled out that he was paid
    r"\b(?:false|untrue|incorrect) that\b",  # it is false that he was paid
)
# What has one of these words and turns nothing round.
NO_NEGATIONS = (
    r"\bnot (?:only|just|merely|simply|least)\b",  # not only the mayor was paid
    r"\bno (?:fewer|less|more|later|earlier|sooner) than\b|\bnot (?:more|less|fewer) than\b",
    r"\bno doubt\b|\bnothing but\b|\bnone other\b|\bno matter\b|\bwhether or not\b|\bif not\b",
    r"\bNo\.? ?\d+",  # No 10, No. 7
)
# What says as much as a negation does, without one of its words.
AS_GOOD_AS_NOT = (
    r"\b(?:stop|stopp|ceas|end|halt|quit|abandon|scrapp?|cancell?|suspend|abolish)(?:ed|ing|e?s)?\b",
    r"\b(?:fail|refus|lack|miss|reject|declin|avoid|prevent|block|withh[eo]ld)(?:e?d|ing|e?s)?\b",
    r"\b(?:without|unable|failure|refusal|absence|zero|free of|yet to|unpaid|unfounded)\b",
    r"\bun(?:likely|aware|available|affected|harmed|hurt|changed|known)\b",
)
# Capitalised in English, and no name that could be missing.
NAMES_NOTHING = frozenset(
    {
        *(*WEEKDAYS, *MONTHS, *SHORT_MONTHS),
        *(SHORT_WEEKDAYS.keys() - {"sat", "sun"}),  # the Sun is a newspaper
        *("mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "the", "eur", "usd", "gbp"),
        *("i", "a", "an", "he", "she", "it", "we", "they", "his", "her", "its", "our", "their"),
        *("no", "not", "none", "nobody", "neither", "half", "one", "two", "three", "four", "five"),
        *("six", "seven", "eight", "nine", "ten", "twelve", "about", "more", "some", "many"),
        *("president", "minister", "mayor", "chancellor", "senator", "governor", "ministry"),
    }
)
