"""One's notices, and which of them come by mail."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims.models import Notice, Unmailed, User
from claims.queue import Order, page_of

from .access import DeskRequest, desk, posted_id


@require_safe
@desk
def notices(request: DeskRequest) -> HttpResponse:
    mine = Notice.objects.filter(recipient=request.user)
    shown = mine.select_related("claim", "event__actor")
    page = page_of(shown, Order("id"), request.GET)
    newest = mine.order_by("-pk").values_list("pk", flat=True).first()
    context = {"page": page, "newest": newest, "here": request.get_full_path()}
    return render(request, "claims/notices.html", context)


@require_POST
@desk
def read_notices(request: DeskRequest) -> HttpResponse:
    """Mark the named one as read, else all up to the newest that the page knew."""
    mine = Notice.objects.filter(recipient=request.user)
    if "notice" in request.POST:
        mine.filter(pk=posted_id(request, "notice")).read()
        return redirect("notices")
    number = mine.filter(pk__lte=posted_id(request, "newest")).read()
    told = ngettext("%(number)s notice is read.", "%(number)s notices are read.", number)
    messages.success(request, told % {"number": number})
    return redirect("notices")


class MailsForm(forms.Form):
    """The kinds of notices that come by mail."""

    kinds = forms.MultipleChoiceField(
        label=_("By mail"),
        choices=Notice.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def save(self, user: User) -> None:
        unwanted = set(Notice.Kind.values) - set(self.cleaned_data["kinds"])
        Unmailed.objects.filter(user=user).exclude(kind__in=unwanted).delete()
        rows = [Unmailed(user=user, kind=kind) for kind in sorted(unwanted)]
        Unmailed.objects.bulk_create(rows, ignore_conflicts=True)


@desk
def notice_mails(request: DeskRequest) -> HttpResponse:
    unwanted = set(Unmailed.objects.filter(user=request.user).values_list("kind", flat=True))
    wanted = [kind for kind in Notice.Kind.values if kind not in unwanted]
    form = MailsForm(request.POST or None, initial={"kinds": wanted})
    if request.method == "POST":
        form = MailsForm(request.POST)
        if form.is_valid():
            form.save(request.user)
            messages.success(request, _t("Saved: the others stand in the app alone."))
            return redirect("notice-mails")
    return render(request, "claims/notice_mails.html", {"form": form})
