"""Sentences that an outlet repeats: what the machine proposes, and what people say."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_POST, require_safe

from claims.models import MutedSentence, Refused
from claims.queue import Order, page_of

from .access import DeskRequest, desk, may

A_PAGE = 50
State = MutedSentence.State


@require_safe
@desk
def muted(request: DeskRequest) -> HttpResponse:
    """What is proposed, what is repeated most first; below it what people decided."""
    related = MutedSentence.objects.select_related("claim", "outlet", "decided_by")
    context = {
        "proposed": page_of(
            related.filter(state=State.PROPOSED), Order("articles"), request.GET, A_PAGE
        ),
        "decided": related.exclude(state=State.PROPOSED).order_by("-decided_at", "-id")[:A_PAGE],
        "may_decide": request.user.has_perm("claims.change_mutedsentence"),
    }
    return render(request, "claims/muted.html", context)


@require_POST
@may("claims.change_mutedsentence")
def mute(request: DeskRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, lambda row: row.mute(request.user))


@require_POST
@may("claims.change_mutedsentence")
def keep(request: DeskRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, lambda row: row.keep(request.user))


def _decide(
    request: DeskRequest, pk: int, deed: Callable[[MutedSentence], MutedSentence]
) -> HttpResponse:
    row = get_object_or_404(MutedSentence.objects.select_related("claim", "outlet"), pk=pk)
    try:
        deed(row)
    except Refused as refused:
        messages.info(request, str(refused))
        return redirect("muted")
    words = {"claim": Truncator(row.claim.wording).chars(70), "outlet": row.outlet}
    if row.state == State.MUTED:
        told = _t("Muted in %(outlet)s: “%(claim)s”. Below you can take it back.")
    else:
        told = _t("Not muted in %(outlet)s: “%(claim)s”.")
    messages.success(request, told % words)
    return redirect("muted")
