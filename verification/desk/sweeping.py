"""Setting aside all that fit a filter: a page that asks once, and the deed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from claims.models import MOST_AT_ONCE, Claim, Refused
from claims.queue import Seen, Worklist, by_claim, dress, for_rows, set_matching_aside, swept
from claims.views import MADE_ON, DeskRequest, may, note_refusal, posted_id, said

from .filters import QueueFilters, with_verdict

MOST_SHOWN = 5
SEEN_MENTION = "seen_mention"


@require_http_methods(["GET", "HEAD", "POST"])
@may("claims.triage_claim")
def set_aside_matching(request: DeskRequest) -> HttpResponse:
    """Ask once: how many go, and the best of them; set aside what the page knew."""
    seen = Seen.now()  # before the claims are read: no page says that it knew more than it did
    filters = QueueFilters(request.GET, request.user)
    found = _found(filters)
    query = _query(request.GET, filters)
    if request.method == "POST" and found:
        known = Seen(posted_id(request, MADE_ON), posted_id(request, SEEN_MENTION))
        return _set_aside(request, found, known, query)
    number = found.rows.order_by()[: MOST_AT_ONCE + 1].count() if found else 0
    context = {
        "errors": _told(filters),
        "rows": _best(found) if found else [],
        "number": min(number, MOST_AT_ONCE),
        "is_more": number > MOST_AT_ONCE,
        "most": MOST_AT_ONCE,
        "query": query,
        "seen": seen,
        "here": request.get_full_path(),
    }
    return render(request, "verification/set_aside_matching.html", context)


def _found(filters: QueueFilters) -> Worklist | None:
    """What would go; None where the filter is none, or finds nothing that could."""
    chosen = filters.chosen
    # The queue leaves out what is no filter; here that would let go of more than was meant.
    goes = None if filters.errors else swept(chosen)
    return by_claim(goes, folded=False, **with_verdict(goes)) if goes else None


def _set_aside(request: DeskRequest, found: Worklist, known: Seen, query: str) -> HttpResponse:
    try:
        event = set_matching_aside(found, request.user, known, query)
    except Refused as refused:
        note_refusal(request)
        messages.info(request, str(refused))
    else:
        messages.success(request, said(event), extra_tags=str(event.pk))
    return redirect(f"{reverse('queue')}?{query}" if query else "queue")


def _best(found: Worklist) -> list:
    """The best that would go, as rows."""
    best = found.rows.order_by(f"-{found.order.by}", f"-{found.order.tie}")[:MOST_SHOWN]
    ids = [found.claim_id(row) for row in best]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    return dress([claims[pk] for pk in ids])


def _told(filters: QueueFilters) -> list[str]:
    """What is wrong with the filter, each with the name of its field."""
    return [
        f"{filters.fields[name].label}: {error}" if name in filters.fields else str(error)
        for name, errors in filters.errors.items()
        for error in errors
    ]


def _query(given: QueryDict, filters: QueueFilters) -> str:
    """The filter as an address has it: the same for the same filter."""
    query = QueryDict(mutable=True)
    for name in sorted(filters.fields):
        if value := given.get(name):
            query[name] = value
    query.pop("order", None)
    return query.urlencode()
