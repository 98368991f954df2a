"""English nouns and verbs in their forms: units are read and written by it, patterns made."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLURALS = {"foot": "feet", "horsepower": "horsepower", "percent": "percent", "stone": "stone"}
_SINGULARS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "kids": "child",
    "taxes": "tax",
    "odds": "odds",
}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_UNCHANGED = re.compile(r"(?:hertz|lux|siemens)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# What is said of a unit, which keeps its form: "pounds [per square inch]"
_OF_A_UNIT = re.compile(r"( (?:per|above) .*)")
# "pound-foot" and "megawatt hour" have their number in the last word
_LAST_WORD = re.compile(r"([ -])(?=[^ -]*$)")
# "drop" doubles its consonant in "dropped"; "gain", "widen" and "firm" do not
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")
# Past tense and participle where they are not made by rule
_PASTS = {
    "bring": ("brought",),
    "creep": ("crept",),
    "cut": ("cut",),
    "dive": ("dived", "dove"),
    "fall": ("fell", "fallen"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "leap": ("leaped", "leapt"),
    "lose": ("lost",),
    "put": ("put",),
    "rise": ("rose", "risen"),
    "shed": ("shed",),
    "shrink": ("shrank", "shrunk"),
    "sink": ("sank", "sunk"),
    "slide": ("slid",),
    "swell": ("swelled", "swollen"),
    "take": ("took", "taken"),
}


def words_pattern(words: Iterable[str]) -> str:
    """An alternation of these words, the longest first, for a regular expression."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def plural(noun: str) -> str:
    """A noun's plural: "tonnes", "inches", "centuries", "feet"; "hertz" stays."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if _UNCHANGED.search(noun):
        return noun
    if _CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _SIBILANT.search(noun) else f"{noun}s"


def plural_unit(unit: str) -> str:
    """A unit's plural: "barrels per day", "megawatt hours", "square feet", "degrees Celsius"."""
    head, *rest = _OF_A_UNIT.split(unit, maxsplit=1)
    if head.startswith(("degree ", "deg ")):
        first, _, scale = head.partition(" ")
        return "".join([f"{first}s {scale}", *rest])
    if head.startswith("billion ") and head.endswith("s"):  # "billion cubic metres"
        return unit
    before, joint, noun = (
        _LAST_WORD.split(head, maxsplit=1) if _LAST_WORD.search(head) else ("", "", head)
    )
    return "".join([before, joint, plural(noun), *rest])


def singular(word: str) -> str:
    """A noun's singular by rule, where there is no parse: "drones", "boxes", "people"."""
    word = word.lower()
    if known := irregular_singular(word):
        return known
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:x|ch|sh|ss)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def irregular_singular(word: str) -> str | None:
    """The singular that no rule gives: "people" is persons, "taxes" a tax; else None."""
    return _SINGULARS.get(word)


def verb_forms(verb: str) -> tuple[str, ...]:
    """The verb in all its forms: "drop", "drops", "dropping", "dropped"."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if _DOUBLING.fullmatch(verb):
        stem += verb[-1]
    past = f"{verb[:-1]}ied" if _CONSONANT_Y.search(verb) else f"{stem}ed"
    present = f"{verb}es" if verb == "go" else plural(verb)
    return tuple(dict.fromkeys((verb, present, f"{stem}ing", *_PASTS.get(verb, (past,)))))
