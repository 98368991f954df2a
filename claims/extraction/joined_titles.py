"""Titles that a hyphen joins to what goes with them: "co-founder", "ex-mayor", "mayor-elect"."""

from __future__ import annotations

import re

# In front of any title: "ex-mayor", "then-governor"
_BEFORE_ANY = ("ex", "then")
# In front of some: "co-operation" and "vice-like" are no titles
_BEFORE_SOME = {
    "co": (
        *("author", "captain", "chair", "chairman", "chairwoman", "chief", "convener", "creator"),
        *("director", "editor", "founder", "host", "leader", "manager", "organiser", "organizer"),
        *("owner", "pilot", "president", "producer", "worker", "writer", "defendant"),
    ),
    "vice": (
        *("admiral", "captain", "chair", "chairman", "chairwoman", "chancellor", "governor"),
        *("marshal", "mayor", "minister", "president", "principal", "provost", "rector"),
    ),
    "deputy": ("chair", "director", "governor", "head", "leader", "mayor", "minister"),
    "under": ("secretary",),
}
_BEHIND = {
    "general": (
        *("adjutant", "attorney", "auditor", "brigadier", "consul", "director", "governor"),
        *("inspector", "lieutenant", "major", "postmaster", "secretary", "solicitor", "surgeon"),
    ),
    "in-chief": ("commander", "editor"),
    "elect": ("chancellor", "governor", "mayor", "president", "senator"),
    "designate": ("chancellor", "governor", "minister", "president", "secretary"),
}


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(words)


_JOINED = re.compile(
    r"(?i:(?<![\w-])(?:"
    + rf"(?:{_any_of(_BEFORE_ANY)})-(?P<any>[a-z]+)"
    + "".join(
        rf"|{before}-(?P<{before}>(?:{_any_of(nouns)})s?)" for before, nouns in _BEFORE_SOME.items()
    )
    + "".join(
        rf"|(?P<{behind.replace('-', '_')}>(?:{_any_of(nouns)})s?)-{behind}"
        for behind, nouns in _BEHIND.items()
    )
    + r")(?![\w-]))"
)


def joined_titles(text: str) -> list[tuple[int, int, str]]:
    """Start and end of each such title in a text, and the title without what is joined to it.

    "The ex-mayor" gives (4, 12, "mayor").
    """
    return [
        (match.start(), match.end(), match[match.lastgroup or 0])
        for match in _JOINED.finditer(text)
    ]


def bare_title(word: str) -> str:
    """ "founder" of "co-founder", "secretary" of "secretary-general"; any other word as it is."""
    match = _JOINED.fullmatch(word) if "-" in word else None
    return match[match.lastgroup or 0] if match else word


def joined_words(word: str) -> frozenset[str]:
    """What is joined to a title: "vice" of "vice-president"; nothing of any other word."""
    bare = bare_title(word)
    return frozenset() if bare == word else frozenset(word.replace(bare, "").strip("-").split("-"))
