"""What a claim's mentions state, read from the database to hold a wording against."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Substr

from claims.labels import compact
from claims.models import Article, Claim, Mention, Quantity

from .meaning import Departure, Statement, departures

MOST_MENTIONS = 20


def departures_of(claim: Claim, wording: str) -> list[Departure]:
    """What a wording of the claim says otherwise than its mentions do: four queries."""
    found = Mention.objects.live().filter(claim=claim.pk).order_by("pk")
    mentions = list(
        _with_words(found).prefetch_related(
            Prefetch("quantities", _with_words(Quantity.objects.live()))
        )[:MOST_MENTIONS]
    )
    if not mentions:
        return []
    speakers = [str(speaker) for speaker in claim.said_by]
    says = tuple(name for name in (*speakers, claim.speaker_label, claim.via_label) if name)
    article = Article.objects.only("text").get(pk=mentions[0].article_id)
    statements = [
        Statement(
            mention.raw,
            mention.wording,
            says,
            tuple(map(_as_it_stands, mention.quantities.all())),
        )
        for mention in mentions
    ]
    return departures(wording, statements, article.text)


def _as_it_stands(figure: Any) -> Any:
    """The figure with ``raw`` as people left it: what they corrected is not in the text."""
    if figure.touched_at is not None:
        figure.raw = compact(figure)
    return figure


def _with_words(rows: QuerySet) -> QuerySet:
    """The findings with ``raw``, their words in the article, without loading its text."""
    return rows.annotate(raw=Substr("article__text", F("start") + 1, F("end") - F("start")))
