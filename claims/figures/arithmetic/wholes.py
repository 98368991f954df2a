"""Shares that should make a whole: "45% said yes, 35% no and 30% were undecided"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..interval import Interval
from .intervals import added, times
from .lexicon import REST_OF_ANSWERS
from .lists import PartList, kind_of_group, list_up_to
from .passages import Passage
from .records import ArithmeticFinding
from .reporting import finding
from .terms import Term

_HUNDRED = Decimal(100)
_WHOLE = Interval(_HUNDRED, _HUNDRED, has_most=True)
_REMAINING = re.compile(r"\bthe\s(?:other|remaining)\s$", re.IGNORECASE)
# "A third of the money comes from fees, and the remaining": the share that the rest is beside
_BESIDE = re.compile(r"[^¤.:()]{0,120}?(?:[,;]|\band\b|\bwhile\b)[^¤.:()]{0,30}")
_FLOWS = re.compile(r"\b(?:go|goes|went|going|come|comes|came|coming|spent)\s(?P<way>to|from|on)\s")
_OF_THE_VOTE = re.compile(r"of\s(?:the|all)\svotes?$")
_NO_VOTES = re.compile(r"\b(?:turnout|with|among|in|on|after|from|lead|majority|margin)\b")
_OF_OTHERS = re.compile(r"\s(?:of|among)\s")
_IS_SEX = re.compile(r"^(?:wo)?m[ae]n$|^(?:fe)?males?$|^boys$|^girls$")


def wholes(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Shares that make more than a whole, or less where one of them is "the remaining 30%"."""
    for last in range(1, len(passage.terms)):
        if not _is_share(passage.terms[last]):
            continue
        if _REMAINING.search(passage.gap(last - 1)):
            yield from _with_rest(passage, last, before)
        elif last + 1 == len(passage.terms) or not _is_share(passage.terms[last + 1]):
            yield from _exclusive(passage, list_up_to(passage, last))


def _with_rest(
    passage: Passage, last: int, before: Sequence[Passage]
) -> Iterator[ArithmeticFinding]:
    first = last
    while (
        first and _is_share(passage.terms[first - 1]) and _BESIDE.fullmatch(passage.gap(first - 1))
    ):
        first -= 1
    # "40 percent of the firm and 35 percent of its rival": of something else
    if any(_OF_OTHERS.match(passage.gap(at)) for at in range(first + 1, last + 1)):
        return
    alone = not any(_is_share(term) for other in before[:1] for term in other.terms)
    if first < last and not passage.terms[first].change:
        yield from _judge(passage.terms[first : last + 1], all_there=first == 0 and alone)


def _exclusive(passage: Passage, parts: PartList) -> Iterator[ArithmeticFinding]:
    """Answers of which one takes the rest; where one sum goes or comes from; votes; the sexes."""
    of_others = any(_OF_OTHERS.match(f" {said} ") for said in parts.of[1:])
    if of_others or any(not _is_share(term) for term in parts.terms):
        return
    kinds = [kind_of_group(said) for said in parts.of]
    words = {word for said in parts.of for word in re.findall(r"[\w-]+", said.lower())}
    answers = kinds.count("answer") > 1 and words & REST_OF_ANSWERS
    flows = _flow_one_way(parts)
    votes = _are_votes(passage, parts)
    sexes = len(parts) > 1 and all(_IS_SEX.match(said.lower()) for said in parts.of)
    if answers or flows or votes or sexes:
        yield from _judge(parts.terms, all_there=False)


def _flow_one_way(parts: PartList) -> bool:
    """ "Half of the money went to schools, a third to roads and a third to farms" """
    flow = _FLOWS.search(parts.of[0])
    if not flow:
        return False
    return all(said.startswith(f"{flow['way']} ") for said in parts.of[1:])


def _are_votes(passage: Passage, parts: PartList) -> bool:
    """ "She won 55 percent of the vote, her rival 38 percent and another 17 percent" """
    if len(parts) == 1 or not _OF_THE_VOTE.match(parts.of[0]) or any(parts.of[1:]):
        return False
    return not any(_NO_VOTES.search(passage.gap(at)) for at in range(parts.first, parts.last))


def _judge(terms: Sequence[Term], *, all_there: bool) -> Iterator[ArithmeticFinding]:
    tolerance = added(times(term.interval, _factor(term)) for term in terms)
    computed = sum((term.value * _factor(term) for term in terms), Decimal(0))
    if not tolerance.meets(_WHOLE) and (computed > _HUNDRED or all_there):
        yield finding("sum", _HUNDRED, computed, tolerance, *reversed(terms))


def _factor(term: Term) -> int:
    return 100 if term.kind == "ratio" else 1


def _is_share(term: Term) -> bool:
    if term.kind == "ratio":
        return 0 < term.value <= 1
    return term.kind == "percent" and term.unit == "percent" and 0 <= term.value <= _HUNDRED
