"""Titles, roles and the nouns that tell what kind of speaker someone is, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name and no part of it: "Prime Minister Jane Roe said" -> "Jane Roe".
TITLES: frozenset[str] = _words(
    """
    acting actor actress adm admiral adviser advisor aide ambassador analyst anchor
    archbishop attorney author baron baroness bishop brother campaign candidate capt captain
    cardinal ceo cfo chair chairman chairwoman chancellor chief cmdr
    coach col colonel columnist commander commentator commissar commissioner congressman
    congresswoman conservative constable coo corporal correspondent councillor councilman
    councilwoman count crown dame defence defense democrat democratic deputy detective director
    doctor dr duchess duke economist editor emperor envoy executive father
    finance foreign former founder general gov governor head historian hon honourable host
    imam independent inspector interim interior journalist judge justice king labour lady
    late lawmaker lawyer leader lieutenant lord lt maj major majority manager marshal mate
    mayor mep minister minority miss moderator mp mr mrs ms mx nominee officer owner
    pollster pope premier president prime prince princess private prof professor prosecutor
    queen rabbi rep reporter representative republican rev reverend running saint scientist
    secretary sen senator sergeant sgt sheriff singer sir sister speaker
    spokesman spokesperson spokeswoman strategist superintendent
    undersecretary vice whip writer
    batsman boxer cyclist defender goalkeeper midfielder nurse pilot skipper sprinter striker
    surgeon swimmer winger
    administrator alderman alderwoman amb archdeacon assemblyman assemblywoman atty ayatollah brig
    cllr comptroller controller cpl curator delegate det headteacher insp magistrate messrs msgr
    negotiator ombudsman pastor pfc pres prosecutor provost rector secretary sheikh solicitor supt
    treasurer trooper trustee vicar warden
    """
)

# Nouns for persons: "the senator warned" -> whoever bears that title in the article.
_NO_PERSONS = _words("crown general foreign finance interior campaign democratic head labour")
PERSON_NOUNS: frozenset[str] = (TITLES - _NO_PERSONS) | _words(
    """
    boss winner loser rival predecessor successor columnist pilot singer cleric trainer treasurer
    artist astronomer batsman biologist boxer chef climatologist composer cyclist defender
    epidemiologist goalkeeper gymnast laureate midfielder musician novelist painter pianist poet
    ranger skipper sprinter swimmer winger
    accountant architect assessor auditor baker butcher carpenter clerk cook curator dentist
    electrician engineer fisherman fireman firefighter geologist geographer hunter janitor
    landlord librarian lifeguard mechanic mediator merchant midwife miner negotiator ombudsman
    paramedic pharmacist physicist plumber policeman policewoman porter psychiatrist psychologist
    registrar rector salesman seaman shopkeeper sociologist solicitor surveyor therapist translator
    tenant vet virologist warden
    activist billionaire boy businessman businesswoman caller colleague contender critic
    daughter defendant diplomat driver expert farmer friend frontrunner girl goalkeeper
    guest husband incumbent insider legislator liberal magnate man member mogul mother
    neighbor neighbour nurse observer official operative opponent organiser organizer
    participant partner person physician plaintiff player politician priest researcher
    resident scholar son source star striker student supporter surgeon survivor suspect
    teacher tycoon veteran victim voter widow widower wife witness woman worker
    accountant archaeologist architect bailiff baker banker barrister biochemist
    bishop builder butcher
    campaigner carpenter chaplain chemist clerk commuter conductor consultant contractor
    coordinator coroner counsellor criminologist customer dealer demographer dentist designer
    ecologist electrician engineer entrepreneur executor firefighter fisherman forecaster gardener
    geologist geographer glaciologist grandmother grandfather hotelier hydrologist immunologist
    inventor interviewer investor landlord landlady lecturer lieutenant lobbyist locksmith mechanic
    meteorologist midwife miner neurologist oceanographer paramedic passenger patient pensioner
    announcer narrator presenter
    pharmacist philosopher photographer physicist plumber policeman policewoman postman programmer
    protester psychiatrist psychologist publicist refugee sailor seismologist shareholder
    shepherd shopkeeper sociologist soldier statistician tailor tenant therapist trader tutor
    vet veterinarian virologist volcanologist volunteer waiter waitress welder zoologist
    """
)

# Those that a body or a country may be as well: "Rimholm, a member of the league".
BODIES_TOO: frozenset[str] = _words(
    """
    author contender critic defendant favourite friend guest host incumbent insider leader loser
    majority member minority neighbor neighbour observer operative opponent organiser organizer
    owner participant partner person plaintiff player predecessor premier prime rival running
    source speaker striker successor supporter survivor victim voter winner
    """
)

# Nouns for organisations: "the company said" -> the organisation last named.
ORGANISATION_NOUNS: frozenset[str] = _words(
    """
    opposition leadership management industry jury prosecution defence staff regime crew
    administration agency airline alliance army assembly association authority bank bloc
    board broadcaster bureau business cabinet campaign carmaker charity club coalition
    college commission committee company congress consulate corporation council court daily
    department embassy federation firm force foundation fund government group hospital house
    institute institution kremlin league legislature magazine manufacturer military ministry
    navy network newspaper nonprofit office operator organisation organization outlet panel
    paper parliament party police publisher regulator retailer school secretariat senate
    service site startup station tank team think-tank tribunal union university utility
    watchdog website
    brewer builder carmaker carrier chain chipmaker developer drugmaker insurer lender maker
    network plane-maker producer shipbuilder start-up supermarket supplier trust
    academy archive bakery bookmaker brewery cathedral church cinema clinic collective
    conglomerate cooperative diocese distillery embassy exchange factory farm gallery garage
    gym hospice hotel inquiry inspectorate kindergarten laboratory lab library mill mine mosque
    museum observatory orchestra parish pharmacy plant port railway refinery restaurant
    shipyard shop steelmaker store studio surgery theatre theater zoo
    """
)

# Further nouns that bodies are called by for short: "the Church" is the Church of the Open Door.
CALLED_BY_NOUN: frozenset[str] = _words(
    """
    academy archive archdiocese borough centre center chamber church cooperative council diocese
    exchange federation festival forum institute laboratory library mission museum observatory
    opera orchestra order port society studio synod theatre temple zoo
    chronicle courier dispatch echo examiner gazette herald inquirer journal mail mirror news
    observer post record register sentinel standard star sun telegraph times tribune
    """
)

# Forms of firms at the end of their names: "Veltrix Inc."
FIRMS: frozenset[str] = _words(
    "ab ag as asa co corp corporation gmbh group holding holdings inc llc ltd limited nv oyj plc sa"
    " se spa"
)

# Ends of names that only firms have: "Halden Pharma".
FIRM_WORDS: frozenset[str] = _words(
    """
    aerospace air airlines airways automotive aviation bancorp bank biotech brands breweries
    brothers grid networks
    capital chemicals communications cruises dairies diagnostics dynamics electric electronics
    energy engineering enterprises entertainment ferries foods freight furniture gas games
    sons daughters
    healthcare homes hotels industries insurance investments labs laboratories lines logistics
    maritime marine materials metals mining motors oil partners petroleum pharma pharmaceuticals
    pharmacies plastics power products properties rail railways retail robotics sciences
    seafoods securities semiconductor semiconductors shipping shipyards software solar solutions
    steel stores supermarkets systems tech technologies technology telecom telecoms textiles
    therapeutics toys trading trucks utilities ventures wind wines
    """
)

# Nouns for documents: "the report found".
DOCUMENT_NOUNS: frozenset[str] = _words(
    """
    account act ad advertisement average affidavit agreement analysis article assessment audit
    banner bill book budget census column complaint constitution data decision deposition
    document documentary e-mail editorial email essay figures filing film headline
    indictment law lawsuit letter memo memorandum message movie op-ed order page paper
    placard plan poll post press quiz record records release report research resolution
    review ruling sign statement statistics story study survey testimony transcript treaty
    tweet verdict video warrant website
    """
)

# Bodies that stand before a headline's colon: "Police: Two men hurt in Bonn".
HEADLINE_BODIES: frozenset[str] = _words(
    "army company court government military ministry police prosecution regulator union watchdog"
)

# Who does this to a document is who says it: "a study published by the institute".
PUBLISHING: frozenset[str] = _words(
    "author commission compile conduct draft issue prepare produce publish release sign write"
)

# Documents that say what was counted: "in a poll, most voters were against the plan".
FINDINGS: frozenset[str] = _words("analysis audit census count estimate poll study survey tally")

# Nouns for many people: "critics say".
GROUP_NOUNS: frozenset[str] = _words(
    """
    activists advisers advisors advocates aides all allies americans analysts audience both
    campaigners commentators community conservatives countries couple critics crowd
    democrats demonstrators detectives diplomats doctors duo economists everybody everyone
    experts families family farmers few governments half historians investigators
    journalists lawmakers lawyers leaders liberals majority many members ministers most
    nations neighbors neighbours nobody nurses observers officials opponents others pair
    parents participants people percent prosecutors protesters public reporters republicans
    researchers residents respondents scholars scientists senators some sources states
    students supporters teachers trio voters witnesses workers
    """
)

# Nouns for places: "the country's air force" -> the place last named.
PLACE_NOUNS: frozenset[str] = _words(
    """
    city country island kingdom nation region state town
    """
)

# Ends of what a title is held of, before the name: "Secretary of Veterans Affairs Jo Lind".
OFFICES: frozenset[str] = _words(
    """
    affairs agriculture canton commerce communications county culture defence defense development
    district education emirate energy environment finance health home house housing immigration
    industry information infrastructure interior islands justice labor labour municipality
    operations opposition parish parliament police prefecture province republic rights safety
    science security sport sports staff state tourism trade transport transportation treasury
    war water welfare works
    """
)

# Titles and roles that tell he from she: "Mrs. Lee said she".
FEMININE: frozenset[str] = _words(
    """
    actress aunt baroness businesswoman chairwoman congresswoman councilwoman dame daughter
    duchess girl grandmother heroine lady madam miss mother mrs ms niece policewoman princess queen
    sister spokeswoman waitress widow wife woman
    """
)

# Before any surname, also one that is a title: "Mr. King".
HONORIFICS: frozenset[str] = _words("mr mrs ms miss mx dr sir dame lord lady")

# The same for he: "Mr. Lee said he".
MASCULINE: frozenset[str] = _words(
    """
    actor baron boy brother businessman cardinal chairman congressman councilman duke father
    grandfather husband king lord man mr nephew policeman pope prince sir son spokesman uncle
    widower
    """
)

# Nouns that only count the speakers: "a number of officials said".
QUANTIFIERS: frozenset[str] = _words(
    "number majority minority handful dozen score hundred thousand million chorus array one"
)

# Nouns that any organisation may be called by: "the company" -> the only one named so far.
COMPANY_NOUNS: frozenset[str] = _words(
    "company firm corporation group organisation organization maker manufacturer"
)

# Nouns for one trade: "the airline" -> the one that the last sentence was about.
TRADES: frozenset[str] = _words(
    """
    agency airline association bank brewer broadcaster builder business carmaker carrier chain
    charity
    chipmaker club developer drugmaker foundation insurer lender manufacturer network
    newspaper nonprofit operator plane-maker producer publisher retailer shipbuilder startup
    start-up supermarket supplier utility
    """
)

# Where things are published: "the website" -> the only body named before.
SITES: frozenset[str] = _words("website site magazine portal platform")

# Bodies and places whose noun only says of what kind they are: "the company", "the city".
NAMELESS: frozenset[str] = (
    COMPANY_NOUNS | TRADES | SITES | _words("city town village country county")
)

# Kinds of bodies, and names of none: "Council said" is no council's name.
KINDS_OF_BODIES: frozenset[str] = NAMELESS | _words(
    """
    board committee council court department government hospital ministry paper party police
    school union university
    """
)

# Heads of trades: "the battery maker", "the hotel chain" are said of the one named before.
MAKERS: frozenset[str] = _words(
    "builder chain company developer maker manufacturer operator producer"
)

# Words that make another company of one: "the parent company".
OTHER_COMPANY_MODIFIERS: frozenset[str] = _words(
    "parent sister holding rival partner other second third"
)

# Who passes on what others say, and is never "the company".
NEWS_AGENCIES: frozenset[str] = frozenset(
    {"reuters", "associated press", "ap", "afp", "agence france-presse", "bloomberg", "dpa", "upi"}
)

# Who sends reports under a dateline: "New Delhi, Sept 5 (PTI)".
SENDERS: frozenset[str] = NEWS_AGENCIES | {
    *("aap", "ani", "ansa", "apa", "efe", "ians", "interfax", "kyodo", "pa media", "pti", "tass"),
    *("xinhua", "yonhap", "bbc", "cnn", "business wire", "globe newswire", "prnewswire"),
}

# What is said as a word though it is initials: no surname of a transcript's label
BODIES_BY_INITIALS = frozenset(
    {"NATO", "NASA", "FIFA", "UEFA", "OPEC", "OSCE", "ASEAN", "UNESCO", "UNICEF", "IAEA", "ECOWAS"}
    | {"UNHCR", "UNRWA", "NORAD", "NOAA", "FEMA", "OFCOM", "OFSTED", "SADC"}
)

# Titles in capital initials, and the role in words: "DA Lee" is "the district attorney". Small
# letters say something else: "da Silva", "ag".
INITIALS: dict[str, str] = {
    "AG": "attorney general",
    "CEO": "chief executive",
    "CFO": "chief financial officer",
    "COO": "chief operating officer",
    "DA": "district attorney",
    "DCI": "detective chief inspector",
    "DG": "director general",
    "DI": "detective inspector",
    "DPP": "public prosecutor",
    "DS": "detective sergeant",
    "FM": "foreign minister",
    "MEP": "mep",
    "MP": "mp",
    "PC": "police constable",
    "PM": "prime minister",
    "VP": "vice president",
}

# One role in its other forms: "Sen. Lee" is later "the senator".
ROLE_FORMS: dict[str, str] = {
    "supt": "superintendent",
    "insp": "inspector",
    "det": "detective",
    "cllr": "councillor",
    "amb": "ambassador",
    "atty": "attorney",
    "pres": "president",
    "cmdr": "commander",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "congressman": "representative",
    "congresswoman": "representative",
    "pontiff": "pope",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
}

# Who leads a country: "the French leader" is its president.
LEADERS: frozenset[str] = _words("chancellor king minister premier president queen")

# Words that make another role of one: "the former minister" is not "the minister".
RANKS: frozenset[str] = _words(
    "former ex then late prime vice deputy assistant acting interim under shadow"
)

# Verbs that give somebody a role: "Ann Lee was elected mayor".
APPOINTING: frozenset[str] = _words("be become elect appoint name make crown nominate")
