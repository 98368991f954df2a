"""Two numbers that are the ends of a range: "5 to 10", "$10-15 billion"; a rule for each form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from .candidates import Figure
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
from .pairs import Pair, merged, rules
from .rejection import is_tally

_TO_WORDS = (
    r"-?\s(?:to|through|until|(?:and\s)?up\sto)\s(?:-|about\s|around\s|as\smuch\sas\s)?|-to-"
)
_TO = re.compile(_TO_WORDS)
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
_COUNTS = re.compile(r"\s(?!was|has|this|his|its|less|plus|versus|across)[a-z]{3,}s\b")
_BETWEEN = re.compile(
    r"\bbetween\s(?:about\s|around\s|roughly\s|the\s)?(?:the\s)?(?:ages\sof\s)?$", re.IGNORECASE
)
_FROM = re.compile(
    r"\bfrom\s(?:the\s)?(?:between\s|about\s|around\s|as\slow\sas\s|roughly\s)?$", re.IGNORECASE
)
_OLDEST = 115  # years
_NEAR = 30  # characters in front that hold "between about the ages of", "from as low as"
_CLAUSE = 60  # characters in front in which a word of change or of spread decides
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
    ranges = merged(text, _share_from_to(text, figures), RANGES)
    return _share_from_to(text, ranges)  # "from 24 to 33-35 million"


# ------------------------------------------------------------------ units that both ends have


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
    if not figure.is_bare or figure.kind != "count" or other.kind == "ratio":
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
    return bool(_FROM.search(text, max(0, figure.start - _NEAR), figure.start))


# ------------------------------------------------------------------ the readings


def _margin(pair: Pair) -> Figure | None:
    """A figure with what it may be off by on either side."""
    if not _are_points(pair):
        return None
    value, margin = pair.first.value, pair.second.value
    like = _shared(pair.first, pair.second)
    return _between(pair, like, value - margin, value + margin)


def _range_if(holds: Callable[[Pair], bool]) -> Callable[[Pair], Figure | None]:
    """A reading: the range between the two, where they are ends of one."""

    def reading(pair: Pair) -> Figure | None:
        return _range(pair) if _are_points(pair) and holds(pair) else None

    return reading


def _are_points(pair: Pair) -> bool:
    """Is either a single value, and neither a range or open?"""
    first, second = pair.first, pair.second
    return None not in (first.high, second.high) and first.low == first.high


def _range(pair: Pair) -> Figure | None:
    first, second = _of_one_age(pair.first, pair.second)
    low_end, high_end = _scaled(_shared(first, second), second), _shared(second, first)
    low, high = low_end.value, high_end.value
    if low > high and first.kind == second.kind == "measure":  # "a field of 9 kV/cm to 3 kV/cm"
        low, high = high, low
    if low_end.shares != high_end.shares or low >= high:
        return None
    return _between(pair, low_end, low, high)


def _of_one_age(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Both as ages where the first is one: "aged 8-10 years", "aged 6 to 18 months"."""
    if first.kind == "age" and second.kind == "duration" and first.end == first.number[1]:
        return replace(first, unit=second.unit), replace(second, kind="age", per=None)
    return first, second


_SECONDS_BEFORE = re.compile(
    r"\b(?:in|within|after|t(?:ook|akes?|aken)|last(?:s|ed|ing)?|every|about|around|h[eo]ld|wait(?:ed)?|only"
    r"|just|by|than|under|over|of)\s(?:just\s|about\s)?$"
)
_GROUP_ENDS = (4, 9)  # "18-24s", "50-59s"


def _age_group(pair: Pair) -> Figure | None:
    """People by their age, "18-24s", unless they are seconds: "ran it in 10-11s"."""
    first, second = pair.first, pair.second
    letter = pair.text[second.number[1] : second.end]
    if letter != "s" or not first.is_bare or first.kind != "count":
        return None
    if not first.value < second.value <= _OLDEST or first.value % 1 or second.value % 1:
        return None
    is_usual = second.value % 10 in _GROUP_ENDS and second.value >= 2 * _GROUP_ENDS[1]
    if not is_usual and _SECONDS_BEFORE.search(pair.before(_NEAR)):
        return None
    like = replace(first, kind="age", unit="year")
    return _between(pair, like, first.value, second.value)


def _between(pair: Pair, like: Figure, low: Decimal, high: Decimal) -> Figure:
    """The figure from low to high, a "between" in front taken in."""
    first, second = pair.first, pair.second
    between = _BETWEEN.search(pair.text, max(0, first.start - _NEAR), first.start)
    return replace(
        pair.as_one(like, low, high), start=between.start() if between else first.start,
        modifier="between", per=second.per or first.per,
    )  # fmt: skip


# ------------------------------------------------------------------ which two are ends of a range


def _is_between(pair: Pair) -> bool:
    return bool(_BETWEEN.search(pair.before(_NEAR)))


def _are_neighbours(pair: Pair) -> bool:
    """In words, and the second one more: "one or two ships", not "12 or 13"."""
    first, second = pair.first, pair.second
    in_words = "words" in (first.form, second.form)
    return first.is_bare and in_words and second.value == first.value + 1


def _has_dash(pair: Pair) -> bool:
    """Not "three-nought-four", and not "a 52-48 vote", which is a tally."""
    first, second = pair.first, pair.second
    if first.form == second.form == "words" and "to" not in pair.gap:
        return False
    return not is_tally(pair.text, first.start, second.end) or not second.is_bare


def _goes_to(pair: Pair) -> bool:
    """Not "rose 6.5% to 164", "from 3% to 5%", "rose by 12,000 to 84,000": levels and changes."""
    first, second = pair.first, pair.second
    if not first.is_bare and first.end != first.number[1] and second.is_bare:
        return False
    sentence = pair.before(_CLAUSE)
    if _is_from(pair.text, first):
        return _spreads_from(sentence)
    if not _CHANGE_CUE.search(sentence):
        return True
    if _BY.search(sentence) and not first.is_bare:  # "could rise by 5% to 7%"
        return second.value <= 2 * first.value
    # "fell by 1 to 1.5 degrees" is a range, "rose by 12,000 to 84,000" and "rose $3 to $84" are not
    return first.is_bare and (not second.is_bare or second.value <= 3 * first.value)


def _spreads_from(sentence: str) -> bool:
    """Does a from-to give a spread: "sizes from 3 to 5", "from the $89 to $93 billion"?"""
    sentence, _, words = sentence.lower().rpartition("from")
    if words.startswith(" the "):
        return True
    spread, change = _RANGE_CUE.search(sentence), _CHANGE_CUE.search(sentence)
    return not change or bool(spread and spread.start() > change.start())


RANGES = rules(
    (r"\s?[-–—]\s?|-to-|\sto\s", _age_group, "Support is highest among 18-24s."),
    (r"\s?(?:\+\s?/\s?[-−]|±)\s?", _margin, "The support was 40% ± 3%."),
    (r"-?\sand\s", _range_if(_is_between), "Between 40 and 60 cars burned."),
    (r"-?\sor\s", _range_if(_are_neighbours), "They lacked three or four players."),
    (
        r"-?\s?[-–—~]\s?-?(?:to\s?-?)?|-?\sto\s?-",
        _range_if(_has_dash),
        "The tax raises $10-15 billion.",
    ),
    (_TO_WORDS, _range_if(_goes_to), "The pipe is 5 to 10 km long."),
)
