"""Words that tell what is a part of what, and which groups have nobody in common."""

# Groups of people by what divides them: two of one set have nobody in common, two of
# different sets may: 84 women and 40 under 18
SEXES_AND_CHILDREN = frozenset(
    {"man", "men", "woman", "women", "boy", "boys", "girl", "girls", "male", "males", "female"}
    | {"females", "child", "children", "adult", "adults"}
)
AGES = frozenset(
    {"minors", "minor", "teenagers", "teenager", "pensioners", "elderly", "older", "younger"}
    | {"under", "over", "aged", "infants", "babies", "toddlers", "juveniles", "youths", "adults"}
)
FATES = frozenset(
    {"dead", "killed", "died", "deaths", "fatalities", "wounded", "injured", "hurt", "missing"}
    | {"survived", "survivors", "unhurt", "unharmed", "rescued", "recovered", "acquitted"}
    | {"convicted", "positive", "negative", "dismissed", "upheld"}
)
ANSWERS = frozenset(
    {"yes", "no", "favour", "favor", "against", "abstained", "abstentions", "abstention"}
    | {"undecided", "unsure", "opposed", "supported", "backed", "rejected", "approve", "approved"}
    | {"disapprove", "disapproved", "agree", "agreed", "disagree", "disagreed", "support"}
    | {"oppose", "neither", "neutral", "for"}
)
# Of each set one can only be one: "150 passed and 110 failed"
OPPOSITES = (
    frozenset({"passed", "failed"}),
    frozenset({"won", "lost", "drew", "drawn", "wins", "losses", "defeats", "draws", "ties"}),
    frozenset({"full-time", "part-time"}),
    frozenset({"married", "unmarried", "single", "divorced", "widowed"}),
    frozenset({"employed", "unemployed", "retired"}),
    frozenset({"vaccinated", "unvaccinated"}),
    frozenset({"elected", "appointed"}),
    frozenset({"democrats", "republicans", "independents", "democrat", "republican"}),
    frozenset({"approved", "denied", "refused", "pending"}),
    frozenset({"civilians", "soldiers", "combatants", "police", "militants", "fighters"}),
    frozenset({"insured", "uninsured"}),
    frozenset({"public", "private"}),
    frozenset({"new", "used"}),
    frozenset({"closed", "open"}),
    frozenset({"domestic", "foreign"}),
    frozenset({"south", "north", "east", "west"}),
    frozenset({"released", "remain", "remained", "custody"}),
    frozenset({"walk", "cycle", "drive", "walked", "cycled", "drove"}),
)
# Of these one at least stands in a list of answers that is whole
REST_OF_ANSWERS = frozenset(
    {"abstained", "abstentions", "abstention", "undecided", "unsure", "neither", "neutral"}
)

# Nouns of a total that may be of whatever was listed: "31 people", "104 votes"
GENERAL_NOUNS = frozenset(
    {"people", "persons", "casualties", "victims", "votes", "units", "items", "cases", "points"}
    | {"pieces", "things", "individuals", "passengers", "members", "seats"}
)
