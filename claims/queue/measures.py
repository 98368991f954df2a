"""A measure: the figures of one thing that claims give, across outlets and days.

Figures are of one measure where links lead from one to the other, by whatever ways; a link
that no longer stands leads nowhere. The measure is called by any of its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from claims.models import Claim, ClaimLink, Mention, Quantity

from .rows import with_words

# The nearest by their links; a measure with more says so.
MOST_FIGURES = 5_000
RELATIONS = (
    ClaimLink.Relation.SAME,
    ClaimLink.Relation.AGREES,
    ClaimLink.Relation.DIFFERENT_FIGURE,
    ClaimLink.Relation.CONTRADICTS,
    ClaimLink.Relation.UPDATE,
)
_REACHED = """
WITH RECURSIVE reached(id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT CASE WHEN link.one_figure_id = reached.id
        THEN link.other_figure_id ELSE link.one_figure_id END
    FROM reached JOIN claims_claimlink AS link
        ON link.one_figure_id = reached.id OR link.other_figure_id = reached.id
    WHERE link.state <> 'rejected' AND link.is_current AND link.relation IN ({marks})
)
SELECT id FROM reached LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Given:
    """One figure of a measure, and the claim that gives it: None where it gives none any more."""

    day: date | None
    figure: Quantity
    claim: Claim | None


def figures_of_measure(figure: int) -> list[int]:
    """The figures of the measure that this one is of, by the days of their articles."""
    marks = ", ".join(["%s"] * len(RELATIONS))
    with connection.cursor() as cursor:
        cursor.execute(_REACHED.format(marks=marks), [figure, *RELATIONS, MOST_FIGURES + 1])
        reached = [pk for (pk,) in cursor.fetchall()]
    rows = Quantity.objects.live().filter(pk__in=reached)
    days = rows.order_by("article__sorted_on", "pk")
    return list(days.values_list("pk", flat=True))


def given(figure_ids: Sequence[int]) -> list[Given]:
    """These figures with their words, articles and claims, in the same order: four queries."""
    figures = with_words(Quantity.objects.filter(pk__in=figure_ids))
    rows = figures.select_related("article__outlet").defer("article__text").in_bulk()
    links = Mention.quantities.through.objects.filter(
        quantity__in=figure_ids, mention__rejected_at=None
    )
    mentions = dict(links.order_by("-mention").values_list("quantity", "mention__claim"))
    claims = Claim.objects.in_bulk(set(mentions.values()))
    return [
        Given(rows[pk].article.published_on, rows[pk], claims.get(mentions.get(pk, 0)))
        for pk in figure_ids
        if pk in rows
    ]
