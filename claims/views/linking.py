"""What people say of links between claims and of what does not add up: a button each."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from claims.models import CheckMatch, ClaimLink, Event, Finding, Refused
from claims.queue import confirm_link, dismiss_finding, keep_finding, reject_link

from .access import DeskRequest, may
from .triage import answer_in_place

TRIAGE = "claims.triage_claim"
_SAID = {
    Event.Kind.LINK_CONFIRMED: _("Confirmed."),
    Event.Kind.LINK_REJECTED: _("Said that it is not so: it is shown no more."),
    Event.Kind.CHECK_CONFIRMED: _("Confirmed: the published check is of this claim."),
    Event.Kind.CHECK_REJECTED: _("Said that it is of another claim: it is shown no more."),
    Event.Kind.FINDING_KEPT: _("Kept: it does not add up."),
    Event.Kind.FINDING_DISMISSED: _("Dismissed, until one of its figures changes."),
}


@require_POST
@may(TRIAGE)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(ClaimLink, pk=pk)
    return _answer(request, lambda: confirm_link(link, request.user))


@require_POST
@may(TRIAGE)
def reject(request: DeskRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(ClaimLink, pk=pk)
    return _answer(request, lambda: reject_link(link, request.user))


@require_POST
@may(TRIAGE)
def keep(request: DeskRequest, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    return _answer(request, lambda: keep_finding(finding, request.user))


@require_POST
@may(TRIAGE)
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    reason = request.POST.get("reason", "")
    return _answer(request, lambda: dismiss_finding(finding, request.user, reason))


@require_POST
@may(TRIAGE)
def confirm_check(request: DeskRequest, pk: int) -> HttpResponse:
    match = get_object_or_404(CheckMatch, pk=pk)
    return _answer(request, lambda: match.confirm(request.user))


@require_POST
@may(TRIAGE)
def reject_check(request: DeskRequest, pk: int) -> HttpResponse:
    match = get_object_or_404(CheckMatch, pk=pk)
    return _answer(request, lambda: match.reject(request.user))


def _answer(request: DeskRequest, deed: Callable[[], Event]) -> HttpResponse:
    """Do it and say so, with a button that takes it back; where it is refused, say why."""
    try:
        event = deed()
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _SAID[Event.Kind(event.kind)], extra_tags=str(event.pk))
    return answer_in_place(request, ())
