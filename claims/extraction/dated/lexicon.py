"""Words that tell whether a date says when a figure holds, or what it is compared with."""

# "Turnout was higher than in 2020." "Prices rose, compared with March."
COMPARING = frozenset({"than", "against", "versus", "vs", "vs.", "compared", "unlike"})

# "Sales rose to $4m from $3m in May." The figure behind is what the first is compared with.
BASES = COMPARING | {"from"}

# "4% up on 2020", "down from March": what stands before "on" or "from" is a change.
MOVED = frozenset(
    {
        *("up", "down", "higher", "lower", "more", "less", "fewer", "rise", "fall", "increase"),
        *("decrease", "drop", "decline", "gain", "jump", "growth", "improvement", "change"),
        *("unchanged", "slightly", "sharply", "compared"),
    }
)

# "The first loss since 1992", "a level unseen since 1992": 1992 is what it is compared with.
COMPARED_SINCE = frozenset({"first", "record", "seen", "unseen", "unmatched", "unprecedented"})

# "It is 4% above its 2019 level": 2019 is what it is compared with.
LEVELS = frozenset(
    {
        *("level", "levels", "figure", "figures", "total", "peak", "high", "low", "mark", "number"),
        *("numbers", "average", "rate", "baseline", "record", "trough"),
    }
)
ABOVE_AND_BELOW = frozenset({"above", "below", "than", "double", "twice"})
BESIDE_LEVELS = frozenset(
    {"above", "below", "than", "from", "over", "under", "on", "double", "twice", "half", "times"}
)

# "The ministry reported 40 cases on Sunday": what is counted by the day it is reported.
COUNTING_REPORTS = frozenset({"report", "record", "register"})

# "They won by scoring 40": it goes on. Not in "jailed on Friday for stealing 40 cars".
GOING_ON = frozenset({"by", "in", "while", "with", "without"})

# "Schools shut as 40 cm of snow fell": what happens at the same time.
SIMULTANEOUS = frozenset({"as", "when"})
