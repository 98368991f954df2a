"""Several claims of a list at once: those that somebody ticked."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.models import DISMISS, PICK, SET_ASIDE, Claim, Refused
from claims.queue import triage_chosen

from .access import DeskRequest, may, note_refusal, read_id
from .triage import answer_in_place, said

VERBS = {"pick": PICK, "set-aside": SET_ASIDE, "dismiss": DISMISS}
MOST_CHOSEN = 500
MOST_NAMED = 10


@require_POST
@may("claims.triage_claim")
def triage_ticked(request: DeskRequest) -> HttpResponse:
    """Pick, set aside or dismiss the ticked claims; those that have moved on are named."""
    verb, _colon, reason = request.POST.get("verb", "").partition(":")
    shown = ticked(request)
    problem = _problem(verb, reason, len(shown))
    if problem:
        note_refusal(request)
        messages.error(request, problem)
        return answer_in_place(request, ())
    try:
        event, stayed = triage_chosen(VERBS[verb], request.user, shown, reason)
    except Refused as refused:
        note_refusal(request)
        messages.info(request, str(refused))
        return answer_in_place(request, ())
    messages.success(request, said(event), extra_tags=str(event.pk))
    if stayed:
        messages.info(request, _stayed(stayed))
    return answer_in_place(request, ())


def ticked(request: DeskRequest) -> dict[int, int]:
    """The ticked claims, each with the newest line of its history that the page knew."""
    pairs = (value.partition(".") for value in request.POST.getlist("claim")[: MOST_CHOSEN + 1])
    return {pk: read_id(line) for claim, _dot, line in pairs if (pk := read_id(claim))}


def _problem(verb: str, reason: str, number: int) -> str:
    if verb not in VERBS:
        return _t("Choose what to do with the ticked claims.")
    if verb == "dismiss" and reason not in Claim.Dismissal.values:
        return _t("Say why: choose one of the reasons.")
    if not number:
        return _t("Tick the claims first: the boxes stand at the beginning of their rows.")
    if number > MOST_CHOSEN:
        return _t("Tick no more than %s claims at a time; nothing was changed.") % MOST_CHOSEN
    return ""


def _stayed(claims: Sequence[Claim]) -> str:
    """Which claims were left as they are, by name."""
    named = "; ".join(
        f"“{Truncator(claim.wording).chars(60)}” ({claim.get_state_display()})"
        for claim in claims[:MOST_NAMED]
    )
    if more := len(claims) - MOST_NAMED:
        named += _t("; and %s more") % more if more > 0 else ""
    return ngettext(
        "%(number)s claim has moved on since and stays as it is: %(named)s.",
        "%(number)s claims have moved on since and stay as they are: %(named)s.",
        len(claims),
    ) % {"number": len(claims), "named": named}
