"""Passages in which nobody is reported to say anything, and what is not found yet."""

from __future__ import annotations

from tests.extraction.attribution_passages import Said, said

NONE: list[str] = [
    "Ann Lee celebrated her birthday with friends.",
    "The law requires owners to register their dogs.",
    "The shop is open on Sundays, too.",
    "Two men told to leave the bar came back later.",
    "Ann Lee declined to comment on the report.",
    "Ann Lee declined to say whether the dam was safe.",
    "Ann Lee did not say when the work would end.",
    "Ann Lee did not respond to a request for comment.",
    "The dam is said to be haunted.",
    "The dam is expected to reopen in May.",
    'The so-called "bridge of sighs" was closed for repairs.',
    'The band will play songs from its album "Northern Roads" in May.',
    'Robert "Bobby" Marsh scored twice.',
    'The film "The Long Winter" opens on Friday.',
    "The company has plans for a second plant.",
    "Ann Lee owns three houses in the valley.",
    "The road was closed for six hours.",
    "Ann Lee walked to the station and took the train.",
    "The dam holds 40 million cubic metres of water.",
    'She wore a badge with the word "Staff" on it.',
    "The report runs to 300 pages.",
    "Ann Lee could announce the result next week.",
    "The police station is next to the library.",
    "Tom Park, who is 47, joined the company in 2003.",
]

# What should be found and is not yet.
MISSED: list[tuple[str, list[Said], str]] = [
    (
        "The plan, which the unions oppose, will cost 300 jobs.",
        [said("the unions", "oppose", "which", attitude="judges", name=None)],
        "an object that is a relative pronoun before its verb",
    ),
    (
        "Ann Lee added:\nThe dam was built to last. Nobody needs to leave.",
        [said("Ann Lee", "added", "The dam was built to last. Nobody needs to leave")],
        "a quotation set as a paragraph without marks",
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
        "a document that only a preposition names",
    ),
    (
        "Minister Warns Dam May Break",
        [said("Minister", "Warns", "Dam May Break", name=None)],
        "a headline in title case, whose verb the tagger takes for a name",
    ),
]
