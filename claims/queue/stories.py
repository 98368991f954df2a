"""The queue by story: each with its outlets and the best of its untriaged claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from claims.models import Article, Claim, Mention, Outlet, QueueEntry, Story, newest

from .rows import ClaimRow, dress, for_rows

BEST = 3
MOST_OUTLETS_NAMED = 4


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story of the queue, who ran it, and its best claims, strongest first."""

    story: Story
    best: Sequence[ClaimRow]
    outlets: Sequence[Outlet]

    @property
    def more(self) -> int:
        """How many untriaged claims it has beside the best."""
        return max(0, self.story.open_claims - len(self.best))

    @property
    def outlets_named(self) -> Sequence[Outlet]:
        return self.outlets[:MOST_OUTLETS_NAMED]

    @property
    def outlets_more(self) -> int:
        return max(0, len(self.outlets) - MOST_OUTLETS_NAMED)


def for_story_cards(stories: QuerySet[Story]) -> QuerySet[Story]:
    """The stories with ``newest_mention``: what is found in them later was not shown."""
    mentions = Mention.objects.filter(article__story=OuterRef("pk"))
    return stories.select_related("owner").annotate(newest_mention=newest(mentions))


def story_cards(stories: Sequence[Story]) -> list[StoryCard]:
    """The stories as cards, in their order: eight queries, however many stories."""
    ids = [story.pk for story in stories]
    best, outlets = best_claims(ids), _outlets(ids)
    wanted = [pk for claims in best.values() for pk in claims]
    claims = list(for_rows(Claim.objects.filter(pk__in=wanted)))
    rows = {row.claim.pk: row for row in dress(claims)}
    return [
        StoryCard(story, [rows[pk] for pk in best[story.pk] if pk in rows], outlets[story.pk])
        for story in stories
    ]


def best_claims(story_ids: Collection[int], number: int = BEST) -> dict[int, list[int]]:
    """The ids of each story's best untriaged claims."""
    ranked = (
        QueueEntry.objects.filter(story__in=story_ids, state=Claim.State.NEW)
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=F("story"),
                order_by=[F("priority").desc(), F("claim").desc()],
            )
        )
        .filter(place__lte=number)
        .order_by("story", "place")
    )
    best: dict[int, list[int]] = defaultdict(list)
    for story, claim in ranked.values_list("story", "claim"):
        best[story].append(claim)
    return best


def _outlets(story_ids: Collection[int]) -> dict[int, list[Outlet]]:
    """Who ran each story, those with most articles first."""
    articles = Article.objects.latest_versions().filter(story__in=story_ids, outlet__isnull=False)
    pairs = list(articles.order_by().values_list("story", "outlet").annotate(n=Count("pk")))
    named = Outlet.objects.in_bulk({outlet for _story, outlet, _n in pairs})
    found: dict[int, list[Outlet]] = defaultdict(list)
    for story, outlet, _n in sorted(pairs, key=lambda pair: (-pair[2], named[pair[1]].name)):
        found[story].append(named[outlet])
    return found
