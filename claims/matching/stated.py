"""What one text states, read from its characters alone: words, names, figures, days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from claims.figures import Measured

from .measuring import figures_in, measured_in
from .moments import Moment, moments
from .tokens import Words, concepts_in


@dataclass(frozen=True, slots=True)
class Stated:
    """What one text, or one claim's rows, state.

    ``words`` are its content stems in order, figures and days left out; ``names`` the stems of
    its capitalised words, ``places`` those behind "in" or "near". ``moments`` are the days that
    it speaks of, ``beside`` what stands around each, as :attr:`Measured.near` does for a figure.
    """

    text: str
    words: tuple[str, ...]
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    figures: tuple[Measured, ...] = ()
    moments: tuple[Moment, ...] = ()
    beside: tuple[Mapping[str, float], ...] = ()
    negated: bool = False
    published: date | None = None
    speakers: frozenset[str] = frozenset()
    subject: tuple[str, str] = ("", "")
    named: frozenset[str] = frozenset()


def stated_in(
    text: str,
    published: date | None = None,
    speakers: Iterable[str] = (),
    figures: Iterable[Any] | None = None,
) -> Stated:
    """What a text states, without a parse.

    ``figures`` are those of its rows in the database, which say more than the characters do:
    objects with the fields of a ``Quantity``, of which ``start`` and ``end`` count from where
    this text begins. Without them the text's own figures are read.
    """
    days = moments(text, published)
    spans = [(day.start, day.end) for day in days]
    found: list[Any] = list(figures_in(text, spans) if figures is None else figures)
    words = Words(text, [*spans, *((figure.start, figure.end) for figure in found)])
    measured, is_denial = measured_in(words, found, with_zeros=figures is None)
    return Stated(
        text,
        tuple(token.concept for token in words.tokens if token.concept),
        frozenset(token.concept for token in words.tokens if token.is_name),
        frozenset(token.concept for token in words.tokens if token.is_place).union(
            *(concepts_in(getattr(figure, "place", "")) for figure in found)
        ),
        tuple(measured),
        tuple(days),
        tuple(words.near(day.start, day.end) for day in days),
        is_denial,
        published,
        frozenset(speakers),
        words.subject(),
        words.names_at_the_start(),
    )
