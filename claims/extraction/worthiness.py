"""Check-worthiness: how much a statement deserves a fact-checker's time.

A visible sum of named parts, clipped to 0..1. Each part is one function: it
says its reason and weight, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from .records import Attribution, DateSpan, Quantity, Reason


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim's words and what was found in and around them."""

    text: str
    tokens: TokenSpan | None
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]
    attributions: tuple[Attribution, ...]


Part = Callable[[Statement], Reason | None]


def check_worthiness(statement: Statement) -> tuple[float, tuple[Reason, ...]]:
    """The sum of the parts, 0..1, and the parts, strongest first."""
    reasons = [reason for part in PARTS if (reason := part(statement))]
    reasons.sort(key=lambda reason: -abs(reason.weight))
    total = round(sum(reason.weight for reason in reasons), 4)
    return min(1.0, max(0.0, total)), tuple(reasons)


def _figure(statement: Statement) -> Reason | None:
    """A figure: "prices rose [4%]"."""
    return Reason("states a figure", 0.3) if statement.quantities else None


def _speaker(statement: Statement) -> Reason | None:
    """A named speaker: "prices fell, [Ms Doe] said"."""
    names = [a.speaker.name for a in statement.attributions if a.speaker and a.speaker.name]
    return Reason(f"named speaker: {names[0]}", 0.12) if names else None


PARTS: tuple[Part, ...] = (_figure, _speaker)
