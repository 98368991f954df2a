"""Who had a hand in what a version freezes, beside those who edited the version itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.models import Event, SpeakerChange

from .sources import Source

if TYPE_CHECKING:
    from claims.models import Claim

    from .verdicts import Verdict


def hands_in(verdict: Verdict) -> set[int]:
    """The people, by id, who wrote or confirmed words and figures that its content holds."""
    claim = verdict.claim
    people = (
        claim.wording_confirmed_by_id,
        *_of_evidence(verdict),
        *_of_names(claim),
        *_of_mended(claim),
    )
    return {person for person in people if person is not None}


def _of_evidence(verdict: Verdict) -> Iterator[int | None]:
    """Who described a source that it cites, stored the file, corrected the figure compared with."""
    pieces = verdict.evidence.current()
    sources = Source.objects.filter(evidence__in=pieces)
    for hands in (
        *sources.values_list("added_by", "edited_by"),
        *pieces.values_list("snapshot__added_by", "compared_with__touched_by"),
    ):
        yield from hands


def _of_names(claim: Claim) -> Iterator[int | None]:
    """Who said that a name in its articles is the one that the page shows."""
    merged = claim.speakers.filter(merged_into__isnull=False)
    changes = SpeakerChange.objects.filter(speaker__in=merged, after__isnull=False)
    yield from changes.filter(event__undone_by=None).values_list("event__actor", flat=True)


def _of_mended(claim: Claim) -> Iterator[int | None]:
    """Who corrected the words, figures or speakers that were found for it, or marked them."""
    kinds = [Event.Kind.MENDED, Event.Kind.MARKED]
    mended = Event.objects.filter(kind__in=kinds, members__claim=claim, undone_by=None)
    yield from mended.values_list("actor", flat=True)
