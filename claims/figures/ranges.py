"""Two numbers that are one figure: "one in five", "5 to 10", "$10-15 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .candidates import Figure, merge_pairs
from .inflection import plural, verb_forms, words_pattern
from .lexicon.changes import (
    AFFECTING_VERBS,
    AFTER,
    BEFORE,
    CHANGE_NOUNS,
    MOSTLY_NOUNS,
    MOVING_VERBS,
    MULTIPLYING,
    SHIFTING_NOUNS,
    SHIFTING_VERBS,
)
from .numerals import round_fraction
from .rejection import is_tally


def merge_ratios(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with two numbers that make a ratio as one: "one in five", "3-to-1"."""
    return merge_pairs(text, figures, _ratio)


def _ratio(text: str, first: Figure, second: Figure) -> Figure | None:
    gap = text[first.end : second.start]
    if first.form == "fraction" and second.kind == "percent" and second.value == 1:
        if gap.strip() != "of":  # "half of 1 percent"
            return None
        return replace(second, start=first.start, low=first.low, high=first.high)
    if not (first.is_bare and second.is_bare) or second.value == 0:
        return None
    if re.fullmatch(r"\s(?:in|out\sof)(?:\severy)?\s", gap, re.I):
        if not first.value < second.value or second.doubt == "year" or first.value > 100:
            return None
        if "out" in gap and not _is_round(second.value):
            return None
    elif re.fullmatch(r"\sover\s", gap):  # "one over three"
        if second.doubt == "year":
            return None
    elif re.fullmatch(r"\sof\s", gap):
        if not first.value < second.value <= 10:
            return None
    elif not re.fullmatch(r"-to-|:|\sto\s", gap) or second.value != 1 or first.value <= 1:
        return None
    value = round_fraction(first.value / second.value)
    return replace(
        first, end=second.end, number=(first.number[0], second.number[1]),
        low=value, high=value, kind="ratio", form="fraction", doubt="",
    )  # fmt: skip


def _is_round(value: Decimal) -> bool:
    return value <= 10 or value in (12, 20, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000)


# ------------------------------------------------------------------ ranges

_HYPHEN = re.compile(r"-?\s?[-–—~]\s?-?(?:to\s?-?)?|-?\sto\s?-", re.IGNORECASE)
_TO = re.compile(
    r"-?\s(?:to|through|until|(?:and\s)?up\sto)\s(?:-|about\s|around\s|as\smuch\sas\s)?|-to-"
)
_AND = re.compile(r"-?\sand\s")
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
_OR = re.compile(r"-?\sor\s")
_COUNTS = re.compile(r"\s(?!was|has|this|his|its|less|plus|versus|across)[a-z]{3,}s\b")
_PLUS_MINUS = re.compile(r"\s?(?:\+\s?/\s?[-−]|±)\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|roughly\s|the\sages\sof\s)?$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s(?:the\s)?(?:between\s|about\s|around\s|as\slow\sas\s|roughly\s)?$", re.IGNORECASE
)
_RANGE_CUE = re.compile(
    r"\b(?:rang\w+|vary\w*|var(?:ies|ied)|anywhere|anything|somewhere|priced|spans?|spann\w+|spread"
    r"|sizes?|ages?|aged|estimates?|between|measur\w+|scale)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)


def _change_words() -> frozenset[str]:
    """Every word that tells a change before two figures: verbs in all forms, nouns, "up"."""
    verbs = {*MOVING_VERBS, *AFFECTING_VERBS, *SHIFTING_VERBS, *MULTIPLYING}
    forms = {form for verb in verbs if " " not in verb for form in verb_forms(verb)}
    misleading = {form for verb in MOSTLY_NOUNS for form in verb_forms(verb)[:2]}
    nouns = {form for noun in CHANGE_NOUNS for form in (noun, plural(noun))}
    return frozenset(forms - misleading | nouns | SHIFTING_NOUNS | BEFORE.keys() & AFTER.keys())


# "Ballooned from 1,200 to 1,900", "a rise from 3% to 5%": two levels and no range
_CHANGE_CUE = re.compile(
    rf"\b(?:{words_pattern(_change_words())})\b(?:\W+\w+){{0,6}}\W*$", re.IGNORECASE
)


def merge_ranges(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with two ends of a range as one: "5 to 10"; "from 3% to 5%" stays two."""
    merged = merge_pairs(text, _share_from_to(text, figures), _range)
    return _share_from_to(text, merged)  # "from 24 to 33-35 million"


def _share_from_to(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, both ends of a from-to with the unit that one of them states.

    "From 13.5 to 14.0 mm", "from 208 pounds to 193".
    """
    shared = list(figures)
    for index in range(len(shared) - 1):
        first, second = shared[index : index + 2]
        if not _TO.fullmatch(text, first.end, second.start):
            continue
        if _is_from(text, first):
            if second.doubt == "year" != first.doubt:  # "from 900 to 2000 people"
                shared[index + 1] = second = replace(second, doubt="")
            if not first.is_bare and _COUNTS.match(text, second.end):
                continue  # "moved from $3 million to 4 offices"
            shared[index], shared[index + 1] = _shared(first, second), _shared(second, first)
        elif first.kind == "other" and second.is_bare:  # "rose 64 points to 4,577"
            shared[index + 1] = replace(second, kind="other", unit=first.unit, doubt="")
    return shared


def _shared(figure: Figure, other: Figure) -> Figure:
    """The figure with the unit, currency and scale of the other end where it has none."""
    if not figure.is_bare or other.kind == "ratio":
        return figure
    shared = replace(
        figure, kind=other.kind, unit=other.unit, currency=other.currency, per=other.per, doubt=""
    )
    return _scaled(shared, other)


def _scaled(figure: Figure, later: Figure) -> Figure:
    """The first end with the scale word of the second: "$10-15 billion"."""
    value = figure.value * later.scale
    if figure.scale != 1 or later.number[0] < figure.number[0] or value > later.value:
        return figure
    return replace(figure, low=value, high=value, scale=later.scale)


def _is_from(text: str, figure: Figure) -> bool:
    return bool(_FROM.search(text, max(0, figure.start - 20), figure.start))


def _range(text: str, first: Figure, second: Figure) -> Figure | None:
    if first.high is None or second.high is None or first.low != first.high:
        return None
    gap = first.end, second.start
    if _PLUS_MINUS.fullmatch(text, *gap):
        margin = second.value
        low, high = first.value - margin, first.value + margin
        return _spanned(text, _shared(first, second), second, low, high)
    if not _is_range_gap(text, first, second):
        return None
    low_end, high_end = _scaled(_shared(first, second), second), _shared(second, first)
    low, high = low_end.value, high_end.value
    if low > high and first.kind == second.kind == "measure":  # "a field of 9 kV/cm to 3 kV/cm"
        low, high = high, low
    if low_end.shares != high_end.shares or low >= high:
        return None
    return _spanned(text, low_end, high_end, low, high)


def _is_range_gap(text: str, first: Figure, second: Figure) -> bool:
    gap = first.end, second.start
    before = max(0, first.start - 20), first.start
    if _AND.fullmatch(text, *gap):
        return bool(_BETWEEN.search(text, *before))
    if _OR.fullmatch(text, *gap):
        return (
            first.is_bare
            and "words" in (first.form, second.form)
            and second.value == first.value + 1
        )
    if _HYPHEN.fullmatch(text, *gap):
        if first.form == second.form == "words" and "to" not in text[slice(*gap)]:
            return False  # "three-nought-four"
        return not is_tally(text, first.start, second.end) or not second.is_bare
    if not _TO.fullmatch(text, *gap):
        return False
    if not first.is_bare and first.end != first.number[1] and second.is_bare:
        return False  # "rose 6.5% to 164"
    sentence = text[max(0, first.start - 60) : first.start]
    if _is_from(text, first):
        sentence, _, words = sentence.lower().rpartition("from")
        if words.startswith(" the "):  # "below the forecast, down from the $89 to $93 billion"
            return True
        spread, change = _RANGE_CUE.search(sentence), _CHANGE_CUE.search(sentence)
        return not change or bool(spread and spread.start() > change.start())
    if not _CHANGE_CUE.search(sentence):
        return True
    if _BY.search(text, *before) and not first.is_bare:  # "could rise by 5% to 7%"
        return second.value <= 2 * first.value
    # "fell by 1 to 1.5 degrees" is a range, "rose by 12,000 to 84,000" and "rose $3 to $84" are not
    return first.is_bare and (not second.is_bare or second.value <= 3 * first.value)


def _spanned(text: str, first: Figure, second: Figure, low: Decimal, high: Decimal) -> Figure:
    between = _BETWEEN.search(text, max(0, first.start - 20), first.start)
    return replace(
        first, start=between.start() if between else first.start, end=second.end,
        number=(first.number[0], second.number[1]), low=low, high=high,
        modifier="between", per=second.per or first.per, doubt="",
    )  # fmt: skip
