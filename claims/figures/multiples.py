"""How many times as much: "doubled", "tenfold", "three times as many"; a rule for each form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .bounds import with_modifier
from .candidates import Figure
from .inflection import words_pattern as words
from .lexicon.numerals import COMPARED, MULTIPLES, MULTIPLIED, TIMES
from .numerals import cardinal

_THAN = (
    r"(?=\s(?:as|more|less|fewer|larger|higher|greater|bigger|faster|the(?!\s(?:next|following|same|other))|its|their|his|her|what"
    r"|earnings|book|that|lower|better|worse|over\b)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of words, and a sentence in which they make a multiple."""

    pattern: re.Pattern[str]
    example: str


def _rules(*table: tuple[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(re.compile(pattern, re.I), example) for pattern, example in table)


# Words that are a multiple by themselves
VERBS = _rules(
    (rf"\b(?P<stem>{words(MULTIPLES)})(?:e[ds]?|ing)\b(?!\sdown\b)", "Exports doubled."),
)
TWICE = _rules(
    (
        rf"\b(?:twice|thrice)(?=\s(?:as\s(?:(?:{COMPARED})|[a-z]+\sas)"
        rf"|(?:the|its|their|his|her|that)\s(?:{MULTIPLIED})|what|that\sof)\b)",
        "The hall is twice the size.",
    ),
    (
        r"\bhalf(?=\sas\s(?:many|much|big|large|likely|high|often|long)\b)",
        "The hall is half as large.",
    ),
)
FOLDS = _rules((r"(?<![\w.,])(?P<number>[a-z]+)fold\b", "Exports rose tenfold."))
# What stands behind a number that is one, and what in front of a figure that is one
BEHIND = _rules(
    (r"[-\s]fold\b", "A 40-fold rise in cases followed."),
    (rf"[-\s]times{_THAN}", "Three times as many came."),
    (rf"[x×]{_THAN}", "The lens is 3x larger."),
)
IN_FRONT = _rules((r"(?<=\bby\s)a\sfactor\sof\s$", "Exports grew by a factor of 12."))
_LONGEST_IN_FRONT = 15  # characters


def multiples(text: str) -> Iterator[Figure]:
    """The multiples of a text that are no numeral: "doubled", "twice the size"."""
    for found in _found(VERBS, text):
        value = MULTIPLES[found["stem"].lower()]
        yield with_modifier(text, _multiple(found, value=value, doubt="verb"))
    for found in _found(TWICE, text):
        yield with_modifier(text, _multiple(found, value=TIMES[found.group().lower()]))


def folds(text: str) -> Iterator[Figure]:
    """The multiples whose number is part of the word: "tenfold", "a three- to fourfold rise"."""
    for found in _found(FOLDS, text):
        if (value := cardinal(found["number"])) is not None:
            yield _multiple(found, value=value)


def as_multiple(text: str, figure: Figure) -> Figure:
    """The number as a multiple, where the words behind it make it one, else as it came.

    "A 40-fold rise", "three times as many".
    """
    for rule in BEHIND:
        if found := rule.pattern.match(text, figure.end):
            return replace(figure, end=found.end(), kind="multiple", form="words", doubt="")
    return figure


def with_factor(text: str, figure: Figure) -> Figure:
    """The figure as a multiple, where the words in front make it one: "by a factor of 12"."""
    if not figure.is_bare or figure.kind != "count":
        return figure
    for rule in IN_FRONT:
        window = max(0, figure.start - _LONGEST_IN_FRONT)
        if found := rule.pattern.search(text, window, figure.start):
            return replace(figure, start=found.start(), kind="multiple", doubt="")
    return figure


def _found(table: tuple[Rule, ...], text: str) -> Iterator[re.Match[str]]:
    return (found for rule in table for found in rule.pattern.finditer(text))


def _multiple(found: re.Match[str], value: Decimal, doubt: str = "") -> Figure:
    return Figure(*found.span(), found.span(), value, value, "multiple", form="words", doubt=doubt)
