"""One speaker and what they are reported to have said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Claim, QueueEntry, Speaker
from ..paging import Order, page_of
from ..rows import dress, for_rows
from .access import desk


@require_safe
@desk
def speaker(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Speaker.objects.prefetch_related("aliases"), pk=pk)
    entries = QueueEntry.objects.filter(speaker=shown).exclude(state=Claim.State.MERGED)
    page = page_of(entries, Order("priority", "claim_id"), request.GET)
    claims = for_rows(Claim.objects.all()).in_bulk([entry.claim_id for entry in page.rows])
    context = {
        "speaker": shown,
        "page": page,
        "rows": dress([claims[entry.claim_id] for entry in page.rows]),
        "here": request.get_full_path(),
    }
    return render(request, "claims/speaker.html", context)
