"""What a claim has from its mentions, worked out again whenever these change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.utils import timezone

from claims.models import (
    BEARINGS,
    FACETS,
    Claim,
    Mention,
    QueueEntry,
    Watch,
    follow,
    locked,
    recency_points,
    said_by,
)

from . import priority
from .bearings import bearings_of
from .sightings import hits_of


def refresh(claim_ids: Collection[int]) -> None:
    """Work out again what a claim has from its mentions, and let the queue follow.

    The result depends on the mentions alone, not on the order they came in. The claims
    are held while these are read, so that none is left out. A claim that has none left, as
    one that was merged, stands under no outlet, batch, story or speaker.
    """
    claims = list(locked(Claim.objects.filter(pk__in=claim_ids)))
    found: dict[int, list[Mention]] = defaultdict(list)
    mentions = Mention.objects.live().filter(claim__in=claim_ids).select_related("article")
    for mention in mentions.defer("article__text", "proposed"):
        found[mention.claim_id].append(mention)
    hits = hits_of(found)
    bearings = bearings_of(list(found))
    for claim in claims:
        for name in BEARINGS:
            setattr(claim, name, name in bearings[claim.pk])
        if claim.pk in found:
            _refresh(claim, found[claim.pk], hits.get(claim.pk, ()), bearings[claim.pk])
        else:
            claim.mentions_count = claim.outlets_count = 0
    Claim.objects.bulk_update(claims, _REFRESHED)
    _enter([claim.pk for claim in claims], found, hits)
    follow(list(found))


_REFRESHED = [
    *BEARINGS,
    "wording",
    "published_on",
    "sorted_on",
    "outlets_count",
    "mentions_count",
    "newest_on",
    "recency",
    "priority",
    "priority_parts",
]


def _refresh(
    claim: Claim, mentions: Sequence[Mention], hits: Sequence[Watch], bearings: Collection[str]
) -> None:
    first = min(mentions, key=_place)
    best = max(mentions, key=lambda mention: (mention.check_worthiness, *_place(mention)))
    if claim.wording_confirmed_at is None:
        claim.wording = first.wording
    days = [mention.article.published_on for mention in mentions if mention.article.published_on]
    claim.published_on = min(days, default=None)
    claim.sorted_on = claim.published_on or date.min
    claim.outlets_count = len({mention.article.outlet_id for mention in mentions})
    claim.mentions_count = len(mentions)
    claim.priority_parts = priority.parts_of(
        best.reasons,
        claim.outlets_count,
        [str(watch) for watch in hits],
        bearings,
        is_superseded=not any(mention.article.is_latest for mention in mentions),
    )
    claim.newest_on = max(_day_of(mention) for mention in mentions)
    claim.recency = recency_points(claim.newest_on, timezone.localdate())
    claim.priority = priority.total(claim.priority_parts) + claim.recency


def _day_of(mention: Mention) -> date:
    """When it was published, or came in where the article gives no day."""
    article = mention.article
    return article.published_on or timezone.localdate(article.created_at)


def _place(mention: Mention) -> tuple[date, str, int, int, int]:
    """Where a mention stands among all of its claim's: by date, article, place in it."""
    article = mention.article
    day = article.published_on or date.max
    return day, article.identity, article.version, mention.start, mention.end


def _enter(
    claim_ids: Collection[int],
    mentions: Mapping[int, Sequence[Mention]],
    hits: Mapping[int, Sequence[Watch]],
) -> None:
    """Enter the claims into the queue under their outlets, batches, stories, speakers
    and watches, and under no others; what a watch hit that has ended stays under it.
    """
    entries = {
        (claim, facet, value)
        for claim, found in mentions.items()
        for mention in found
        for facet, value in (
            ("outlet_id", mention.article.outlet_id),
            ("batch_id", mention.article.batch_id),
            ("story_id", mention.article.story_id),
        )
        if value is not None
    }
    entries |= {(claim, "speaker_id", speaker) for claim, speaker in said_by(mentions)}
    entries |= {(claim, "watch_id", watch.pk) for claim, found in hits.items() for watch in found}
    standing = QueueEntry.objects.filter(claim__in=claim_ids).exclude(watch__ended_at__isnull=False)
    QueueEntry.objects.filter(
        pk__in=[entry.pk for entry in standing if _place_of(entry) not in entries]
    ).delete()
    QueueEntry.objects.bulk_create(
        (
            QueueEntry(
                claim_id=claim,
                state=Claim.State.NEW,
                priority=0,
                sorted_on=date.min,
                **{facet: value},
            )
            for claim, facet, value in sorted(entries)
        ),
        ignore_conflicts=True,
    )


def _place_of(entry: QueueEntry) -> tuple[int, str, int | None]:
    """The claim of an entry with the outlet, batch, speaker, story or watch that it is under."""
    facet = next(f"{name}_id" for name in FACETS if getattr(entry, f"{name}_id"))
    return entry.claim_id, facet, getattr(entry, facet)
