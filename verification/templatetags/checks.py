"""Filters for frozen content: plain JSON values become words, days and safe links."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.db.models import TextChoices

from verification import claimreview
from verification.models import Calculation, ContactAttempt, Rating, Source, VerdictVersion

register = template.Library()
register.filter("web", claimreview.web_address)

_LABELS: dict[str, type[TextChoices]] = {
    "calculation": Calculation.Kind,
    "contact": ContactAttempt.Outcome,
    "correction": VerdictVersion.CorrectionClass,
    "source": Source.Kind,
}


@register.filter
def mark(icon: str) -> str:
    """The sign of a rating's icon: "tick" is "✓"; "" for one that is no longer known."""
    return str(Rating.Icon(icon).label) if icon in Rating.Icon.values else ""


@register.filter
def word_for(value: str, what: str) -> str:
    """What people call a kind or outcome; the stored value where it has no name any more."""
    choices = _LABELS[what]
    return str(choices(value).label) if value in choices.values else value


@register.filter
def day(iso: str) -> date | None:
    """The day of "2025-09-05"; None for an empty string."""
    return date.fromisoformat(iso) if iso else None


@register.filter
def with_stance(evidence: list[dict[str, Any]], stance: str) -> list[dict[str, Any]]:
    """The pieces that speak so: supports, refutes or context."""
    return [piece for piece in evidence if piece["stance"] == stance]


@register.filter
def dataset_parts(source: dict[str, Any]) -> list[str]:
    """What tells a dataset from its neighbours: series, edition, geography, where given."""
    return [source[name] for name in ("series", "edition", "geography") if source[name]]
