"""The review queue as query: which claims or articles, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import NullIf

from claims.models import Article, Claim, Mention, QueueEntry

from .paging import Order
from .searching import MOST_HITS, search

ANY_STATE = "all"
# The smallest first: a batch stays as large as it is, an outlet grows for ever.
FACETS = ("batch", "speaker", "outlet")
KINDS = {
    "numeric": ("is_numeric",),
    "attributed": ("is_attributed",),
    "absolute": ("is_absolute",),
    "both": ("is_numeric", "is_attributed"),
}


@dataclass(frozen=True, slots=True)
class Worklist:
    """Rows and their order. ``is_cut``: a search found more than it looks through."""

    rows: QuerySet[Any]
    order: Order
    is_cut: bool = False

    def claim_id(self, row: Any) -> int:
        return getattr(row, self.order.tie)


def unindexed(column: str) -> NullIf:
    """The column itself, as an expression that no index answers.

    For queries that know their few rows by another key: SQLite would rather begin
    with the seven hundred thousand that are in the state, and look for the few there.
    """
    return NullIf(column, Value(None))


def by_claim(chosen: Mapping[str, Any]) -> Worklist:
    """The claims that a search finds, or the narrow queue entries of what is chosen, or all."""
    facets = [(facet, chosen[facet]) for facet in FACETS if chosen.get(facet)]
    hits = _hits(chosen)
    rows: QuerySet[Any] = Claim.objects.all()
    claim, prefix = "id", ""
    if hits is not None:
        rows = rows.filter(pk__in=hits)
    elif facets:
        (first, value), *facets = facets
        rows = QueueEntry.objects.filter(**{first: value})
        claim, prefix = "claim_id", "claim__"
    for facet, value in facets:
        rows = rows.filter(
            Exists(QueueEntry.objects.filter(claim=OuterRef(claim), **{facet: value}))
        )
    for flag in KINDS.get(chosen.get("kind", ""), ()):
        rows = rows.filter(**{prefix + flag: True})
    rows = _in_state(rows, chosen.get("state") or Claim.State.NEW, few=hits is not None)
    return Worklist(rows, _order(chosen, "priority", claim), _is_cut(hits))


def by_article(chosen: Mapping[str, Any]) -> Worklist:
    """Articles that have claims which nobody has triaged yet."""
    rows = Article.objects.open()
    for facet in ("outlet", "batch"):
        if chosen.get(facet):
            rows = rows.filter(**{facet: chosen[facet]})
    hits = _hits(chosen)
    if hits is not None:
        stated = (
            Mention.objects.live()
            .alias(standing=unindexed("claim__state"))
            .filter(claim__in=hits, standing=Claim.State.NEW)
        )
        rows = rows.filter(pk__in=stated.values("article"))
    return Worklist(rows, _order(chosen, "top_priority", "id"), _is_cut(hits))


def neighbours_of(
    article: Article, chosen: Mapping[str, Any]
) -> tuple[Article | None, Article | None]:
    """The articles before and after this one in the queue: two queries, by its own place."""
    found = by_article(chosen)
    place = (getattr(article, found.order.by), article.pk)
    light = found.rows.only("pk")
    before = light.filter(found.order.beyond(place, "gt")).order_by(found.order.by, "id")
    after = light.filter(found.order.beyond(place, "lt")).order_by(f"-{found.order.by}", "-id")
    return before.first(), after.first()


def _in_state(rows: QuerySet[Any], state: str, *, few: bool) -> QuerySet[Any]:
    """Those in the state; ``few`` says that the rows are known by key already."""
    if state == ANY_STATE:
        return rows.exclude(state=Claim.State.MERGED)
    if few:
        return rows.alias(standing=unindexed("state")).filter(standing=state)
    return rows.filter(state=state)


def _order(chosen: Mapping[str, Any], priority: str, tie: str) -> Order:
    return Order("sorted_on" if chosen.get("order") == "date" else priority, tie)


def _hits(chosen: Mapping[str, Any]) -> list[int] | None:
    """The ids of the claims that the search finds; None where nothing is sought."""
    if not chosen.get("q"):
        return None
    found = search(Claim.objects.all(), chosen["q"]).order_by("-pk")
    return list(found.values_list("pk", flat=True)[:MOST_HITS])


def _is_cut(hits: Sequence[int] | None) -> bool:
    return hits is not None and len(hits) >= MOST_HITS
