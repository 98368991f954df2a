"""The review queue as query: which claims or articles, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import NullIf
from django.utils import timezone

from claims.models import BEARINGS, KINDS, UNDER_CHECK, Article, Claim, Mention, QueueEntry, Story

from .paging import Order
from .searching import MOST_HITS, search

ANY_STATE = "all"
# Somebody has it: being checked, or on hold.
UNDER_WAY = "under_way"
# The smallest first: a batch stays as large as it is, an outlet grows for ever.
FACETS = ("watch", "story", "batch", "speaker", "outlet")
# What one filters by: a kind, or two at once.
OF_KIND = {
    **{kind: (column,) for kind, column in KINDS.items()},
    "both": (KINDS["numeric"], KINDS["attributed"]),
}
# What is chosen where a filter means nobody at all: no claim fits.
NOTHING = "nothing"
# Whose a claim is: a person, or this.
NOBODY = "nobody"
DUE: dict[str, Callable[[date], Q]] = {
    "overdue": lambda today: Q(due_on__lt=today),
    "today": lambda today: Q(due_on=today),
    "week": lambda today: Q(due_on__range=(today, today + timedelta(days=6))),
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


def by_claim(
    chosen: Mapping[str, Any],
    *,
    among: QuerySet[Any] | None = None,
    apart_from: QuerySet[Any] | None = None,
    folded: bool = False,
) -> Worklist:
    """The claims that a search finds, or the narrow queue entries of what is chosen, or all.

    ``among`` and ``apart_from`` are ids of few claims: the only ones to list, or those not to.
    ``folded``: of the new ones that are a series the newest alone stands in the list.
    """
    facets = [(facet, chosen[facet]) for facet in FACETS if chosen.get(facet)]
    hits = _hits(chosen)
    state = chosen.get("state") or Claim.State.NEW
    rows, few = _few(chosen, hits, among, state)
    claim, prefix = "id", ""
    if facets and not few:
        (first, value), *facets = facets
        rows = QueueEntry.objects.filter(**{first: value})
        claim, prefix = "claim_id", "claim__"
    for facet, value in facets:
        rows = rows.filter(
            Exists(QueueEntry.objects.filter(claim=OuterRef(claim), **{facet: value}))
        )
    for flag in OF_KIND.get(chosen.get("kind", ""), ()):
        rows = rows.filter(**{prefix + flag: True})
    # Asked what bears on claims, each says it for itself.
    if folded and state == Claim.State.NEW and not few and not chosen.get("bears"):
        rows = rows.filter(**{f"{prefix}shown_in": None})
    if chosen.get("bears") in BEARINGS:
        rows = rows.filter(**{prefix + chosen["bears"]: True})
    if chosen.get("owner") == NOBODY:
        # Nearly all claims are nobody's: their index would answer with all of them.
        rows = rows.alias(owner=unindexed(f"{prefix}assignee")).filter(owner=None)
    if apart_from is not None:
        rows = rows.exclude(**{f"{claim}__in": apart_from})
    return Worklist(
        _in_state(rows, state, few=few), _order(chosen, "priority", claim), _is_cut(hits)
    )


def _few(
    chosen: Mapping[str, Any], hits: list[int] | None, among: QuerySet[Any] | None, state: str
) -> tuple[QuerySet[Any], bool]:
    """The claims that are known by another key than state or facet, and whether there is one."""
    rows = Claim.objects.none() if chosen.get(NOTHING) else Claim.objects.all()
    owner, due = chosen.get("owner"), chosen.get("due")
    if hits is not None:
        rows = rows.filter(pk__in=hits)
    if among is not None:
        rows = rows.filter(pk__in=among)
    if owner and owner != NOBODY:
        rows = rows.filter(assignee=owner)
    if due:
        rows = rows.filter(DUE[due](timezone.localdate()), state__in=UNDER_CHECK)
    named = owner not in {None, "", NOBODY}
    is_few = hits is not None or among is not None or named or bool(due)
    return rows, is_few or bool(chosen.get(NOTHING))


def by_article(chosen: Mapping[str, Any]) -> Worklist:
    """Articles that have claims which nobody has triaged yet; a text and its reprints are one.

    Of an outlet, its own article stands for the text: see ``each_once`` for two of one outlet.
    """
    facets = ("outlet", "batch", "story")
    narrowed = any(chosen.get(name) for name in (*facets, "q"))
    rows = Article.objects.open() if narrowed else Article.objects.cards()
    for facet in facets:
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


def by_story(chosen: Mapping[str, Any]) -> Worklist:
    """Stories that have claims which nobody has triaged yet.

    Of an outlet or a batch, those of its newest articles; of a search, those of its hits.
    """
    rows = Story.objects.open()
    order = _order(chosen, "top_priority", "id")
    cut = False
    facets = {name: chosen[name] for name in ("outlet", "batch") if chosen.get(name)}
    if facets:
        newest = Article.objects.open().filter(**facets, story__isnull=False)
        newest = newest.order_by("-sorted_on", "-pk")[:MOST_HITS]
        told = list(newest.values_list("story", flat=True))
        cut = len(told) >= MOST_HITS
        rows = rows.filter(pk__in=set(told))
    hits = _hits(chosen)
    if hits is not None:
        entries = QueueEntry.objects.filter(claim__in=hits, story__isnull=False)
        standing = entries.alias(standing=unindexed("state")).filter(standing=Claim.State.NEW)
        rows = rows.filter(pk__in=set(standing.values_list("story", flat=True)))
    return Worklist(rows, order, cut or _is_cut(hits))


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
    states = UNDER_CHECK if state == UNDER_WAY else {state}
    if few:
        return rows.alias(standing=unindexed("state")).filter(standing__in=states)
    return rows.filter(state__in=states) if len(states) > 1 else rows.filter(state=state)


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
