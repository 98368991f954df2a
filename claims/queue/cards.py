"""The queue by article: each with the best of its untriaged claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Window
from django.db.models.functions import Left, RowNumber

from claims.models import Article, Claim, Mention, Reading, newest

from .rows import ClaimRow, dress, for_rows
from .worklist import unindexed

if TYPE_CHECKING:
    from claims.models import User

BEST = 3
# A claim that an article states twice must not take two of the places.
CANDIDATES = 3 * BEST


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article of the queue and its best claims, strongest first."""

    article: Article
    best: Sequence[ClaimRow]
    # What became of its claims, where none is left to triage: states in words, and counts.
    decided: Sequence[tuple[str, int]] = ()

    def is_read_by_another(self, than: User) -> bool:
        """Does a colleague read it just now?"""
        readers: Sequence[Reading] = self.article.readers  # type: ignore[attr-defined]
        return any(reading.user_id != than.pk for reading in readers)


def for_cards(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles without their texts, with ``opening`` for those without a headline."""
    light = with_newest_mention(articles.select_related("outlet").defer("text"))
    return with_readers(light.annotate(opening=Left("text", 90)))


def with_readers(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles with ``readers``: who reads them just now."""
    now = Reading.objects.now().select_related("user")
    return articles.prefetch_related(Prefetch("readings", now, to_attr="readers"))


def with_newest_mention(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles with ``newest_mention``: what is found in them later was not shown."""
    mentions = Mention.objects.filter(article=OuterRef("pk"))
    return articles.annotate(newest_mention=newest(mentions))


def article_cards(articles: Sequence[Article]) -> list[ArticleCard]:
    """The articles as cards, in their order: six or seven queries, however many articles."""
    best = _best_claims([article.pk for article in articles])
    ids = {pk for claims in best.values() for pk in claims}
    claims = list(for_rows(Claim.objects.filter(pk__in=ids)))
    rows = {row.claim.pk: row for row in dress(claims)}
    decided = _decided([article.pk for article in articles if not article.open_claims])
    return [
        ArticleCard(
            article, [rows[pk] for pk in best[article.pk] if pk in rows], decided[article.pk]
        )
        for article in articles
    ]


def _decided(article_ids: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """How many claims of each article are in which state."""
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    if not article_ids:
        return found
    stated = Mention.objects.live().filter(article__in=article_ids).order_by("article")
    counts = stated.values_list("article", "claim__state").annotate(Count("claim", distinct=True))
    for article, state, number in counts.order_by("article", "claim__state"):
        found[article].append((str(Claim.State(state).label), number))
    return found


def _best_claims(article_ids: Iterable[int]) -> dict[int, list[int]]:
    """The ids of each article's best untriaged claims."""
    ranked = (
        Mention.objects.live()
        .alias(standing=unindexed("claim__state"))
        .filter(article__in=article_ids, standing=Claim.State.NEW)
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=F("article"),
                order_by=[F("claim__priority").desc(), F("claim").desc()],
            )
        )
        .filter(place__lte=CANDIDATES)
        .order_by("article", "place")
    )
    best: dict[int, list[int]] = defaultdict(list)
    for article, claim in ranked.values_list("article", "claim"):
        if len(best[article]) < BEST and claim not in best[article]:
            best[article].append(claim)
    return best
