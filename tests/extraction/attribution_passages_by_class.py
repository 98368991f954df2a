"""More passages, a list a class; each was written before the rules were run on it.

Wishes and judgements inside what somebody says are part of it, and no
attributions of their own.
"""

from __future__ import annotations

from tests.extraction.attribution_passages import Case, said

SAID_INDIRECTLY: list[Case] = [
    (
        "Nora Falk told the committee the river would reach the mill by noon.",
        [said("Nora Falk", "told", "the river would reach the mill by noon")],
    ),
    (
        "The river would reach the mill by noon, Nora Falk warned.",
        [said("Nora Falk", "warned", "The river would reach the mill by noon")],
    ),
    (
        "Nora Falk also said that the mill, which dates from 1850, would be lost.",
        [said("Nora Falk", "said", "the mill, which dates from 1850, would be lost")],
    ),
    (
        "Nora Falk has repeatedly said that the river cannot be tamed.",
        [said("Nora Falk", "said", "the river cannot be tamed")],
    ),
    (
        "In an interview on Friday, Nora Falk said that the mill would be lost.",
        [said("Nora Falk", "said", "the mill would be lost")],
    ),
    (
        "Speaking in Rimholm, Nora Falk confirmed that two mills had been lost.",
        [said("Nora Falk", "confirmed", "two mills had been lost")],
    ),
    (
        "Nora Falk said that the mill would be lost and that nobody would be paid.",
        [said("Nora Falk", "said", "the mill would be lost and that nobody would be paid")],
    ),
    (
        "Nora Falk conceded on Friday that the plan had failed.",
        [said("Nora Falk", "conceded", "the plan had failed")],
    ),
    (
        "It was Nora Falk who said that the plan had failed.",
        [said("who", "said", "the plan had failed", name="Nora Falk")],
    ),
    (
        "The mill is lost, Nora Falk says.",
        [said("Nora Falk", "says", "The mill is lost")],
    ),
    (
        "Nora Falk says the mill is lost; Otto Brand says it can be saved.",
        [
            said("Nora Falk", "says", "the mill is lost"),
            said("Otto Brand", "says", "it can be saved"),
        ],
    ),
    (
        "While Nora Falk insists that the mill is lost, Otto Brand says it can be saved.",
        [
            said("Nora Falk", "insists", "the mill is lost"),
            said("Otto Brand", "says", "it can be saved"),
        ],
    ),
    (
        "Asked about the mill, Nora Falk replied that it was lost.",
        [said("Nora Falk", "replied", "it was lost")],
    ),
    (
        "Nora Falk wondered why nobody had been warned.",
        [said("Nora Falk", "wondered", "why nobody had been warned")],
    ),
    (
        "Nora Falk explained how the water had reached the mill.",
        [said("Nora Falk", "explained", "how the water had reached the mill")],
    ),
]

SOURCES: list[Case] = [
    (
        "According to a report published on Friday, the river has risen by two metres.",
        [
            said(
                "a report published on Friday",
                "According to",
                "the river has risen by two metres",
                name=None,
            )
        ],
    ),
    (
        "The river has risen by two metres, according to Rimholm's water board.",
        [
            said(
                "Rimholm's water board",
                "according to",
                "The river has risen by two metres",
            )
        ],
    ),
    (
        "A study by Leiden University shows that floods have become more frequent.",
        [
            said(
                "A study by Leiden University",
                "shows",
                "floods have become more frequent",
                name="Leiden University",
            )
        ],
    ),
    (
        "The poll found 58 percent of voters opposed to the dam.",
        [said("The poll", "found", "58 percent of voters opposed to the dam", name=None)],
    ),
    (
        "The letter says that the mill was sold in secret.",
        [said("The letter", "says", "the mill was sold in secret", name=None)],
    ),
    (
        "Two officials, who asked not to be named, said the mill had been sold.",
        [said("Two officials", "said", "the mill had been sold", name=None)],
    ),
    (
        "Witnesses said they had heard two shots.",
        [said("Witnesses", "said", "they had heard two shots", name=None)],
    ),
    (
        "The mill was sold in secret, people familiar with the matter said.",
        [
            said(
                "people familiar with the matter",
                "said",
                "The mill was sold in secret",
                name=None,
            )
        ],
    ),
    (
        "In Nora Falk's view, the plan has failed.",
        [said("Nora Falk", "view", "the plan has failed", attitude="believes")],
    ),
    (
        "For Nora Falk, the plan has failed.",
        [],
    ),
    (
        "As Nora Falk said on Friday, the plan has failed.",
        [said("Nora Falk", "said", "the plan has failed")],
    ),
    (
        "The plan, as Nora Falk put it, has failed.",
        [said("Nora Falk", "put it", "The plan", "has failed")],
    ),
]

PASSIVES: list[Case] = [
    (
        "The plan was condemned by Nora Falk as a waste of money.",
        [
            said(
                "Nora Falk",
                "condemned",
                "The plan",
                "as a waste of money",
                attitude="judges",
            )
        ],
    ),
    (
        "Nora Falk was reported as saying that the mill had been sold.",
        [said("Nora Falk", "saying", "the mill had been sold")],
    ),
    (
        "The claim was denied by Nora Falk.",
        [said("Nora Falk", "denied", "The claim", attitude="denies")],
    ),
    (
        "Residents were told by the council to boil their water.",
        [
            said(
                "the council",
                "told",
                "Residents",
                "to boil their water",
                attitude="urges",
                name=None,
            )
        ],
    ),
    (
        "Otto Brand was described by Nora Falk as a coward.",
        [said("Nora Falk", "described", "Otto Brand", "as a coward", attitude="judges")],
    ),
]

NOUN_CUES: list[Case] = [
    (
        "Nora Falk issued a warning that the dam could burst.",
        [said("Nora Falk", "warning", "the dam could burst")],
    ),
    (
        "Nora Falk's announcement that the mill would close came as a shock.",
        [said("Nora Falk", "announcement", "the mill would close")],
    ),
    (
        "A report from the ministry that the mill would close was false.",
        [said("the ministry", "report", "the mill would close", name=None)],
    ),
    (
        "Reports that the mill would close were false.",
        [],
    ),
    (
        "Nora Falk's promise to rebuild the mill was welcome.",
        [said("Nora Falk", "promise", "to rebuild the mill", attitude="intends")],
    ),
    (
        "Nora Falk's denial that she sold the mill surprised the court.",
        [said("Nora Falk", "denial", "she sold the mill", attitude="denies")],
    ),
    (
        "Nora Falk made the claim that the mill was insured.",
        [said("Nora Falk", "claim", "the mill was insured")],
    ),
    (
        "There are fears among farmers that the dam could burst.",
        [said("farmers", "fears", "the dam could burst", attitude="believes", name=None)],
    ),
]

STANCES: list[Case] = [
    (
        "Nora Falk called on the government to buy the mill.",
        [said("Nora Falk", "called on", "the government to buy the mill", attitude="urges")],
    ),
    (
        "Nora Falk demanded an apology from the council.",
        [said("Nora Falk", "demanded", "an apology from the council", attitude="urges")],
    ),
    (
        "Nora Falk advised farmers not to sell.",
        [said("Nora Falk", "advised", "farmers not to sell", attitude="urges")],
    ),
    (
        "Nora Falk intends to sell the mill by May.",
        [said("Nora Falk", "intends", "to sell the mill by May", attitude="intends")],
    ),
    (
        "Nora Falk promised that the mill would never be sold.",
        [said("Nora Falk", "promised", "the mill would never be sold", attitude="intends")],
    ),
    (
        "Nora Falk threatened to sue the council.",
        [said("Nora Falk", "threatened", "to sue the council", attitude="intends")],
    ),
    (
        "Nora Falk denied having sold the mill.",
        [said("Nora Falk", "denied", "having sold the mill", attitude="denies")],
    ),
    (
        "Nora Falk disputes that the mill was insured.",
        [said("Nora Falk", "disputes", "the mill was insured", attitude="denies")],
    ),
    (
        "Nora Falk thinks the mill can be saved.",
        [said("Nora Falk", "thinks", "the mill can be saved", attitude="believes")],
    ),
    (
        "Nora Falk does not believe that the mill can be saved.",
        [said("Nora Falk", "believe", "the mill can be saved", attitude="denies")],
    ),
    (
        "The bank expects the river to rise by another metre.",
        [
            said(
                "The bank",
                "expects",
                "the river to rise by another metre",
                attitude="believes",
                name=None,
            )
        ],
    ),
    (
        "Nora Falk is worried that the river will rise.",
        [said("Nora Falk", "worried", "the river will rise", attitude="believes")],
    ),
    (
        "Nora Falk considers the plan a mistake.",
        [said("Nora Falk", "considers", "the plan a mistake", attitude="believes")],
    ),
    (
        "Nora Falk criticised the council for selling the mill.",
        [said("Nora Falk", "criticised", "the council for selling the mill", attitude="judges")],
    ),
    (
        "Nora Falk defended the sale of the mill.",
        [said("Nora Falk", "defended", "the sale of the mill", attitude="judges")],
    ),
    (
        "The sale, which Nora Falk called a disgrace, brought in $4 million.",
        [
            said(
                "Nora Falk",
                "called",
                "which",
                "a disgrace",
                attitude="judges",
            )
        ],
    ),
]

VIA: list[Case] = [
    (
        "Otto Brand had promised to buy the mill, Nora Falk said.",
        [
            said("Nora Falk", "said", "Otto Brand had promised to buy the mill"),
        ],
    ),
    (
        "Nora Falk said the council had denied that the mill was sold.",
        [
            said("Nora Falk", "said", "the council had denied that the mill was sold"),
            said(
                "the council",
                "denied",
                "the mill was sold",
                attitude="denies",
                name=None,
                via=0,
            ),
        ],
    ),
    (
        "The Rimholm Post reported that Nora Falk had said the mill was lost.",
        [
            said(
                "The Rimholm Post",
                "reported",
                "Nora Falk had said the mill was lost",
                name="Rimholm Post",
            ),
            said("Nora Falk", "said", "the mill was lost", via=0),
        ],
    ),
]

HEADLINES: list[Case] = [
    (
        "Mill will close in May, says Falk",
        [said("Falk", "says", "Mill will close in May")],
    ),
    (
        "Falk: mill will close in May\nNora Falk bought the mill in 2003.",
        [said("Falk", None, "mill will close in May", name="Nora Falk")],
    ),
    (
        "Study: floods cost farmers $4 million a year",
        [said("Study", None, "floods cost farmers $4 million a year", name=None)],
    ),
    (
        "Mill to close in May - minister",
        [said("minister", None, "Mill to close in May", name=None)],
    ),
]

NOBODY: list[str] = [
    "The mill is reported to have been sold.",
    "It is believed that the mill was sold.",
    'The "green" label on the bottle means nothing.',
    'Critics of the so-called "mill tax" stayed at home.',
    'Otto "the Bear" Brand won by two points.',
    'Her novel "The Mill" was read by thousands.',
    'The ship, named "Hope", left port at noon.',
    "The council did not answer questions on Friday.",
    "Nora Falk would not say who had bought the mill.",
    "Neither side would comment.",
    "The sale needs the approval of the council.",
    "The claims office opens at nine.",
    "The company's statement of accounts is due in May.",
    "Nora Falk could not be reached for comment.",
    "If Nora Falk says the mill is lost, it is lost.",
    "The speaker system failed twice.",
    "He speaks three languages.",
    "The mill reports to the Rimholm office.",
    "The witness stand was empty.",
    "To call the mill a museum would be wrong.",
    "Her plans for the mill include a café.",
    "The note was written in pencil.",
]

LESS_COMMON: list[Case] = [
    (
        "The plan, which the unions oppose, will cost 300 jobs.",
        [said("the unions", "oppose", "which", attitude="judges", name=None)],
    ),
    (
        "Ann Lee added:\nThe dam was built to last. Nobody needs to leave.",
        [said("Ann Lee", "added", "The dam was built to last. Nobody needs to leave")],
    ),
    (
        "In a poll by the Ford Institute, most voters were against the plan.",
        [
            said(
                "a poll by the Ford Institute",
                "In",
                "most voters were against the plan",
                name="Ford Institute",
            )
        ],
    ),
    (
        "Minister Warns Dam May Break",
        [said("Minister", "Warns", "Dam May Break", name=None)],
    ),
    (
        'Ann Lee said via email that, "Of course we will appeal" against the fine.',
        [said("Ann Lee", "said", '"Of course we will appeal" against the fine', kind="mixed")],
    ),
    (
        '"It is a trick," said Ann Lee. "It is a tax rise" for the poor.',
        [said("Ann Lee", "said", "It is a trick", '"It is a tax rise" for the poor', kind="mixed")],
    ),
    (
        'Ann Lee called the plan "a disgrace" Wednesday on the radio.',
        [said("Ann Lee", "called", 'the plan "a disgrace"', kind="mixed", attitude="judges")],
    ),
    (
        "Ann Lee rejected the offer in a statement on Friday.",
        [said("Ann Lee", "rejected", "the offer", attitude="denies")],
    ),
    (
        "But the dam will hold, Ann Lee said.",
        [said("Ann Lee", "said", "the dam will hold")],
    ),
    (
        "Ann Lee told voters on Friday she would resign.",
        [said("Ann Lee", "told", "she would resign")],
    ),
    (
        "Residents were urged by the council to boil their water.",
        [
            said(
                "the council",
                "urged",
                "Residents",
                "to boil their water",
                attitude="urges",
                name=None,
            )
        ],
    ),
    (
        "Ann Lee made it clear that the dam would be repaired.",
        [said("Ann Lee", "clear", "the dam would be repaired")],
    ),
    (
        "Ann Lee's message is that the dam is safe.",
        [said("Ann Lee", "message", "the dam is safe")],
    ),
    (
        "We are convinced the dam is safe.",
        [said("We", "convinced", "the dam is safe", attitude="believes", name=None)],
    ),
    (
        "Ann Lee took to the stage to accuse the board of lying.",
        [said("Ann Lee", "accuse", "the board of lying", attitude="judges")],
    ),
    (
        "Dam May Break in Winter, Minister Says",
        [said("Minister", "Says", "Dam May Break in Winter", name=None)],
    ),
    (
        "President Ann Lee sounded a call for the country to build more dams.",
        [
            said(
                "President Ann Lee",
                "call",
                "for the country to build more dams",
                attitude="urges",
                name="Ann Lee",
            )
        ],
    ),
    (
        "It was odd, as she had called for the sale of the dam.",
        [said("she", "called for", "the sale of the dam", attitude="urges", name=None)],
    ),
    (
        "Ann Lee is raising questions about the dam.",
        [said("Ann Lee", "questions about", "the dam")],
    ),
    (
        "Police: Two hurt in fire at dam",
        [said("Police", None, "Two hurt in fire at dam", name=None)],
    ),
]

BY_CLASS: list[Case] = [
    *LESS_COMMON,
    *SAID_INDIRECTLY,
    *SOURCES,
    *PASSIVES,
    *NOUN_CUES,
    *STANCES,
    *VIA,
    *HEADLINES,
    *((text, []) for text in NOBODY),
]
