"""What somebody typed when their session had ended: it comes back once they have logged in.

Until then it stays in their own browser, as a field of the login form: of people who are
not logged in, nothing is stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

_KEY = "kept_form"
# More than anybody types, and no more than a session holds.
MOST_CHARACTERS = 100_000


def keeps_text(page: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Answer an anonymous POST with the login form, which carries its text, back to ``page``."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def kept_view(request: HttpRequest, pk: int) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, pk)
            return _ask_to_log_in(request, page, pk)

        return kept_view

    return decorate


def _ask_to_log_in(request: HttpRequest, page: str, pk: int) -> HttpResponse:
    back = reverse(page, args=[pk])
    data = {name: request.POST.getlist(name) for name in request.POST}
    data.pop("csrfmiddlewaretoken", None)
    verb = request.path.rstrip("/").rpartition("/")[2]
    typed = json.dumps({"page": page, "pk": pk, "verb": verb, "data": data}, ensure_ascii=False)
    if len(typed) > MOST_CHARACTERS:
        return redirect(f"{reverse('login')}?next={back}")
    context = {"form": AuthenticationForm(request), "next": back, "kept": typed}
    return render(request, "registration/login.html", context, status=401)


def read_kept(carried: str) -> dict[str, Any] | None:
    """What the login form carried; None where it is nothing that we put there."""
    if len(carried) > MOST_CHARACTERS:
        return None
    try:
        found = json.loads(carried)
        page, pk, verb, data = (found[name] for name in ("page", "pk", "verb", "data"))
        texts = [text for name, values in data.items() for text in (name, *values)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    plain = all(isinstance(text, str) for text in (page, verb, *texts))
    return found if plain and isinstance(pk, int) else None


def keep(request: HttpRequest, typed: dict[str, Any]) -> None:
    """Keep it for the page that it was typed on, now that it is known by whom."""
    request.session[_KEY] = typed


def kept(request: HttpRequest, page: str, pk: int) -> tuple[str, QueryDict] | None:
    """The verb and what was typed for it on that page; given once."""
    found = request.session.get(_KEY)
    if request.method != "GET" or not found or (found["page"], found["pk"]) != (page, pk):
        return None
    del request.session[_KEY]
    data = QueryDict(mutable=True)
    for name, values in found["data"].items():
        data.setlist(name, values)
    return found["verb"], data
