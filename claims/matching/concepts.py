"""Words of news that state one thing, as data: "killed", "dead" and "fatalities" are a death.

Each group is a concept, named by its first word; all forms of its verbs are in it. Groups that
rule each other out (a dead is no wounded, exports are no imports) stand in ``APART``.
"""

from __future__ import annotations

CONCEPTS: tuple[str, ...] = (
    # What happens to people
    "death die died dies dying dead deaths kill killed kills killing killings fatality fatalities"
    " toll perished slain drown drowned drowns",
    "injury injuries injured injure injures injuring wound wounded wounds wounding hurt hurts",
    "missing unaccounted disappeared",
    "infection infections infected infect infects case cases occurrence occurrences contracted",
    "recovery recoveries recovered recover recovers discharged",
    "hospital hospitalised hospitalized hospitalisations hospitalizations admitted admissions",
    "tested test tests testing",
    "vaccination vaccinated vaccinations vaccinate jabs jab doses dose",
    "arrest arrests arrested arresting detain detained detains detentions held custody",
    "displacement displaced displace evacuate evacuated evacuations evacuees fled flee flees"
    " refugee refugees homeless",
    "rescue rescued rescues rescuing saved",
    "conviction convicted convict convictions sentenced sentence jailed jail imprisoned prison",
    "charge charged charges indicted accused",
    "birth born births birthday",
    "marriage married marry marries wed wedding wife husband",
    "divorce divorced divorces split separated",
    # People
    "person people persons inhabitant inhabitants resident residents population populous live lives"
    " living individuals folk",
    "child children kids kid minors",
    "worker workers employee employees staff workforce employ employs employed personnel job jobs"
    " posts",
    "pupil pupils student students schoolchildren",
    "soldier soldiers troop troops servicemen",
    "member members membership",
    "voter voters electorate",
    "critic critics reviewer reviewers review reviews reviewed",
    "viewer viewers audience viewership watched",
    "visitor visitors attendance attended spectators crowd tourists",
    # Money
    "earnings earned earn earns gross grossed grosses grossing takings made revenue"
    " revenues turnover income collected",
    "price prices priced cost costs costing costly worth valued value values",
    "budget budgeted production",
    "profit profits profitable",
    "loss losses lost",
    "debt debts owe owes owed liabilities",
    "wage wages pay paid salary salaries earns",
    "sale sales sold sell sells selling copies",
    "purchase purchased buy bought buys buying acquire acquired acquires acquisition",
    "donation donated donate donations raised fundraising",
    "rent rents renting",
    "tax taxes taxation levy",
    "worldwide global globally",
    "abroad elsewhere outside overseas international territories foreign",
    # Measures of opinion and of films, games, books
    "rating rated ratings score scores scored approval approve approves positive favourable"
    " favorable",
    "average mean",
    "vote votes voted ballots ballot",
    "turnout",
    "poll polls polling polled survey surveys surveyed pollster pollsters",
    "seat seats",
    "unemployment jobless joblessness unemployed",
    "inflation",
    # Beginning and ending
    "start started starts starting begin began begun begins beginning commence commenced open"
    " opened opens opening inaugurated introduced",
    "founding founded found founds foundation establish established formed form formation created"
    " creation incorporated built construction constructed build",
    "release released releases releasing publish published publication issued premiere premiered"
    " premieres aired airs air debut debuted",
    "end ended ends ending close closed closes closing closure finish finished concluded cease"
    " ceased shut dissolved disbanded",
    "resignation resign resigned resigns quit left leave leaves",
    "appointment appointed appoint named hired elected elect election chosen selected",
    "join joined joins joining signed sign signs transfer transferred transfers moved",
    "draft drafted",
    "win wins won winning victory victories winner awarded received receive",
    "defeat defeated beaten beat beats",
    "nomination nominated nominations nominee",
    "appearance appeared appear appears appearances starred stars",
    "game games match matches fixtures",
    "goal goals",
    "album albums record",
    "song songs single singles track tracks",
    "film films movie movies picture",
    "episode episodes",
    "season seasons series",
    "firing fired fires launch launched launches launching",
    "interception intercepted intercept downed shot repelled",
    # Size, number and change
    "rise rose risen rises rising increase increased increases increasing grew grow grown grows"
    " growth growing climb climbed climbs gain gained gains jump jumped surge surged soared soar"
    " higher",
    "fall fell fallen falls falling decrease decreased decreases decreasing decline declined"
    " declines drop dropped drops slump slumped plunge plunged shrank shrink lower slid slide",
    "length long stretch stretches runs",
    "height high tall elevation altitude",
    "weight weigh weighed weighs heavy",
    "area covers covering burned burnt",
    "depth deep",
    "speed winds",
    "house houses home homes flats apartments dwellings households",
    "car cars vehicle vehicles",
    "ship ships boat boats vessel vessels ferries ferry",
    "company firm companies firms business businesses",
    "country nation countries nations",
    "import imports imported",
    "export exports exported",
    "production produced produce produces output",
    "subscriber subscribers followers follow follows followed subscribed",
    "view views viewed streams streamed plays",
    "download downloads downloaded",
)

# Of these a figure is of one only: "12 killed" says nothing of "30 wounded"
APART: tuple[tuple[str, ...], ...] = (
    (
        *("death", "injury", "missing", "infection", "recovery", "hospital", "tested"),
        *("vaccination", "arrest", "displacement", "rescue", "charge"),
    ),
    ("firing", "interception"),
    ("import", "export", "production"),
    ("birth", "marriage", "divorce"),
    ("profit", "loss", "debt", "budget", "earnings"),
    ("unemployment", "inflation", "turnout"),
)
# Directions of a change; two that differ contradict each other
OPPOSITE = frozenset({"rise", "fall"})

# Counts that go on while a story does: the later one supersedes the earlier
RUNNING = frozenset(
    {
        *("death", "injury", "missing", "infection", "recovery", "hospital", "tested"),
        *("vaccination", "arrest", "displacement", "rescue", "donation", "charge"),
        *("sale", "earnings", "subscriber", "view", "download", "critic", "vote", "goal"),
    }
)
# ... and words by which a text says so: "has raised £2m so far"
SO_FAR = (
    r"\bso far\b|\bto date\b|\bas of\b|\bby now\b|\bnow stands?\b|\bhas risen to\b|\buntil now\b"
)

# Concepts that are verbs more often than things: "the film [grossed]", "prices [rose]"
VERBS = frozenset(
    {
        *("rise", "fall", "start", "end", "win", "stand", "stood", "reach", "hit", "take", "took"),
        *("earnings", "rating", "join", "appointment", "founding", "release", "flew", "firing"),
    }
)
# Words before another that tell no thing from another: "[total] sales", "[national] cases"
SAY_LITTLE = frozenset(
    {
        *("total", "overall", "new", "known", "official", "officially", "national", "local"),
        *("current", "currently", "recent", "latest", "record", "initial", "final", "whole"),
        *("only", "more", "less", "least", "most", "many", "some", "all", "other", "another"),
        *(
            "million",
            "billion",
            "thousand",
            "no",
            "not",
            "to",
            "from",
            "s",
            "up",
            "down",
            "positive",
        ),
        *("large", "big", "small", "huge", "mere", "so", "far", "already", "later", "young", "old"),
    }
)

# Names of one place, told by their capitals: "sold in the [US]", "the [United States]"
ALIASES: dict[str, str] = {
    **dict.fromkeys(("US", "U.S", "USA", "U.S.A", "America", "American", "Americans"), "america"),
    **dict.fromkeys(("UK", "U.K", "Britain", "British", "Britons"), "britain"),
    **dict.fromkeys(("NYC",), "york"),
    **dict.fromkeys(("EU", "E.U"), "europ"),
}
TWO_WORDS: dict[tuple[str, str], str] = {
    ("United", "States"): "america",
    ("United", "Kingdom"): "britain",
    ("European", "Union"): "europ",
}
