"""Words that give a figure the direction of a change."""

from claims.figures.values import Change

# "Rates rose 25 basis points", "the pound slid by 3 cents"
MOVING_VERBS: dict[str, Change] = {
    **dict.fromkeys(
        (
            "rise",
            "increase",
            "grow",
            "climb",
            "jump",
            "soar",
            "surge",
            "swell",
            "spike",
            "rocket",
            "skyrocket",
            "rally",
            "advance",
            "appreciate",
            "strengthen",
            "edge up",
            "tick up",
            "inch up",
            "go up",
            "expand",
            "accelerate",
            "rebound",
            "recover",
            "widen",
            "balloon",
            "improve",
            "firm",
            "pop",
            "leap",
            "mount",
            "escalate",
            "outperform",
        ),
        "increase",
    ),
    **dict.fromkeys(
        (
            "fall",
            "decline",
            "decrease",
            "drop",
            "slide",
            "slip",
            "slump",
            "sink",
            "plunge",
            "plummet",
            "tumble",
            "dip",
            "dive",
            "crash",
            "shrink",
            "contract",
            "ease",
            "retreat",
            "weaken",
            "depreciate",
            "narrow",
            "dwindle",
            "subside",
            "nosedive",
            "tank",
            "shed",
            "edge down",
            "go down",
            "collapse",
            "recede",
            "soften",
            "sag",
            "wane",
        ),
        "decrease",
    ),
}

# "The index gained 1.2%", "cut rates by a quarter point": sizes of a change when the
# figure is a share or points, or follows "by"; "raised $3m" and "added 40 jobs" are not
AFFECTING_VERBS: dict[str, Change] = {
    **dict.fromkeys(
        ("gain", "add", "raise", "boost", "lift", "hike", "up", "extend", "push", "put"), "increase"
    ),
    **dict.fromkeys(
        ("lose", "cut", "reduce", "lower", "trim", "slash", "shave", "wipe", "knock", "pare"),
        "decrease",
    ),
}

# Verbs that leave the direction to "up" and "down": "shares closed down 4%"
DRIFTING_VERBS = frozenset(
    {"be", "edge", "tick", "inch", "go", "move", "nudge", "creep", "end", "close", "finish", "open"}
    | {"trade", "settle", "stand", "remain", "stay", "come", "start", "drift"}
)

# Verbs by which something goes from one level to another, whichever way: "moved from 3% to 5%"
SHIFTING_VERBS = frozenset(
    {"amend", "bring", "change", "creep", "downgrade", "edge", "go", "inch", "move", "nudge"}
    | {"revise", "shift", "slow", "switch", "take", "tick", "upgrade"}
)

SHIFTING_NOUNS = frozenset({"acceleration", "movement", "recovery", "revision"})

# Of all these verbs, those whose plain form and -s form mostly say something else: "a tank of 5
# to 10 litres", "contracts of 2 to 3 years", "extends from 5 to 10 km"; their other forms tell
# a change
MOSTLY_NOUNS = frozenset(
    {"contract", "extend", "firm", "inch", "mount", "pop", "put", "rocket", "tank", "tick", "up"}
)

# Verbs of multiples: "doubled to 12 million"
MULTIPLYING = ("double", "triple", "treble", "quadruple", "quintuple", "halve")

# Nouns of change: a 19% drop, growth of 2%
CHANGE_NOUNS: dict[str, Change] = {
    **dict.fromkeys(
        (
            "rise",
            "increase",
            "growth",
            "jump",
            "gain",
            "surge",
            "climb",
            "hike",
            "rally",
            "boost",
            "uptick",
            "upswing",
            "spike",
            "rebound",
            "improvement",
            "expansion",
            "leap",
            "appreciation",
        ),
        "increase",
    ),
    **dict.fromkeys(
        (
            "fall",
            "drop",
            "decline",
            "decrease",
            "slump",
            "slide",
            "dip",
            "plunge",
            "cut",
            "reduction",
            "contraction",
            "downturn",
            "tumble",
            "depreciation",
            "cutback",
            "shrinkage",
        ),
        "decrease",
    ),
}

# "Up 4 per cent", "64 cents lower"
BEFORE: dict[str, Change] = {
    "up": "increase",
    "higher": "increase",
    "ahead": "increase",
    "down": "decrease",
    "off": "decrease",
    "lower": "decrease",
}
AFTER: dict[str, Change] = {
    "higher": "increase",
    "up": "increase",
    "more": "increase",
    "stronger": "increase",
    "lower": "decrease",
    "down": "decrease",
    "less": "decrease",
    "fewer": "decrease",
    "weaker": "decrease",
}
