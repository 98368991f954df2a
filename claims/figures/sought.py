"""A figure that somebody looks for, and which stated figures are it.

What our own columns print is read too: "−12 %", "≥ 16", "×2", "40 pp", "EUR 1 bn–1.5 bn".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Protocol

from .converting import in_common, measure_of
from .inflection import singular, verb_forms, words_pattern
from .interval import UNBOUNDED, Interval, StatedFigure, implied_interval
from .labels import SYMBOLS
from .lexicon.changes import AFFECTING_VERBS, BEFORE, CHANGE_NOUNS, MOVING_VERBS
from .lexicon.conversions import CONVERSIONS
from .typed import TypedFigure, read_figure
from .values import Change

# Kinds that only the same kind is: "no. 3" is not 3 km
_OF_THEIR_OWN = frozenset({"rank", "multiple"})
# Two units of one thing are taken for one figure where the stated values are so near: 1 km
# is 1,000 m and 0.6 miles, and not 700 m, though a rounded 1 km could be.
_NEAR = Decimal("0.05")

_BOUND = re.compile(r"\s*(?P<sign>[<>]=?|[≤≥])?\s*(?P<figure>.*)", re.DOTALL)
_SIGNS = {"≥": ">=", "≤": "<=", None: "="}
_SIGN_OF = {"at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<"}
_SIZE = re.compile(r"(?P<about>~?\s?)(?:(?P<plus>\+)|[-−–]|minus\s)\s?")
# What columns print in front of a number, and people write behind it: "×2", "2x", "2 times"
_MARKED = re.compile(
    r"(?P<about>~?\s?)(?:(?P<rank>no\.\s?)|[×x]\s?)(?P<number>\d.*)"
    r"|(?P<times>\d[\d.,–-]*)\s?(?:[×x]|times)"
)
_FRACTION = re.compile(r"(?P<part>\d+)/(?P<whole>\d+)")
_NEGATIVE_ENDS = re.compile(r"[-−](?P<low>[\d.,]+)\s?[–-]\s?[-−](?P<rest>[\d.,]+.*)")
# "1.4m" is 1.4 million to whoever types it; with a space, as our columns print it, metres
_MILLIONS = re.compile(r"(?P<number>.*\d)(?P<gap>\s?)m")
_NAMES = {symbol: name for name, symbol in SYMBOLS.items()}


def _forms() -> dict[str, Change]:
    """Every word that gives the figure behind it a direction: "down", "fell", "drop"."""
    forms = dict(BEFORE)
    for verb, change in (MOVING_VERBS | AFFECTING_VERBS).items():
        forms.update(dict.fromkeys(verb_forms(verb), change))
    return forms | CHANGE_NOUNS


_DIRECTIONS = _forms()
# A word of direction and its preposition: "down 12%", "fell by 12%", "a drop of 12%"; what
# stands behind "up to" and "down to" is a level
_DIRECTION = re.compile(
    rf"(?:an?\s)?(?P<word>{words_pattern(_DIRECTIONS)})\s(?!to\b)(?:(?:by|of)\s)?", re.IGNORECASE
)


class Stated(StatedFigure, Protocol):
    """A figure that was found in a text, as a row holds it."""

    @property
    def change(self) -> str | None: ...
    @property
    def interval(self) -> Interval: ...


@dataclass(frozen=True, slots=True)
class _Measured:
    """A stretch of numbers with the measure it is in."""

    kind: str
    unit: str | None
    currency: str | None
    interval: Interval


@dataclass(frozen=True, slots=True)
class Span:
    """Where the stated figures that can fit lie: between two numbers of one measure.

    ``key`` names the measure as :func:`key_of` does; ``None`` is any.
    """

    key: str | None
    least: Decimal
    most: Decimal


@dataclass(frozen=True)
class Sought:
    """A figure that is looked for: itself ("="), or what lies beyond it (">", ">=", "<", "<=")."""

    sign: str
    figure: TypedFigure
    change: Change | None = None

    @cached_property
    def least(self) -> Decimal:
        """The smallest that was typed."""
        low, high = self.figure.low, self.figure.high
        return _stated(high if low is None else low)

    @cached_property
    def most(self) -> Decimal:
        """The largest that was typed."""
        low, high = self.figure.low, self.figure.high
        return _stated(low if high is None else high)

    @cached_property
    def _meant(self) -> _Measured:
        """All that may fit: what rounding leaves open, or everything beyond."""
        if self.sign in {">", ">="}:
            interval = Interval(self._rounded.least, UNBOUNDED)
        elif self.sign in {"<", "<="}:
            interval = Interval(-UNBOUNDED, self._rounded.most, has_most=True)
        else:
            interval = implied_interval(self.figure)
        return _Measured(self.figure.kind, self.figure.unit, self.figure.currency, interval)

    def spans(self) -> Iterator[Span]:
        """Where to look, in each unit that the figure can be stated in."""
        least, most = self._meant.interval.least, self._meant.interval.most
        if self._is_bare:
            yield Span(None, least, most)
            return
        own = key_of(self.figure.kind, self.figure.unit, self.figure.currency)
        yield Span(own, least, most)
        measure = measure_of(self._meant)
        base = in_common(self._meant).interval
        if measure == "share" and own != "ratio":
            yield Span("ratio", base.least / 100, base.most / 100)
        for unit, size in CONVERSIONS.items():
            if size.dimension == measure and unit != own:
                ends = [
                    _unbounded(end) or (end - size.shift) / factor
                    for end in (base.least, base.most)
                    for factor in (size.factor, size.most)
                ]
                yield Span(unit, min(ends), max(ends))

    @property
    def _is_bare(self) -> bool:
        """Whether a number alone was typed, which any figure can be: 12 is EUR 12, too."""
        figure = self.figure
        return not (figure.unit or figure.currency or figure.kind in {*_OF_THEIR_OWN, "ratio"})

    def fits(self, stated: Stated) -> bool:
        """Whether the stated figure is what is looked for.

        An open-ended one ("more than 100") is found by its end, else every number above
        would find it.
        """
        if self.change and stated.change != self.change:
            return False
        mine, other = self._meant, _ends(stated)
        if self._is_bare or self._is_of(stated):
            return self._holds(stated, mine.interval, stated.interval, self._typed, other) or (
                self._is_printed_so(stated, other)
            )
        if self.figure.kind in _OF_THEIR_OWN or self.figure.currency:
            return False
        found = replace(mine, kind=stated.kind, unit=stated.unit, currency=stated.currency,
                        interval=stated.interval)  # fmt: skip
        if measure_of(mine) != measure_of(found):
            return False
        typed = in_common(replace(mine, interval=self._typed)).interval
        ends = in_common(replace(found, interval=other)).interval
        meanings = (in_common(mine).interval, in_common(found).interval)
        return self._holds(stated, *meanings, typed, ends) and (
            self.sign != "=" or _are_near(typed, ends)
        )

    def _is_of(self, stated: Stated) -> bool:
        """Whether both are in one unit, one currency, or ranks."""
        figure = self.figure
        if figure.currency or figure.kind in _OF_THEIR_OWN | {"ratio"}:
            return figure.currency == (stated.currency or None) and (
                bool(figure.currency) or figure.kind == stated.kind
            )
        return figure.unit == stated.unit and stated.kind not in _OF_THEIR_OWN

    @property
    def _typed(self) -> Interval:
        return Interval(self.least, self.most, has_most=True)

    @cached_property
    def _rounded(self) -> Interval:
        """What the end of an open figure can be where a column prints it as it was typed."""
        low, high = self.least, self.most
        return implied_interval(replace(self.figure, low=low, high=high, modifier="exact"))

    def _holds(
        self, stated: Stated, meant: Interval, means: Interval, typed: Interval, ends: Interval
    ) -> bool:
        """The comparison itself, all in one unit; ``ends`` are as stated, an open one twice."""
        if self.sign in {">", ">="}:
            at_end = self.sign == ">=" or stated.modifier == "more_than"
            return stated.low is not None and (
                ends.least > typed.least or (at_end and ends.least == typed.least)
            )
        if self.sign in {"<", "<="}:
            at_end = self.sign == "<=" or stated.modifier == "less_than"
            return stated.high is not None and (
                ends.most < typed.most or (at_end and ends.most == typed.most)
            )
        if stated.low is None or stated.high is None:
            return typed.least == typed.most == ends.least
        if typed.least == typed.most == 0:  # of nothing there is no rounding
            return ends.least <= 0 <= ends.most
        return meant.meets(means)

    def _is_printed_so(self, stated: Stated, ends: Interval) -> bool:
        """Whether it is open at that end, which a column rounds to what was typed."""
        is_open = stated.low is None or stated.high is None
        is_that_way = self.sign in {_SIGN_OF.get(stated.modifier), "="}
        return is_open and is_that_way and (self._rounded.least <= ends.least <= self._rounded.most)


def read_sought(text: str) -> list[list[Sought]]:
    """What the text may look for: what is looked for together, and each only where the
    one before finds nothing. Empty where the text is no figure.

    "1.4m" is 1.4 million, and 1.4 metres if there are none; "−12 %" is minus 12 percent
    and a fall of 12 percent.
    """
    bound = _BOUND.fullmatch(" ".join(text.split()))
    assert bound  # every text fits
    sign, written = _SIGNS.get(bound["sign"], bound["sign"]), bound["figure"]
    direction = _DIRECTION.match(written)
    if direction:
        changed = _read(sign, written[direction.end() :], _DIRECTIONS[direction["word"].lower()])
        return [changed] if changed else []
    found = _signed(sign, written)
    millions = _MILLIONS.fullmatch(written)
    if not (found and millions and found[0].figure.unit == "metre"):
        return [found] if found else []
    many = _signed(sign, f"{millions['number']} million")
    return [found, many] if millions["gap"] else [many, found]


def _signed(sign: str, written: str) -> list[Sought]:
    """The figure, and where it has a sign what stands behind that as the size of a change."""
    size = _SIZE.match(written)
    if not size:
        return _read(sign, written)
    changed = _read(
        sign, size["about"] + written[size.end() :], "increase" if size["plus"] else "decrease"
    )
    return changed if size["plus"] else [*_read(sign, written), *changed]


def _read(sign: str, written: str, change: Change | None = None) -> list[Sought]:
    """The figure that is written, if it is one."""
    figure = _figure(written)
    if figure is None:
        return []
    if (noun := figure.counted) and _unit_of(noun.text):
        figure = read_figure(f"{written[: figure.end]} {_unit_of(noun.text)}") or figure
    if sign == "=":
        sign = _SIGN_OF.get(figure.modifier, sign)
    return [Sought(sign, figure, change)]


def _figure(written: str) -> TypedFigure | None:
    """What is written, as sentences write it or as our columns do: "×2", "no. 3", "16/17"."""
    if marked := _MARKED.fullmatch(written):
        number = read_figure((marked["about"] or "") + (marked["number"] or marked["times"]))
        return number and replace(number, kind="rank" if marked["rank"] else "multiple")
    if ends := _NEGATIVE_ENDS.fullmatch(written):
        written = f"minus {ends['low']} to minus {ends['rest']}"
    elif (share := _FRACTION.fullmatch(written)) and not read_figure(written):
        written = f"{share['part']} over {share['whole']}"
    return read_figure(written)


def _unit_of(noun: str) -> str | None:
    """The unit that a column prints so and sentences do not: "pp", "magnitudes"."""
    name = _NAMES.get(noun) or singular(noun)
    return name if name in _NAMES.values() else None


def key_of(kind: str, unit: str | None, currency: str | None) -> str:
    """What the index of figures tells measures apart by: a kind of its own, or the unit."""
    return kind if kind in {*_OF_THEIR_OWN, "ratio"} else currency or unit or ""


def _stated(end: Decimal | None) -> Decimal:
    assert end is not None  # a figure has an end
    return end


def _ends(stated: Stated) -> Interval:
    """What is stated, from the smaller end to the larger; an open one counts as the other."""
    low, high = stated.low, stated.high
    least, most = (high if low is None else low), (low if high is None else high)
    return Interval(_stated(least), _stated(most), has_most=True)


def _unbounded(end: Decimal) -> Decimal | None:
    return end if abs(end) >= UNBOUNDED else None


def _are_near(one: Interval, other: Interval) -> bool:
    slack = _NEAR * max(abs(one.least), abs(one.most), abs(other.least), abs(other.most))
    return one.least - slack <= other.most and other.least - slack <= one.most
