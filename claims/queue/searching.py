"""Search over claims: by words, and by figures however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from claims.figures import UNBOUNDED, TypedFigure, implied_interval, read_figure
from claims.models import Mention, Quantity

# Sorting every hit of a common word took 50 to 160 times as long at a million claims;
# the newest of them are what a queue is for, and the page says so.
MOST_HITS = 1_000
_WORD = re.compile(r"[^\W_]+")
# Each looks a query up in its database's full-text index (migration 0004) and gives ids.
_LOOK_UP = {
    "sqlite": (
        "SELECT rowid FROM claims_claim_words WHERE claims_claim_words MATCH %s "
        "ORDER BY rowid DESC LIMIT %s"
    ),
    "postgresql": (
        "SELECT id FROM claims_claim "
        "WHERE to_tsvector('simple', wording || ' ' || speaker_label) @@ to_tsquery('simple', %s) "
        "ORDER BY id DESC LIMIT %s"
    ),
}
LONGEST_QUERY = 300
MOST_FIGURE_TOKENS = 6  # "between 10 and 15 billion euros"
_COMPARISON = re.compile(r"(?P<sign>[<>]=?)?\s*(?P<figure>.*)", re.DOTALL)
Rows = TypeVar("Rows", bound=QuerySet)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure that is looked for, or a bound: ">" 1,000,000,000 EUR."""

    sign: str
    figure: TypedFigure


def search(claims: Rows, query: str) -> Rows:
    """The claims that fit what was typed: a figure, words, or a figure and words.

    "1.1bn", "€1.1 billion" and "1,100,000,000" find the same claims; "84 drones"
    those with such a figure and the word.
    """
    figure, words = split_query(query)
    if figure is not None:
        claims = claims.filter(pk__in=_with_figure(figure))
    if words:
        claims = claims.filter(pk__in=_with_words(words))
    return claims


def split_query(query: str) -> tuple[Comparison | None, list[str]]:
    """The longest run of the query that reads as a figure, and its other words."""
    tokens = query[:LONGEST_QUERY].replace("quantity:", " ").split()
    for length in range(min(len(tokens), MOST_FIGURE_TOKENS), 0, -1):
        for start in range(len(tokens) - length + 1):
            compared = _read_comparison(" ".join(tokens[start : start + length]))
            if compared:
                rest = tokens[:start] + tokens[start + length :]
                if counted := compared.figure.counted:  # "84 drones": the drones are words
                    rest.append(counted.text)
                return compared, _WORD.findall(" ".join(rest))
    return None, _WORD.findall(" ".join(tokens))


def _read_comparison(text: str) -> Comparison | None:
    found = _COMPARISON.fullmatch(text)
    assert found  # every text fits
    figure = read_figure(found["figure"])
    return Comparison(found["sign"] or "=", figure) if figure else None


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
        return Q(low__gt=least) if wanted.sign == ">" else Q(low__gte=least)
    if wanted.sign in {"<", "<="}:
        return Q(high__lt=most) if wanted.sign == "<" else Q(high__lte=most)
    bounded = Q(least__gt=-UNBOUNDED, most__lt=UNBOUNDED)
    within = bounded & Quantity.meeting(implied_interval(wanted.figure))
    return within | Q(low=low, high=None) | Q(low=None, high=high)


def _with_words(words: list[str]) -> RawSQL:
    """Ids of the newest claims in which every word begins some word."""
    if connection.vendor == "sqlite":
        terms = " ".join(f'"{word}"*' for word in words)
    else:
        terms = " & ".join(f"{word}:*" for word in words)
    return RawSQL(_LOOK_UP[connection.vendor], [terms, MOST_HITS])  # noqa: S611 - bound values
