"""Every figure that a row keeps of others, counted again from these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from claims.models import Article, Claim, Mention, QueueEntry
from claims.models.queue import said_by


def miscounts() -> list[str]:
    """What is kept and is not so, as lines for people; nothing where all is right."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in Mention.objects.live().select_related("article").defer("article__text"):
        found[mention.claim_id].append(mention)
    claims = Claim.objects.in_bulk(list(found))
    return [
        *_of_articles(found, claims),
        *_of_claims(found, claims),
        *_of_entries(found, claims),
    ]


def _of_articles(found: dict[int, list[Mention]], claims: dict[int, Claim]) -> Iterator[str]:
    new: dict[int, set[int]] = defaultdict(set)
    for pk, mentions in found.items():
        if claims[pk].state == Claim.State.NEW:
            for mention in mentions:
                new[mention.article_id].add(pk)
                if mention.article.reprint_of_id:  # the card of what is reprinted stands for it
                    new[mention.article.reprint_of_id].add(pk)
    for article in Article.objects.defer("text"):
        top = max((claims[pk].priority for pk in new[article.pk]), default=0)
        kept, counted = (article.open_claims, article.top_priority), (len(new[article.pk]), top)
        if kept != counted:
            yield f"article {article.pk}: open claims and best {kept}, counted {counted}"


def _of_claims(found: dict[int, list[Mention]], claims: dict[int, Claim]) -> Iterator[str]:
    for pk, mentions in found.items():
        claim = claims[pk]
        outlets = {mention.article.outlet_id for mention in mentions}
        kept, counted = (
            (claim.mentions_count, claim.outlets_count),
            (len(mentions), len(outlets)),
        )
        if kept != counted:
            yield f"claim {pk}: mentions and outlets {kept}, counted {counted}"


def _of_entries(found: dict[int, list[Mention]], claims: dict[int, Claim]) -> Iterator[str]:
    wanted: set[tuple[Any, ...]] = set()
    said = defaultdict(set)
    for pk, speaker in said_by(claims):
        said[pk].add(speaker)
    for pk, mentions in found.items():
        facets = {("outlet", mention.article.outlet_id) for mention in mentions}
        facets |= {("batch", mention.article.batch_id) for mention in mentions}
        facets |= {("speaker", speaker) for speaker in said[pk]}
        row = (claims[pk].state, claims[pk].priority, claims[pk].sorted_on)
        wanted |= {(pk, name, value, *row) for name, value in facets if value}
    kept = {
        (entry.claim_id, name, value, entry.state, entry.priority, entry.sorted_on)
        for entry in QueueEntry.objects.all()
        for name in ("outlet", "batch", "speaker")
        if (value := getattr(entry, f"{name}_id"))
    }
    for row in sorted(kept ^ wanted):
        yield f"queue entry {'kept' if row in kept else 'missing'}: {row}"
