"""Passages with every attribution that should be found in them, and near misses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """An expected attribution; the name is the speaker's text unless given."""

    speaker: str | None
    cue: str | None
    content: tuple[str, ...]
    kind: str = "indirect"
    attitude: str = "asserts"
    name: str | None = ""
    via: int | None = None


def said(
    speaker: str | None,
    cue: str | None,
    *content: str,
    kind: str = "indirect",
    attitude: str = "asserts",
    name: str | None = "",
    via: int | None = None,
) -> Said:
    return Said(speaker, cue, content, kind, attitude, speaker if name == "" else name, via)


Case = tuple[str, list[Said]]

DIRECT: list[Case] = [
    (
        '"We start tomorrow," Ann Lee said.',
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        '"We start tomorrow," said Ann Lee.',
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        'Ann Lee said: "We start tomorrow."',
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        'Ann Lee said, "We start tomorrow."',
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        'Ann Lee told reporters: "We start tomorrow."',
        [said("Ann Lee", "told", "We start tomorrow", kind="direct")],
    ),
    (
        '"The dam is safe," Ann Lee said. "Nobody needs to leave."',
        [said("Ann Lee", "said", "The dam is safe", "Nobody needs to leave", kind="direct")],
    ),
    (
        '"The dam," Ann Lee said, "is safe for now."',
        [said("Ann Lee", "said", "The dam", "is safe for now", kind="direct")],
    ),
    (
        '"I like the dam," Ann Lee said, but "it leaks every spring."',
        [said("Ann Lee", "said", "I like the dam", "it leaks every spring", kind="direct")],
    ),
    (
        '"Is the dam safe?" asked Ann Lee.',
        [said("Ann Lee", "asked", "Is the dam safe?", kind="direct")],
    ),
    (
        "“We start tomorrow,” Ann Lee said on Monday.",
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        "'We start tomorrow,' Ann Lee said.",
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        "‘We don’t start tomorrow,’ Ann Lee said.",
        [said("Ann Lee", "said", "We don’t start tomorrow", kind="direct")],
    ),
    (
        "«We start tomorrow», said Ann Lee.",
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        "''We start tomorrow,'' Ann Lee said.",
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        "``We start tomorrow,'' Ann Lee said.",
        [said("Ann Lee", "said", "We start tomorrow", kind="direct")],
    ),
    (
        '"The harvest failed twice. We lost everything. The bank took the house," Ann Lee said.',
        [
            said(
                "Ann Lee",
                "said",
                "The harvest failed twice. We lost everything. The bank took the house",
                kind="direct",
            )
        ],
    ),
    (
        "“He told me ‘never again’ and left,” Ann Lee said.",
        [said("Ann Lee", "said", "He told me ‘never again’ and left", kind="direct")],
    ),
    (
        'Ann Lee opened the meeting.\n"We have two problems," she said. "One is money.\n'
        '"The other is time."',
        [
            said(
                "she",
                "said",
                "We have two problems",
                "One is money",
                "The other is time",
                kind="direct",
                name="Ann Lee",
            )
        ],
    ),
    (
        'Ann Lee went on:\n"Nobody warned us about the flood."',
        [said("Ann Lee", "went on", "Nobody warned us about the flood", kind="direct")],
    ),
    (
        'Ann Lee said the dam was safe.\n"It was built to last a century."',
        [
            said("Ann Lee", "said", "the dam was safe"),
            said("Ann Lee", None, "It was built to last a century", kind="direct"),
        ],
    ),
    (
        'Ann Lee said the dam was safe. "It was built to last a century."',
        [
            said("Ann Lee", "said", "the dam was safe"),
            said("Ann Lee", None, "It was built to last a century", kind="direct"),
        ],
    ),
    (
        '"Nobody warned us about the flood." — Ann Lee',
        [said("Ann Lee", None, "Nobody warned us about the flood", kind="direct")],
    ),
    (
        'A sign at the gate said: "No swimming."',
        [said("A sign at the gate", "said", "No swimming", kind="direct", name=None)],
    ),
    (
        '"The dam is safe," Ann Lee said, adding: "We test it every week."',
        [
            said("Ann Lee", "said", "The dam is safe", kind="direct"),
            said("Ann Lee", "adding", "We test it every week", kind="direct"),
        ],
    ),
    (
        '"The dam is safe," Ann Lee said.\n"It leaks every spring," Tom Park replied.',
        [
            said("Ann Lee", "said", "The dam is safe", kind="direct"),
            said("Tom Park", "replied", "It leaks every spring", kind="direct"),
        ],
    ),
    (
        '"The dam is safe," the ministry insisted in a statement on Friday.',
        [said("the ministry", "insisted", "The dam is safe", kind="direct", name=None)],
    ),
    (
        'Ann Lee wrote on her website, "The dam is safe."',
        [said("Ann Lee", "wrote", "The dam is safe", kind="direct")],
    ),
]

MIXED: list[Case] = [
    (
        'Ann Lee said the delay was "a scandal."',
        [said("Ann Lee", "said", 'the delay was "a scandal."', kind="mixed")],
    ),
    (
        'Ann Lee called the delay "a scandal".',
        [said("Ann Lee", "called", 'the delay "a scandal"', kind="mixed", attitude="judges")],
    ),
    (
        'The delay was "a scandal," Ann Lee said.',
        [said("Ann Lee", "said", 'The delay was "a scandal,"', kind="mixed")],
    ),
    (
        'Ann Lee described the delay as "a scandal for the whole city".',
        [
            said(
                "Ann Lee",
                "described",
                'the delay as "a scandal for the whole city"',
                kind="mixed",
                attitude="judges",
            )
        ],
    ),
    (
        'Ann Lee warned that the dam was "close to breaking" and that villages were at risk.',
        [
            said(
                "Ann Lee",
                "warned",
                'the dam was "close to breaking" and that villages were at risk',
                kind="mixed",
            )
        ],
    ),
]

INDIRECT: list[Case] = [
    ("Ann Lee said that the dam was safe.", [said("Ann Lee", "said", "the dam was safe")]),
    ("Ann Lee said the dam was safe.", [said("Ann Lee", "said", "the dam was safe")]),
    ("The dam is safe, Ann Lee said.", [said("Ann Lee", "said", "The dam is safe")]),
    ("The dam is safe, said Ann Lee.", [said("Ann Lee", "said", "The dam is safe")]),
    (
        "The dam, Ann Lee said, is safe for the winter.",
        [said("Ann Lee", "said", "The dam", "is safe for the winter")],
    ),
    (
        "Ann Lee told reporters on Monday that the dam was safe.",
        [said("Ann Lee", "told", "the dam was safe")],
    ),
    (
        "According to Ann Lee, the dam is safe.",
        [said("Ann Lee", "According to", "the dam is safe")],
    ),
    (
        "The dam is safe, according to Ann Lee.",
        [said("Ann Lee", "according to", "The dam is safe")],
    ),
    (
        "The dam, according to Ann Lee, is safe for the winter.",
        [said("Ann Lee", "according to", "The dam", "is safe for the winter")],
    ),
    (
        "As Ann Lee put it, the dam will hold.",
        [said("Ann Lee", "put it", "the dam will hold")],
    ),
    (
        "In the words of Ann Lee, the dam is a time bomb.",
        [said("Ann Lee", "In the words of", "the dam is a time bomb")],
    ),
    (
        "Ann Lee was quoted as saying that the dam was safe.",
        [said("Ann Lee", "saying", "the dam was safe")],
    ),
    (
        "Ann Lee asked whether the dam would hold.",
        [said("Ann Lee", "asked", "whether the dam would hold")],
    ),
    (
        "Ann Lee repeated her claim that the count was wrong.",
        [said("Ann Lee", "repeated", "her claim that the count was wrong")],
    ),
    (
        "The court heard Ann Lee's claim that the count was wrong.",
        [said("Ann Lee", "claim", "the count was wrong")],
    ),
    (
        "A report by the Ford Institute found that rents had doubled.",
        [
            said(
                "A report by the Ford Institute",
                "found",
                "rents had doubled",
                name="Ford Institute",
            )
        ],
    ),
    (
        "The survey showed a sharp fall in wages.",
        [said("The survey", "showed", "a sharp fall in wages", name=None)],
    ),
    (
        "Ann Lee denied that she had seen the memo.",
        [said("Ann Lee", "denied", "she had seen the memo", attitude="denies")],
    ),
    (
        "Ann Lee denied taking the money.",
        [said("Ann Lee", "denied", "taking the money", attitude="denies")],
    ),
    (
        "Ann Lee rejected the offer.",
        [said("Ann Lee", "rejected", "the offer", attitude="denies")],
    ),
    (
        "Ann Lee ruled out a second term.",
        [said("Ann Lee", "ruled out", "a second term", attitude="denies")],
    ),
    (
        "Ann Lee believes that rents will fall.",
        [said("Ann Lee", "believes", "rents will fall", attitude="believes")],
    ),
    (
        "Analysts expect rents to fall by 3 percent.",
        [said("Analysts", "expect", "rents to fall by 3 percent", attitude="believes", name=None)],
    ),
    (
        "Ann Lee fears that the dam will break.",
        [said("Ann Lee", "fears", "the dam will break", attitude="believes")],
    ),
    (
        "Ann Lee is confident that the dam will hold.",
        [said("Ann Lee", "confident", "the dam will hold", attitude="believes")],
    ),
    (
        "Ann Lee pledged to rebuild the dam.",
        [said("Ann Lee", "pledged", "to rebuild the dam", attitude="intends")],
    ),
    (
        "Ann Lee vowed that the dam would be rebuilt.",
        [said("Ann Lee", "vowed", "the dam would be rebuilt", attitude="intends")],
    ),
    (
        "Ann Lee plans to rebuild the dam.",
        [said("Ann Lee", "plans", "to rebuild the dam", attitude="intends")],
    ),
    (
        "Ann Lee hopes to rebuild the dam.",
        [said("Ann Lee", "hopes", "to rebuild the dam", attitude="intends")],
    ),
    (
        "Ann Lee called for an inquiry.",
        [said("Ann Lee", "called for", "an inquiry", attitude="urges")],
    ),
    (
        "Ann Lee urged residents to leave the valley.",
        [said("Ann Lee", "urged", "residents to leave the valley", attitude="urges")],
    ),
    (
        "Ann Lee asked the court to reopen the case.",
        [said("Ann Lee", "asked", "the court to reopen the case", attitude="urges")],
    ),
    (
        "Ann Lee warned against swimming in the lake.",
        [said("Ann Lee", "warned against", "swimming in the lake", attitude="urges")],
    ),
    (
        "Ann Lee demanded that the minister resign.",
        [said("Ann Lee", "demanded", "the minister resign", attitude="urges")],
    ),
    (
        "Ann Lee praised the rescue teams.",
        [said("Ann Lee", "praised", "the rescue teams", attitude="judges")],
    ),
    (
        "Ann Lee blamed the engineers for the delay.",
        [said("Ann Lee", "blamed", "the engineers for the delay", attitude="judges")],
    ),
    (
        "Ann Lee accused the engineers of hiding the cracks.",
        [said("Ann Lee", "accused", "the engineers of hiding the cracks", attitude="judges")],
    ),
    (
        "Ann Lee described the repair as a success.",
        [said("Ann Lee", "described", "the repair as a success", attitude="judges")],
    ),
    (
        "The offer was rejected by the union.",
        [said("the union", "rejected", "The offer", attitude="denies", name=None)],
    ),
    (
        "Ann Lee pointed out that the dam was old.",
        [said("Ann Lee", "pointed out", "the dam was old")],
    ),
    (
        "Ann Lee hinted at a second inquiry.",
        [said("Ann Lee", "hinted at", "a second inquiry")],
    ),
    (
        "Ann Lee spoke of a difficult winter.",
        [said("Ann Lee", "spoke of", "a difficult winter")],
    ),
    (
        "Ann Lee announced the closure of two schools.",
        [said("Ann Lee", "announced", "the closure of two schools")],
    ),
    (
        "Ann Lee stressed the need for a second inquiry.",
        [said("Ann Lee", "stressed", "the need for a second inquiry")],
    ),
    (
        "Ann Lee said the dam was safe and urged residents to stay calm.",
        [
            said("Ann Lee", "said", "the dam was safe"),
            said("Ann Lee", "urged", "residents to stay calm", attitude="urges"),
        ],
    ),
    (
        "Ann Lee said the dam was safe, adding that it was tested every week.",
        [
            said("Ann Lee", "said", "the dam was safe"),
            said("Ann Lee", "adding", "it was tested every week"),
        ],
    ),
    (
        "Police have no suspects, a spokesman said.",
        [said("a spokesman", "said", "Police have no suspects", name=None)],
    ),
    (
        "Some 40 percent of voters said they had no opinion.",
        [said("Some 40 percent of voters", "said", "they had no opinion", name=None)],
    ),
    (
        "The minister condemned what he called a brazen lie.",
        [
            said(
                "The minister",
                "condemned",
                "what he called a brazen lie",
                attitude="judges",
                name=None,
            )
        ],
    ),
    ("Ann Lee: Rents will fall next year", [said("Ann Lee", None, "Rents will fall next year")]),
    ("Poll: Voters want lower rents", [said("Poll", None, "Voters want lower rents", name=None)]),
]

HARDER: list[Case] = [
    (
        "The toll rose to 43, officials said, as crews searched for survivors.",
        [said("officials", "said", "The toll rose to 43", name=None)],
    ),
    (
        "The driver was accused by the union of hiding the damage.",
        [
            said(
                "the union",
                "accused",
                "The driver",
                "of hiding the damage",
                attitude="judges",
                name=None,
            )
        ],
    ),
    (
        "Ann Lee praised the ruling, which came on Monday.",
        [said("Ann Lee", "praised", "the ruling", attitude="judges")],
    ),
    (
        "Ann Lee hinted at sanctions if the talks fail.",
        [said("Ann Lee", "hinted at", "sanctions if the talks fail")],
    ),
    (
        "Ann Lee reported at the time that the road was closed.",
        [said("Ann Lee", "reported", "the road was closed")],
    ),
    (
        "Asked whether she would resign, Ann Lee said no decision had been made.",
        [said("Ann Lee", "said", "no decision had been made")],
    ),
    (
        "Ann Lee signalled her readiness to guarantee a truce that holds.",
        [said("Ann Lee", "signalled", "her readiness to guarantee a truce that holds")],
    ),
    (
        "Ann Lee promised a budget “for growth”.",
        [said("Ann Lee", "promised", "a budget “for growth”", kind="mixed", attitude="intends")],
    ),
    (
        "Coach: 'We were lucky'",
        [said("Coach", None, "We were lucky", kind="direct", name=None)],
    ),
    (
        "Their call for a ceasefire went unheard.",
        [said("Their", "call for", "a ceasefire", attitude="urges", name=None)],
    ),
    (
        "The unions have doubts about the merger.",
        [said("The unions", "doubts about", "the merger", attitude="believes", name=None)],
    ),
    (
        "The council voted against the plan.",
        [said("The council", "voted against", "the plan", attitude="intends", name=None)],
    ),
    (
        "Ann Lee refused to close the school.",
        [said("Ann Lee", "refused", "to close the school", attitude="denies")],
    ),
    (
        "Ann Lee complained that the noise never stopped.",
        [said("Ann Lee", "complained", "the noise never stopped", attitude="judges")],
    ),
    (
        "Ann Lee insisted on a written apology.",
        [said("Ann Lee", "insisted on", "a written apology", attitude="urges")],
    ),
]

NESTED: list[Case] = [
    (
        "The dam was failing, Ann Lee told parliament, according to a government official.",
        [
            said(
                "a government official",
                "according to",
                "The dam was failing, Ann Lee told parliament",
                name=None,
            ),
            said("Ann Lee", "told", "The dam was failing", via=0),
        ],
    ),
    (
        "Ann Lee said the dam was safe, according to a government official.",
        [
            said(
                "a government official",
                "according to",
                "Ann Lee said the dam was safe",
                name=None,
            ),
            said("Ann Lee", "said", "the dam was safe", via=0),
        ],
    ),
    (
        "Ann Lee said Tom Park told her that the dam was safe.",
        [
            said("Ann Lee", "said", "Tom Park told her that the dam was safe"),
            said("Tom Park", "told", "the dam was safe", via=0),
        ],
    ),
    (
        "According to the Daily Herald, Ann Lee said the dam was safe.",
        [
            said(
                "the Daily Herald",
                "According to",
                "Ann Lee said the dam was safe",
                name="Daily Herald",
            ),
            said("Ann Lee", "said", "the dam was safe", via=0),
        ],
    ),
]

SAME_SPEAKER: list[Case] = [
    (
        "Ann Lee said she told the board that the dam was safe.",
        [
            said("Ann Lee", "said", "she told the board that the dam was safe"),
            said("she", "told", "the dam was safe", name="Ann Lee", via=0),
        ],
    ),
    (
        'The talks were "a mess," Ann Lee said. "Nobody listened."',
        [said("Ann Lee", "said", 'The talks were "a mess,"', "Nobody listened", kind="mixed")],
    ),
    (
        "Ann Lee resigned. His claim that she lied was false, Ann Lee said.",
        [said("Ann Lee", "said", "His claim that she lied was false")],
    ),
]
