"""Filters of the queue, saved under a name: made, renamed, shared, let go."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Refused
from claims.views import DeskRequest, desk
from verification.models import SavedFilter

from .filters import QueueFilters
from .listing import queue_page


class NameForm(forms.Form):
    """What a saved filter is called."""

    name = forms.CharField(
        label=_("Name"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def save_filter(request: DeskRequest) -> HttpResponse:
    """Save what the address filters by; a name that will not do comes back as it was typed."""
    if request.method != "POST":
        return redirect(f"{reverse('queue')}?{request.GET.urlencode()}")
    form = NameForm(request.POST)
    if form.is_valid():
        values = QueueFilters(request.GET, request.user).kept
        try:
            saved = SavedFilter.objects.keep(request.user, form.cleaned_data["name"], values)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _t("Saved as “%s”: a tab above the list.") % saved)
            return redirect(f"{reverse('queue')}?{saved.query}")
    return queue_page(request, {"name_form": form}, status=422)


def _deed(done: Callable[[SavedFilter, DeskRequest], str]) -> Callable[..., HttpResponse]:
    """A plain form on a saved filter: does it, says so, and leads back to its tab."""

    def view(request: DeskRequest, pk: int) -> HttpResponse:
        saved = get_object_or_404(SavedFilter.objects.seen_by(request.user), pk=pk)
        try:
            messages.success(request, done(saved, request) % saved)
        except Refused as refused:
            messages.warning(request, str(refused))
        return redirect(f"{reverse('queue')}?{saved.query}")

    return require_POST(desk(view))


def _rename(saved: SavedFilter, request: DeskRequest) -> str:
    form = NameForm(request.POST)
    if not form.is_valid():
        raise Refused(" ".join(map(str, form.errors["name"])))
    saved.rename(request.user, form.cleaned_data["name"])
    return _t("It is called “%s” from now on.")


def _share(saved: SavedFilter, request: DeskRequest) -> str:
    saved.share(request.user)
    return _t("“%s” stands above everybody's queue.")


def _unshare(saved: SavedFilter, request: DeskRequest) -> str:
    saved.unshare(request.user)
    return _t("“%s” is its owner's alone.")


def _put_first(saved: SavedFilter, request: DeskRequest) -> str:
    saved.put_first(request.user)
    return _t("“%s” comes first.")


def _let_go(saved: SavedFilter, request: DeskRequest) -> str:
    saved.let_go(request.user)
    return _t("“%s” is let go. What it filtered is as it was.")


# By the word in their addresses.
DEEDS = {
    "rename": _deed(_rename),
    "share": _deed(_share),
    "unshare": _deed(_unshare),
    "put-first": _deed(_put_first),
    "let-go": _deed(_let_go),
}
