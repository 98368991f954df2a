"""What was found in an article, ready to be marked in its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.highlighting import Mark, Piece, paragraphs
from claims.labels import finding_words
from claims.models import (
    Article,
    Attribution,
    Claim,
    DateReference,
    Finding,
    Mention,
    Quantity,
)

from .rows import ClaimRow, dress, for_rows

# How much text a claim is shown in, on either side, in characters.
AROUND = 700
FAR_AROUND = 12_000


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim of an article with its number there, in the order of the text."""

    number: int
    row: ClaimRow


def numbered_claims(article: Article) -> list[NumberedClaim]:
    """The article's claims, each once, numbered from 1 where it first appears."""
    mentions = Mention.objects.live().filter(article=article).order_by("start", "end")
    ids = list(dict.fromkeys(mentions.values_list("claim", flat=True)))
    claims = for_rows(Claim.objects.filter(pk__in=ids)).in_bulk()
    rows = dress([claims[pk] for pk in ids])
    return [NumberedClaim(number, row) for number, row in enumerate(rows, 1)]


def marks_in(article: Article, numbers: Mapping[int, int]) -> list[Mark]:
    """Everything that stands in the article: claims by number, figures, who says it, dates."""
    mentions = Mention.objects.live().filter(article=article)
    return [
        *(
            Mark(start, end, "mention", numbers.get(claim, 0))
            for start, end, claim in mentions.values_list("start", "end", "claim")
        ),
        *_marks(Quantity, article, "figure"),
        *_marks(DateReference, article, "date"),
        *_attribution_marks(article),
        *_finding_marks(article),
    ]


def _marks(model: type[Quantity] | type[DateReference], article: Article, kind: str) -> list[Mark]:
    found = model.objects.live().filter(article=article)
    return [Mark(start, end, kind) for start, end in found.values_list("start", "end")]


def _attribution_marks(article: Article) -> list[Mark]:
    """Cue and speaker; the content is what the claim is, and marked as such."""
    found = Attribution.objects.live().filter(article=article)
    places = found.values_list("cue_start", "cue_end", "speaker_start", "speaker_end")
    return [
        Mark(start, end, "attribution")
        for cue_start, cue_end, speaker_start, speaker_end in places
        for start, end in ((cue_start, cue_end), (speaker_start, speaker_end))
        if start is not None and end is not None
    ]


def _finding_marks(article: Article) -> list[Mark]:
    """The figures that do not go together; the first of them says what is stated, what computed."""
    marks = []
    for finding in Finding.objects.standing().filter(article=article).prefetch_related("figures"):
        figures = sorted(finding.figures.all(), key=lambda figure: figure.start)
        marks += [Mark(figure.start, figure.end, "finding") for figure in figures]
        if figures:
            first = figures[0]
            note = finding_words(finding)
            marks.append(Mark(first.start, first.end, "finding", note=note, anchor=finding.anchor))
    return marks


def passage_of(mention: Mention) -> list[list[Piece]]:
    """The text around the mention by paragraph, the mention itself marked as "selected"."""
    others = [mark for mark in marks_in(mention.article, {}) if mark.kind != "mention"]
    return _around(mention, others, AROUND)


def article_around(mention: Mention) -> list[list[Piece]]:
    """The same with much more of the article, and its other claims marked as well."""
    here = (mention.start, mention.end)
    others = [mark for mark in marks_in(mention.article, {}) if (mark.start, mark.end) != here]
    return _around(mention, others, FAR_AROUND)


def _around(mention: Mention, others: list[Mark], reach: int) -> list[list[Piece]]:
    text = mention.article.text
    start, end = _window(text, mention.start, mention.end, reach)
    return paragraphs(text, [Mark(mention.start, mention.end, "selected"), *others], start, end)


def _window(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Bounds of the text around the span, cut between paragraphs, or else between words."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    if first:
        breaks = (text.find("\n", first, start), text.find(" ", first, start))
        first = next((place + 1 for place in breaks if place >= 0), start)
    if last < len(text):
        breaks = (text.rfind("\n", end, last), text.rfind(" ", end, last))
        last = next((place for place in breaks if place >= 0), end)
    return first, last
