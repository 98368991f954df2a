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
    "The dam was expected at noon.",
    "The dam was seen as the fog rose.",
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
        "Nora Falk told workers to leave the mill because the river, she said, was rising.",
        [
            said(
                "Nora Falk",
                "told",
                "workers to leave the mill because the river, she said, was rising",
                attitude="urges",
            ),
            said("she", "said", "the river", "was rising", name="Nora Falk"),
        ],
        "an aside that reports only the clause around it and not the whole sentence",
    ),
    (
        "Officials Warn Dam May Break",
        [said("Officials", "Warn", "Dam May Break", name=None)],
        "a headline in title case with a plural verb, which a noun may look like",
    ),
]
