"""Changes that a text states together with their two ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..inflection import words_pattern as words
from ..lexicon.changes import AFTER, BEFORE, CHANGE_NOUNS
from .forms import Filled, filled, forms
from .passages import Passage
from .terms import Term

_FIRST, _SECOND, _SIZE = "(?P<first>¤)", "(?P<second>¤)", "(?P<size>¤)"
_WORDS, _CLAUSE = "[^¤.;:()]", "[^¤.,;:()]"
_WISHED = r"(?:planned|expected|projected|proposed|forecast|targeted|intended)"
# Words of one clause: no "after rising", "and fell"
_ONE_CLAUSE = rf"(?:(?!\b(?:after|before|as|when|while|having|and|but)\b){_CLAUSE})"
_MOVE = words({*CHANGE_NOUNS, "change", "loss", "difference"})
_MORE = words({*AFTER, "greater", "larger", "smaller", "above", "below"})
_TOWARDS = words(BEFORE)
_THE = r"(?:the|its|their|his|her|last\syear['’]s|a)\s(?:[\w-]+\s)?"
_YEAR_BEFORE = (
    r"(?:last\s(?:year|month|week|season)|a\s(?:year|month|week)\s(?:earlier|before|ago)"
    r"|the\s(?:year|month|season)\sbefore|the\sprevious\s(?:year|month|season)|in\s(?:19|20)\d\d)"
)
_NOW = r"(?:this\s(?:year|month|week|season)|now|today|in\s(?:19|20)\d\d)"

# The two ends of a change
_ENDS = (
    (
        rf"\bfrom\s{_FIRST}{_WORDS}{{0,60}}?\sto\s(?:\w+\s)?{_SECOND}",
        "Spending rose from 40 to 60",
    ),
    (
        rf"\bto\s(?:\w+\s)?{_SECOND}{_ONE_CLAUSE}{{0,60}}?,?\s(?:(?:{_TOWARDS})\sfrom|from"
        rf"|compared\s(?:with|to))\s(?:(?!{_WISHED}\b)\w+\s){{0,2}}?{_FIRST}",
        "Orders dropped to 410 in the first half from 640 a year earlier",
    ),
    (
        rf"{_SECOND}(?!\s(?:per|more|less|fewer)\b){_WORDS}{{0,60}}?,?\s"
        rf"(?:(?:{_TOWARDS})\sfrom|compared\s(?:with|to))\s"
        rf"(?:(?:the|an?)\s(?:[\w-]+\s){{0,2}}(?:of\s)?)?{_FIRST}",
        "There were 60 visitors, up from 40 a year earlier",
    ),
    (
        rf"{_FIRST}{_CLAUSE}{{0,30}}?\b{_YEAR_BEFORE},?\s(?:and|but|to)\s{_CLAUSE}{{0,30}}?{_SECOND}"
        rf"{_CLAUSE}{{0,30}}?\b{_NOW}\b",
        "Turnout was 65 percent in 2019 and 61 percent in 2023",
    ),
    (
        rf"{_FIRST}{_CLAUSE}{{0,30}}?\b{_YEAR_BEFORE},?\s(?:and|but)\s{_CLAUSE}{{0,20}}?\b{_NOW}\s"
        rf"{_CLAUSE}{{0,15}}?{_SECOND}",
        "It stood at 45 percent in 2014 and is now at 50 percent",
    ),
)
# The size behind its ends: ", an increase of 30 %", ", a 30 % increase", ", or 30 %", " (up 30 %)"
_BEHIND = (
    rf"(?P<between>{_WORDS}{{0,60}}?(?:,|\s[–—-]|—|\s\(|\bor))\s?"
    rf"(?:or\s(?:by\s)?|by\s|that\sis\s|that['’]s\s|representing\s|marking\s|which\sis\s)?"
    rf"(?:(?P<named>(?:an?|the)\s(?:[\w-]+\s)?(?:{_MOVE})\sof\s(?:\w+\s)?"
    rf"|(?:{_TOWARDS}|losing|gaining|adding|shedding)\s(?:by\s)?)|an?\s(?:[\w-]+\s)?)?{_SIZE}"
)
# Behind another size: ", a reduction of 1,000 jobs, or 33 percent"
_OR_BEHIND = (
    rf"(?P<between>{_WORDS}{{0,60}}?,\s)(?P<named>an?\s(?:[\w-]+\s)?(?:{_MOVE})\sof\s"
    rf"|(?:{_TOWARDS})\s(?:by\s)?)¤{_CLAUSE}{{0,20}}?,?\sor\s(?:an?\s)?{_SIZE}"
)
_SIZE_BEHIND = forms(
    *((ends + _BEHIND, f"{example}, a change of 30 percent.") for ends, example in _ENDS),
    *((ends + _OR_BEHIND, f"{example}, a change of 20, or 30 percent.") for ends, example in _ENDS),
)
# The size before its ends: "fell by 5 percent last year, from 45 to 40", "up 3 % to 103 from 100"
_PERIOD = (
    r"(?:,?\s(?:in|over|during|since|on|last|this|the|past|previous|year|quarter|month|week|half|period"
    r"|(?:19|20)\d\d|overall|year-on-year|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|going|falling|rising|dropping|climbing)\b){0,5},?\s"
)
# "A 30 percent increase in spending, from 40 to 60"
_RISE_IN = (
    rf"\s(?:[\w-]+\s)?(?P<running>{_MOVE})"
    rf"(?:\s(?:in|of)(?:(?:\s[\w'’-]+){{1,2}}|(?:\s[\w'’-]+){{1,5}},)|,)?\s"
)
_SIZE_IN_FRONT = forms(
    (_SIZE + _PERIOD + _ENDS[0][0], "It moved by 30 percent last year, from 40 to 60."),
    (_SIZE + _PERIOD + _ENDS[1][0], "It moved by 30 percent in May, to 60 from 40."),
    (_SIZE + _RISE_IN + _ENDS[0][0], "They want a 30 percent rise in pay, from 40 to 60."),
    (_SIZE + _RISE_IN + _ENDS[1][0], "They want a 30 percent rise in pay, to 60 from 40."),
    (
        rf"\b(?:another|an?\s(?:further|additional))\s{_SIZE}{_CLAUSE}{{0,60}},\s(?:bringing|taking|raising|pushing)\s"
        rf"(?:the\s)?(?:[\w-]+\s){{1,4}}(?P<running>from)\s{_FIRST}{_CLAUSE}{{0,20}}?\sto\s{_SECOND}",
        "Another 9 people died, bringing the toll from 12 to 23.",
    ),
)
_BETWEEN = forms(
    (
        rf"{_SECOND}{_WORDS}{{0,60}}?,\s(?:an?\s|or\s)?{_SIZE}\s(?:[\w-]+\s)?(?P<more>{_MORE})"
        rf"\sthan\s{_THE}{_FIRST}",
        "The firm hired 60 people, 30 more than the 40 it took on in 2023.",
    ),
    (
        rf"{_SECOND}{_WORDS}{{0,60}}?(?:,|\s[–—-]|\s\()\s?(?:{_TOWARDS}|an?\s(?:{_MOVE})\sof)\s"
        rf"(?:by\s)?{_SIZE}{_CLAUSE}{{0,30}}?\s(?:from|on|over|compared\s(?:with|to))\s(?:the\s|its\s)?"
        rf"{_FIRST}",
        "Revenue was $60 million, up 30 percent from $40 million.",
    ),
)
_TIMES = forms(
    (
        rf"{_SECOND}{_WORDS}{{0,60}}?,\s(?:or\s)?{_SIZE}"
        rf"(?:\s(?:as\s[\w-]+\sas|the\s\w+\sof|(?P<more>(?:{_MORE})\sthan)))?\s{_THE}{_FIRST}",
        "The club has 160 members, three times the 40 of last year.",
    ),
)
_NEXT = forms(
    (
        rf"^\W*(?:(?:that|this|it)\s(?:is|was|represents|represented|marks|marked|means|amounts\sto)"
        rf"|the\s(?:{_MOVE})\s(?:of|was|is))\s(?:an?\s)?(?:[\w-]+\s)?(?:(?:{_MOVE})\sof\s)?{_SIZE}",
        "That is an increase of 30 percent.",
    ),
)
_SINCE = forms(
    (
        rf"{_SECOND}{_WORDS}{{0,60}}?,\s(?:an?\s(?:[\w-]+\s)?(?:{_MOVE})\sof|{_TOWARDS})\s{_SIZE}",
        "This year it was 60, an increase of 30 percent.",
    ),
)
_LAST_TIME = re.compile(rf"\b{_YEAR_BEFORE}\b", re.IGNORECASE)
_THIS_TIME = re.compile(rf"\b{_NOW}\b", re.IGNORECASE)

# Behind a size: it is of something else, from elsewhere, of each year, or of other prices
_ELSEWHERE = re.compile(
    r"\s?(?:of\b(?!\sits\b)|an?\s(?:year|month|week|day|quarter)\b|per\b|each\b|every\b|annual|yearly"
    r"|on\b|over\b|in\sreal|real\b|after\b|adjusted|at\sconstant|in\sconstant|from\b|to\b|than\b"
    r"|like-for-like|organic|compound|points?\b|chance|interest|stake|tax|share\b|since\b|this\b"
    r"|so\sfar|for\sthe\b|for\sa\b|compared|year-)",
    re.IGNORECASE,
)
# "A 30 percent increase on the average of the week", "30 more than expected"
_ON_AVERAGE = re.compile(
    r"(?:\s[\w-]+){0,2}\s(?:on|over|from|than|above|below)\s(?:[\w'’-]+\s){0,3}?"
    r"(?:average|forecast\w*|expected|expectations|estimates?|estimated|record|trend|target|planned"
    r"|predicted|thought|feared|analysts)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:average|annual|annually|real|constant|organic|like-for-like|adjusted|compound|not|than"
    r"|while|whereas|but|excluding|inflation|and)\b",
    re.IGNORECASE,
)
_IS_CHANGE = re.compile(rf"\s(?:[\w-]+\s)?(?:{_MOVE}|{_MORE})\b", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;:)–—]|-\s|$)")
_THEN_OTHERWISE = re.compile(
    r",?\s(?:on\saverage|annually|in\sreal|after\sinflation|a\syear)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Change:
    """A stated size of a change with its two ends.

    ``is_more``: "three times more than", which is three times, or four. ``is_quotient``: the
    size is what the second end is of the first: "half the 40 of last year".
    """

    size: Term
    first: Term
    second: Term
    is_more: bool = False
    is_quotient: bool = False


def changes(passage: Passage, before: Sequence[Passage]) -> Iterator[Change]:
    """The changes a sentence states whose two ends stand in it, or in the one before."""
    for found in filled(passage, _SIZE_BEHIND):
        if not _NOT_SO.search(found.word("between")) and _is_size(passage, found):
            yield _change(found)
    for found in filled(passage, _SIZE_IN_FRONT):
        size = found.figures["size"]
        if size.change or size.kind == "multiple" or found.word("running"):
            yield _change(found)
    for found in filled(passage, _BETWEEN):
        yield _change(found)
    for found in filled(passage, _TIMES):
        if found.figures["size"].kind in {"multiple", "ratio"}:
            yield _change(found, is_quotient=True)
    if before:
        yield from _stated_next(passage, before[0])


def _change(found: Filled, *, is_quotient: bool = False) -> Change:
    figures = found.figures
    is_more = bool(found.word("more"))
    return Change(figures["size"], figures["first"], figures["second"], is_more, is_quotient)


def _is_size(passage: Passage, found: Filled) -> bool:
    """Is the figure the size of the change between the ends, and not of something else?"""
    behind = passage.shape[found.match.start("size") + 1 :]
    if any(other.match(behind) for other in (_ELSEWHERE, _THEN_OTHERWISE, _ON_AVERAGE)):
        return False
    is_change = found.word("named") or found.figures["size"].change or _IS_CHANGE.match(behind)
    return bool(is_change or _CLOSED.match(behind))


def _stated_next(passage: Passage, last: Passage) -> Iterator[Change]:
    """The change of the ends in the sentence before."""
    for found in filled(passage, _NEXT):
        if _is_size(passage, found):
            for ends in filled(last, _BARE_ENDS):
                yield Change(found.figures["size"], ends.figures["first"], ends.figures["second"])
    if not (_LAST_TIME.search(last.shape) and _THIS_TIME.search(passage.shape)):
        return
    for found in filled(passage, _SINCE):
        second = found.figures["second"]
        firsts = [term for term in last.terms if term.measure == second.measure]
        if len(firsts) == 1 and _is_size(passage, found):
            yield Change(found.figures["size"], firsts[0], second)


_BARE_ENDS = forms(*((ends, f"{example}.") for ends, example in _ENDS))
