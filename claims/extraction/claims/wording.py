"""What a claim says, by template from its records."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..records import Claim, Extraction, Span
from .days import resolved_dates
from .omitted import omitted_nouns

_PRONOUN = re.compile(r"(?:he|she|it|they|him|her|them)$", re.IGNORECASE)


class Wordings:
    """Words the claims of one article, each as a sentence that stands alone."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._edits = sorted(
            (*_resolved_pronouns(extraction), *resolved_dates(extraction)),
            key=lambda edit: edit[0].start,
        )
        self._starts = [span.start for span, _ in self._edits]

    def of(self, claim: Claim, lead: str = "", edits: Iterable[tuple[Span, str]] = ()) -> str:
        """The claim's text with pronouns and relative dates resolved in square brackets.

        "It fired 112 drones overnight" becomes "[Russia] fired 112 drones [night of
        4–5 Sep 2025]", "15,900 were built" "15,900 [homes] were built". Only what the records
        resolve is touched, and never a figure. ``lead`` comes before it ("[Ada Reed] denies
        that "); ``edits`` are stretches of it with what to say in their place.
        """
        figures = [self._extraction.quantities[index] for index in claim.quantities]
        text, start = "", claim.start
        every = [*edits, *self._inside(claim), *omitted_nouns(self._extraction, claim)]
        said: set[str] = set()
        for span, replacement in sorted(every, key=lambda edit: (edit[0].start, -edit[0].end)):
            again = replacement in said and _PRONOUN.match(span.text)
            if again or span.start < start or any(span.overlaps(figure) for figure in figures):
                continue
            said.add(replacement)
            text += claim.text[start - claim.start : span.start - claim.start] + replacement
            start = span.end
        return lead + text + claim.text[start - claim.start :]

    def _inside(self, claim: Claim) -> Iterator[tuple[Span, str]]:
        first, last = bisect_left(self._starts, claim.start), bisect_left(self._starts, claim.end)
        return (edit for edit in self._edits[first:last] if edit[0].end <= claim.end)


def _resolved_pronouns(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """A pronoun whose person the speaker resolution knows: "[Ada Reed] said"."""
    for attribution in extraction.attributions:
        speaker = attribution.speaker
        if speaker and speaker.name is not None and _PRONOUN.match(speaker.text):
            yield speaker, f"[{speaker.label}]"
