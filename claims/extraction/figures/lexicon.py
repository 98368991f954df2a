"""Words of labels, in small letters: of columns of tables and of keys before their values."""

from claims.figures import Change

# "Evacuated: 640" counts people, as "Killed: 9" does; "Destroyed: 640" does not.
SUFFERED = frozenset(
    {"arrested", "deceased", "detained", "displaced", "evacuated", "hospitalised", "hospitalized"}
    | {"infected", "jailed", "quarantined", "rescued", "stranded", "trapped", "unaccounted"}
    | {"uninjured", "unhurt", "vaccinated"}
)

# These name no thing that is counted, only that something is: "Number", "Total".
SIZES = frozenset(
    {"amount", "count", "figure", "number", "quantity", "result", "sum", "total", "units", "value"}
)

# "Change (%)" says that its figures are changes, "Increase" in which direction.
CHANGING: dict[str, Change | None] = {
    "change": None,
    "chg": None,
    "chg.": None,
    "difference": None,
    "diff": None,
    "swing": None,
    "+/-": None,
    "growth": "increase",
    "increase": "increase",
    "rise": "increase",
    "gain": "increase",
    "decrease": "decrease",
    "decline": "decrease",
    "drop": "decrease",
    "fall": "decrease",
    "loss": None,
}

# How columns write what their figures are multiplied by: "(EUR m)", "Sales, 000s"
SCALES = {
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mio": "million",
    "millions": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "billions": "billion",
    "k": "thousand",
    "000": "thousand",
    "000s": "thousand",
    "thousands": "thousand",
    "ths": "thousand",
    "thou": "thousand",
    "tn": "trillion",
    "trillions": "trillion",
}
