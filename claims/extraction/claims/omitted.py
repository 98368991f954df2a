"""The noun that a claim's figure leaves out, for its wording: "15,900 [homes] were finished"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Claim, Counted, Extraction, Quantity, Span, in_one_line
from ..speech import are_people

_LONGEST = 3  # words of what is counted
_FARTHEST = 600  # characters back to where it is named
_NEAR, _MOST = 300, 6  # characters and figures back to another that counts the same
# Plural as they are; "The index fell to 7,100" counts no index
_PLURALS = frozenset(
    {"people", "staff", "police", "cattle", "sheep", "fish", "aircraft", "personnel", "troops"}
    | {"poultry", "folk", "deer", "crew", "spacecraft"}
)
_LEAST = 10  # a small number alone may be a score or a rank
_DETERMINED = re.compile(
    r"(?:of\s+)?(?:the|these|those|all|its|their|his|her|our|my|such|other|more|new)\s+",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(them|these|those)\b(?!\s+\w+s\b)", re.IGNORECASE)
_OF_THESE = re.compile(r"\bof\s+(them|these|those),?\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_FRAME = 30  # characters: "Of these, about"
_OF = re.compile(r"\s+(?:of|fewer|more|less)\b", re.IGNORECASE)  # "1.6 fewer"
# "It cost 4,000", "They pay us 4 million a year": money, though no currency is named
_MONEY = re.compile(
    r"\b(?:cost|costs|costing|pay|pays|paid|paying|earn|earns|earned|earning|spend|spends|spent"
    r"|charge[sd]?|owe[sd]?|fined|worth|invest(?:s|ed)?|donate[sd]?|lend|lent|borrow(?:s|ed)?"
    r"|(?:set|sets|setting|put|puts) aside|fund(?:s|ed)?|grant(?:s|ed)?)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\s+(?:a|an|per|each|every)\s+(?:day|week|month|year|hour|head)\b", re.I)
_SINGULAR = re.compile(r"(?:a|an|one|each|every|no|another)\s", re.IGNORECASE)
# What follows a figure that has no noun: "15,900 [had] been finished", "built 900[.]"
_ENDS_BARE = re.compile(
    r"\s*(?:$|[.,;:!?)”\"]|(?:had|have|has|were|are|was|is|did|do|will|would|could|in|by|since|last"
    r"|this|so far|more|and|but|between|during|for|of (?:them|these|those))\b)",
    re.IGNORECASE,
)
_SCALED = re.compile(r"(?:million|billion|trillion|[mb]n?)$", re.IGNORECASE)
_NO_NOUN = re.compile(r"[\[\]\"“”.,;:]|\b(?:them|these|those|it|one|ones)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


def omitted_nouns(extraction: Extraction, claim: Claim) -> Iterator[tuple[Span, str]]:
    """What a bare count counts, where that is named outside the claim.

    "By March 15,900 [homes] were finished"; "24,000 of [the empty shops]" for "of them".
    Not where the claim names the thing itself, nor for money and shares.
    """
    told: set[str] = set()
    named = {word.casefold() for word in _WORD.findall(claim.text)}
    for index in claim.quantities:
        quantity = extraction.quantities[index]
        if not _is_bare_count(claim, quantity):
            continue
        noun = _noun_of(claim, quantity) or _noun_before(extraction, index)
        if noun is None or noun.split()[-1].casefold() in named:
            continue
        before, place = quantity.start - claim.start, quantity.end - claim.start
        them = _OF_THEM.match(claim.text, place) or _OF_THESE.search(
            claim.text, max(0, before - _FRAME), before
        )
        if them:
            start, end = (claim.start + at for at in them.span(1))
            yield Span(start, end, them[1]), f"[the {noun}]"
        elif _others_came(extraction.article.text, noun, quantity.start):
            continue
        elif not _OF.match(claim.text, place) and noun not in told:
            yield Span(quantity.end, quantity.end, ""), f" [{noun}]"
        told.add(noun)


def _others_came(text: str, noun: str, place: int) -> bool:
    """Are people told of since, who may be counted: "6 ships. Inspectors came. 31 worked"?"""
    since = text.rfind(noun, max(0, place - _FARTHEST), place)
    if since < 0 or are_people(noun.split()[-1]):
        return False
    return any(map(are_people, _WORD.findall(text, since + len(noun), place)))


def _is_bare_count(claim: Claim, quantity: Quantity) -> bool:
    if quantity.kind != "count" or quantity.currency or quantity.per:
        return False
    if _SCALED.search(quantity.text):  # "Stein gave the school 5 million" is money
        return False
    before, behind = quantity.start - claim.start, quantity.end - claim.start
    return not (_MONEY.search(claim.text, 0, before) or _RATE.match(claim.text, behind))


def _noun_of(claim: Claim, quantity: Quantity) -> str | None:
    """What the figure is known to count, if the text says so before the claim, and near."""
    counted = quantity.counted
    if counted is None or counted.end > claim.start or claim.start - counted.end > _FARTHEST:
        return None
    return _plain_noun(counted)


def _noun_before(extraction: Extraction, index: int) -> str | None:
    """What the counts shortly before it count, if all are of one thing.

    "The town promised 20,000 homes. By March 15,900 [homes] were finished."
    """
    figure, text = extraction.quantities[index], extraction.article.text
    large = figure.low is not None and figure.low >= _LEAST
    if figure.counted is not None or not large or not _ENDS_BARE.match(text, figure.end):
        return None
    nouns: set[str | None] = set()
    for earlier in reversed(extraction.quantities[max(0, index - _MOST) : index]):
        if figure.start - earlier.end > _NEAR or "\n" in text[earlier.end : figure.start]:
            break
        if earlier.kind == "count" and earlier.counted is not None:
            if _OF_THEM.match(text, figure.end) and _exceeds(figure, earlier):
                return None
            nouns.add(_plain_noun(earlier.counted))
    return nouns.pop() if len(nouns) == 1 else None


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """ "She has 2 children. 24,000 of them …" is of others."""
    return part.low is not None and whole.high is not None and part.low > whole.high


def _plain_noun(counted: Counted) -> str | None:
    """The noun as it is said again: "new homes" without "the", and no clause."""
    words = in_one_line(counted.text)
    noun = _DETERMINED.sub("", words, count=1)
    if _SINGULAR.match(words) or not noun or len(noun.split()) > _LONGEST:
        return None
    last = noun.split()[-1].lower()
    singular = last == counted.head.lower() and not last.endswith("s") and last not in _PLURALS
    return None if singular or _NO_NOUN.search(noun) else noun
