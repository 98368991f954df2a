"""The queue by article: each with the best of its untriaged claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Window
from django.db.models.functions import Coalesce, Greatest, Left, RowNumber

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
    """An article of the queue and its best claims, strongest first.

    ``also`` are its reprints and what it reprints: the card stands for all.
    """

    article: Article
    best: Sequence[ClaimRow]
    also: Sequence[Article]
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
    """The articles with ``newest_mention``: what is found in them later was not shown.

    In their reprints too, whose claims are triaged with theirs.
    """
    firsts = articles.annotate(first=Coalesce("reprint_of", "pk"))
    own = Mention.objects.filter(article=OuterRef("first"))
    reprinted = Mention.objects.filter(article__reprint_of=OuterRef("first"))
    # Each by its own index; PostgreSQL reads all mentions for the two in one.
    return firsts.annotate(newest_mention=Greatest(newest(own), newest(reprinted)))


def each_once(articles: Sequence[Article]) -> list[Article]:
    """The first of each text: an outlet may have run it at two addresses."""
    firsts: dict[int, Article] = {}
    for article in articles:
        firsts.setdefault(article.reprint_of_id or article.pk, article)
    return list(firsts.values())


def each_text(articles: QuerySet[Article]) -> QuerySet[Article, Any]:
    """One row a text, to be counted as cards are shown."""
    return articles.order_by().values(first=Coalesce("reprint_of", "pk")).distinct()


def article_cards(articles: Sequence[Article]) -> list[ArticleCard]:
    """The articles as cards, in their order: seven or eight queries, however many articles."""
    same = _same_texts(articles)
    best = _best_claims(articles, same)
    ids = {pk for claims in best.values() for pk in claims}
    claims = list(for_rows(Claim.objects.filter(pk__in=ids)))
    rows = {row.claim.pk: row for row in dress(claims)}
    decided = _decided([article.pk for article in articles if not article.open_claims])
    return [
        ArticleCard(
            article,
            [rows[pk] for pk in best[article.pk] if pk in rows],
            [other for other in same[article.pk] if other.pk != article.pk],
            decided[article.pk],
        )
        for article in articles
    ]


def _same_texts(articles: Sequence[Article]) -> dict[int, list[Article]]:
    """For each article, all newest versions of its text, the first of them in front."""
    firsts = {article.reprint_of_id or article.pk for article in articles}
    together = Article.objects.filter(Q(pk__in=firsts) | Q(reprint_of__in=firsts))
    found = defaultdict(list)
    rows = together.latest_versions().select_related("outlet").defer("text")
    for row in rows.order_by("sorted_on", "pk"):
        found[row.reprint_of_id or row.pk].append(row)
    return {article.pk: found[article.reprint_of_id or article.pk] for article in articles}


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


def _best_claims(
    articles: Sequence[Article], same: Mapping[int, Sequence[Article]]
) -> dict[int, list[int]]:
    """The ids of each article's best untriaged claims; of a first, of its reprints' too."""
    of = {
        article.pk: [article.pk]
        if article.reprint_of_id
        else [article.pk, *(other.pk for other in same[article.pk])]
        for article in articles
    }
    ranked = (
        Mention.objects.live()
        .alias(standing=unindexed("claim__state"))
        .filter(article__in=set(chain.from_iterable(of.values())), standing=Claim.State.NEW)
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=F("article"),
                order_by=[F("claim__priority").desc(), F("claim").desc()],
            )
        )
        .filter(place__lte=CANDIDATES)
    )
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, priority, claim in ranked.values_list("article", "claim__priority", "claim"):
        found[article].append((priority, claim))
    best = {}
    for pk, members in of.items():
        strongest = sorted({pair for member in members for pair in found[member]}, reverse=True)
        best[pk] = [claim for _priority, claim in strongest[:BEST]]
    return best
