"""One article, set for reading, with everything that was found in it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.highlighting import paragraphs
from claims.models import Article
from claims.queue import marks_in, numbered_claims, with_newest_mention, with_readers

from .access import desk

MOST_RELATED = 20


@require_safe
@desk
def article(request: HttpRequest, pk: int) -> HttpResponse:
    articles = Article.objects.select_related("outlet", "batch", "copy_of")
    shown = get_object_or_404(with_readers(with_newest_mention(articles)), pk=pk)
    claims = numbered_claims(shown)
    numbers = {found.row.claim.pk: found.number for found in claims}
    context = {
        "article": shown,
        "claims": claims,
        "paragraphs": paragraphs(shown.text, marks_in(shown, numbers)),
        "versions": _light(Article.objects.filter(identity=shown.identity).exclude(pk=pk)),
        "copies": _light(
            Article.objects.filter(sha256=shown.sha256).exclude(identity=shown.identity)
        ),
        "here": request.get_full_path(),
    }
    return render(request, "claims/article.html", context)


def _light(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The newest of them, without their texts."""
    return articles.select_related("outlet").defer("text").order_by("-pk")[:MOST_RELATED]
