"""What somebody typed when their session had ended: kept until they have logged in again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

_KEY = "kept_form"
# More than anybody types; whoever is not logged in can have no more than this kept.
MOST_CHARACTERS = 100_000


def keeps_text(page: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Keep an anonymous POST's text in the session and ask to log in, back to ``page``."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def kept_view(request: HttpRequest, pk: int) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, pk)
            _keep(request, page, pk)
            return redirect(f"{reverse('login')}?next={reverse(page, args=[pk])}")

        return kept_view

    return decorate


def _keep(request: HttpRequest, page: str, pk: int) -> None:
    data = {name: request.POST.getlist(name) for name in request.POST}
    data.pop("csrfmiddlewaretoken", None)
    if sum(len(value) for values in data.values() for value in values) <= MOST_CHARACTERS:
        verb = request.path.rstrip("/").rpartition("/")[2]
        request.session[_KEY] = {"page": page, "pk": pk, "verb": verb, "data": data}


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
