"""What bounds or blurs a figure: "just over", "no fewer than", "or more"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .candidates import Figure, merge_pairs
from .lexicon.modifiers import AFTER, BEFORE, OVER_CONTEXT, OVER_PARTICLE
from .values import Modifier

_BEFORE = re.compile(
    r"(?:(?<![\w-])|(?=[<>~≥≤≈]))(?:"
    + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in BEFORE)
    + r")\s?(?:an?\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?,?\s?(?:" + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in AFTER) + ")",
    re.IGNORECASE,
)
_AND_ENDS = re.compile(r"\s?(?:[.,;:)!?]|$|in\b|of\b|are\b|were\b|have\b)")
_BARE_OVER = re.compile(r"(?:over|above|under|below|around)\s?(?:an?\s)?", re.IGNORECASE)
_OVER_PARTICLE = re.compile(rf"\b(?:{OVER_PARTICLE})\s$", re.IGNORECASE)
_OVER_CONTEXT = re.compile(rf"\b(?:{OVER_CONTEXT})\s$", re.IGNORECASE)
_LONGEST_MODIFIER = 44


def with_modifier(text: str, figure: Figure) -> Figure:
    """The figure with the bound around it: "just over", "no fewer than", "or more"."""
    window = max(0, figure.start - _LONGEST_MODIFIER)
    before = _BEFORE.search(text, window, figure.start)
    if before and not _says_when(text, figure, before):
        name: Modifier = before.lastgroup  # type: ignore[assignment]
        figure = replace(figure, start=before.start())
        if figure.modifier not in ("between", "at_least"):
            figure = bounded(figure, name)
    after = _AFTER.match(text, figure.end)
    if after and not (" and " in after.group() and not _AND_ENDS.match(text, after.end())):
        figure = replace(figure, end=after.end())
        if figure.modifier != "between":
            figure = bounded(figure, after.lastgroup)  # type: ignore[arg-type]
    return figure


def bounded(figure: Figure, modifier: Modifier) -> Figure:
    value = figure.value
    low = None if modifier in ("at_most", "less_than") else value
    high = None if modifier in ("at_least", "more_than") else value
    return replace(figure, modifier=modifier, low=low, high=high)


def _says_when(text: str, figure: Figure, before: re.Match[str]) -> bool:
    """Whether the words before are no bound: "fought over two days", "handed over two boats"."""
    if _OVER_PARTICLE.search(text, max(0, before.start() - 14), before.start()):
        return before.group().lstrip().lower().startswith("over")
    if figure.kind != "duration" or not _BARE_OVER.fullmatch(before.group().lstrip()):
        return False
    return not _OVER_CONTEXT.search(text, max(0, before.start() - 10), before.start())


_EQUIVALENT = re.compile(r"\s?\((?:or\s)?|\s?/\s?|,\sor\s")


def share_bounds(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, a repetition in another unit bounded alike: "more than 100 km (62 miles)"."""
    shared: list[Figure] = []
    for figure in figures:
        before = shared[-1] if shared else None
        if before and _is_equivalent(text, before, figure):
            figure = bounded(figure, before.modifier)
        shared.append(figure)
    return shared


def _is_equivalent(text: str, before: Figure, figure: Figure) -> bool:
    if figure.modifier != "exact" or before.modifier in ("exact", "between"):
        return False
    if figure.kind != before.kind or figure.kind not in ("measure", "money"):
        return False
    return figure.shares != before.shares and bool(
        _EQUIVALENT.fullmatch(text, before.end, figure.start)
    )


_BOTH = re.compile(r",?\s(?:and|but)\s(?:is\s)?|,\s")
_LOWER, _UPPER = ("at_least", "more_than"), ("at_most", "less_than")


def merge_bounds(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, a lower and an upper bound made one: "greater than 100 and smaller than 300"."""
    return merge_pairs(text, figures, _interval)


def _interval(text: str, first: Figure, second: Figure) -> Figure | None:
    if not _BOTH.fullmatch(text, first.end, second.start) or first.form == "vague":
        return None
    pair = (first.modifier in _LOWER, second.modifier in _UPPER)
    turned = (first.modifier in _UPPER, second.modifier in _LOWER)
    if not (all(pair) or all(turned)) or not (first.is_bare or first.shares == second.shares):
        return None
    low, high = (first.low, second.high) if all(pair) else (second.low, first.high)
    if low is None or high is None or low >= high:
        return None
    return replace(
        second, start=first.start, number=(first.number[0], second.number[1]),
        low=low, high=high, modifier="between", doubt="",
    )  # fmt: skip
