"""The newsroom's pages that show claims with what became of them: home, queue, claim."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.models import (
    Claim,
    EventMember,
    Mention,
)
from claims.queue import (
    dress,
    for_rows,
    passage_of,
    with_words,
)
from claims.views import DeskRequest, desk, kept_on, mend_of

from .bearing import bearing_context
from .check_page import check_context

CARDS_A_PAGE = 20
ROWS_A_PAGE = 50
ON_HOME = 10
MOST_MENTIONS = 20
MOST_HISTORY = 50
MOST_MINE = 50


@require_safe
@vary_on_headers("HX-Request")
@desk
def claim(request: DeskRequest, pk: int) -> HttpResponse:
    return claim_page(request, pk, {})


def claim_page(
    request: DeskRequest, pk: int, bound: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The claim's page; ``bound`` are forms that come back with what was typed."""
    claims = for_rows(
        Claim.objects.select_related("merged_into", "wording_confirmed_by", "assignee", "locked_by")
    )
    shown = get_object_or_404(claims, pk=pk)
    mentions = _mentions(shown)
    context = {
        "claim": shown,
        "row": dress([shown])[0],
        "mentions": mentions,
        "history": _history(shown),
        "here": shown.get_absolute_url() if request.POST else request.get_full_path(),
    }
    if mentions:
        first = Mention.objects.select_related("article__outlet").get(pk=mentions[0].pk)
        context |= {
            "article": first.article,
            "passage": passage_of(first),
            "mend": mend_of(first, kept_on(request, "mention", first.pk)),
            "attributions": first.attributions.live().prefetch_related("speakers"),
        }
    context |= bearing_context(shown)
    context |= check_context(request, shown, bound)
    return render(request, "verification/claim.html", context, status=status)


def _mentions(shown: Claim) -> list[Mention]:
    """Where it was said, the first report first, each with ``raw``, its own words.

    What only former versions of articles say stands behind what is said now.
    """
    standing = with_words(Mention.objects.live().filter(claim=shown))
    articles = standing.select_related("article__outlet").defer("article__text")
    return list(
        articles.order_by("-article__is_latest", "article__sorted_on", "pk")[:MOST_MENTIONS]
    )


def _history(shown: Claim) -> QuerySet[EventMember]:
    members = EventMember.objects.filter(claim=shown)
    return members.select_related("event__actor", "event__article").order_by("-pk")[:MOST_HISTORY]
