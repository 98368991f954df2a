"""Words and parts of words that tell where sentences begin and where words were cut."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# No English words by themselves: the half word before them was cut, "govern-\\nment"
WORD_ENDS = _words(
    """
    istry istries
    able ably al ance ances ary ated ates ating ation ations bly cal cally cent cial cian
    cians cient cies cious cy dent dents ed ence ences ency ent ents er ered ering ers es est
    eth ety ful fully gent gy ial ible ic ical ically ics ied ier ies iest ify ily ine ing
    ingly ings ious ise ised ises ising ism ist ists ite ities ity ive ively ize ized izing
    lance less lic lish lished lishes lishing logical logy ly ment ments nance ness ning nity
    ological ology ories ory ous ously pean ped ple ples ries rity ry sion sions sis sive sor
    sors tal tary tation tations ted tely ter tered ters ther tial tially tic tical tics tient
    tified tify ting tion tional tionally tions tious tism tive tively tives tly tor tors tory
    tual ture tured tures turing ty ular ulation um uous ure ured ures urity vers versity ves
    vided vides ving zation zations zen zens
    """
)

# First halves of compounds: "long-\\nterm" keeps its hyphen even in a text that cuts its words.
COMPOUNDING = _words(
    """
    all anti best bi co cross de double eight ex far fast few fifty first five forty four full good
    half hard heavy high ill inter intra large last late left light long low macro mass mega micro
    mid mini multi neo new nine non off old on one open out over part past post pre pro quasi re
    record right second self semi seven short single six sixty small so state sub super ten third
    thirty three top trans twenty two ultra un under up vice well whole wide world year
    """
)

# "… are unsafe the minister said repairs would cost …": forms that report, whatever stands around
SAYING = frozenset(
    {"added", "adds", "admitted", "admits", "announced", "argued", "argues", "claimed", "confirmed"}
    | {
        "denied",
        "denies",
        "explained",
        "insisted",
        "insists",
        "noted",
        "replied",
        "said",
        "say",
        "says",
    }
    | {"stated", "stressed", "told", "tells", "warned", "warns"}
)

# Behind these a clause goes on: "what the minister said", "because he said"
GOES_ON = frozenset(
    {"that", "what", "which", "who", "whom", "whose", "as", "because", "if", "when", "while"}
    | {"where", "whether", "why", "how", "since", "before", "after", "until", "like", "than"}
    | {"though", "although", "unless", "of", "to", "for", "with", "by", "from", "in", "on", "at"}
    | {"the", "a", "an", "this", "these", "those", "all", "everything", "has", "have", "had"}
    | {"is", "was", "be", "been", "being", "not", "never", "also"}
)

# A sentence that goes over to these begins with them: "and the mayor said"
JOINING = frozenset({"and", "but", "so", "then", "now", "meanwhile", "however", "well", "or"})

PRONOUNS = frozenset({"he", "she", "they", "we", "i", "you"})
DETERMINERS = frozenset({"the", "a", "an", "this", "his", "her", "their", "our", "its", "my"})
ADVERBS = frozenset({"also", "later", "then", "today", "yesterday", "has", "have", "again", "just"})
