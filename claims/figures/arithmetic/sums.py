"""Totals and their parts.

Parts that are more than their total are found where nobody can be in two of them; parts that
are less only where the text says that they are all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .intervals import added
from .lexicon import GENERAL_NOUNS
from .lists import PartList, kind_of_group, list_from, list_up_to, share_nobody
from .passages import Passage, whole_before
from .records import ArithmeticFinding
from .reporting import finding
from .terms import Term

# Between a total and all its parts: "112 people: 84 men", "112 people (84 men", "… consisting of"
_SET_OUT = re.compile(
    r"[^¤.;:()]{0,80}?(?::\s|\s\(|\s[–—-]\s|,?\s(?:comprising|consisting\sof|made\sup\sof|namely,?"
    r"|divided\sinto|split\sinto|split\sbetween)\s)"
)
# What has no figure, and may be the rest: "a woman and three children", "and several others"
_UNCOUNTED = re.compile(
    r"(?:[:(–—-]|,|\band|\bplus)\s+(?!(?:the\s)?(?:other|remaining)\s¤)(?:an?|the|his|her|their|its"
    r"|several|some|many|few|others?|another|more|unknown|various|numerous|most)\b"
    r"|\b(?:as\swell\sas|others|etc|the\srest|besides|alongside)\b",
    re.IGNORECASE,
)
# A part list that is no list of parts, but says what they did
_ACTS = re.compile(r"^(?:is|are|was|were|has|have|had|will|would|can|could|may|must)\b")

# "Seventeen people died, 12 men and 6 women": the parts behind a comma
_APPOSED = re.compile(r"(?P<noun>[^¤.,;:()]{1,40}),\s")
_NOUN = re.compile(r"(?:\s[\w-]+){1,3},\s")
_GOES_ON = re.compile(r"[^¤.,;:()]{1,40},\s(?:are|were|was|is|have|has|had|will|died|remain)\b")

_TOTALLED = re.compile(
    r"[^¤.;:()]{0,60}?(?:,|\s[–—-]|\bor|\band|\bfor)\s(?:(?P<running>bringing|taking|raising"
    r"|which\s(?:brings|takes))|making|giving|for|or|which\s(?:makes|gives))?\s?"
    r"(?:the|an?|its|their)?\s?(?:overall|combined|grand|final)?\s?total\s(?:of|to|at)\s",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"(?:\s[\w-]+)?\s(?:in\sall|in\stotal|altogether|all\stold)\b", re.IGNORECASE)
_JOINT = re.compile(r"[^¤.;:()]{0,50}?(?:,|\s[–—-])\s(?:or\s|making\s)?")

_OF_WHOLE = re.compile(
    r"(?:^|[,;:–—“\"]\s?|\bthat\s|\band\s)of\s(?:[\w'’-]+\s){0,4}?(?P<whole>¤)", re.IGNORECASE
)
_OF_THOSE = re.compile(
    r"\W*of\s(?:those|them|these)\b[^¤.;:()]{0,40}?,\s[^¤.;:()]{0,20}?(?=¤)", re.I
)
_OF_WHICH = re.compile(
    r"[^¤.;:()]{0,80}?(?:\b(?:of|among)\s(?:which|whom|them|those)|\bincluding)\s"
    r"(?:the\s|about\s)?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof\s(?:which|whom|them|those|these)\b", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\sof\s(?:the|that|this)\s(?:total|sum|amount)\b", re.IGNORECASE)
_THE_OTHER = re.compile(r"\bthe\s(?:other|remaining)\s$", re.IGNORECASE)
_LEAVES = re.compile(r"[^¤.;:()]{0,80},\s(?:which\sleaves|leaving)\s$", re.IGNORECASE)
_LEFT = re.compile(r"\s*(?:[.,;]|$)")


def sums(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Totals that their parts do not make; ``before`` are the sentences before, the last first."""
    yield from _set_out(passage)
    yield from _apposed(passage)
    yield from _totalled(passage, before)
    yield from _of_whole(passage, before)
    yield from _of_which(passage)
    yield from _rest(passage, before)


def _set_out(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "112 people: 84 men and 31 women" """
    for at, total in enumerate(passage.terms[:-1]):
        gap = passage.gap(at)
        if not _SET_OUT.fullmatch(gap):
            continue
        parts = list_from(passage, at + 1)
        if any(_ACTS.match(said) for said in parts.of):
            continue
        rest = passage.shape[passage.marks[at] + 1 :]
        yield from _judge(
            passage, total, parts, apart=share_nobody(parts, listed=True),
            all_there=not _UNCOUNTED.search(rest) and parts.last + 1 == len(passage.terms),
        )  # fmt: skip


def _apposed(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "Seventeen people died, 12 men and 6 women"; "90 planes, 50 from here and 47 from there" """
    for at, total in enumerate(passage.terms[:-2]):
        gap = passage.gap(at)
        apposed = _APPOSED.fullmatch(gap)
        if not apposed:
            continue
        parts = list_from(passage, at + 1)
        kinds = {kind_of_group(said) for said in parts.of}
        is_closed = bool(_NOUN.fullmatch(gap) and _GOES_ON.match(passage.gap(parts.last)))
        kind = kinds.pop() if len(kinds) == 1 else ""
        is_placed = kind in {"in", "from"} and f" {kind} " not in f"{apposed['noun']} "
        yield from _judge(
            passage, total, parts,
            apart=kind == "sex" or is_placed or (is_closed and share_nobody(parts, listed=True)),
            all_there=is_closed and not _UNCOUNTED.search(passage.shape),
        )  # fmt: skip


def _totalled(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "12 on Monday and 9 on Tuesday, making a total of 23" """
    for at, total in enumerate(passage.terms[1:]):
        gap = passage.gap(at)
        totalled = _TOTALLED.fullmatch(gap)
        if not totalled and not (_JOINT.fullmatch(gap) and _IN_ALL.match(passage.gap(at + 1))):
            continue
        parts = list_up_to(passage, at)
        if parts.last != at or not _may_be_of(passage.gap(at + 1), parts):
            continue
        is_running = bool(totalled and totalled["running"])
        start = passage.shape[: passage.marks[parts.last]]
        yield from _judge(
            passage, total, parts, apart=True,
            all_there=not is_running and not _UNCOUNTED.search(start)
            and not any(_alike(term, total) for other in before[:1] for term in other.terms),
        )  # fmt: skip


def _may_be_of(gap: str, parts: PartList) -> bool:
    """Can what the total counts be what was listed? "31 people", no "45 dead"."""
    noun = re.match(r"\s([a-z-]+)", gap)
    if not noun or noun[1] in {"in", "so", "on", "at", "for", "since", "this", "to"}:
        return True
    named = {word for said in parts.of for word in re.findall(r"[\w-]+", said.lower())[:2]}
    return noun[1] in GENERAL_NOUNS or noun[1] in named


def _of_whole(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "Of the 101 members, 52 voted in favour and 61 against" """
    if found := _OF_WHOLE.search(passage.shape):
        at = passage.number(found.start("whole"))
        total: Term | None = passage.terms[at]
        first = at + 1
    elif found := _OF_THOSE.match(passage.shape):
        first = passage.number(found.end())
        total = whole_before((), before[:1], list_from(passage, first).terms)
    else:
        return
    if total and first < len(passage.terms):
        parts = list_from(passage, first)
        yield from _judge(
            passage, total, parts,
            apart=share_nobody(parts, listed=_ends_with_rest(passage, parts)),
            all_there=_ends_with_rest(passage, parts),
        )  # fmt: skip


def _of_which(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "30 people, including 18 in Marrow and 17 in Sollen" """
    for at, total in enumerate(passage.terms[:-1]):
        gap, behind = passage.gap(at), passage.gap(at + 1)
        if _OF_WHICH.fullmatch(gap) or (gap.endswith(", ") and _OF_THEM.match(behind)):
            parts = list_from(passage, at + 1)
            rest = _ends_with_rest(passage, parts)
            yield from _judge(
                passage, total, parts, apart=share_nobody(parts, listed=rest), all_there=rest
            )


def _rest(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "84 of them were hit, which leaves 38"; "190 million of the total, roads for 150" """
    for at, part in enumerate(passage.terms):
        behind = passage.gap(at)
        parts = list_from(passage, at)
        if _OF_TOTAL.match(behind):
            if total := whole_before((), before, parts.terms):
                yield from _judge(
                    passage, total, parts, apart=part.kind == "money", all_there=False
                )
            continue
        if at + 1 < len(passage.terms) and _LEAVES.fullmatch(behind):
            if not _LEFT.match(passage.gap(at + 1)):
                continue
            parts = PartList((part, passage.terms[at + 1]), ("", ""), at, at + 1)
        elif not _ends_with_rest(passage, parts):
            continue
        if not (_OF_THEM.match(behind) or part.kind == "money"):
            continue
        if total := whole_before(passage.terms[:at], before[:1], parts.terms):
            yield from _judge(passage, total, parts, apart=True, all_there=True)


def _ends_with_rest(passage: Passage, parts: PartList) -> bool:
    """Is the last of them "the other 12"?"""
    if len(parts) == 1:
        return False
    return bool(_THE_OTHER.search(passage.gap(parts.last - 1)))


def _alike(term: Term, other: Term) -> bool:
    return term.measure == other.measure


def _judge(
    passage: Passage, total: Term, parts: PartList, *, apart: bool, all_there: bool
) -> Iterator[ArithmeticFinding]:
    """What does not add up: more than the total where ``apart``, less where ``all_there``."""
    terms = parts.terms
    if len(terms) < 2 or total.change or terms[0].measure != total.measure:
        return
    if any(term.value > total.value for term in terms) or _some_make(total, terms):
        return
    tolerance = added(term.interval for term in terms)
    computed = sum((term.value for term in terms), Decimal(0))
    fails = apart and (all_there or computed > total.value)
    if fails and not _is_said_elsewhere(passage, total, terms, computed):
        yield finding("sum", total, computed, tolerance, *terms)


def _some_make(total: Term, terms: Sequence[Term]) -> bool:
    """Do the first or the last of them make the total, the others being something else?"""
    counts = range(1 if total.is_point else len(terms), len(terms) + 1)
    return any(
        total.interval.meets(added(term.interval for term in some))
        for count in counts
        for some in (terms[:count], terms[-count:])
    )


def _is_said_elsewhere(
    passage: Passage, total: Term, terms: Sequence[Term], computed: Decimal
) -> bool:
    """Is the sum another figure of the sentence? Then that is the total."""
    used = {total.index, *(term.index for term in terms)}
    return any(
        term.index not in used and _alike(term, total) and term.value == computed
        for term in passage.terms
    )
