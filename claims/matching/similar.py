"""Which stories may tell of the same as one: people decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Sum

from claims.models import ArticleTerm, Story

DAYS = timedelta(days=3)
MOST_TERMS = 12
MOST_ROWS = 2_000
MOST_OFFERED = 6
# One term in common says little: "flood".
LEAST_SHARED = 2


def similar_stories(story: Story) -> Sequence[Story]:
    """The stories of about these days that share most of its strongest terms."""
    if story.started_on is None or story.last_on is None:
        return []
    own = ArticleTerm.objects.filter(article__story=story).order_by()
    strongest = own.values("term").annotate(sum=Sum("strength")).order_by("-sum", "term")
    terms = list(strongest.values_list("term", flat=True)[:MOST_TERMS])
    reach = (story.started_on - DAYS, story.last_on + DAYS)
    others = ArticleTerm.objects.filter(term__in=terms, on__range=reach)
    pairs = others.exclude(article__story=story).filter(article__story__isnull=False)
    found = set(pairs.order_by("-on", "-article").values_list("article__story", "term")[:MOST_ROWS])
    shared = Counter(other for other, _term in found)
    likely = [pk for pk, number in shared.items() if number >= LEAST_SHARED]
    best = sorted(likely, key=lambda pk: (-shared[pk], -(pk or 0)))[:MOST_OFFERED]
    rows = Story.objects.standing().in_bulk([pk for pk in best if pk])
    return [rows[pk] for pk in best if pk in rows]
