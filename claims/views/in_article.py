"""A claim in its article: what stands beside the list while one goes through it."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim, Mention
from claims.queue import article_around, dress, for_rows

from .access import desk, read_id


@require_safe
@desk
def claim_in_article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with the claim strong and the others thin, and what is known of the claim.

    Of several articles that state it, the one that the list names, else the first that is
    no former version.
    """
    claim = get_object_or_404(for_rows(Claim.objects.all()), pk=pk)
    context = {"claim": claim, "row": dress([claim])[0], "here": request.GET.get("here", "")}
    if mention := _mention(claim, read_id(request.GET.get("article", ""))):
        context |= {"article": mention.article, "paragraphs": article_around(mention)}
    return render(request, "claims/_in_article.html", context)


def _mention(claim: Claim, article: int) -> Mention | None:
    stated = Mention.objects.live().filter(claim=claim).select_related("article__outlet")
    listed_first = stated.annotate(listed=Q(article=article)).order_by(
        "-listed", "-article__is_latest", "pk"
    )
    return listed_first.first()
