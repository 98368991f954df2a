"""Search over claims: by words, and by figures however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Q, QuerySet

from claims.figures import UNBOUNDED, TypedFigure, implied_interval, read_figure
from claims.models import Claim, Mention, Quantity

from .words import newest_with, read_words

# Sorting every hit of a common word took 50 to 160 times as long at a million claims;
# the newest of them are what a queue is for, and the page says so.
MOST_HITS = 1_000
LONGEST_QUERY = 300
MOST_FIGURE_TOKENS = 6  # "between 10 and 15 billion euros"
_COMPARISON = re.compile(r"(?P<sign>[<>]=?)?\s*(?P<figure>.*)", re.DOTALL)
Rows = TypeVar("Rows", bound=QuerySet)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure that is looked for, or a bound: ">" 1,000,000,000 EUR."""

    sign: str
    figure: TypedFigure


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: a figure and the words beside it, or words alone.

    ``text`` is all of it as words, empty where only a figure can be meant (">1bn").
    ``is_name``: the number may be a name's, as in "Boeing 737".
    """

    figure: Comparison | None
    words: str
    text: str
    is_name: bool = False


def search(claims: Rows, query: str) -> Rows:
    """The claims that fit what was typed: a figure, words, or a figure and words.

    "1.1bn", "€1.1 billion" and "1,100,000,000" find the same claims; "84 drones"
    those with such a figure and the word. A number that no figure fits, or one
    beside a name, is found as it is written too: "Resolution 1701", "Boeing 737".
    """
    read = read_query(query)
    if read.figure is None:
        return _with_words(claims, read.text)
    stating = Claim.objects.filter(pk__in=_with_figure(read.figure))
    if read_words(read.words):
        stating = _with_words(stating, read.words)
    found = list(stating.values_list("pk", flat=True))
    if read.is_name or not found:
        found += _with_words(Claim.objects.all(), read.text).values_list("pk", flat=True)
    return claims.filter(pk__in=found)


def read_query(query: str) -> Query:
    """The longest run of the query that reads as a figure, and its other words."""
    is_figure = "quantity:" in query
    tokens = query[:LONGEST_QUERY].replace("quantity:", " ").split()
    text = " ".join(tokens)
    for length in range(min(len(tokens), MOST_FIGURE_TOKENS), 0, -1):
        for start in range(len(tokens) - length + 1):
            end = start + length
            compared = _read_comparison(" ".join(tokens[start:end]))
            if compared:
                counted = compared.figure.counted  # "84 drones": the drones are words
                noun = [counted.text] if counted else []
                words = [*tokens[:start], *tokens[end:], *noun]
                beside = [*tokens[start - 1 : start], *tokens[end : end + 1], *noun]
                is_figure = is_figure or compared.sign != "="
                return Query(
                    compared,
                    " ".join(words),
                    "" if is_figure else text,
                    is_name=compared.figure.kind == "count" and _has_capital(beside),
                )
    return Query(None, text, text)


def _read_comparison(text: str) -> Comparison | None:
    found = _COMPARISON.fullmatch(text)
    assert found  # every text fits
    figure = read_figure(found["figure"])
    return Comparison(found["sign"] or "=", figure) if figure else None


def _has_capital(words: Iterable[str]) -> bool:
    return any(word[:1].isupper() for word in words)


def _with_words(claims: Rows, text: str) -> Rows:
    """Those of the newest claims that have all the words; none where there is no word."""
    words = read_words(text)
    return claims.filter(pk__in=newest_with(words, MOST_HITS)) if words else claims.none()


def _with_figure(wanted: Comparison) -> QuerySet[Mention, int]:
    """Claims of mentions with such a figure, the newest first.

    An open-ended figure ("more than 100") is found by its stated end only, else
    every number above would find it.
    """
    figures = Quantity.objects.live().filter(_fits(wanted))
    if wanted.figure.currency:
        figures = figures.filter(currency=wanted.figure.currency)
    elif wanted.figure.unit:
        figures = figures.filter(unit=wanted.figure.unit)
    mentions = Mention.objects.live().filter(quantities__in=figures)
    return mentions.order_by("-claim").values_list("claim", flat=True)[:MOST_HITS]


def _fits(wanted: Comparison) -> Q:
    low, high = wanted.figure.low, wanted.figure.high
    least, most = (high, high) if low is None else (low, low if high is None else high)
    if wanted.sign in {">", ">="}:
        beyond = Q(low__gt=least) | Q(low=least, modifier="more_than")
        return beyond if wanted.sign == ">" else Q(low__gte=least)
    if wanted.sign in {"<", "<="}:
        below = Q(high__lt=most) | Q(high=most, modifier="less_than")
        return below if wanted.sign == "<" else Q(high__lte=most)
    bounded = Q(least__gt=-UNBOUNDED, most__lt=UNBOUNDED)
    within = bounded & Quantity.meeting(implied_interval(wanted.figure))
    return within | Q(low=low, high=None) | Q(low=None, high=high)
