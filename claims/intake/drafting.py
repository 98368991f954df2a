"""A claim of the extraction on its way to a mention: worded and fingerprinted, not yet stored.

Pure: what is drafted here is written by ``recording``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.extraction import Extraction, records
from claims.matching import content_words, fingerprint


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim of the extraction on its way to a mention on a claim."""

    record: records.Claim
    fingerprint: str
    wording: str
    speakers: tuple[str, ...]
    speaker_label: str
    via_label: str
    period: tuple[date, date] | None


def draft_of(extraction: Extraction, claim: records.Claim) -> ClaimDraft:
    attributions = [extraction.attributions[index] for index in claim.attributions]
    vias = {found.via for found in attributions if found.via is not None}
    said = [
        found
        for index, found in zip(claim.attributions, attributions, strict=True)
        if index not in vias
    ]
    reporters = [extraction.attributions[index] for index in sorted(vias)]
    dates = [
        found for found in extraction.dates if claim.start <= found.start and found.end <= claim.end
    ]
    resolved = [(found.first, found.last) for found in dates if found.first and found.last]
    figures = [extraction.quantities[index] for index in claim.quantities]
    masked = [(span.start, span.end) for span in (*figures, *(day for day in dates if day.first))]
    label = _speaker_label(said)
    names = tuple(dict.fromkeys(name for found in said for name in names_of(found)))
    return ClaimDraft(
        record=claim,
        fingerprint=fingerprint(
            content_words(extraction.article.text, claim.start, claim.end, masked),
            names or (label,),
            figures,
            resolved,
        ),
        wording=claim.wording,
        speakers=names,
        speaker_label=label,
        via_label=_speaker_label(reporters),
        period=whole_period(dates),
    )


def _speaker_label(attributions: Iterable[records.Attribution]) -> str:
    """Who says it, for people: the full name, else the words of the article."""
    labels = (found.speaker.label for found in attributions if found.speaker)
    return ", ".join(dict.fromkeys(label for label in labels if label))[:300]


def whole_period(dates: Iterable[records.DateSpan]) -> tuple[date, date] | None:
    """From the first day of the first to the last day of the last; only what is resolved."""
    resolved = [(found.first, found.last) for found in dates if found.first and found.last]
    if not resolved:
        return None
    return min(first for first, _last in resolved), max(last for _first, last in resolved)


def names_of(found: records.Attribution) -> list[str]:
    """The full names of an attribution's speakers; none of the anonymous."""
    if found.speaker is None or not found.speaker.name:
        return []
    names = found.speaker.names or (found.speaker.name,)
    return list(dict.fromkeys(name[:300] for name in names))
