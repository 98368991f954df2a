"""The words that report speech, thought and stance, as data.

A group shares an attitude and what its verbs take as content. The sentence
beside each group shows its first member at work. What a verb takes:

- ``quote``: a quotation, before or after it: "It works," she *said*.
- ``clause``: a finite clause: he *said* (that) it works; they *asked* whether it works
- ``infinitive``: they *pledged* to rebuild it; she *urged* them to leave
- ``gerund``: he *denied* taking it
- ``object``: a noun phrase: they *rejected* the plan
- ``record``: a noun phrase, where a document is the subject: the study *found* two errors
- ``accusation``: an object with a charge behind "with": they *charged* her with fraud
- ``valuation``: an object with a figure behind "at": they *put* the cost at 40 million
- ``reputed``: in the passive, with nobody named: the crew is *believed* to be safe
- ``predicate``: an object with what it is said to be: she *called* it a mistake
- ``of``, ``for``, ``against`` …: a prepositional phrase: she *called* for a ceasefire
"""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Attitude


@dataclass(frozen=True, slots=True)
class Cue:
    """One sense of a reporting word; ``particle`` is "" or as in "point *out*"."""

    lemma: str
    particle: str
    attitude: Attitude
    takes: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Words that share an attitude and complements; a particle follows in the same entry."""

    attitude: Attitude
    takes: str
    words: str  # separated by commas: "say, point out"
    example: str

    def cues(self) -> list[Cue]:
        takes = frozenset(self.takes.split())
        split = (word.strip().partition(" ") for word in self.words.split(","))
        return [
            Cue(lemma, particle, self.attitude, takes, self.example) for lemma, _, particle in split
        ]


VERBS: tuple[CueGroup, ...] = (
    # --- asserts -----------------------------------------------------------------------
    CueGroup(
        "asserts",
        "quote clause",
        "say, add, remark, concur, profess, avow, certify, surmise, recollect, remember, chide, "
        "scold, seethe, quip, joke, tweet, retweet, maintain, insist, argue, contend, observe, "
        "reason, point out, clarify, recount, testify, attest, opine, counter, stipulate, "
        "posit, interject, exclaim, confide, hint, imply, intimate, infer, assure, inform, "
        "notify, remind, brief, gush, mutter, reply, retort, relate, caution",
        "The mayor said the bridge was safe.",
    ),
    CueGroup(
        "asserts",
        "quote",
        "continue, begin, conclude, shout, yell, cry, chant, whisper, murmur, scream, laugh, "
        "sigh, snap, muse, chime, intone, blurt, sing, recite, go, start, interrupt, chuckle, "
        "smile, thunder, bellow, growl, explain, finish, go on, type, text, email, e-mail, "
        "post, read, caption, sign, open, deadpan, shrug, nod, inquire, answer, respond, "
        "repeat, ask, wonder, query, tell, put it, plead, beg, promise, vow, warn, urge, think, "
        "call out, recall, describe, announce, quote, offer, agree, fire back, shoot back, sum "
        "up, chip in, pipe up, weigh in",
        '"We start tomorrow," the foreman continued.',
    ),
    CueGroup(
        "asserts",
        "quote clause object gerund",
        "announce, reveal, confirm, disclose, explain, mention, note, stress, emphasize, "
        "emphasise, underscore, underline, highlight, reiterate, report, acknowledge, admit, "
        "concede, claim, allege, assert, suggest, declare, proclaim, affirm, reaffirm, recall, "
        "state, indicate, boast, pronounce, signal, illustrate, bring up, spell out, lay out, "
        "set out",
        "The airline announced 300 job cuts.",
    ),
    CueGroup(
        "asserts",
        "object clause gerund",
        "outline, detail, debate, recite, describe, discuss, cite, document, chronicle, "
        "reference, echo, express, voice, articulate, recap, tout, invoke, depict, propose, "
        "unveil, publish, convey, preach, repeat, examine, explore, summarize, summarise",
        "The chancellor outlined three priorities.",
    ),
    CueGroup(
        "asserts",
        "clause record",
        "show, demonstrate, find, establish, determine, discover, learn, conclude, caution",
        "The survey found that prices had doubled.",
    ),
    CueGroup(
        "asserts",
        "clause object",
        "estimate, calculate",
        "Officials estimated losses of a billion euros.",
    ),
    CueGroup(
        "asserts",
        "valuation",
        "put, estimate, value, assess, peg, reckon",
        "The council put the cost at 40 million.",
    ),
    CueGroup(
        "asserts",
        "quote clause",
        "write, post",
        "He wrote that the river had flooded.",
    ),
    CueGroup(
        "asserts",
        "clause",
        "tell, respond, answer, repeat, rule, read, decree, guarantee, vouch",
        "She told reporters the talks had failed.",
    ),
    CueGroup(
        "asserts",
        "clause gerund",
        "ask, wonder, inquire, question",
        "He asked whether it would rain.",
    ),
    CueGroup(
        "asserts",
        "about of on",
        "speak, talk, tweet, hint, write, joke, testify, comment, remark",
        "The coach spoke of a difficult year.",
    ),
    CueGroup(
        "asserts",
        "at",
        "hint",
        "The bank hinted at a further cut.",
    ),
    CueGroup(
        "asserts",
        "to",
        "refer, point, allude, admit, confess, testify, attest",
        "He pointed to falling sales.",
    ),
    CueGroup(
        "asserts",
        "about",
        "brag, boast, ask, warn, inquire, lie",
        "He bragged about his record.",
    ),
    CueGroup(
        "asserts",
        "of",
        "warn, boast, inform, assure",
        "Scientists warned of a drought.",
    ),
    CueGroup(
        "asserts",
        "quote clause",
        "warn",
        "Doctors warned that beds were running out.",
    ),
    CueGroup(
        "asserts",
        "clause object",
        "know, understand, realize, realise, recognize, recognise",
        "They know the risk is real.",
    ),
    CueGroup(
        "asserts",
        "with on to",
        "agree",
        "The court agreed with the union.",
    ),
    CueGroup(
        "asserts",
        "quote clause",
        "agree",
        "Both sides agreed that talks would resume.",
    ),
    # --- denies ------------------------------------------------------------------------
    CueGroup(
        "denies",
        "clause object gerund",
        "deny, rule out, refute, dispute, rebut, contest, repudiate, disavow, doubt, reject",
        "The company denied that it had polluted the lake.",
    ),
    CueGroup(
        "denies",
        "object",
        "dismiss, rebuff, contradict, discount, debunk, ignore, decline, downplay, play "
        "down, brush aside, brush off, shrug off, wave away",
        "The union dismissed the offer.",
    ),
    CueGroup(
        "denies",
        "infinitive",
        "refuse",
        "The council refused to close the school.",
    ),
    CueGroup(
        "denies",
        "clause with",
        "disagree",
        "The judge disagreed with that reading.",
    ),
    # --- believes ----------------------------------------------------------------------
    CueGroup(
        "believes",
        "clause",
        "think, believe, feel, suspect, assume, presume, reckon, guess, suppose, figure, fear, "
        "worry, bet, sense, trust, hold, imagine, predict, foresee, envision, speculate, "
        "anticipate, expect, forecast, project, reason, theorize, theorise",
        "Analysts think the yen will fall.",
    ),
    CueGroup(
        "believes",
        "quote",
        "predict, speculate",
        '"It will be close," she predicted.',
    ),
    CueGroup(
        "believes",
        "object infinitive",
        "expect, predict, forecast, anticipate, fear, foresee, envision, project, suspect",
        "The bank expects growth of 2 percent.",
    ),
    CueGroup(
        "believes",
        "reputed",
        "believe, think, assume, presume",
        "The crew is believed to be safe.",
    ),
    CueGroup(
        "believes",
        "in",
        "believe",
        "They believe in free trade.",
    ),
    CueGroup(
        "believes",
        "about",
        "worry, think, fret",
        "Parents worry about the closures.",
    ),
    CueGroup(
        "believes",
        "predicate",
        "consider, regard, view, see, judge, deem, perceive, rate",
        "Investors consider the bond risky.",
    ),
    # --- intends -----------------------------------------------------------------------
    CueGroup(
        "intends",
        "clause infinitive object gerund",
        "pledge, vow, promise, threaten, propose, swear, guarantee",
        "The ministers pledged to rebuild the port.",
    ),
    CueGroup(
        "intends",
        "object infinitive",
        "offer",
        "Norway offered to host the talks.",
    ),
    CueGroup(
        "intends",
        "infinitive",
        "plan, intend, aim, agree, seek, resolve, volunteer, mean",
        "The firm plans to open 20 shops.",
    ),
    CueGroup(
        "intends",
        "infinitive",
        "like",  # "would like" alone
        "The party would like to see a new vote.",
    ),
    CueGroup(
        "intends",
        "infinitive object",
        "want",
        "The party wants a new vote.",
    ),
    CueGroup(
        "intends",
        "clause infinitive",
        "hope, wish, decide",
        "The club hopes to sell the stadium.",
    ),
    CueGroup(
        "intends",
        "for",
        "hope, vote",
        "Farmers hope for rain.",
    ),
    CueGroup(
        "intends",
        "against",
        "vote",
        "The senators voted against the bill.",
    ),
    CueGroup(
        "intends",
        "infinitive",
        "vote",
        "Members voted to strike.",
    ),
    # --- urges -------------------------------------------------------------------------
    CueGroup(
        "urges",
        "infinitive",
        "urge, ask, tell, encourage, nudge, prod, entreat, advise, beg, implore, exhort, order, "
        "instruct, press, push, remind, call on, call upon, appeal, plead, invite, request, "
        "command, lobby, challenge, direct, warn, caution, petition, pressure",
        "Aid groups urged the rebels to let convoys through.",
    ),
    CueGroup(
        "urges",
        "clause object infinitive",
        "demand, request, recommend, urge, advocate",
        "The families demanded an inquiry.",
    ),
    CueGroup(
        "urges",
        "quote",
        "demand",
        '"Where is the money?" the creditor demanded.',
    ),
    CueGroup(
        "urges",
        "for",
        "call, push, press, appeal, ask, plead, argue, lobby, advocate, campaign, beg",
        "Greenpeace called for a ban on new wells.",
    ),
    CueGroup(
        "urges",
        "against",
        "warn, advise, caution, argue",
        "Experts warned against panic buying.",
    ),
    CueGroup(
        "asserts",
        "against",
        "rule",
        "The court ruled against the council.",
    ),
    CueGroup(
        "urges",
        "on",
        "insist, press",
        "Tokyo insisted on a written apology.",
    ),
    # --- judges ------------------------------------------------------------------------
    CueGroup(
        "judges",
        "object",
        "compliment, scorn, despise, grill, skewer, belittle, demean, taunt, chide, reprimand, "
        "vilify, malign, smear, lampoon, glorify, demonize, demonise, detest, praise, blame, "
        "accuse, criticize, criticise, condemn, denounce, slam, blast, attack, mock, ridicule, "
        "hail, applaud, commend, welcome, laud, defend, endorse, decry, deplore, lament, "
        "bemoan, regret, chastise, rebuke, scold, fault, question, thank, congratulate, salute, "
        "admire, resent, oppose, support, back, challenge, disparage, deride, bash, lambast, "
        "lambaste, berate, castigate, extol, compare, liken, call out, single out, love, hate, "
        "credit, favor, favour, champion, embrace, impugn, assail, insult, protest, appreciate, "
        "prefer, dislike, promote",
        "Opposition leaders praised the ruling.",
    ),
    CueGroup(
        "judges",
        "predicate",
        "call, describe, label, brand, dub, characterize, characterise, portray, paint, hail, "
        "denounce, dismiss, condemn, criticize, declare, cast, identify, define, cite, praise, "
        "blast, slam, term",
        "The senator called the delay a scandal.",
    ),
    CueGroup(
        "judges",
        "accusation",
        "charge",
        "Prosecutors charged two traders with fraud.",
    ),
    CueGroup(
        "judges",
        "clause quote about of",
        "complain",
        "Residents complained that the noise never stopped.",
    ),
    CueGroup(
        "judges",
        "clause quote",
        "lament, charge, joke, brag, marvel, rejoice, regret, bemoan, fume, protest, grumble, "
        "criticize",
        "Critics charged that the vote was rigged.",
    ),
    CueGroup(
        "judges",
        "against",
        "rail, protest, speak out, argue",
        "Pensioners railed against the levy.",
    ),
    CueGroup(
        "judges",
        "at",
        "lash out, scoff, bristle, balk",
        "The star lashed out at his critics.",
    ),
    CueGroup(
        "judges",
        "for",
        "apologize, apologise",
        "The firm apologised for the delays.",
    ),
    CueGroup(
        "judges",
        "after",
        "go",
        "The columnist went after the bank's board.",
    ),
    CueGroup(
        "judges",
        "to",
        "object",
        "Residents objected to the new road.",
    ),
    CueGroup(
        "judges",
        "of",
        "approve, disapprove",
        "Most voters approve of the treaty.",
    ),
)

# Adjectives after "be" that take a clause: "she is confident that the deal will hold".
ADJECTIVES: tuple[CueGroup, ...] = (
    CueGroup(
        "believes",
        "clause",
        "confident, sure, certain, convinced, worried, concerned, afraid, optimistic, hopeful, "
        "aware, unaware, skeptical, sceptical, doubtful, unsure, adamant, unconvinced, fearful, "
        "positive, proud, glad, happy, sorry, disappointed, surprised, grateful, angry, "
        "frustrated, upset, outraged, alarmed, dismayed, pleased, relieved, furious, delighted, "
        "unhappy, shocked, thrilled",
        "The minister is confident that the law will pass.",
    ),
    CueGroup("asserts", "clause", "clear", "The minister was clear that the law would pass."),
    CueGroup(
        "intends",
        "infinitive",
        "determined, resolved, willing, prepared, eager, keen",
        "The minister is determined to pass the law.",
    ),
)

# Nouns for what was said, with a clause: "his claim that the count was wrong".
NOUNS: tuple[CueGroup, ...] = (
    CueGroup(
        "asserts",
        "clause",
        "claim, statement, report, warning, assertion, allegation, announcement, accusation, "
        "suggestion, admission, acknowledgment, acknowledgement, argument, remark, comment, "
        "declaration, conclusion, finding, message, insistence, contention, complaint, charge, "
        "revelation, confirmation, assurance, reminder, disclosure, observation, testimony",
        "The premier repeated his claim that the count was wrong.",
    ),
    CueGroup(
        "asserts",
        "about on",
        "comment, remark, statement, claim, rhetoric, testimony, speech, question",
        "Her comments about the strike drew boos.",
    ),
    CueGroup(
        "asserts",
        "of",
        "warning, account, description",
        "His account of the crash has changed.",
    ),
    CueGroup(
        "denies",
        "clause",
        "denial",
        "Her denial that she knew of the memo convinced few.",
    ),
    CueGroup(
        "denies",
        "of",
        "denial, rejection, refusal",
        "The board's rejection of the offer was firm.",
    ),
    CueGroup(
        "believes",
        "clause",
        "belief, view, opinion, fear, concern, worry, expectation, prediction, forecast, "
        "estimate, suspicion, assumption, impression, notion, theory, idea, doubt, conviction",
        "The report repeats the board's view that rates are too low.",
    ),
    CueGroup(
        "believes",
        "about over",
        "concern, worry, fear, doubt, reservation, misgiving, scepticism, skepticism, view, "
        "idea, anxiety",
        "The unions have doubts about the merger.",
    ),
    CueGroup(
        "believes",
        "of",
        "fear, view, assessment, expectation, estimate",
        "Nurses spoke despite their fear of dismissal.",
    ),
    CueGroup(
        "intends",
        "clause infinitive",
        "promise, pledge, vow, threat, proposal, hope, intention, offer, refusal, commitment, "
        "desire, plan, determination, eagerness, motion, bid, intent",
        "The union renewed its pledge to stay out until May.",
    ),
    CueGroup(
        "urges",
        "clause infinitive",
        "demand, call, request, appeal, recommendation, plea",
        "The court heard the family's request to reopen the case.",
    ),
    CueGroup(
        "urges",
        "for",
        "call, demand, appeal, plea, push",
        "Their call for a ceasefire went unheard.",
    ),
    CueGroup(
        "judges",
        "of for",
        "criticism, condemnation, praise, denunciation, disapproval, approval, defense, "
        "defence, support, admiration, contempt, disdain, endorsement, adulation, embrace",
        "The bishop's criticism of the law was blunt.",
    ),
    CueGroup(
        "judges",
        "on against at",
        "attack, swipe, assault, jab, broadside",
        "Her attacks on the court went on.",
    ),
)

# Nouns that report only with whose they are: "the idea that" is nobody's.
AUTHORED: frozenset[str] = frozenset(
    {
        *("idea", "notion", "message", "finding", "conclusion", "theory", "impression"),
        *("testimony", "statement", "estimate", "forecast", "revelation", "confirmation", "view"),
    }
)

# Verbs that only carry a noun: "issued a warning that", "has doubts about".
LIGHT_VERBS: frozenset[str] = frozenset(
    {
        *("make", "issue", "release", "give", "have", "send", "deliver", "offer", "renew", "raise"),
        *("voice", "express", "share", "launch", "unleash", "sound", "air", "post", "file"),
        "announce",
    }
)

# Verbs whose object is who is told, and not what: "told reporters that it works".
ADDRESSING: frozenset[str] = frozenset(
    {
        *("tell", "inform", "assure", "remind", "notify", "warn", "ask", "advise", "convince"),
        *("persuade", "promise", "teach", "show", "brief"),
    }
)

# Where things are said: "rejected the argument in a ruling" has "the argument" as its content.
OCCASIONS: frozenset[str] = frozenset(
    {
        *("statement", "interview", "ruling", "speech", "letter", "tweet", "post", "memo", "email"),
        *("e-mail", "filing", "conference", "hearing", "briefing", "debate", "podcast", "note"),
        *("message", "call", "address", "broadcast", "testimony", "editorial", "column"),
        *("twitter", "facebook", "instagram", "radio", "television", "tv", "website"),
    }
)

# Participles after "be" that the tagger takes for passives: "we are convinced that …".
PARTICIPLES: dict[str, str] = {
    "convince": "convinced",
    "worry": "worried",
    "concern": "concerned",
    "frustrate": "frustrated",
    "outrage": "outraged",
    "alarm": "alarmed",
    "dismay": "dismayed",
    "relieve": "relieved",
    "shock": "shocked",
    "thrill": "thrilled",
    "disappoint": "disappointed",
    "surprise": "surprised",
    "determine": "determined",
    "resolve": "resolved",
}

# What a source asks for that is no statement: "asked not to be named".
UNNAMED: frozenset[str] = frozenset(
    {"name", "identify", "quote", "unnamed", "unidentified", "anonymous", "anonymity"}
)

# Nouns for what somebody thinks, in front of it: "in Lee's view, the road is closed".
VIEWS: frozenset[str] = frozenset({"view", "opinion", "eyes", "words", "telling", "estimation"})

# What things go by: "chosen according to age" names no source.
MEASURES: frozenset[str] = frozenset(
    {
        *("ability", "age", "colour", "color", "custom", "height", "income", "instruction", "law"),
        *("merit", "need", "order", "plan", "principle", "rank", "recipe", "rule", "schedule"),
        *("script", "seniority", "size", "standard", "taste", "tradition", "type", "weight"),
    }
)

# Verbs for passing on what others say: "the agency quoted him as saying that it works".
QUOTING: frozenset[str] = frozenset({"quote", "cite", "report"})

# Singulars that never stand without an article: "said that figure is wrong" is about that figure.
NEVER_BARE: frozenset[str] = frozenset(
    {
        *("amount", "figure", "gap", "number", "percentage", "proportion", "share", "sum", "total"),
        *("answer", "argument", "claim", "conclusion", "decision", "estimate", "idea", "offer"),
        *("plan", "proposal", "question", "remark", "report", "statement", "step", "story", "view"),
        *("bill", "book", "film", "law", "letter", "rule", "song", "goal", "target", "deadline"),
        *("company", "country", "firm", "group", "man", "person", "place", "town", "woman"),
    }
)

# Lemmas as the small English model has them where it errs: "hoped" becomes "hop".
MISLEMMATISED: dict[str, str] = {
    "hop": "hope",
    "rat": "rate",
    "lambast": "lambaste",
    "decrie": "decry",
}


def _by_lemma(groups: tuple[CueGroup, ...]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for group in groups:
        for cue in group.cues():
            found.setdefault(cue.lemma, []).append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}


def _in_headlines() -> dict[str, Attitude]:
    """The forms in which a headline in title case has the verbs that take a clause."""
    found: dict[str, Attitude] = {}
    for cue in (cue for group in VERBS for cue in group.cues()):
        if not cue.particle and "clause" in cue.takes and cue.lemma not in {"post", "write"}:
            ending = "es" if cue.lemma.endswith(("s", "sh", "ch")) else "s"
            form = (
                cue.lemma[:-1] + "ies" if cue.lemma.endswith(("ny", "fy")) else cue.lemma + ending
            )
            found.setdefault(form, cue.attitude)
    return {"say": "asserts", **found}


HEADLINE_CUES = _in_headlines()
VERB_CUES = _by_lemma(VERBS)
ADJECTIVE_CUES = _by_lemma(ADJECTIVES)
NOUN_CUES = _by_lemma(NOUNS)
