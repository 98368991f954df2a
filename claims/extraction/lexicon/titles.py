"""Titles, roles and the nouns that tell what kind of speaker someone is, as data."""

from __future__ import annotations

# Before a name and no part of it: "Prime Minister Jane Roe said" -> "Jane Roe".
TITLES: frozenset[str] = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "baron", "count", "duke", "duchess", "prince", "princess", "king", "queen", "emperor", "pope", "cardinal", "archbishop", "bishop", "rabbi", "imam", "reverend", "rev", "father", "sister", "brother", "saint", "president", "vice", "vice-president", "premier", "prime", "minister", "chancellor", "secretary", "secretary-general", "general", "foreign", "finance", "interior", "defence", "defense", "deputy", "under-secretary", "undersecretary", "senator", "sen", "representative", "rep", "congressman", "congresswoman", "governor", "gov", "lieutenant", "lt", "mayor", "councillor", "councilman", "councilwoman", "ambassador", "envoy", "commissioner", "commissar", "judge", "justice", "chief", "attorney", "prosecutor", "sheriff", "detective", "inspector", "superintendent", "sergeant", "sgt", "officer", "constable", "captain", "capt", "commander", "cmdr", "colonel", "col", "major", "maj", "admiral", "adm", "marshal", "private", "corporal", "chairman", "chairwoman", "chair", "director", "executive", "ceo", "cfo", "coo", "manager", "head", "coach", "speaker", "spokesman", "spokeswoman", "spokesperson", "leader", "candidate", "nominee", "analyst", "economist", "strategist", "pollster", "columnist", "commentator", "reporter", "correspondent", "journalist", "editor", "author", "writer", "historian", "professor", "scientist", "doctor", "lawyer", "actor", "actress", "singer", "former", "ex-president", "acting", "interim", "then-president", "late", "co-chair", "co-founder", "founder", "owner", "campaign", "running", "mate", "host", "anchor", "moderator", "democratic", "republican", "conservative", "labour", "democrat", "independent", "lawmaker", "mp", "mep", "hon", "honourable", "majority", "minority", "whip", "adviser", "advisor", "aide"]
)

# Nouns for persons: "the senator warned" -> whoever bears that title in the article.
PERSON_NOUNS: frozenset[str] = (
    frozenset(
        ["official", "man", "woman", "boy", "girl", "person", "witness", "neighbour", "neighbor", "resident", "voter", "expert", "researcher", "scholar", "critic", "source", "insider", "operative", "supporter", "opponent", "member", "colleague", "lawyer", "attorney", "activist", "organiser", "organizer", "teacher", "student", "worker", "farmer", "owner", "driver", "victim", "widow", "widower", "mother", "son", "daughter", "wife", "husband", "partner", "friend", "bishop", "priest", "nurse", "physician", "surgeon", "farmer", "minister", "president", "chancellor", "premier", "senator", "governor", "mayor", "billionaire", "businessman", "businesswoman", "mogul", "magnate", "tycoon", "veteran", "lawmaker", "legislator", "diplomat", "envoy", "ambassador", "candidate", "nominee", "contender", "incumbent", "frontrunner", "politician", "star", "author", "actor", "actress", "player", "striker", "goalkeeper", "captain", "republican", "democrat", "liberal", "prosecutor", "defendant", "plaintiff", "suspect", "survivor", "guest", "caller", "participant", "observer"]
    )
    | TITLES
) - {"general", "foreign", "finance", "interior", "campaign", "democratic", "head", "labour"}

# Nouns for organisations: "the company said" -> the organisation last named.
ORGANISATION_NOUNS: frozenset[str] = frozenset(
    ["company", "firm", "corporation", "bank", "agency", "ministry", "department", "office", "bureau", "commission", "committee", "council", "court", "government", "administration", "parliament", "congress", "senate", "house", "party", "union", "association", "federation", "organisation", "organization", "group", "charity", "foundation", "institute", "institution", "university", "college", "school", "hospital", "police", "force", "army", "navy", "military", "service", "board", "authority", "regulator", "watchdog", "tribunal", "campaign", "team", "club", "league", "airline", "carmaker", "manufacturer", "retailer", "operator", "utility", "publisher", "newspaper", "magazine", "outlet", "broadcaster", "network", "website", "site", "station", "paper", "daily", "think-tank", "tank", "coalition", "alliance", "bloc", "union", "embassy", "consulate", "kremlin", "secretariat", "assembly", "legislature", "cabinet", "panel", "nonprofit", "startup", "business", "fund"]
)

# Nouns for documents: "the report found".
DOCUMENT_NOUNS: frozenset[str] = frozenset(
    ["report", "study", "survey", "poll", "paper", "analysis", "statement", "letter", "memo", "memorandum", "document", "filing", "lawsuit", "complaint", "indictment", "ruling", "verdict", "decision", "order", "law", "bill", "act", "treaty", "agreement", "resolution", "book", "article", "column", "editorial", "op-ed", "essay", "story", "film", "documentary", "movie", "video", "ad", "advertisement", "transcript", "email", "e-mail", "message", "tweet", "post", "page", "website", "account", "figures", "data", "statistics", "census", "audit", "review", "assessment", "record", "records", "article", "headline", "sign", "banner", "placard", "affidavit", "warrant", "deposition", "testimony", "press", "release", "research", "constitution", "plan", "budget", "quiz"]
)

# Nouns for many people: "critics say".
GROUP_NOUNS: frozenset[str] = frozenset(
    ["people", "voters", "americans", "officials", "experts", "critics", "analysts", "economists", "scientists", "researchers", "leaders", "ministers", "lawmakers", "senators", "democrats", "republicans", "liberals", "conservatives", "supporters", "opponents", "protesters", "demonstrators", "residents", "neighbours", "neighbors", "families", "parents", "students", "teachers", "workers", "farmers", "lawyers", "prosecutors", "investigators", "detectives", "witnesses", "sources", "historians", "scholars", "activists", "campaigners", "advocates", "members", "allies", "aides", "advisers", "advisors", "diplomats", "observers", "commentators", "journalists", "reporters", "doctors", "nurses", "respondents", "participants", "percent", "majority", "public", "community", "crowd", "audience", "family", "couple", "pair", "duo", "trio", "both", "others", "many", "most", "some", "few", "everyone", "everybody", "nobody", "all", "half", "nations", "countries", "states", "governments"]
)

# Titles and roles that tell he from she: "Mrs. Lee said she".
FEMININE: frozenset[str] = frozenset(
    ["mrs", "ms", "miss", "madam", "lady", "dame", "baroness", "duchess", "princess", "queen", "sister", "mother", "chairwoman", "congresswoman", "councilwoman", "spokeswoman", "businesswoman", "actress"]
)
MASCULINE: frozenset[str] = frozenset(
    ["mr", "sir", "lord", "baron", "duke", "prince", "king", "brother", "father", "pope", "cardinal", "chairman", "congressman", "councilman", "spokesman", "businessman", "actor"]
)

# Nouns for places: "the country's air force" -> the place last named.
PLACE_NOUNS: frozenset[str] = frozenset("country nation state city town island kingdom region".split())
