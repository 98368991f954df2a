"""The review queue as query: which claims or articles, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from .models import Article, Claim, Mention, QueueEntry
from .models.queue import FACETS
from .paging import Order
from .searching import MOST_HITS

ANY_STATE = "all"
KINDS = {
    "numeric": ("is_numeric",),
    "attributed": ("is_attributed",),
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


def by_claim(chosen: Mapping[str, Any]) -> Worklist:
    """Claims, or where an outlet, batch or speaker is chosen, their narrow queue entries."""
    facets = [(facet, chosen[facet]) for facet in FACETS if chosen.get(facet)]
    rows: QuerySet[Any] = _under(facets) if facets else Claim.objects.all()
    claim, prefix = ("claim_id", "claim__") if facets else ("id", "")
    state = chosen.get("state") or Claim.State.NEW
    if state == ANY_STATE:
        rows = rows.exclude(state=Claim.State.MERGED)
    else:
        rows = rows.filter(state=state)
    for flag in KINDS.get(chosen.get("kind", ""), ()):
        rows = rows.filter(**{prefix + flag: True})
    hits = _hits(chosen)
    if hits is not None:
        rows = rows.filter(**{f"{claim}__in": hits})
    return Worklist(rows, _order(chosen, "priority", claim), _is_cut(hits))


def by_article(chosen: Mapping[str, Any]) -> Worklist:
    """Articles that have claims which nobody has triaged yet."""
    rows = Article.objects.open()
    for facet in ("outlet", "batch"):
        if chosen.get(facet):
            rows = rows.filter(**{facet: chosen[facet]})
    hits = _hits(chosen)
    if hits is not None:
        stated = Mention.objects.live().filter(claim__in=hits, claim__state=Claim.State.NEW)
        rows = rows.filter(pk__in=stated.values("article"))
    return Worklist(rows, _order(chosen, "top_priority", "id"), _is_cut(hits))


def _under(facets: Sequence[tuple[str, Any]]) -> QuerySet[QueueEntry]:
    """Entries under the first facet, of claims that are under the others too."""
    (first, chosen), *others = facets
    rows = QueueEntry.objects.filter(**{first: chosen})
    for facet, value in others:
        also = QueueEntry.objects.filter(claim=OuterRef("claim"), **{facet: value})
        rows = rows.filter(Exists(also))
    return rows


def _order(chosen: Mapping[str, Any], priority: str, tie: str) -> Order:
    return Order("sorted_on" if chosen.get("order") == "date" else priority, tie)


def _hits(chosen: Mapping[str, Any]) -> list[int] | None:
    """The ids of the claims that the search finds; None where nothing is sought."""
    if not chosen.get("q"):
        return None
    found = Claim.objects.search(chosen["q"]).order_by("-pk")
    return list(found.values_list("pk", flat=True)[:MOST_HITS])


def _is_cut(hits: Sequence[int] | None) -> bool:
    return hits is not None and len(hits) >= MOST_HITS
