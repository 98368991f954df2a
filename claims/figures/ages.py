"""Ages of people: "47-year-old", "aged 43", "women over 65", "the over-65s", "a 30-something"."""

from __future__ import annotations

import re
from dataclasses import replace

from .bounds import bounded
from .candidates import Figure
from .lexicon.modifiers import PERSONS

_OLDEST = 115  # years
_AFTER = re.compile(r"[\s-]{1,2}olds?\b|\sof\sage\b", re.IGNORECASE)
_MARK = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?!\w)", re.IGNORECASE)
_AGED_BEFORE = re.compile(
    r"\b(?:aged|ages?|ages?\sof|ages?\sfrom|ages?\sbetween|aged\sbetween)\s$", re.I
)
# "The over-65s", "most under 25s"; "for over 65s" may be seconds
_GROUP_BEFORE = re.compile(
    r"(?:\b(?:the|among|all|most|many)\s(?=\w+\s)|\b(?=\w+-))(?P<word>over|under)[\s-]$", re.I
)
_SOMETHING = re.compile(
    rf"-something(?:s\b|(?=\s(?:{PERSONS}|couples?|brothers|sisters|parents|friends|twins|siblings"
    r"|[a-z]+(?:ers|ors|ists|ees|ians|men|women))\b)|(?!\s[a-z]+s\b|\s?%|\sper))",
    re.IGNORECASE,
)
_BRACKET_AFTER = re.compile(
    r"[\s-](?:year[\s-])?age[\s-](?:groups?|brackets?|ranges?|bands?|cohorts?|category|categories)\b"
)
_LIMIT = re.compile(r"(?:over|under|above|below)\s$", re.IGNORECASE)
_PERSONS_BEFORE = re.compile(
    rf"\b(?:{PERSONS})\s(?:who\s)?(?:is\s|are\s|were\s|was\s)?(?:aged\s)?$", re.I
)
_ENDS = re.compile(
    r"\s?(?:[.,;:!?)”\"]|$)|['’]s\b|\s(?:are|were|was|is|who|can|to|in|with|from|get|must|will|would"
    r"|have|has|had|and|or|at|by|on|for|travel|living|should|may|could)\b"
)


def with_age(text: str, figure: Figure) -> Figure:
    """The figure as an age, where the words beside it say so, else as it came.

    "47-year-old", "ten months of age", "aged 43", "87 yo", "the over-65s", "a 30-something".
    """
    start, end = figure.start, figure.end
    if figure.kind == "duration":
        if found := _AFTER.match(text, end):
            return replace(figure, end=found.end(), kind="age", per=None)
        return _group(text, figure)
    if not figure.is_bare or figure.kind != "count":
        return figure
    if found := _MARK.match(text, end):
        return replace(figure, end=found.end(), kind="age", unit="year")
    if _AGED_BEFORE.search(text, max(0, start - 14), start):
        return replace(figure, kind="age", unit="year")
    if (
        figure.value <= _OLDEST
        and figure.value % 10 == 0
        and (found := _SOMETHING.match(text, end))
    ):
        figure = replace(figure, end=found.end(), kind="age", unit="year", doubt="")
        return bounded(figure, "about")
    return figure


def _group(text: str, figure: Figure) -> Figure:
    """A group of people by the least or the highest age, "the over-65s"; else as it came."""
    is_plural = text[figure.number[1] : figure.end] == "s"
    if not is_plural or figure.value % 1 or not 1 < figure.value <= _OLDEST:
        return figure
    found = _GROUP_BEFORE.search(text, max(0, figure.start - 16), figure.start)
    if not found:
        return figure
    figure = replace(figure, start=found.start("word"), kind="age", unit="year", per=None)
    return bounded(figure, "more_than" if found["word"].lower() == "over" else "less_than")


def with_age_limit(text: str, figure: Figure) -> Figure:
    """The figure as an age in years where it limits people's age, else as it came.

    "Women over 65" and "children under five travel free" are ages, "men under 30 stone" is none.
    """
    if not figure.is_bare or figure.kind != "count" or figure.value > _OLDEST:
        return figure
    if figure.modifier == "between" and _BRACKET_AFTER.match(text, figure.end):
        return replace(figure, kind="age", unit="year", doubt="")  # "the 35-44 age group"
    limit = _LIMIT.match(text, figure.start, figure.number[0])
    if not limit or not _ENDS.match(text, figure.end):
        return figure
    if not _PERSONS_BEFORE.search(text, max(0, figure.start - 30), figure.start):
        return figure
    return replace(figure, kind="age", unit="year", doubt="")
