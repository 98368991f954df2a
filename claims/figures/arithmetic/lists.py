"""Figures that stand in a list: "84 men, 28 women and the other 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading import may_hold_figures
from .lexicon import AGES, ANSWERS, FATES, OPPOSITES, SEXES_AND_CHILDREN
from .passages import MARK, Passage
from .terms import Term

_JOINED = re.compile(
    r"(?P<of>[^¤.:()]{0,70}?)(?:[,;]|\band\b|\bplus\b|\bwhile\b|\bbut\b|&)[^¤.:()]{0,45}"
)
# What parts two periods or two sides of a comparison, and no list of parts
_COMPARED = re.compile(
    r"\b(?:than|compared|versus|up|down|earlier|last|previous|previously|before|after"
    r"|until|ago|later|instead|per|each|every|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ASIDE_ENDS = re.compile(r"\s[-–]\s|—|--")
_SUMMED = frozenset({"count", "money", "measure", "percent", "ratio", "duration"})
# "In Leeds", "came from Hull", "goes to schools"
_PLACED = re.compile(
    r"^(?:(?!and\b)[\w'’-]+\s){0,2}?(?P<word>in|from|at|for|to|on|by)\s(?:the\s)?(?P<name>[A-Z])?"
)
_NAMED = re.compile(r"^[A-Z][a-z-]+s$")  # "Ukrainians", "Democrats"
_FILLER = re.compile(r"^(?:were|are|was|is|being|of\s(?:them|whom|which|those|these))\s")


@dataclass(frozen=True, slots=True)
class PartList:
    """Neighbouring figures of one measure; ``of`` is what each is said of: "men", "in Leeds".

    ``first`` and ``last`` are their places among the terms of the passage.
    """

    terms: Sequence[Term]
    of: Sequence[str]
    first: int
    last: int

    def __len__(self) -> int:
        return len(self.terms)


def list_from(passage: Passage, first: int, until: int | None = None) -> PartList:
    """The longest list that begins with this term, and ends no later than with ``until``."""
    terms, last = [passage.terms[first]], first
    while last + 1 < len(passage.terms) and last != until:
        following = like(passage.terms[last + 1], terms[-1])
        if following is None or not joins(passage.gap(last)):
            break
        terms.append(following)
        last += 1
    return PartList(terms, [said_of(passage, at) for at in range(first, last + 1)], first, last)


def list_up_to(passage: Passage, last: int) -> PartList:
    """The longest list that ends with this term."""
    first = last
    while first and like(passage.terms[first], passage.terms[first - 1]):
        if not joins(passage.gap(first - 1)):
            break
        first -= 1
    return list_from(passage, first, last)


def like(term: Term, before: Term) -> Term | None:
    """The term as one of a list with the one before it; ``None`` where it is none."""
    if term.change or before.change or before.kind not in _SUMMED:
        return None
    found = term.measured_as(before)
    return found if found.measure == before.measure else None


def joins(gap: str) -> bool:
    """Does what stands between two figures make them neighbours in a list?"""
    joined = _JOINED.fullmatch(gap)
    parted = _COMPARED.search(gap) or _ASIDE_ENDS.search(gap)
    return bool(joined and not parted and not may_hold_figures(gap))


def said_of(passage: Passage, at: int) -> str:
    """What stands behind a figure, up to the next joint; with the mark of a next figure."""
    gap = passage.gap(at)
    joined = _JOINED.fullmatch(gap)
    said = joined["of"] if joined else re.split(r"[,.;:()–—]", gap)[0]
    ends = len(said) == len(gap) and at + 1 < len(passage.terms)
    said = _FILLER.sub("", f"{said.strip()} {MARK if ends else ''}".strip() + " ").strip()
    return said or last_word(passage.shape[: passage.marks[at]])


def last_word(words: str) -> str:
    """The word before a figure, where that says what it is: "lost 15"."""
    word = words.split()[-1:] or [""]
    return word[0] if any(word[0].lower() in group for group in OPPOSITES) else ""


# ------------------------------------------------------------------ who is in two of them


# "52 signed the declaration and 45 did not"
_DID_NOT = re.compile(r"^(?:did|do|does|were|are|had|have|would|could)?\s?not$|n['’]t$")


def kind_of_group(said: str) -> str:
    """What divides the group from others: "sex", "age", "fate", "answer", "in", "name", "".

    Places are told by their names: people in Leeds are not in Hull, but what is in store
    may be in the north.
    """
    words = set(re.findall(r"[\w-]+", said.lower())[:5])
    if MARK in said or words & AGES - SEXES_AND_CHILDREN:
        return "age"
    for name, group in _GROUPS.items():
        if words & group:
            return name
    if _NAMED.match(said):
        return "name"
    placed = _PLACED.match(said + " ")
    if placed and (placed["name"] or placed["word"] in {"for", "to"}):
        return placed["word"]
    return ""


_GROUPS = {
    "sex": SEXES_AND_CHILDREN,
    "fate": FATES,
    "answer": ANSWERS - {"for", "no", "support"},
    **{f"opposites {number}": group for number, group in enumerate(OPPOSITES)},
}
KNOWN_GROUPS = frozenset({*_GROUPS, "name"})
_APART = KNOWN_GROUPS | {"in", "from", "at"}


def share_nobody(parts: PartList, *, listed: bool) -> bool:
    """Have the groups surely nothing in common?

    ``listed``: the text sets them out as the parts of a whole ("112 people: …"), so that
    groups of no known kind are taken to be apart.
    """
    kinds = {kind_of_group(said) for said in parts.of}
    if "age" in kinds or ("sex" in kinds and len(kinds) > 1):
        return False
    if listed or _DID_NOT.search(parts.of[-1]):
        return True
    return len(kinds) == 1 and (parts.terms[0].kind == "money" or kinds <= _APART)
