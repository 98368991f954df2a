"""What leaves the extraction's door: frozen records, no spaCy objects.

The shape and the meaning of every field are those of the contract's
``extract.schema.json`` and ``conventions.md``. All offsets are Unicode code
points into the article's text exactly as it was given, end exclusive:
``record.text == article_text[record.start:record.end]``.

References between records are indexes into the lists of the same
:class:`Extraction`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from claims.figures import Change, Modifier, QuantityKind, plain

QuoteKind = Literal["direct", "indirect", "mixed"]
Attitude = Literal["asserts", "denies", "believes", "intends", "urges", "judges"]
SpeakerKind = Literal["person", "organisation", "place", "document", "group", "unknown"]
ClaimKind = Literal["numeric", "attributed", "absolute"]
_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "this", "those", "one"}
)


_LONGEST_INITIALS = 5  # letters


def in_one_line(text: str) -> str:
    """The words of a span as they read: "the\\n> port authority" without its line break."""
    return " ".join(filter(None, (line.strip().lstrip("> \t") for line in text.split("\n"))))


def in_plain_case(name: str) -> str:
    """The name of a transcript's label as a sentence has it: "ADA REED" is "Ada Reed".

    Initials stay: "WHO", "NATO".
    """
    told = " " in name or len(name) > _LONGEST_INITIALS
    return name.title() if name.isupper() and told else name


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One text to extract from.

    ``published`` is the date as the article gives it, in the outlet's time
    zone; without it relative dates stay unresolved.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Have these two a character in common?"""
        return self.start < other.end and other.start < self.end

    def as_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Counted(Span):
    """What is counted or measured, with the lemma of its head noun: "drone"."""

    head: str

    def as_dict(self) -> dict[str, Any]:
        return {**Span.as_dict(self), "head": self.head}


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A figure: "EUR1.1 billion", "nearly 40%", "between 5 and 10".

    ``low`` and ``high`` are as stated with scale words applied; they are equal
    for a single value, and ``None`` is an open end. The unit is never
    converted. Numbers have at most 15 significant digits.
    """

    kind: QuantityKind
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier = "exact"
    unit: str | None = None
    currency: str | None = None
    counted: Counted | None = None
    change: Change | None = None
    part_of: int | None = None
    dates: tuple[int, ...] = ()
    per: str | None = None
    place: Span | None = None

    @property
    def counted_head(self) -> str | None:
        """The lemma of what is counted: "drone"."""
        return self.counted.head if self.counted else None

    def as_dict(self) -> dict[str, Any]:
        return {
            **Span.as_dict(self),
            "kind": self.kind,
            "low": plain(self.low),
            "high": plain(self.high),
            "modifier": self.modifier,
            "unit": self.unit,
            "currency": self.currency,
            "counted": self.counted.as_dict() if self.counted else None,
            "change": self.change,
            "part_of": self.part_of,
            "dates": list(self.dates),
            "per": self.per,
            "place": self.place.as_dict() if self.place else None,
        }


@dataclass(frozen=True, slots=True)
class DateSpan(Span):
    """A date or period with its first and last day, both inclusive.

    ``first`` and ``last`` are ``None`` where the text cannot be resolved, as a
    relative date in an article without a publication date.
    """

    first: date | None
    last: date | None

    def as_dict(self) -> dict[str, Any]:
        return {
            **Span.as_dict(self),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
        }


@dataclass(frozen=True, slots=True)
class SpeakerSpan(Span):
    """Who is reported to speak, as the text has it, and who that is.

    ``name`` is the fullest form in the article without titles; joint speakers'
    names are joined by " and "; ``None`` for the anonymous. ``names`` holds
    the joint speakers one by one. ``described`` is what a pronoun stands for that has
    no name: "a spokesman for the port", of whom "he" is said next.
    """

    name: str | None
    kind: SpeakerKind
    names: tuple[str, ...] = ()
    described: str = ""

    @property
    def label(self) -> str:
        """Who that is, for people: the name, else the words; a pronoun names nobody."""
        if self.name or self.described:
            return in_plain_case(self.name) if self.name else self.described
        return "" if self.text.lower() in _PRONOUNS else in_one_line(self.text)

    def as_dict(self) -> dict[str, Any]:
        """With the body that "it" or "they" stands for, where it has no other name."""
        meant = self.text.lower() in _PRONOUNS and self.described.lower().startswith("the ")
        name = self.described[4:] if meant and self.kind == "organisation" else None
        return {**Span.as_dict(self), "name": self.name or name, "kind": self.kind}


def _start_of(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone is reported to have said, written, believed or announced something.

    ``via`` is the index of the attribution through which this one is reported.
    """

    kind: QuoteKind
    attitude: Attitude
    content: tuple[Span, ...]
    cue: Span | None
    speaker: SpeakerSpan | None
    via: int | None = None

    def content_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of content that lie between these places; they are in their order."""
        first, last = (bisect_left(self.content, at, key=_start_of) for at in (start, end))
        return tuple(span for span in self.content[first:last] if span.end <= end)

    def holds(self, start: int, end: int) -> bool:
        """Does one stretch of the content hold all between these places?"""
        last = bisect_right(self.content, start, key=_start_of) - 1
        return last >= 0 and end <= self.content[last].end

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "attitude": self.attitude,
            "content": [span.as_dict() for span in self.content],
            "cue": self.cue.as_dict() if self.cue else None,
            "speaker": self.speaker.as_dict() if self.speaker else None,
            "via": self.via,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """One visible part of a check-worthiness: a code, its weight, and what gave it.

    ``value`` is a figure, a name, a word of the text, a count, or days as an ISO 8601
    interval: "2025-09-04/2025-09-05". ``reason`` is the code; it is worded where it is shown.
    """

    reason: str
    weight: float
    value: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"reason": self.reason, "value": self.value, "weight": self.weight}


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """One statement a fact-checker can take up.

    ``wording`` is the claim as a sentence that stands alone, what was resolved in brackets.
    """

    kinds: tuple[ClaimKind, ...]
    quantities: tuple[int, ...]
    attributions: tuple[int, ...]
    check_worthiness: float
    reasons: tuple[Reason, ...]
    wording: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            **Span.as_dict(self),
            "kinds": list(self.kinds),
            "quantities": list(self.quantities),
            "attributions": list(self.attributions),
            "check_worthiness": self.check_worthiness,
            "reasons": [reason.as_dict() for reason in self.reasons],
            "wording": self.wording,
        }


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article."""

    article: ArticleText
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]

    def as_dict(self) -> dict[str, Any]:
        """The contract's ``extract.schema.json`` form."""
        published = self.article.published
        return {
            "id": self.article.id,
            "title": self.article.title,
            "published": published.isoformat() if published else None,
            "characters": len(self.article.text),
            "quantities": [quantity.as_dict() for quantity in self.quantities],
            "dates": [found.as_dict() for found in self.dates],
            "attributions": [attribution.as_dict() for attribution in self.attributions],
            "claims": [claim.as_dict() for claim in self.claims],
        }
