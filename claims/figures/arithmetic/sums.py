"""Totals with their parts beside them in a list: "112 people: 84 men and 31 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .lexicon import GENERAL_NOUNS
from .lists import KNOWN_GROUPS, PartList, kind_of_group, list_from, list_up_to, share_nobody
from .passages import Passage
from .records import ArithmeticFinding
from .terms import Term
from .totals import judge_total

# Between a total and all its parts: "112 people: 84 men", "112 people (84 men", "… consisting of"
_SET_OUT = re.compile(
    r"[^¤.;:()]{0,80}?(?::\s|\s\(|\s[–—-]\s|,?\s(?:comprising|consisting\sof|made\sup\sof|namely,?"
    r"|divided\sinto|split\sinto|split\sbetween)\s)"
)
# So many figures of other measures may stand between the two
_BETWEEN = 3
_CLAUSE_ENDS = re.compile(r"[.;:()]|,\s|\s[–—-]\s")
_DASH = re.compile(r"\s[–—-]\s|—|--")
_CLOSING = {"(": re.compile(r"\)"), "–": _DASH, "—": _DASH, "-": _DASH}
# What has no figure, and may be the rest: "a woman and three children", "and several others"
_UNCOUNTED = re.compile(
    r"(?:[:(–—-]|,|\band|\bplus)\s+(?!(?:the\s)?(?:other|remaining)\s¤)(?:an?|the|his|her|their|its"
    r"|several|some|many|few|others?|another|more|unknown|various|numerous|most)\b"
    r"|\b(?:as\swell\sas|others|etc|the\srest|besides|alongside)\b",
    re.IGNORECASE,
)
_GOES_FOR = re.compile(r"(?:for|in|on|by|to)\s")
# A part list that is no list of parts, but says what they did
_ACTS = re.compile(r"^(?:is|are|was|were|has|have|had|will|would|can|could|may|must)\b")

# "Seventeen people died, 12 men and 6 women": the parts behind a comma
_APPOSED = re.compile(r"(?P<noun>[^¤.,;:()]{1,40}),\s")
_NOUN = re.compile(r"(?:\s[\w-]+){1,3},\s")
_GOES_ON = re.compile(r"[^¤.,;:()]{1,40},\s(?:are|were|was|is|have|has|had|will|remain|\w+ed)\b")

_TOTALLED = re.compile(
    r"[^¤.;:()]{0,60}?(?:,|\s[–—-]|\bor|\band|\bfor)\s(?:(?P<running>bringing|taking|raising"
    r"|which\s(?:brings|takes))|making|giving|for|or|which\s(?:makes|gives))?\s?"
    r"(?:the|an?|its|their)?\s?(?:overall|combined|grand|final)?\s?total\s(?:of|to|at)\s",
    re.IGNORECASE,
)
_SUMMED_UP = re.compile(
    r"[^¤.;:()]{0,50}?(?:(?:\s[–—-])?\s(?:which\s)?(?:amount(?:s|ed|ing)?\sto|add(?:s|ed|ing)?\sup\sto"
    r"|totall?(?:s|ed|ing))|,\s(?:a\s(?:combined|joint)|in\sall|in\stotal|altogether|together))\s",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"(?:\s[\w-]+){0,3}\s(?:in\sall|in\stotal|altogether|all\stold)\b", re.IGNORECASE
)
_JOINT = re.compile(r"[^¤.;:()]{0,50}?(?:,|\s[–—-])\s(?:or\s|making\s)?")


def sums(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Totals that their listed parts do not make; ``before`` are the sentences before."""
    yield from _set_out(passage)
    yield from _apposed(passage)
    yield from _totalled(passage, before)


def _set_out(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "112 people: 84 men and 31 women" """
    for at in range(len(passage.terms) - 1):
        if not _SET_OUT.fullmatch(passage.gap(at)):
            continue
        parts = _in_unit_of(passage.terms[at], list_from(passage, at + 1))
        total = _total_up_to(passage, at, parts)
        if not total or any(_ACTS.match(said) for said in parts.of):
            continue
        end = _end_of_list(passage, at)
        in_full = passage.number(end) == parts.last + 1
        uncounted = _UNCOUNTED.search(passage.shape[passage.marks[at] + 1 : end])
        yield from judge_total(
            passage, total, parts.terms,
            apart=share_nobody(parts, listed=True), all_there=in_full and not uncounted,
        )  # fmt: skip


def _in_unit_of(total: Term, parts: PartList) -> PartList:
    """The parts in the total's unit, where they leave it out: "12 euros: 7 for the ticket"."""
    are_bare = all(term.kind == "count" and not term.unit for term in parts.terms)
    if total.kind == "count" or not (are_bare and all(map(_GOES_FOR.match, parts.of))):
        return parts
    return replace(parts, terms=[term.in_unit_of(total) for term in parts.terms])


def _total_up_to(passage: Passage, at: int, parts: PartList) -> Term | None:
    """What the parts are of: the 800 of "$800 million over five years: $500 million for …"."""
    for place in range(at, max(-1, at - _BETWEEN), -1):
        if place < at and _CLAUSE_ENDS.search(passage.gap(place)):
            return None
        if passage.terms[place].measure == parts.terms[0].measure:
            return passage.terms[place]
    return None


def _end_of_list(passage: Passage, at: int) -> int:
    """Where the list behind this total closes: at the second dash or bracket, or at the end."""
    opened = passage.gap(at).rstrip()[-1]
    closed = _CLOSING.get(opened)
    found = closed.search(passage.shape, passage.marks[at + 1]) if closed else None
    return found.start() if found else len(passage.shape)


def _apposed(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "Seventeen people died, 12 men and 6 women"; "90 planes, 50 from here and 47 from there" """
    for at, total in enumerate(passage.terms[:-2]):
        gap = passage.gap(at)
        apposed = _APPOSED.fullmatch(gap)
        if not apposed or total.kind == "percent" or list_up_to(passage, at).first != at:
            continue
        parts = list_from(passage, at + 1)
        kinds = {kind_of_group(said) for said in parts.of}
        is_closed = bool(_NOUN.fullmatch(gap) and _GOES_ON.match(passage.gap(parts.last)))
        kind = kinds.pop() if len(kinds) == 1 else ""
        if kind and kind == kind_of_group(apposed["noun"].strip()):
            continue  # "12 men, 8 women and 6 children"
        is_placed = kind in {"in", "from"} and f" {kind} " not in f"{apposed['noun']} "
        listed = is_closed and share_nobody(parts, listed=True)
        most = sum(term.value for term in parts.terms) * 2 > total.value
        yield from judge_total(
            passage, total, parts.terms, apart=listed or is_placed or kind in KNOWN_GROUPS,
            all_there=is_closed and most and not _UNCOUNTED.search(passage.shape),
        )  # fmt: skip


def _totalled(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "12 on Monday and 9 on Tuesday, making a total of 23" """
    for at, total in enumerate(passage.terms[1:]):
        gap = passage.gap(at)
        totalled = _TOTALLED.fullmatch(gap)
        in_all = _JOINT.fullmatch(gap) and _IN_ALL.match(passage.gap(at + 1))
        in_all = in_all or _SUMMED_UP.fullmatch(gap)
        parts = list_up_to(passage, at)
        if not (in_all or (totalled and _may_be_of(passage.gap(at + 1), parts))):
            continue
        is_running = bool(totalled and totalled["running"])
        earlier = any(term.measure == total.measure for one in before[:1] for term in one.terms)
        start = passage.shape[: passage.marks[parts.last]]
        yield from judge_total(
            passage, total, parts.terms, apart=True,
            all_there=not (is_running or earlier or _UNCOUNTED.search(start)),
        )  # fmt: skip


def _may_be_of(gap: str, parts: PartList) -> bool:
    """Can what the total counts be what was listed? "31 people", no "45 dead"."""
    noun = re.match(r"\s([a-z-]+)", gap)
    if not noun or noun[1] in {"in", "so", "on", "at", "for", "since", "this", "to"}:
        return True
    named = {word for said in parts.of for word in re.findall(r"[\w-]+", said.lower())[:2]}
    return noun[1] in GENERAL_NOUNS or noun[1] in named
