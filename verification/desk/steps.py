"""How a step of a check is taken by a plain form, and how its refusal comes back.

A form that is refused comes back with what was typed, with the reason beside it,
whether the text was bad, somebody else has the claim, or the session had ended.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims.models import Claim, Refused
from claims.views import DeskRequest, may

from .kept import keeps_text
from .pages import claim_page

Step = Callable[[DeskRequest, Claim], HttpResponse]


CHECK = "claims.check_claim"


def step(view: Step, permission: str = CHECK) -> Callable[..., HttpResponse]:
    """A POST on a claim by somebody who may; a refusal is told, and nothing lost."""

    @require_POST
    @keeps_text("claim")
    @may(permission)
    @wraps(view)
    def take_step(request: DeskRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        try:
            return view(request, claim)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(claim)

    return take_step


def with_form(
    request: DeskRequest,
    claim: Claim,
    name: str,
    form: BaseForm,
    deed: Callable[[], Any],
    done: str,
) -> HttpResponse:
    """Do the deed with a valid form; else show the page again with the form as it was typed."""
    if not form.is_valid():
        return claim_page(request, claim.pk, {name: form}, status=422)
    try:
        deed()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return claim_page(request, claim.pk, {name: form}, status=409)
    messages.success(request, done)
    return redirect(f"{claim.get_absolute_url()}#{name}")


def under_lock(request: DeskRequest, claim: Claim, deed: Callable[[], Any]) -> Callable[[], Any]:
    """The deed under the tab's lock; a late save takes the lock again if nobody has it."""
    token = request.POST.get("lock", "")[:36] or "form"

    def do() -> None:
        claim.lock(request.user, token)
        deed()
        claim.unlock(request.user, token)

    return do
