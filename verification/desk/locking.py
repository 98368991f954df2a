"""Who edits a claim right now: taken as somebody begins to type, let go of as they leave.

The page's script sends these; without script a save takes the lock for its moment.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_POST

from claims.models import Claim, Refused
from claims.views import DeskRequest, may

from .steps import CHECK, step
from .tabs import tab_of


@require_POST
@may(CHECK)
def lock(request: DeskRequest, pk: int) -> HttpResponse:
    """Begin or go on editing in this tab; the answer says who does where it is refused."""
    try:
        get_object_or_404(Claim, pk=pk).lock(request.user, tab_of(request))
    except Refused as refusal:
        return HttpResponse(str(refusal), status=409)
    return HttpResponse(status=204)


@require_POST
@may(CHECK)
def unlock(request: DeskRequest, pk: int) -> HttpResponse:
    """Stop editing in this tab."""
    get_object_or_404(Claim, pk=pk).unlock(request.user, tab_of(request))
    return HttpResponse(status=204)


@step
def continue_here(request: DeskRequest, claim: Claim) -> HttpResponse:
    """Go on in this tab with what one edits in another."""
    claim.continue_here(request.user)
    messages.success(request, _t("Edit it here; the other tab waits."))
    return redirect(claim)
