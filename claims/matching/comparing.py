"""An article's claims beside all others, and its figures beside each other."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from claims.models import Article, Mention, atomic_with_retry, one_import_at_a_time

from .consistency import find_in
from .linking import link_claims
from .published import match_claims

# How many articles of before there were links are compared in one run of the job.
AT_ONCE = 200


def compare_article(article: Article, new: Collection[int]) -> None:
    """Link what the new mentions of the article state, and find what does not add up in it.

    Run in the transaction that stores the mentions, so that an article which is read is also
    compared.
    """
    stated = _first_stated_in(article, new)
    link_claims(stated)
    match_claims(stated)
    find_in(article)
    article.linked_at = timezone.now()
    article.save(update_fields=["linked_at"])


def compare_again(article: Article, claim_ids: Collection[int]) -> None:
    """The same after people have corrected what the article states: for these claims."""
    found = Mention.objects.filter(claim__in=claim_ids).values_list("original_claim", flat=True)
    stated = {*claim_ids, *found}
    link_claims(stated)
    match_claims(stated)
    find_in(article)


def _first_stated_in(article: Article, mention_ids: Collection[int]) -> set[int]:
    """The claims, as they were found, that these mentions state first or alone.

    Those that another article states first have been compared as that one states them.
    """
    mine = Mention.objects.filter(pk__in=mention_ids)
    claims = set(mine.values_list("original_claim", flat=True))
    key = (article.published_on is None, article.published_on, article.identity, article.version)
    before = set()
    stated = Mention.objects.live().filter(original_claim__in=claims).exclude(article=article)
    for claim, *place in stated.values_list(
        "original_claim", "article__published_on", "article__identity", "article__version"
    ):
        if (place[0] is None, *place) < key:
            before.add(claim)
    return claims - before


def compare_left_over() -> int:
    """Compare articles that were read before claims were linked; how many are left.

    Each in a transaction of its own: cut off, it goes on where it was.
    """
    left = Article.objects.filter(linked_at=None, extracted_by__isnull=False)
    for pk in list(left.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        _compare(pk)
    return left.count()


@atomic_with_retry
def _compare(article_id: int) -> None:
    one_import_at_a_time()
    article = Article.objects.get(pk=article_id)
    if article.linked_at is None:
        mentions = Mention.objects.live().filter(article=article_id)
        compare_article(article, list(mentions.values_list("pk", flat=True)))
