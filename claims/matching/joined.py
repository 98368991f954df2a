"""Words that are written as one: "tentcity" in a tag, "pierhas" where a line's end was lost."""

from __future__ import annotations

from collections.abc import Collection

_SHORTEST_JOINED = 7
_LONGEST_JOINED = 40
_LONGEST_PART = 14


def parts_of(word: str, known: Collection[str]) -> list[str]:
    """The fewest known words that make the word up, in small letters; none where none do.

    "SaveThePier" of "save", "the" and "pier" is those three.
    """
    small = word.casefold()
    if not _SHORTEST_JOINED <= len(small) <= _LONGEST_JOINED or not small.isalpha():
        return []
    fewest: dict[int, list[str]] = {0: []}
    for end in range(1, len(small) + 1):
        ways = [
            [*fewest[start], small[start:end]]
            for start in range(max(0, end - _LONGEST_PART), end)
            if start in fewest and small[start:end] in known
        ]
        if ways:
            fewest[end] = min(ways, key=len)
    return fewest.get(len(small), [])
