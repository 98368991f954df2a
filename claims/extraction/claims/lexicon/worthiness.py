"""Words that make a statement more or less worth checking, in groups.

A group counts once, however many of its words a statement has.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words or phrases, the code of what they tell, and its weight."""

    code: str
    weight: float
    words: tuple[str, ...]
    example: str


# Who finds out: "A [survey] showed", "[Researchers] say"
FINDERS = frozenset(
    {
        *("study", "studies", "survey", "surveys", "poll", "polls", "research", "researchers"),
        *("researcher", "analysis", "audit", "auditors", "census", "data", "figures"),
        *("statistics", "statisticians", "review", "inquiry", "inquest", "investigation"),
        *("investigators", "scientists", "findings", "results", "inspectors", "watchdog"),
    }
)

WORD_GROUPS: tuple[WordGroup, ...] = (
    WordGroup(
        "record",
        0.10,
        (
            *(
                "record",
                "highest",
                "lowest",
                "largest",
                "biggest",
                "smallest",
                "fastest",
                "slowest",
            ),
            *("most", "fewest", "worst", "best", "longest", "shortest", "oldest", "youngest"),
            *("deadliest", "richest", "poorest", "cheapest", "costliest", "strongest", "weakest"),
            *(
                "for the first time",
                "first time",
                "unprecedented",
                "all-time",
                "since records began",
            ),
            *("in history", "the only"),
        ),
        "It was the [worst] drought since 1976.",
    ),
    WordGroup(
        "comparison",
        0.06,
        (
            *("than", "compared with", "compared to", "twice as", "three times as", "half as"),
            *("as many as", "as much as", "versus", "on average", "up from", "down from"),
            *("year on year", "year-on-year", "a year earlier", "a year ago"),
        ),
        "Women earn less [than] men in the same jobs.",
    ),
    WordGroup(
        "cause",
        0.06,
        (
            *("because of", "because", "caused", "causes", "cause of", "caused by", "leads to"),
            *("led to", "due to", "owing to", "resulted in", "results in", "thanks to"),
            *("linked to", "as a result of", "responsible for"),
        ),
        "The blackout was [caused by] a failed transformer.",
    ),
    WordGroup(
        "no_exception",
        0.05,
        (
            *("never", "always", "every", "all", "none", "no one", "nobody", "everyone", "nothing"),
            *("not a single", "any", "ever", "entirely", "completely"),
        ),
        "The ministry [never] answered the letters.",
    ),
    WordGroup(
        "hedged",
        -0.08,
        (
            *("may", "might", "could", "can", "possibly", "perhaps", "maybe", "probably", "likely"),
            *("unlikely", "apparently", "appears to", "appear to", "appeared to", "seems", "seem"),
            *("seemed", "reportedly", "allegedly", "potentially", "suggests", "it is unclear"),
        ),
        "The fire [may] have started in the kitchen.",
    ),
    WordGroup(
        "future",
        -0.08,
        (
            *("will", "won't", "would", "shall", "'ll", "’ll", "going to", "plans to", "set to"),
            *("expected to", "due to be", "aims to", "intends to"),
        ),
        "The bridge [will] open in spring.",
    ),
    WordGroup(
        "opinion",
        -0.12,
        (
            *("should", "must", "ought to", "need to", "needs to", "let us", "let's", "let’s"),
            *("I think", "I believe", "I feel", "I hope", "we hope", "in my view", "in our view"),
            *(
                "good",
                "great",
                "wonderful",
                "terrible",
                "horrible",
                "beautiful",
                "amazing",
                "proud",
            ),
            *("disappointing", "disappointed", "shameful", "disgraceful", "unacceptable"),
            *("excited", "delighted", "happy", "sad", "fantastic", "incredible", "ridiculous"),
            *("outrageous", "important", "tragic", "brave", "thank you", "congratulations"),
        ),
        "It is a [shameful] decision and we [should] reverse it.",
    ),
)
