"""How a step of a check is taken by a plain form, and how its refusal comes back.

A form that is refused comes back with what was typed, with the reason beside it,
whether the text was bad, somebody else has the claim, or the session had ended.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims.models import Claim, Event, Refused, Stale
from claims.views import (
    MADE_ON,
    DeskRequest,
    answer_in_place,
    forget_saved,
    keeps_text,
    may,
    note_refusal,
    posted_id,
)

from .conflicts import take_theirs, tell_what_stands
from .pages import claim_page
from .tabs import tab_of

R = TypeVar("R")
Step = Callable[[DeskRequest, Claim], HttpResponse]


CHECK = "claims.check_claim"
# The field by which a button in a list says where it stands; see claims.views.answer_in_place.
FROM_LIST = "next"


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
        except Stale as stale:
            note_refusal(request)
            messages.error(request, str(stale))
            if FROM_LIST in request.POST:
                return back(request, claim)
            return claim_page(request, claim.pk, {}, status=409)
        except Refused as refusal:
            note_refusal(request)
            messages.error(request, str(refusal))
            return back(request, claim)

    return take_step


def back(request: DeskRequest, claim: Claim) -> HttpResponse:
    """To the place in the list where the button stands, else to the claim's page."""
    if FROM_LIST in request.POST:
        return answer_in_place(request, [claim.pk])
    return redirect(claim)


def with_form(
    request: DeskRequest,
    claim: Claim,
    name: str,
    form: Any,
    deed: Callable[[], Any],
    done: str,
    stands: Callable[[], Mapping[str, Any]] = dict,
) -> HttpResponse:
    """Do the deed with a valid form; else show the page again with the form as it was typed.

    ``stands`` gives what the form's fields hold now, for whoever sent it from a stale page.
    """
    form.data = take_theirs(request.POST, form, stands())
    if not form.is_valid():
        return claim_page(request, claim.pk, {name: form}, status=422)
    try:
        deed()
    except Stale as stale:
        note_refusal(request)
        tell_what_stands(form, stale, stands())
        return claim_page(request, claim.pk, {name: form}, status=409)
    except Refused as refusal:
        note_refusal(request)
        form.refused = refusal
        return claim_page(request, claim.pk, {name: form}, status=409)
    forget_saved(request)
    messages.success(request, done)
    return redirect(f"{claim.get_absolute_url()}#{name}")


def do_as_shown(request: DeskRequest, claim: Claim, overwritten: Q, deed: Callable[[], R]) -> R:
    """Do it, if nothing of this has happened since the form's page was made.

    That somebody opened a version themselves, by adding a piece of evidence, say, takes
    nothing from what they were writing beside it.
    """
    own = Q(event__kind=Event.Kind.VERSION_OPENED, event__actor=request.user)
    return claim.do_as_shown(posted_id(request, MADE_ON), overwritten & ~own, deed)


def if_as_shown(
    request: DeskRequest, claim: Claim, deed: Callable[[], Any], overwritten: Q
) -> Callable[[], Any]:
    """The deed of a form, done only while the claim stands as its page showed it."""
    return lambda: do_as_shown(request, claim, overwritten, deed)


def under_lock(
    request: DeskRequest, claim: Claim, deed: Callable[[], Any], overwritten: Q
) -> Callable[[], Any]:
    """The deed under the tab's lock; a late save takes the lock again if nobody has it."""
    token = tab_of(request) or "form"

    def locked() -> None:
        claim.lock(request.user, token)
        deed()
        claim.unlock(request.user, token)

    return if_as_shown(request, claim, locked, overwritten)
