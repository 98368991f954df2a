"""What people see when something broke on our side."""

from __future__ import annotations

import sys

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.defaults import server_error as plain_server_error

from claims.models import is_passing


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for what no view has caught.

    Where the database was away for a moment, it has status 503 and sends the same again by
    one click, with all that was typed; files have to be chosen anew, passwords to be typed.
    """
    error = sys.exc_info()[1]
    if error is None or not is_passing(error):
        return plain_server_error(request)
    connection.close_if_unusable_or_obsolete()
    context = {
        "again": request.method == "POST" and not _has_password(request),
        "typed": [(name, value) for name, values in request.POST.lists() for value in values],
        "files": bool(request.FILES),
        "path": _path(request),
    }
    response = render(request, "503.html", context, status=503)
    response["Retry-After"] = "1"
    add_never_cache_headers(response)
    return response


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token no longer holds, with what was written in it to copy.

    Nothing sends it again: another site may have made this form.
    """
    written = [
        value
        for name, values in request.POST.lists()
        for value in values
        if "password" not in name and len(value.split()) > 1
    ]
    response = render(request, "403_csrf.html", {"written": written}, status=403)
    add_never_cache_headers(response)
    return response


def _path(request: HttpRequest) -> str:
    """Where the request went; never read as another site's address."""
    return "/" + request.get_full_path().lstrip("/")


def _has_password(request: HttpRequest) -> bool:
    return any("password" in name for name in request.POST)
