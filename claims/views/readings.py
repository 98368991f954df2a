"""“checker2 reads this”: said by a form of its own, for looking at a page writes nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims.models import Article, Reading

from .access import DeskRequest, may, posted_id


@require_POST
@may("claims.triage_claim")
def read_article(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin or go on reading, or leave; a script sends it, and a button where there is none."""
    article = get_object_or_404(Article.objects.only("pk", "open_claims"), pk=pk)
    if "leave" in request.POST or not article.open_claims:
        Reading.objects.end(article, request.user)
    else:
        Reading.objects.begin(article, request.user)
    return redirect("article", pk)


def go_on_reading(request: DeskRequest) -> None:
    """Whoever decides on a claim of an article, on its page or card, is reading it."""
    article = Article.objects.only("open_claims").filter(pk=posted_id(request, "article")).first()
    if article is None:
        return
    if article.open_claims:
        Reading.objects.begin(article, request.user)
    else:
        Reading.objects.end(article, request.user)
