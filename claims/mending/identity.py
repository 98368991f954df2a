"""What a mention states by its rows as they stand: which claim it is, and who says it when.

For a mention that nobody has touched this is what the import found out from the records:
see ``claims/intake/drafting.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from claims.matching import content_words, fingerprint
from claims.models import Attribution, DateReference, Mention, Quantity, Speaker

from .spans import Place


@dataclass(frozen=True, slots=True)
class Identity:
    """What one mention says, as far as it makes its claim."""

    fingerprint: str
    speakers: Sequence[Speaker]
    label: str
    period: tuple[date, date] | None
    is_numeric: bool
    is_attributed: bool
    is_denied: bool


def identity_of(mention: Mention) -> Identity:
    """Read from the database now; five queries."""
    said, attributed = _said(mention)
    found = identity_from(
        mention.article.text,
        Place(mention.start, mention.end),
        list(mention.quantities.live()),
        said,
        list(dates_of(mention)),
        label=label_of(said) if _is_told(said) else mention.original_claim.speaker_label,
    )
    return replace(found, is_attributed=attributed)


def identity_from(
    text: str,
    place: Place,
    figures: Sequence[Quantity],
    said: Sequence[Attribution],
    days: Sequence[DateReference],
    *,
    label: str,
) -> Identity:
    """What the words at the place state, with these rows of theirs."""
    resolved = [(day.first, day.last) for day in days if day.first and day.last]
    speakers = list({who.pk: who for found in said for who in found.speakers.all()}.values())
    masked = [(row.start, row.end) for row in (*figures, *(day for day in days if day.first))]
    return Identity(
        fingerprint=fingerprint(
            content_words(text, place.start, place.end, masked),
            [str(speaker) for speaker in speakers] or (label,),
            figures,
            resolved,
        ),
        speakers=speakers,
        label=label,
        period=(min(a for a, _ in resolved), max(b for _, b in resolved)) if resolved else None,
        is_numeric=bool(figures),
        is_attributed=bool(said),
        is_denied=any(found.attitude == Attribution.Attitude.DENIES for found in said),
    )


def said_in(mention: Mention) -> list[Attribution]:
    """Who says it: without those through whom it is only reported."""
    return _said(mention)[0]


def _said(mention: Mention) -> tuple[list[Attribution], bool]:
    found = list(mention.attributions.live().prefetch_related("speakers"))
    return innermost(found), bool(found)


def innermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Without those through whom another of them is reported."""
    through = {row.via_id for row in found}
    return [row for row in found if row.pk not in through]


def _is_told(said: Sequence[Attribution]) -> bool:
    """Has a person had their say about who it is? Else the label stays as it was found."""
    return not said or any(row.touched_at or row.marked_by_id for row in said)


def label_of(said: Sequence[Attribution]) -> str:
    """Who says it, for people: the names, else the words of the article."""
    labels = (" and ".join(map(str, row.speakers.all())) or row.speaker_text for row in said)
    return ", ".join(dict.fromkeys(label for label in labels if label))[:300]


def dates_of(mention: Mention) -> QuerySet[DateReference]:
    """The dates that stand inside its words."""
    inside = DateReference.objects.live().filter(article=mention.article_id)
    return inside.filter(start__gte=mention.start, end__lte=mention.end)


def figures_in(mention: Mention) -> list[Quantity]:
    inside = Quantity.objects.live().filter(article=mention.article_id)
    return list(inside.filter(start__gte=mention.start, end__lte=mention.end))
