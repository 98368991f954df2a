"""What somebody typed and has not saved: kept as they type, given back on the same page.

A form that can be kept says in a field ``keeps`` which address it is sent to; the page's
script sends it to :func:`keep_form` as one types, and without script a button does. Who is
not logged in types into the login form instead, which carries their text as a field of its
own until they are: of people without an account nothing is stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_POST

from claims.ingest import clean
from claims.models import KeptForm, User

from .access import DeskRequest, desk, safe_next

# More than anybody types into one form.
MOST_CHARACTERS = 100_000
# The form's token of what is kept of it, and the address that it is sent to.
KEPT = "kept"
KEEPS = "keeps"
# Of the page or of one request, not of what somebody typed.
NOT_TYPED = {"csrfmiddlewaretoken", "lock", "next", KEPT, KEEPS}
# The subject of a page that is about no one thing.
NOTHING = 0


def keeps_text(page: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """The forms of a view stand on ``page``, and what is typed into them is kept there.

    An anonymous POST is answered with the login form, which carries its text.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def kept_view(request: HttpRequest, **subject: int) -> HttpResponse:
            if request.user.is_authenticated or request.method != "POST":
                return view(request, **subject)
            return _ask_to_log_in(request, reverse(page, kwargs=subject))

        kept_view.page = page  # type: ignore[attr-defined]
        return kept_view

    return decorate


@require_POST
@desk
def keep_form(request: DeskRequest) -> HttpResponse:
    """Keep a form as it stands; with script the answer is its new token, else the page."""
    place = _place_of(request.POST.get(KEEPS, ""))
    if place is None:
        return HttpResponse(_t("No form is sent to that address."), status=400)
    fields = _typed(request.POST)
    if _is_too_long(fields):
        return HttpResponse(_t("This is too long to be kept."), status=413)
    token = request.POST.get(KEPT, "")
    row = KeptForm.objects.keep(token, user=request.user, fields=fields, **place)
    at = timezone.localtime(row.kept_at).strftime("%H:%M")
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"token": row.token, "at": at})
    messages.success(request, _t("Kept at %s: it comes back on this page until you save it.") % at)
    return redirect(safe_next(request, _page(place)))


@require_POST
@desk
def discard_form(request: DeskRequest) -> HttpResponse:
    """Let go of what was kept, and show the page as it stands."""
    place = _place_of(request.POST.get(KEEPS, ""))
    if place is None:
        return HttpResponse(_t("No form is sent to that address."), status=400)
    if KeptForm.objects.forget(request.POST.get(KEPT, ""), user=request.user):
        messages.success(request, _t("Discarded."))
    else:
        messages.error(request, _t("Nothing was discarded: you went on with it in another tab."))
    return redirect(safe_next(request, _page(place)))


def kept_on(request: DeskRequest, page: str, subject: int = NOTHING) -> list[KeptForm]:
    """What the person left on this page, the latest first."""
    return list(KeptForm.objects.on(request.user, page, subject))


def forms_left(
    request: DeskRequest,
    page: str,
    forms: Mapping[str, tuple[str, Callable[[QueryDict], Any]]],
    subject: int = NOTHING,
) -> dict[str, Any]:
    """The forms that the person left unsaved on this page, by their names on it.

    ``forms`` has for each address that a form is sent to the form's name and its class.
    """
    rows = [row for row in kept_on(request, page, subject) if row.verb in forms]
    named = ((*forms[row.verb], row) for row in rows)
    return give_back((name, form(row.data), row) for name, form, row in named)


def form_left(request: DeskRequest, page: str, form: Callable[..., Any]) -> Any:
    """The one form of a page, which is sent to the page itself: as it was left, or empty."""
    return forms_left(request, page, {page: (page, form)}).get(page) or form()


def give_back(rows: Iterable[tuple[Any, Any, KeptForm]]) -> dict[Any, Any]:
    """Of each form's name the latest text, told as unsaved; earlier ones of other tabs beside it.

    ``rows`` are names of forms, forms with what was typed, and what kept it, the latest first.
    """
    latest: dict[Any, Any] = {}
    for name, form, row in rows:
        if name in latest:
            latest[name].kept_besides = [*latest[name].kept_besides, (row, form.words)]
        else:
            latest[name] = form
            form.kept = row
    return latest


def forget_saved(request: DeskRequest) -> None:
    """The form that came is saved: it need not be kept any more."""
    KeptForm.objects.forget(request.POST.get(KEPT, ""), user=request.user)


def read_carried(carried: str) -> dict[str, Any] | None:
    """What the login form carried; None where it is nothing that we put there."""
    if len(carried) > MOST_CHARACTERS:
        return None
    try:
        found = json.loads(carried)
        path, fields = found["path"], found["fields"]
        texts = [path, *(text for name, values in fields.items() for text in (name, *values))]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return found if all(isinstance(text, str) for text in texts) else None


def keep_carried(user: User, carried: dict[str, Any]) -> None:
    """Keep it for the page that it was typed on, now that it is known by whom."""
    if place := _place_of(carried["path"]):
        fields = {
            name: [clean(text) for text in values] for name, values in carried["fields"].items()
        }
        KeptForm.objects.keep("", user=user, fields=fields, **place)


def _ask_to_log_in(request: HttpRequest, back: str) -> HttpResponse:
    carried = {"path": request.path, "fields": _typed(request.POST)}
    typed = json.dumps(carried, ensure_ascii=False)
    if len(typed) > MOST_CHARACTERS:
        return redirect(f"{reverse('login')}?next={back}")
    context = {"form": AuthenticationForm(request), "next": back, "kept": typed}
    return render(request, "registration/login.html", context, status=401)


def _place_of(path: str) -> dict[str, Any] | None:
    """Where a form that is sent to an address stands; None for what keeps nothing."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    page = getattr(match.func, "page", None)
    if page is None:
        return None
    return {"page": page, "subject": match.kwargs.get("pk", NOTHING), "verb": match.url_name}


def _page(place: dict[str, Any]) -> str:
    return reverse(place["page"], args=[place["subject"]] if place["subject"] else [])


def _typed(data: QueryDict) -> dict[str, list[str]]:
    return {
        name: [clean(text) for text in data.getlist(name)] for name in data if name not in NOT_TYPED
    }


def _is_too_long(fields: dict[str, list[str]]) -> bool:
    return sum(len(name) + sum(map(len, texts)) for name, texts in fields.items()) > MOST_CHARACTERS
