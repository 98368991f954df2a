"""Figures read from characters alone: value, unit, currency, modifier, range, ratio, rank.

:func:`read_figures` proposes candidates over the untouched text, longest match
first and rejected stretches taken out. What needs syntax (what is counted, what
a figure is part of, whether it is the size of a change) comes later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from .ages import with_age, with_age_limit
from .bounds import bounded, merge_bounds, share_bounds, with_modifier
from .candidates import Figure
from .compounds import merge_compounds
from .indices import with_points
from .inflection import words_pattern as words
from .lexicon.names import OPEN_PREFIXES
from .lexicon.numerals import MULTIPLES, ORDINALS
from .multiples import as_multiple, folds, multiples, with_factor
from .numerals import NUMBER_WORDS, Numeral, scan
from .ranges import merge_ranges
from .ranks import ranks
from .ratios import merge_ratios
from .rejection import Stretch
from .sharing import share_units
from .units import (
    Currency,
    currency_at,
    currency_before,
    per_at,
    points_at,
    pound_at,
    scale_at,
    unit_at,
)
from .values import Change, Modifier

_ANY = re.compile(
    rf"\d|[½⅓⅔¼¾]|\b(?:{words(NUMBER_WORDS)}|{words(ORDINALS)}|several|few|twice|thrice)s?(?!\w)"
    rf"|\b(?:{words(MULTIPLES)})|fold\b",
    re.IGNORECASE,
)


def may_hold_figures(text: str) -> bool:
    """A quick look that spares most paragraphs the rest."""
    return bool(_ANY.search(text))


def read_figures(text: str, blocked: Sequence[Stretch]) -> list[Figure]:
    """The candidates of a text in order; none touches a blocked stretch or another."""
    rejected = Taken(blocked)
    special = [
        figure for figure in (*ranks(text), *multiples(text)) if not rejected.touches(figure.number)
    ]
    taken = Taken([*blocked, *(figure.number for figure in special)])
    plain = single_figures(text, taken)
    for merge in (merge_compounds, merge_ratios, merge_ranges, share_units):
        plain = merge(text, plain)
    bounded = merge_bounds(text, [_modified(text, figure) for figure in plain])
    bounded = share_bounds(text, bounded)
    found = sorted((*special, *bounded), key=lambda figure: (figure.start, -figure.end))
    return _without_overlaps(found)


def single_figures(text: str, taken: Taken) -> list[Figure]:
    """A figure for each number by itself, in order, those of taken stretches left out."""
    found = [figure for figure in folds(text) if not taken.touches(figure.number)]
    last_end = -_FAR
    for numeral in scan(text):
        if taken.touches((numeral.start, numeral.end)):
            continue
        if figure := _read_figure(text, numeral, last_end):
            found.append(figure)
            last_end = figure.end
    return sorted(found, key=lambda figure: figure.start)


def _modified(text: str, figure: Figure) -> Figure:
    return with_factor(text, with_age_limit(text, with_modifier(text, figure)))


class Taken:
    """Stretches in their order, those that overlap made one, so that one look-up tells."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, stretch: Stretch) -> bool:
        last = bisect_left(self._starts, stretch[1]) - 1
        return last >= 0 and self._ends[last] > stretch[0]


def _without_overlaps(figures: Sequence[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in figures:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
        elif figure.number[0] >= kept[-1].end:
            kept.append(replace(figure, start=kept[-1].end))
    return kept


# ------------------------------------------------------------------ one figure

_DASHES = "-‐‑–—−"
_FAR = 3  # characters from the figure before that no range bridges without a space
_GLUED_BEFORE = re.compile(r"(?:\w|\w[-‐‑/.:&]|[#@_/^])$")
_GLUED_AFTER = re.compile(r"(?![x×]\d)[^\W_]")
_TIMES_BEFORE = re.compile(r"\d[x×]$")
_OPEN_PREFIX = re.compile(rf"(?:{words(OPEN_PREFIXES)})$", re.IGNORECASE)
_AGE_LIMIT, _GROUP = re.compile(r"\b(?:over|under)-$", re.IGNORECASE), re.compile(r"\d{1,3}s\b")
_MINUS = re.compile(
    r"(?:(?<![\w)])[-−–]|(?<!plus\sor\s)\b(?:minus|negative)[\s-])\s?$", re.IGNORECASE
)
_SIGN_INSIDE = re.compile(r"[-−]")
_SIGN_OR_BRACKET = re.compile(r"[-−]|(?<=\S)\(")
_PLUS = re.compile(r"(?<!\w)\+$")
_OF_A_UNIT = re.compile(r"\s(?:of\s)?an?(?=\s)")
_MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:(?P<glued>[\s-])|\s(?:of|at)\s(?:(?:about|around|at\sleast)\s)?)$",
    re.IGNORECASE,
)
_A_UNIT_AND = re.compile(r"\b(?P<article>an?)(?P<unit>\s[a-z]+)\sand\s$", re.IGNORECASE)
_AND_A_PART = re.compile(
    r"a\s\w+\b(?!\sof\s(?:the|them|those|these|all|its|his|her|our|their)\b)", re.IGNORECASE
)
_BOUND_INSIDE = re.compile(r"(?:-?\s?plus|\+|-odd|\sor\smore|\sor\sso)(?=\s)")
_BOUNDS_INSIDE: dict[str, Modifier] = {"plus": "at_least", "+": "at_least", "more": "at_least"}


def _read_figure(text: str, numeral: Numeral, last_end: int) -> Figure | None:
    """One numeral with sign, currency and unit: "-$5", "EUR1.1 billion", "12 per cent".

    ``last_end``: where the figure before ends. A hyphen behind it makes a range: "2%-3%".
    """
    start, end = numeral.start, numeral.end
    in_digits = text[start].isdigit() or numeral.form == "digits"
    before = _currency_before(text, start) if in_digits else None
    if before:
        start = before.start
    elif _is_glued(text, start, follows=start - last_end < _FAR):
        return None
    value, start, change = _signed(text, numeral, start, last_end)
    figure = Figure(
        start, end, (numeral.start, end), value, value, "count",
        change=change, scale=numeral.scale, form=numeral.form,
    )  # fmt: skip
    figure = _with_unit(text, figure, before)
    if figure.is_bare and figure.form != "vague":
        figure = as_multiple(text, figure)
    inside = _BOUND_INSIDE.match(text, end)
    if inside and figure.end > inside.end():
        figure = bounded(
            figure, _BOUNDS_INSIDE.get(re.split(r"[\s-]", inside.group())[-1], "about")
        )
    if figure.end == numeral.end and _GLUED_AFTER.match(text, end):
        return None
    figure = with_points(text, _with_magnitude(text, with_age(text, figure)))
    if numeral.form == "vague":
        return replace(figure, high=None, modifier="at_least")
    if numeral.form == "fraction" and figure.kind == "count" and figure.value < 1:
        return replace(figure, kind="ratio")
    return _with_doubt(text, figure)


def _currency_before(text: str, start: int) -> Currency | None:
    """The currency that ends before the number, its sign or bracket: "$5", "$-5", "$(5)m"."""
    if start and _SIGN_OR_BRACKET.fullmatch(text, start - 1, start):
        return currency_before(text, start - 1)
    return currency_before(text, start)


def _is_glued(text: str, start: int, follows: bool) -> bool:
    """Whether the digits end a longer word: "F-16", "under-20"; not "10x12-foot", "over-65s"."""
    if follows or _OPEN_PREFIX.search(text, max(0, start - 8), start):
        return False
    if _AGE_LIMIT.search(text, max(0, start - 6), start) and _GROUP.match(text, start):
        return False
    if _TIMES_BEFORE.search(text, max(0, start - 2), start):
        return False
    return bool(_GLUED_BEFORE.search(text, max(0, start - 2), start))


def _signed(
    text: str, numeral: Numeral, start: int, last_end: int
) -> tuple[Decimal, int, Change | None]:
    """The value with its sign and where the sign begins: "minus 5", "-$3", "+0.2%"."""
    if _SIGN_INSIDE.fullmatch(text, numeral.start - 1, numeral.start) and start < numeral.start:
        return -numeral.value, start, None
    window = max(0, start - 10)
    is_signed = numeral.form != "vague" and not _is_dash(text, last_end, start)
    minus = _MINUS.search(text, window, start) if is_signed else None
    if minus and (minus.group()[0] not in "-−–" or not minus.group().endswith(" ")):
        return -numeral.value, minus.start(), None
    if numeral.form == "digits" and (plus := _PLUS.search(text, window, start)):
        return numeral.value, plus.start(), "increase"
    return numeral.value, start, None


def _is_dash(text: str, last_end: int, start: int) -> bool:
    """Whether only a dash stands between two figures, which is no sign: "2%-3%", "2%--3%"."""
    return start - last_end <= _FAR and not text[last_end:start].strip(_DASHES)


def _with_unit(text: str, figure: Figure, before: Currency | None) -> Figure:
    """The figure with the currency or unit that stands before or after it."""
    if before:
        after = currency_at(text, figure.end)
        end = after.end if after and after.code == before.code else figure.end
        end = _skip_country(text, end)
        return replace(figure, end=end, kind="money", currency=before.code, per=per_at(text, end))
    at = figure.end
    if suffix := _BOUND_INSIDE.match(text, at):
        at = suffix.end()
    if figure.form == "fraction" and (article := _OF_A_UNIT.match(text, at)):
        at = article.end()
    if figure.form == "vague" and text.startswith(" of ", at):
        at += 3
    currency = currency_at(text, at, scaled=figure.scale >= 1_000_000)
    unit = unit_at(text, at) or points_at(text, at) or scale_at(text, at)
    unit = unit or (None if currency else pound_at(text, at))
    if figure.form == "fraction" and not (unit or currency):
        return _with_whole(text, figure)
    if currency and (unit is None or currency.end >= unit.end):
        amount = figure.value * currency.factor
        end = currency.end
        return replace(
            figure, end=end, low=amount, high=amount,
            kind="money", currency=currency.code, per=per_at(text, end),
        )  # fmt: skip
    if unit:
        per = per_at(text, unit.end) if unit.kind in ("percent", "duration") else None
        return replace(figure, end=unit.end, kind=unit.kind, unit=unit.name, per=per)
    return figure


def _with_whole(text: str, figure: Figure) -> Figure:
    """The figure with the one unit it is added to: "a mile and a quarter" is 1.25 miles.

    "An hour and a third of the crowd" stays a third: what it is a part of follows.
    """
    if not _AND_A_PART.match(text, figure.start):
        return figure
    found = _A_UNIT_AND.search(text, max(0, figure.start - 30), figure.start)
    unit = unit_at(text, found.end("article")) if found else None
    if not found or not unit or unit.end != found.end("unit"):
        return figure
    value = 1 + figure.value
    start = found.start()
    return replace(figure, start=start, low=value, high=value, kind=unit.kind, unit=unit.name)


def _skip_country(text: str, end: int) -> int:
    """The end of the figure, or of the country behind it: "$75 U.S. per barrel", "$500 US bail"."""
    found = re.compile(r"\s(?:U\.S\.|US)(?=\s(?:per|an?|bail)\b)").match(text, end)
    return found.end() if found else end


def _with_magnitude(text: str, figure: Figure) -> Figure:
    """The figure as a magnitude, where the word stands before it: "magnitude 6.1"."""
    start = figure.start
    if not figure.is_bare or figure.kind != "count":
        return figure
    if not (found := _MAGNITUDE_BEFORE.search(text, max(0, start - 34), start)):
        return figure
    start = found.start() if found["glued"] else start
    return replace(figure, start=start, kind="measure", unit="magnitude", doubt="")


def _with_doubt(text: str, figure: Figure) -> Figure:
    """What only syntax can tell: "one" may be a pronoun, "2018" a year, "Model 3" a name."""
    if not figure.is_bare or figure.scale != 1 or figure.kind == "multiple":
        return figure
    number = text[slice(*figure.number)]
    if number.lower() == "one" and figure.value > 0:
        return replace(figure, doubt="pronoun")
    if figure.form == "words" and number[0].isupper():
        return replace(figure, doubt="title")
    if len(number) == 4 and number.isdigit() and 1500 <= figure.value < 2200:
        return replace(figure, doubt="year")
    if len(number) <= 4 and "." not in number:
        return replace(figure, doubt="name")
    return figure
