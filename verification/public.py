"""The readers' views: rendered from frozen content alone, and open to anybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from . import claimreview
from .models import Publication


@require_safe
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """One published check, or the notice that stands in its place."""
    publication = get_object_or_404(Publication.objects.live(), slug=slug)
    record = claimreview.claim_review(publication)
    context = {
        "publication": publication,
        "content": publication.version.frozen,
        "claim_review": claimreview.script(record) if record else "",
    }
    return render(request, "verification/public/check.html", context)
