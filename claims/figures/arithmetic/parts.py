"""Parts that the text says are of a whole: "of the 101 members", "84 of them", "the other 12".

Parts that are more than their whole are found where nobody can be in two of them; parts that
are less only where one of them is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from .forms import OF, WHOLE_FIRST
from .lists import PartList, joins, last_word, like, list_from, list_up_to, said_of, share_nobody
from .passages import Passage, whole_before
from .records import ArithmeticFinding
from .terms import Term
from .totals import judge_total

_OF_THOSE = re.compile(
    r"\W*of\s(?:those|them|these)\b[^¤.;:()]{0,40}?,\s[^¤.;:()]{0,20}?(?=¤)", re.IGNORECASE
)
_OF_WHICH = re.compile(
    r"[^¤.;:()]{0,80}?(?:\b(?:of|among)\s(?:which|whom|them|those)|\bincluding)\s(?:the\s)?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof\s(?:which|whom|them|those|these)\b", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\sof\s(?:the|that|this)\s(?:total|sum|amount)\b", re.IGNORECASE)
_THE_OTHER = re.compile(r"\bthe\s(?:other|remaining)\s$", re.IGNORECASE)
_LEAVES = re.compile(r"[^¤.;:()]{0,80},\s(?:which\sleaves|leaving)\s", re.IGNORECASE)
_LEFT = re.compile(r"\s*(?:[.,;]|$)|\s(?:without|still)\b")
_OF = re.compile(OF, re.IGNORECASE)
# A sentence about one part: "Another 250 work in Hull.", "The other 31 were women."
_ONE_PART = re.compile(
    r"\W*(?P<more>another\s|a\sfurther\s|the\s(?P<rest>other|remaining)\s)?¤", re.IGNORECASE
)
# Behind a figure whose noun stood before: "Eighty-four were men"
_NO_NOUN = re.compile(
    r"\s(?:of\s(?:them|those|these)|are|were|is|was|have|had|has|live|lived|work|worked|came|come"
    r"|comes|went|go|goes|voted)\b",
    re.IGNORECASE,
)


def parts(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """Wholes that the parts said to be of them do not make.

    ``before`` are the sentences before, the last first.
    """
    yield from _of_first(passage, before)
    yield from _of_next(passage)
    yield from _of_which(passage)
    yield from _of_the_total(passage, before)
    yield from _with_rest(passage, before)
    yield from _across(passage, before)


def _of_first(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "Of the 101 members, 52 voted in favour and 61 against" """
    if found := WHOLE_FIRST.search(passage.shape):
        at = passage.number(found.start("whole"))
        if at + 1 < len(passage.terms):
            yield from _judge(passage, passage.terms[at], list_from(passage, at + 1))
    elif found := _OF_THOSE.match(passage.shape):
        listed = list_from(passage, passage.number(found.end()))
        if whole := whole_before((), before[:1], listed.terms):
            yield from _judge(passage, whole, listed)


def _of_next(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "The team won 20 of its 38 games, lost 15 and drew 8" """
    for at in range(len(passage.terms) - 2):
        whole = passage.terms[at + 1]
        if not (_OF.fullmatch(passage.gap(at)) and joins(passage.gap(at + 1))):
            continue
        rest = list_from(passage, at + 2)
        said = last_word(passage.shape[: passage.marks[at]]) or said_of(passage, at + 1)
        terms, of = (passage.terms[at], *rest.terms), (said, *rest.of)
        listed = PartList(terms, of, at, rest.last)
        yield from _judge(passage, whole, listed)


def _of_which(passage: Passage) -> Iterator[ArithmeticFinding]:
    """ "30 people, including 18 in Marrow and 17 in Sollen" """
    for at, whole in enumerate(passage.terms[:-1]):
        gap, behind = passage.gap(at), passage.gap(at + 1)
        of_them = gap.endswith(", ") and _OF_THEM.match(behind)
        if not _OF_THEM.match(gap) and (of_them or _OF_WHICH.fullmatch(gap)):
            yield from _judge(passage, whole, list_from(passage, at + 1))


def _of_the_total(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "Homes account for 190 million euros of the total, roads for 150 million" """
    for at, part in enumerate(passage.terms):
        if part.kind == "money" and _OF_TOTAL.match(passage.gap(at)):
            listed = list_from(passage, at)
            if whole := whole_before((), before, listed.terms):
                yield from judge_total(passage, whole, listed.terms, apart=True, all_there=False)


def _with_rest(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "About 84 of them were hit, which leaves 38"; "while the other 38 came through" """
    for at, part in enumerate(passage.terms[:-1]):
        behind = passage.gap(at)
        terms = _rest_of_list(passage, at)
        is_known = part.kind == "money" or len(terms) > 2  # a list with "the remaining 60"
        if not (_OF_THEM.match(behind) or is_known):
            continue
        if _LEAVES.fullmatch(behind) and _LEFT.match(passage.gap(at + 1)):
            terms = passage.terms[at : at + 2]
        whole = whole_before(passage.terms[:at], before[:1], terms) if terms else None
        if whole:
            yield from judge_total(passage, whole, terms, apart=True, all_there=True)


def _rest_of_list(passage: Passage, at: int) -> Sequence[Term]:
    """The list that begins here and ends with the rest; none where there is no such list."""
    if list_up_to(passage, at).first != at:
        return ()
    listed = list_from(passage, at)
    return listed.terms if len(listed) > 1 and _is_rest(passage, listed.last) else ()


def _across(passage: Passage, before: Sequence[Passage]) -> Iterator[ArithmeticFinding]:
    """ "112 people were rescued. Eighty-four were men. The other 31 were women." """
    sentences = [passage, *before]
    about = list(takewhile(_is_one_part, sentences))
    lists = [list_from(one, 0) for one in reversed(about)]
    if sum(map(len, lists)) < 2 or len(about) == len(sentences):
        return
    whole = whole_before((), sentences[len(about) : len(about) + 1], lists[-1].terms)
    if not whole or any(not _is_of(one, whole) for one in about):
        return
    terms = [as_whole for each in lists for term in each.terms if (as_whole := like(term, whole))]
    if len(terms) < sum(map(len, lists)):
        return
    of = [said for each in lists for said in each.of]
    rest = bool((found := _ONE_PART.match(passage.shape)) and found["rest"])
    apart = rest or share_nobody(PartList(terms, of, 0, 0), listed=False)
    yield from judge_total(passage, whole, terms, apart=apart, all_there=rest)


def _is_one_part(passage: Passage) -> bool:
    """Does the sentence begin with a part? "Another 250 work in Hull", "Six are from Hull"."""
    found = _ONE_PART.match(passage.shape)
    if not found or passage.terms[0].change:
        return False
    return bool(found["more"]) or bool(_NO_NOUN.match(passage.gap(0)))


def _is_of(passage: Passage, whole: Term) -> bool:
    """Does the sentence count the same things as the whole? By its noun, or by having none."""
    if whole.kind == "money" or _NO_NOUN.match(passage.gap(0)):
        return True
    return passage.terms[0].head == whole.head


def _judge(passage: Passage, whole: Term, listed: PartList) -> Iterator[ArithmeticFinding]:
    rest = len(listed) > 1 and _is_rest(passage, listed.last)
    yield from judge_total(
        passage, whole, listed.terms, apart=share_nobody(listed, listed=rest), all_there=rest
    )


def _is_rest(passage: Passage, at: int) -> bool:
    """Is this "the other 12"?"""
    return bool(_THE_OTHER.search(passage.gap(at - 1)))
