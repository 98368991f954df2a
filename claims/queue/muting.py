"""Finding sentences that an outlet repeats, for people to mute or keep."""

from __future__ import annotations

from django.db.models import Count

from claims.models import Claim, Mention, MutedSentence

# A running story repeats a figure for days too; a standing note does not stop.
FEWEST_ARTICLES = 8
FEWEST_DAYS = 5
AT_ONCE = 500


def propose_muted() -> int:
    """Propose what one outlet stated in so many articles over so many days; how many are new.

    Versions of an article count once. What people have decided on stays as they decided.
    """
    repeated = Claim.objects.unmerged().filter(mentions_count__gte=FEWEST_ARTICLES)
    ids = list(repeated.order_by("pk").values_list("pk", flat=True))
    before = MutedSentence.objects.count()
    for first in range(0, len(ids), AT_ONCE):
        _propose(ids[first : first + AT_ONCE])
    return MutedSentence.objects.count() - before


def _propose(claim_ids: list[int]) -> None:
    mentions = Mention.objects.live().filter(
        claim__in=claim_ids, article__outlet__isnull=False, article__published_on__isnull=False
    )
    stated = mentions.order_by().values("claim", "article__outlet")
    counted = stated.annotate(
        articles=Count("article__identity", distinct=True),
        days=Count("article__published_on", distinct=True),
    ).filter(articles__gte=FEWEST_ARTICLES, days__gte=FEWEST_DAYS)
    for row in counted:
        numbers = {"articles": row["articles"], "days": row["days"]}
        proposed, _made = MutedSentence.objects.get_or_create(
            claim_id=row["claim"], outlet_id=row["article__outlet"], defaults=numbers
        )
        MutedSentence.objects.filter(pk=proposed.pk, state=MutedSentence.State.PROPOSED).update(
            **numbers
        )
