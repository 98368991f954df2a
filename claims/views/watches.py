"""The watch list: what the desk looks out for, who wants it and why, and what it hit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.models import Claim, Outlet, QueueEntry, Refused, Speaker, User, Watch
from claims.queue import (
    ANY_STATE,
    Order,
    by_claim,
    capped_count,
    dress_for_table,
    for_rows,
    page_of,
)

from .access import DeskRequest, desk, may
from .kept import forget_saved, form_left, keeps_text
from .lists_out import Column, ListOut, blocks_of
from .page_form import PageForm

WATCHES_A_PAGE = 50
LONGEST_NAME = 400
LONGEST_NOTE = 1_000
COLUMNS: list[Column[Watch]] = [
    Column(_("What"), str),
    Column(_("Kind"), lambda watch: watch.get_kind_display()),
    Column(_("Why"), lambda watch: watch.note),
    Column(_("Who"), lambda watch: str(watch.made_by)),
    Column(_("Since"), lambda watch: watch.made_at),
]


class WatchForm(PageForm, forms.Form):
    """What to look out for. What a name means depends on the kind."""

    kind = forms.ChoiceField(label=_("Look out for a"), choices=Watch.Kind.choices, initial="word")
    what = forms.CharField(
        label=_("Name, word or measure"),
        max_length=LONGEST_NAME,
        help_text=_(
            "A word or phrase is found in any case and with or without accents. A measure is a "
            "currency, a unit or what is counted: euros, barrels, drones."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def start(self, by: User) -> Watch:
        """Raises :class:`Refused` where there is no such thing, or it is watched already."""
        kind, what = self.cleaned_data["kind"], self.cleaned_data["what"]
        return Watch.objects.start(
            by, kind=kind, note=self.cleaned_data["note"], **_named(kind, " ".join(what.split()))
        )


def _named(kind: str, what: str) -> dict[str, Any]:
    """What the name means: a speaker, an outlet, or the words themselves."""
    if kind == Watch.Kind.SPEAKER:
        if not (speaker := Speaker.objects.called(what)):
            raise Refused(
                _t("No speaker is called “%s” yet. Look out for the name as a word.") % what
            )
        return {"speaker": speaker}
    if kind == Watch.Kind.OUTLET:
        if not (outlet := Outlet.objects.filter(name__iexact=what).first()):
            raise Refused(_t("No outlet is called “%s”.") % what)
        return {"outlet": outlet}
    return {"words": what}


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_text("watches")
@desk
def watches(request: DeskRequest) -> HttpResponse:
    """What is looked out for, and for those who may the form for more."""
    may_watch = request.user.has_perm("claims.add_watch")
    if request.method != "POST":
        form = form_left(request, "watches", WatchForm)
    else:
        if not may_watch:
            raise PermissionDenied
        form = WatchForm(request.POST)
        if form.is_valid():
            try:
                watch = form.start(request.user)
            except Refused as refused:
                form.add_error("what", str(refused))
            else:
                forget_saved(request)
                messages.success(request, _started(watch))
                return redirect("watches")
    related = _related()
    active = page_of(related.active(), Order("id"), request.GET, WATCHES_A_PAGE)
    context = {
        "form": form if may_watch else None,
        "page": active,
        "lines": [(watch, _hits(watch)) for watch in active.rows],
        "ended": related.exclude(ended_at=None)[:WATCHES_A_PAGE],
        "may_end": request.user.has_perm("claims.change_watch"),
    }
    return render(request, "claims/watches.html", context)


@require_safe
@desk
def watches_out(request: DeskRequest) -> HttpResponseBase:
    """What is looked out for, as a file."""
    active = _related().active().order_by("-pk")
    return ListOut(_t("watch list"), COLUMNS, blocks_of(active)).answer(request)


def _related() -> Any:
    return Watch.objects.select_related("speaker", "outlet", "made_by", "ended_by")


@require_safe
@desk
def watch(request: DeskRequest, pk: int) -> HttpResponse:
    """The claims that a watch hit, the best first."""
    shown = get_object_or_404(
        Watch.objects.select_related("speaker", "outlet", "made_by", "ended_by"), pk=pk
    )
    found = by_claim({"watch": shown, "state": ANY_STATE})
    page = page_of(found.rows, found.order, request.GET)
    ids = [found.claim_id(row) for row in page.rows]
    claims = for_rows(Claim.objects.all()).in_bulk(ids)
    context = {
        "watch": shown,
        "total": capped_count(found.rows),
        "page": page,
        "rows": dress_for_table([claims[pk] for pk in ids]),
        "may_end": request.user.has_perm("claims.change_watch"),
        "here": request.get_full_path(),
    }
    return render(request, "claims/watch.html", context)


@require_POST
@may("claims.change_watch")
def end(request: DeskRequest, pk: int) -> HttpResponse:
    ended = get_object_or_404(Watch, pk=pk)
    try:
        ended.end(request.user)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(
            request, _t("“%s” is off the watch list. Its claims lose the points soon.") % ended
        )
    return redirect("watches")


def _hits(watch: Watch) -> int:
    return capped_count(QueueEntry.objects.filter(watch=watch))


def _started(watch: Watch) -> str:
    return (
        _t(
            "“%s” is on the watch list. What comes in is looked at from now on; what is there "
            "already the worker looks through now, the newest first."
        )
        % watch
    )
