"""Where a word that may report does not: what it then goes with, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_IN_PLAY = _words(
    "corner foul frame free-kick game goal kick lead match penalty point run set touchdown try "
    "wicket yard"
)
_HONOURS = _words(
    "bronze championship crown cup gold medal prize scalp silver spot title trophy wicket"
)
_ENTITLEMENTS = _words(
    "allowance asylum baggage benefit compensation damage expense insurance luggage pension refuge "
    "refund"
)
_ENTRY = _words("access admission bail boarding chance entry goal parole permit treatment visa")
_STAFF = _words("batsman coach employee manager officer opener referee staff teacher worker")
_TARGETS = _words(
    "airport barracks base boat bridge building bus camp checkpoint church city convoy depot "
    "embassy goal home hospital house island market mosque outpost patrol pipeline plant port "
    "position post refinery school ship shop shrine station substation supermarket tanker target "
    "temple town train truck van vehicle vessel village warehouse"
)
_WITNESSES = _words("boy driver girl man motorist people pupil suspect teenager witness woman")
_SIGNS = _words("alarm curfew light limit rule sign signal")
_PATIENTS = _words("member patient person pupil student visitor woman man child")

# Objects with which a verb reports nothing: "conceded a penalty", "claimed asylum".
UNSPOKEN: dict[str, frozenset[str]] = {
    "admit": _PATIENTS,
    "attack": _TARGETS,
    "back": _words("bus car lorry truck van vehicle"),
    "blast": _words("ball hole rock shot tunnel"),
    "cite": _WITNESSES,
    "claim": _IN_PLAY | _HONOURS | _ENTITLEMENTS | _words("life victim"),
    "compare": _words("note"),
    "concede": _IN_PLAY,
    "contest": _words("championship constituency cup election final match race seat title"),
    "convey": _words("cargo freight goods passenger water"),
    "credit": _words("account card"),
    "declare": _words("income innings"),
    "decline": _words("comment interview"),
    "defend": _words("border championship city corner crown cup goal lead record title trophy"),
    "deny": _ENTRY,
    "discount": _words("fare price ticket"),
    "dismiss": _STAFF,
    "examine": _words("body patient scene wound"),
    "expect": _words("baby child twin"),
    "explore": _words("cave coast island jungle mountain planet wreck"),
    "express": _words("milk"),
    "hail": _words("cab taxi"),
    "ignore": _SIGNS,
    "offer": _words("comment detail evidence explanation proof word"),
    "project": _words("film image light shadow slide"),
    "question": _WITNESSES,
    "recall": _words("ambassador appliance car envoy midfielder product striker toy vehicle"),
    "reject": _words("kidney organ transplant"),
    "slam": _words("brake door phone shot"),
    "support": _words("baby child family roof structure weight"),
    "unveil": _words("bust monument plaque portrait sculpture statue"),
    "welcome": _words("baby child customer guest passenger tourist visitor"),
}

# "Refused to say": nobody says anything.
TELLING: frozenset[str] = _words(
    "answer comment confirm disclose discuss divulge elaborate explain identify name reply respond "
    "reveal say speak specify talk tell"
)
GIVING: frozenset[str] = _words("give offer provide release share supply")
# "Refused to give details" neither.
DETAILS: frozenset[str] = _words(
    "answer comment detail explanation figure information interview name number reason statement"
)

# Beliefs by which a speaker only softens a statement: "she said she thinks it works".
HEDGES: frozenset[str] = _words("feel figure guess imagine reckon suppose think")

# With nobody named these are for the eyes: "a man was seen as he left".
SEEING: frozenset[str] = _words("see view")

# What one has or has not, without a word: "does not support the plan" is a stance too.
STANCES: frozenset[str] = _words(
    "agree aim approve back defend favor favour hope intend love mean oppose plan support want "
    "welcome wish"
)

# Before what somebody is reproached with or praised for: "accused of fraud".
OFFENCES: dict[str, frozenset[str]] = {
    "accuse": _words("of"),
    "blame": _words("for"),
    "charge": _words("with"),
    "credit": _words("with for"),
    "criticise": _words("for"),
    "criticize": _words("for"),
    "fault": _words("for"),
    "praise": _words("for"),
    "suspect": _words("of"),
}

# With nobody named these also give a thing its name: "the boat is called Seagull".
NAMING: frozenset[str] = _words("call dub rate term")

# On what a figure is put: "put the toll at 40", and not a hand at the door.
VALUED: frozenset[str] = _words(
    "bill chance cost count damage death debt deficit estimate figure loss number odds price "
    "probability rate share size spending sum toll total value worth"
)
