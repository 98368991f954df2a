"""Shares beside the two counts they follow from: "84 of the 112 drones, or 60 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .forms import OF, WHOLE_FIRST, filled, forms
from .intervals import divided, times
from .passages import Passage, whole_before
from .records import ArithmeticFinding
from .reporting import finding
from .terms import Term

_PART, _WHOLE, _SHARE = "(?P<part>¤)", "(?P<whole>¤)", "(?P<share>¤)"
_WORDS = "[^¤.;:()]"
_OF_THEM = r"\sof\s(?:which|whom|them|those|these)"
# Before what says the same in other words: ", or 60 percent", " (60 percent)", " – 60 percent –"
_OR = r",?\s(?:or|i\.e\.|that\sis,?|equal\sto|equivalent\sto)\s(?:an?\s)?"
_ASIDE = r"(?:\s[–—-]\s(?:or\s)?|—|\s\()"
# What follows a figure that stands by itself
_CLOSED = r"(?=\s*(?:[,.;:)—]|[–-]\s|\Z))"
_GOES_ON = r"(?=\s(?:is|was|are|were|have|has|had|will|would)\b)"
# A share of the same whole by another name: "900 of its 3,600 jobs, a quarter of the workforce"
_OF_ALL = (
    r"\sof\s(?:the|its|their)\s(?:total|workforce|whole|fleet|staff|membership|population"
    r"|electorate|chamber|class|crew|entire)\b"
)
# What makes the figure behind an "or" something else than the share
_NO_SHARE = (
    r"(?!\s?(?:more|less|fewer|higher|lower|up|down|above|below|than|points?|growth|rise|fall"
    r"|increase|decrease|drop|decline|chance|annually|on\saverage|a\syear|per|of)\b)"
)

_FORMS = forms(
    (
        rf"{_PART}{OF}{_WHOLE}{_WORDS}{{0,80}}?{_OR}{_SHARE}(?:{_OF_ALL}|{_NO_SHARE})",
        "The army shot down 84 of the 112 drones, or 60 percent.",
    ),
    (
        rf"{_PART}{OF}{_WHOLE}{_WORDS}{{0,80}}?(?:{_ASIDE}|,\s){_SHARE}(?:{_OF_ALL}|{_CLOSED})",
        "It will cut 900 of its 3,600 jobs, a third of the workforce.",
    ),
    (
        rf"{_PART}{_WORDS}{{1,60}}?(?:,\s|{_OR}|{_ASIDE}){_SHARE}{OF}{_WHOLE}",
        "She said 3,200 nurses had joined, three quarters of the union's 6,400 members.",
    ),
    (
        rf"{_PART}(?:\s[\w-]+)?(?:{_OR}|{_ASIDE}){_SHARE}[,)]?{OF}{_WHOLE}",
        "About 84 (60 percent) of the 112 drones were shot down.",
    ),
    (
        rf"{_SHARE}(?:{OF}|\s(?:the|its|their)\s){_WHOLE}[^¤.,;:()]{{0,60}}(?:(?:{_OR}|{_ASIDE}){_PART}(?:\s[\w-]+)?"
        rf"|,\s(?P<apposed>¤)(?:\sof\sthem)?){_CLOSED}",
        "Two thirds of the 90 members, or 50, voted against.",
    ),
    (
        rf"{_SHARE}[^¤.,;:()]{{0,60}}(?:{_OR}|{_ASIDE}){_PART}{OF}{_WHOLE}",
        "Nearly 60 percent of those asked (240 of 1,000) were worried.",
    ),
)
_WITH_SHARE = forms(
    (
        rf"{_PART}(?!{_OF_THEM}\b)(?:(?:\s[\w-]+){{0,2}}(?:{_OR}|{_ASIDE})|[^¤.,;:()]{{0,60}}(?:{_OR}|\s[–—-]\s))"
        rf"{_SHARE}(?:{_CLOSED}|{_GOES_ON})",
        "Of the 112 drones, 84 were shot down, or 60 percent.",
    ),
)
_OF_WHAT_STANDS_BEFORE = forms(
    (
        rf"{_PART}{_OF_THEM}[^¤.,;:()]{{0,30}}(?:{_OR}|{_ASIDE}|,\s){_SHARE}{_CLOSED}",
        "It said 84 of them, or 60 percent, were shot down.",
    ),
    (
        rf"{_SHARE}{_OF_THEM}(?:{_OR}|{_ASIDE}|,\s){_PART}(?:\s[\w-]+)?{_CLOSED}",
        "Half of them, 84, were shot down.",
    ),
)
_OF_THE_SAME = forms(
    (
        rf"(?<!to\s)(?<!from\s)(?<!by\s){_PART}(?:(?:\s[\w-]+)?\s\(|[^¤.,;:()]{{0,40}}{_OR})"
        rf"{_SHARE}{_CLOSED}",
        "It lost 84, or 60 percent.",
    ),
)


def shares(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Shares that do not follow from the two counts beside them.

    ``before`` are the sentences before, the last first.
    """
    for found in filled(passage, _FORMS):
        part = found.figures.get("part") or found.figures["apposed"]
        yield from _share(part, found.figures["whole"], found.figures["share"])
    if first := WHOLE_FIRST.search(passage.shape):
        yield from _of_first(passage, first)
    else:
        yield from _of_before(passage, before)


def _of_first(passage: Passage, first: re.Match[str]) -> Iterator[ArithmeticFinding]:
    """Of the whole that the sentence begins with."""
    whole = passage.at(first.start("whole"))
    for found in filled(passage, _WITH_SHARE):
        if found.match.start() >= first.end():
            yield from _share(found.figures["part"], whole, found.figures["share"])


def _of_before(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Of the one whole that stands before, in the sentence or in the last."""
    for table in (_OF_WHAT_STANDS_BEFORE, _OF_THE_SAME):
        for found in filled(passage, table):
            part, share = found.figures["part"], found.figures["share"]
            whole = whole_before(passage.before(found.match.start()), before[:1], [part])
            is_named = table is _OF_WHAT_STANDS_BEFORE or (whole and whole.head == part.head != "")
            if whole and is_named:
                yield from _share(part, whole, share)


def _share(part: Term, whole: Term, share: Term) -> Iterator[ArithmeticFinding]:
    if not (_is_share(share) and _is_part(part, whole)):
        return
    quotient = divided(part.interval, whole.interval)
    if quotient is None:
        return
    factor = 100 if share.kind == "percent" else 1
    tolerance = times(quotient, factor)
    if not share.interval.meets(tolerance):
        computed = part.value / whole.value * factor
        yield finding("share", share, computed, tolerance, part, whole)


def _is_share(term: Term) -> bool:
    if term.change and term.kind == "percent":
        return False
    if term.kind == "percent":
        return term.unit == "percent" and term.value >= 0
    return term.kind == "ratio" and 0 <= term.value <= 1


def _is_part(part: Term, whole: Term) -> bool:
    same = part.measure == whole.measure and part.kind in {"count", "money", "measure", "duration"}
    return same and not part.change and 0 <= part.value <= whole.value
