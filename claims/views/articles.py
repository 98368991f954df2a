"""One article, set for reading, with everything that was found in it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.highlighting import paragraphs
from claims.models import Article
from claims.queue import (
    LONGEST_QUERY,
    findings_in,
    marks_in,
    neighbours_of,
    numbered_claims,
    with_newest_mention,
    with_readers,
)

from .access import desk, read_id

MOST_RELATED = 20


@require_safe
@desk
def article(request: HttpRequest, pk: int) -> HttpResponse:
    articles = Article.objects.select_related("outlet", "batch", "copy_of", "story")
    shown = get_object_or_404(with_readers(with_newest_mention(articles)), pk=pk)
    claims = numbered_claims(shown)
    numbers = {found.row.claim.pk: found.number for found in claims}
    before, after = neighbours_of(shown, _chosen(request.GET))
    context = {
        "article": shown,
        "before": before,
        "after": after,
        "claims": claims,
        "findings": findings_in(shown),
        "paragraphs": paragraphs(shown.text, marks_in(shown, numbers)),
        "versions": _light(Article.objects.filter(identity=shown.identity).exclude(pk=pk)),
        "copies": _light(
            Article.objects.filter(sha256=shown.sha256).exclude(identity=shown.identity)
        ),
        "reprints": _light(Article.objects.filter(pk=pk).with_reprints().exclude(pk=pk)),
        "here": request.get_full_path(),
    }
    return render(request, "claims/article.html", context)


def _chosen(query: QueryDict) -> dict[str, Any]:
    """The filters of the queue that one came from; what is none of them narrows nothing."""
    return {
        "order": query.get("order", ""),
        "q": query.get("q", "").replace("\0", "")[:LONGEST_QUERY].strip(),
        "outlet": read_id(query.get("outlet", "")),
        "batch": read_id(query.get("batch", "")),
    }


def _light(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The newest of them, without their texts."""
    return articles.select_related("outlet").defer("text").order_by("-pk")[:MOST_RELATED]
