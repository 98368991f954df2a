"""What a claim says, for people and for comparing: by template from its records."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from claims.figures import period_label

from ..records import Claim, DateSpan, Extraction, Span
from .lexicon.stopwords import STOP_WORDS

_PRONOUN = re.compile(r"(?:he|she|it|they|him|her|them)$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_OVERNIGHT = re.compile(r"overnight$", re.IGNORECASE)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
# Expressions that say nothing beyond the days they mean, so that the days may stand for them.
_ONLY_WHEN = re.compile(
    rf"(?:today|yesterday|tomorrow|{_WEEKDAY}|{_MONTH}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:last|this|next) (?:{_WEEKDAY}|{_MONTH}|week|weekend|month|quarter|year))$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


class Wordings:
    """Words the claims of one article, each as a sentence that stands alone."""

    def __init__(self, extraction: Extraction) -> None:
        self._quantities = extraction.quantities
        self._edits = sorted(
            (*_resolved_pronouns(extraction), *_resolved_dates(extraction)),
            key=lambda edit: edit[0].start,
        )
        self._starts = [span.start for span, _ in self._edits]

    def of(self, claim: Claim, lead: str = "", edits: Iterable[tuple[Span, str]] = ()) -> str:
        """The claim's text with pronouns and relative dates resolved in square brackets.

        "It fired 112 drones overnight" becomes "[Russia] fired 112 drones [night of
        4–5 Sep 2025]". Only what the records resolve is touched, and never a figure. ``lead``
        comes before it ("[Ada Reed] denies that "); ``edits`` are stretches of it with what to
        say in their place.
        """
        figures = [self._quantities[index] for index in claim.quantities]
        text, start = "", claim.start
        every = [*edits, *self._inside(claim)]
        for span, replacement in sorted(every, key=lambda edit: (edit[0].start, -edit[0].end)):
            if span.start < start or any(span.overlaps(figure) for figure in figures):
                continue
            text += claim.text[start - claim.start : span.start - claim.start] + replacement
            start = span.end
        return lead + text + claim.text[start - claim.start :]

    def _inside(self, claim: Claim) -> Iterator[tuple[Span, str]]:
        first, last = bisect_left(self._starts, claim.start), bisect_left(self._starts, claim.end)
        return (edit for edit in self._edits[first:last] if edit[0].end <= claim.end)


def content_words(extraction: Extraction, claim: Claim) -> tuple[str, ...]:
    """The claim's words in order, without stop words, figures and resolved dates.

    NFKC and casefolded. With speaker, figures and period, which are compared
    as values, they tell whether two mentions are one claim.
    """
    masked: list[Span] = [extraction.quantities[index] for index in claim.quantities]
    masked += [found for found in _dates_in(extraction, claim) if found.first]
    kept, position = [], claim.start
    for span in sorted(masked, key=lambda span: span.start):
        kept.append(extraction.article.text[position : max(position, span.start)])
        position = max(position, span.end)
    kept.append(extraction.article.text[position : claim.end])
    folded = unicodedata.normalize("NFKC", " ".join(kept)).casefold()
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(folded))
    return tuple(word for word in words if word not in STOP_WORDS)


def _resolved_pronouns(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """A pronoun whose person the speaker resolution knows: "[Ada Reed] said"."""
    for attribution in extraction.attributions:
        speaker = attribution.speaker
        if speaker and speaker.name is not None and _PRONOUN.match(speaker.text):
            yield speaker, f"[{speaker.name}]"


def _resolved_dates(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """The days behind a date that names no year, or in its place where it says no more."""
    for found in extraction.dates:
        if found.first is None or found.last is None or _YEAR.search(found.text):
            continue
        period = period_label(found.first, found.last)
        if _OVERNIGHT.match(found.text) and found.first < found.last:
            yield found, f"[night of {period}]"
        elif _ONLY_WHEN.match(found.text):
            yield found, f"[{period}]"
        else:
            yield found, f"{found.text} [{period}]"


def _dates_in(extraction: Extraction, claim: Claim) -> Iterator[DateSpan]:
    first = bisect_left(extraction.dates, claim.start, key=lambda found: found.start)
    for index in range(first, len(extraction.dates)):
        if extraction.dates[index].start >= claim.end:
            return
        if extraction.dates[index].end <= claim.end:
            yield extraction.dates[index]
