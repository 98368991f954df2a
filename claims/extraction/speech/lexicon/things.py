"""Nouns by which a text calls again what it has told of, and nouns that need no telling.

``KINDS`` are general nouns, each with the nouns of what it may stand for: "a ferry … the ship".
``UNIQUE`` are known without an introduction, or say of themselves what they are: "the government".
``DULL`` are modifiers that tell nothing apart: "a new trial". ``NAMING`` are lemmas of what leads
to a name: "a drug called Ventrizol"; ``CHRISTENED`` stand right in front of one: "the ferry
Arcona".
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHIPS = _words("ferry tanker trawler freighter yacht liner frigate submarine icebreaker barge")
_SHIPS |= _words("ship vessel boat")
_DRUGS = _words("drug medicine pill vaccine inhaler jab antibiotic painkiller tablet injection")
_STUDIES = _words("study trial survey experiment paper")
_DEALS = _words("deal agreement treaty accord pact contract")
_STORMS = _words("storm hurricane typhoon cyclone")
_CRASHES = _words("accident crash collision derailment")

_SITES = _words("site plant factory facility works mill depot")

KINDS: dict[str, frozenset[str]] = {
    "ship": _SHIPS,
    "vessel": _SHIPS,
    "boat": _SHIPS,
    "plane": _words("airliner jet plane aircraft"),
    "aircraft": _words("airliner jet plane aircraft helicopter drone"),
    "vehicle": _words("vehicle car truck lorry van bus coach"),
    "drug": _DRUGS,
    "medicine": _DRUGS,
    "treatment": _DRUGS | {"treatment", "therapy"},
    "study": _STUDIES,
    "document": _words("document report letter memo contract dossier"),
    "building": _words("building tower school hospital hall block warehouse house hotel"),
    "deal": _DEALS,
    "agreement": _DEALS,
    "storm": _STORMS,
    "accident": _CRASHES,
    "crash": _CRASHES,
    "blaze": _words("blaze fire"),
    "fire": _words("fire blaze"),
    "plant": _SITES,
    "site": _SITES,
    "factory": _SITES,
    "quake": _words("quake earthquake"),
    "scheme": _words("scheme programme program project"),
    "project": _words("project scheme programme program"),
}

UNIQUE = _words(
    """
    government president state country nation world public economy city town county region island
    police army military parliament senate congress house council ministry minister mayor king
    queen pope prime treasury court market media press internet weather sun sea coast ground sky
    number rate price cost share total amount figure value level majority minority rest half part
    end start beginning top bottom middle front back side centre center way time day week month
    year night morning afternoon evening weekend season summer winter spring autumn century decade
    future past present moment age hour minute case fact truth point reason result idea thing
    people man woman child family population capital north south east west border constitution
    opposition left right law past question answer problem situation issue name word road street
    ice air water land money tax war peace sector industry
    planet message coal villain science call regime presidency
    winner system vote
    """
)

DULL = _words(
    """
    new recent latest last first second third same other current previous earlier entire whole only
    own such more big small large little great good bad major huge next final full several many
    few certain different similar further additional early late old young main key
    """
)

CHRISTENED = _SHIPS | _STORMS

NAMING = _words("call name know dub title christen")
