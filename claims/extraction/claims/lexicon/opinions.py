"""Words of opinion, feeling and talk: what they say can be shared, not checked.

``FEELINGS`` are lemmas of verbs behind "I" or "we", ``THOUGHTS`` of verbs that tell no more than
what goes on in somebody, ``MINDS`` of those that tell it of others, ``SEEMING`` of how somebody
comes across, ``EVALUATIONS`` lemmas behind "is",
``MOOT`` what "there is no", ``SILENCES`` lemmas of what somebody did not do who said nothing,
``REFUSALS`` of declining to, ``PRAISE`` of what is said of a deed and does not tell it,
``CHAIRING`` what somebody does who leads a debate, ``INTRODUCING`` what is told of a guest,
``GOALS`` what somebody says theirs is, ``WORTHS`` of what is somebody's due,
``HOSTS`` who asks and introduces in a transcript,
``OPENERS`` what people begin with when they talk, in lower case.
"""

FEELINGS = frozenset(
    {
        # as in: We [hope] that it helps, I [love] this town
        *("hope", "wish", "want", "love", "like", "hate", "thank", "appreciate", "welcome"),
        *("congratulate", "apologize", "apologise", "regret", "pray", "look", "admire", "trust"),
        *("prefer", "enjoy", "cherish", "miss", "salute", "bless", "beg", "celebrate", "care"),
        # what is thought, not what is, as in: I [think] it is a shame
        *("think", "believe", "feel", "guess", "suppose", "mean", "doubt", "imagine", "wonder"),
        *("agree", "disagree", "fear", "worry", "promise", "swear", "accept", "understand"),
    }
)

# as in: He said he [thought] it a shame, I [thought] it a shame
THOUGHTS = frozenset(
    {"think", "believe", "feel", "guess", "suppose", "imagine", "doubt", "wonder", "hope", "wish"}
    | {"want", "love", "like", "hate", "fear", "worry", "regret", "prefer", "trust", "appreciate"}
)

# as in: I [adjourn] the meeting
CHAIRING = frozenset({"adjourn", "yield", "recognise", "recognize", "convene", "suspend"})

# as in: Ada Lind [runs] the port and is with us
INTRODUCING = frozenset({"be", "run", "lead", "head", "chair", "join", "edit", "own", "teach"})

# labels of turns, in lower case
HOSTS = frozenset(
    {"presenter", "host", "moderator", "interviewer", "anchor", "announcer", "newsreader"}
    | {"madam speaker", "mr speaker", "the speaker", "speaker", "the chair", "chair", "chairman"}
    | {"the chairman", "the president of the assembly", "question", "questioner"}
)

# as in: Voters [want] change
MINDS = frozenset(
    {"want", "deserve", "need", "know", "understand", "realise", "realize", "love", "hate", "like"}
    | {"think", "believe", "feel", "care", "hope", "wish", "matter", "mean", "belong"}
)

# as in: He [looked] like a winner
SEEMING = frozenset({"look", "sound", "seem", "feel", "act", "behave"})

EVALUATIONS = frozenset(
    {
        # as in: The idea is [great]
        *("good", "great", "wonderful", "excellent", "fantastic", "incredible", "amazing"),
        *("beautiful", "brilliant", "terrific", "tremendous", "outstanding", "remarkable"),
        *("bad", "terrible", "horrible", "awful", "outrageous", "disgraceful", "shameful"),
        *("ridiculous", "absurd", "crazy", "insane", "stupid", "foolish", "laughable", "silly"),
        *("unacceptable", "disappointing", "disturbing", "terrifying", "scary", "frightening"),
        *("nice", "fine", "lovely", "fair", "unfair", "right", "smart", "dumb", "tough"),
        *("important", "crucial", "vital", "essential", "key", "paramount", "clear"),
        *("sad", "tragic", "happy", "proud", "glad", "sorry", "grateful", "thankful", "excited"),
        *("deplorable", "biased", "productive", "helpful", "useful", "wise", "unwise"),
        *("delighted", "pleased", "thrilled", "honoured", "honored", "confident", "hopeful"),
        *("optimistic", "concerned", "worried", "disappointed", "committed", "determined"),
        *("hard", "difficult", "challenging", "strange", "weird", "funny", "interesting"),
        *("fascinating", "encouraging", "exciting"),
        *("disgusting", "despicable", "dishonest", "unfit", "unqualified", "hypocritical", "vile"),
        *("pathetic", "divisive", "visionary", "inspiring", "admirable", "brave"),
        *("typical", "normal", "natural", "necessary", "proper", "improper", "appropriate"),
        *("inappropriate", "wrong", "correct", "unfounded", "misguided", "irresponsible"),
        *("effective", "solid", "strong", "weak", "impressive", "critical", "ready", "sick"),
        *("tired", "opposed", "reckless"),
        *("devastated", "heartbroken", "saddened", "appalled", "horrified", "outraged", "alarmed"),
        *("dismayed", "stunned", "humbled", "ashamed", "convinced", "heartened", "thankful"),
        *("afraid", "angry", "frustrated", "furious", "upset", "shocked", "surprised", "relieved"),
        *("simple", "easy", "obvious", "stunning", "heartbreaking", "unbearable", "intolerable"),
        *("inspirational", "perfect", "special", "cruel", "evil", "corrupt", "crooked", "selfish"),
        # as in: That is a [shame]
        *("shame", "disgrace", "disaster", "catastrophe", "tragedy", "pleasure", "privilege"),
        *("embarrassment", "mistake", "joy", "delight", "relief", "shock"),
        *("honour", "honor", "fraud", "liar", "coward", "hero", "genius", "villain", "insult"),
        *("joke", "mess", "nightmare", "dream", "blessing", "winner", "loser", "champion"),
        *("success", "failure", "betrayal", "victory", "fool", "clown", "bully", "idiot"),
        *("outrage", "deterrent"),
    }
)

# as in: There is no [doubt], They have no [business] to decide
MOOT = frozenset(
    {
        "thing",
        "desire",
        "plenty",
        "doubt",
        "question",
        "reason",
        "need",
        "point",
        "excuse",
        "business",
        "substitute",
        "way",
    }
    | {"place", "room", "alternative", "choice", "denying"}
)

# as in: She [praised] the crews for staying, He [described] them as late
PRAISE = frozenset(
    {"praise", "laud", "applaud", "commend", "congratulate", "hail", "thank", "salute", "credit"}
    | {"characterize", "characterise", "describe", "call", "dub", "label", "brand", "mock"}
)

# as in: Our [goal] is to win
GOALS = frozenset({"goal", "aim", "hope", "priority", "job", "duty", "task", "dream", "mission"})

# as in: Scott [deserves] the seat
WORTHS = frozenset({"deserve", "merit", "owe"})

# as in: They did not [comment], declined to [answer]
SILENCES = frozenset({"comment", "answer", "respond", "reply", "elaborate", "speculate"})
REFUSALS = frozenset({"decline", "refuse"})

OPENERS = (
    *("you know", "i mean", "look", "well", "now", "so", "listen", "again", "frankly", "honestly"),
    *("of course", "in fact", "okay", "ok", "oh", "yes", "no", "yeah", "right", "obviously"),
    # what leads on from a sentence that was cut off
    *("conversely", "instead", "however", "moreover", "furthermore", "nevertheless"),
    *("nonetheless", "meanwhile", "therefore", "thus", "hence", "consequently", "similarly"),
    *("likewise", "by contrast", "in contrast", "on the other hand", "in addition"),
    *("in other words", "for example", "for instance"),
    *("as a result", "that said", "first of all", "with respect", "with all due respect"),
    *("to be clear", "to be fair", "to be honest", "make no mistake", "believe me", "by the way"),
    *("to that end", "above all", "in short", "in any case", "on top of that", "after all"),
    *("ladies and gentlemen", "friends", "my friends", "colleagues", "dear colleagues"),
)
