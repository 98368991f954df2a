"""Who may open a page of the desk: people with an account and one of its roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from claims.models import Event, User

# The field in which a form carries what its page knew: see claims.models.freshness.
MADE_ON = "made_on"
# In the session: the last deed that could be undone when one was refused.
REFUSED_AFTER = "refused_after"
LONGEST_ID = 18  # digits; with more, a number may be beyond what a database column holds
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class DeskRequest(HttpRequest):
    """A request that was let through: by somebody with an account."""

    user: User
    htmx: HtmxDetails


def desk(view: View) -> View:
    """Anonymous people are asked to log in; those without a role get 403."""
    return may("claims.view_claim")(view)


def may(permission: str) -> Callable[[View], View]:
    """As :func:`desk`, for those who have the permission."""

    def restrict(view: View) -> View:
        return login_required(permission_required(permission, raise_exception=True)(view))

    return restrict


def read_id(posted: str) -> int:
    """An id as a form sends it; 0, which is nobody's, for what is none."""
    fits = posted.isascii() and posted.isdecimal() and len(posted) <= LONGEST_ID
    return int(posted) if fits else 0


def posted_id(request: HttpRequest, name: str) -> int:
    """The id that the form sends under the name; 0 where it sends none."""
    return read_id(request.POST.get(name, ""))


def note_refusal(request: DeskRequest) -> None:
    """Remember that a deed was refused: the Z after it is meant for that, not for the one before.

    It holds until the person has done something that can be undone.
    """
    before = Event.objects.undoable_by(request.user).values_list("pk", flat=True).first()
    request.session[REFUSED_AFTER] = before


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """The page that the form came from, if it is one of ours."""
    here = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        here, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return here if safe else otherwise
