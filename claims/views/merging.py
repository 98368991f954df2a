"""Two claims that are one, side by side before they are merged; and mentions split off."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import (
    Claim,
    DifferentFigures,
    EventMember,
    Mention,
    Refused,
    figures_that_differ,
    why_not_merge,
)
from claims.queue import dress, for_rows, likely_same, merge, split, take_apart, with_words

from .access import MADE_ON, DeskRequest, may, note_refusal, posted_id, read_id

MOST_MENTIONS = 500
LONGEST_ADDRESS = 500
_NUMBER = re.compile(r"(?:.*/claims/|#)?(\d+)/?(?:[?#].*)?")
TRIAGE = "claims.triage_claim"


class OtherClaimForm(forms.Form):
    """Which claim this one is the same as; one that was merged stands for its survivor."""

    into = forms.CharField(
        label=_("Number or address of the other claim"),
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_into(self) -> Claim:
        typed = self.cleaned_data["into"].strip()
        number = _NUMBER.fullmatch(typed)
        found = Claim.objects.filter(pk=read_id(number[1])).first() if number else None
        if found is None:
            raise forms.ValidationError(
                _("“%(typed)s” is no claim: its number stands in the address of its page."),
                params={"typed": Truncator(typed).chars(60)},
            )
        return found.survivor


@require_http_methods(["GET", "HEAD", "POST"])
@may(TRIAGE)
def merge_claim(request: DeskRequest, pk: int) -> HttpResponse:
    """Find the claim that this one is, see the two beside each other, and merge them."""
    claim = get_object_or_404(for_rows(Claim.objects.select_related("merged_into")), pk=pk)
    if request.method == "POST":
        return _merge(request, claim)
    if claim.merged_into:
        messages.info(request, _t("This claim is merged already."))
        return redirect(claim)
    form = OtherClaimForm(request.GET if "into" in request.GET else None, label_suffix="")
    status = 422 if form.is_bound and not form.is_valid() else 200
    return _page(request, claim, form, status=status)


def _merge(request: DeskRequest, claim: Claim) -> HttpResponse:
    into = get_object_or_404(Claim, pk=posted_id(request, "into"))
    try:
        event = merge(
            claim,
            request.user,
            into,
            different_figures_agreed="agreed" in request.POST,
            shown=posted_id(request, MADE_ON),
        )
    except Refused as refused:
        note_refusal(request)
        claim.refresh_from_db()
        if claim.merged_into:
            messages.warning(request, str(refused))
            return redirect(claim)
        form = OtherClaimForm({"into": str(into.pk)}, label_suffix="")
        form.is_valid()
        why = "" if isinstance(refused, DifferentFigures) else str(refused)
        return _page(request, claim, form, 409, refused=why)
    done = _t("Merged “%(claim)s” into “%(into)s”.") % {"claim": _cut(claim), "into": _cut(into)}
    messages.success(request, done, extra_tags=str(event.pk))
    return redirect(into)


def _page(
    request: DeskRequest, claim: Claim, form: OtherClaimForm, status: int = 200, refused: str = ""
) -> HttpResponse:
    # Read before all else, so that the page knows no less than it says it does.
    newest = EventMember.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    other = form.cleaned_data.get("into") if form.is_bound and form.is_valid() else None
    context: dict[str, Any] = {
        "claim": claim,
        "form": form,
        "other": other,
        "newest_line": newest,
        "refused": refused,
        "here": request.get_full_path(),
    }
    if other:
        others = for_rows(Claim.objects.select_related("merged_into", "assignee"))
        context |= _beside(claim, others.get(pk=other.pk))
        context["ticked"] = "agreed" in request.POST
    else:
        context["row"], context["likely"] = likely_same(claim)
    return render(request, "claims/merge.html", context, status=status)


def _beside(claim: Claim, other: Claim) -> dict[str, Any]:
    """The two as rows, what differs, and why either way is not open."""
    differ = figures_that_differ(claim, other) if claim.pk != other.pk else []
    return {
        "rows": dress([claim, other]),
        "differ": differ,
        "why_not": why_not_merge(claim, other),
        "other_way": claim.pk != other.pk and not why_not_merge(other, claim),
        "same_wording": claim.wording == other.wording,
        "same_speakers": set(claim.said_by) == set(other.said_by),
        "same_period": (claim.period_from, claim.period_to) == (other.period_from, other.period_to),
    }


@require_POST
@may(TRIAGE)
def take_claim_apart(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a merged claim out of the one that it was merged into."""
    claim = get_object_or_404(Claim, pk=pk)
    try:
        event = take_apart(claim, request.user)
    except Refused as refused:
        note_refusal(request)
        messages.warning(request, str(refused))
        return redirect(claim)
    done = _t("Taken apart: “%s” is a claim of its own again.") % _cut(claim)
    messages.success(request, done, extra_tags=str(event.pk))
    return redirect(claim)


@require_http_methods(["GET", "HEAD", "POST"])
@may(TRIAGE)
def split_claim(request: DeskRequest, pk: int) -> HttpResponse:
    """Tick the mentions that are another claim, and make them one of their own."""
    claim = get_object_or_404(Claim.objects.select_related("merged_into"), pk=pk)
    if claim.merged_into:
        messages.info(request, _t("This claim is merged already."))
        return redirect(claim)
    if request.method != "POST":
        return _split_page(request, claim)
    chosen = {read_id(mention) for mention in request.POST.getlist("mention")} - {0}
    try:
        event, new = split(claim, request.user, chosen, shown=posted_id(request, MADE_ON))
    except Refused as refused:
        note_refusal(request)
        return _split_page(request, claim, chosen, str(refused), 409)
    messages.success(
        request, _t("Split off: “%s” is a claim of its own.") % _cut(new), extra_tags=str(event.pk)
    )
    if moved := len(chosen) - new.mentions.filter(pk__in=chosen).count():
        messages.info(
            request,
            ngettext(
                "%(number)s mention has moved on since and stays where it is.",
                "%(number)s mentions have moved on since and stay where they are.",
                moved,
            )
            % {"number": moved},
        )
    return redirect(new)


def _split_page(
    request: DeskRequest,
    claim: Claim,
    chosen: set[int] = frozenset(),  # type: ignore[assignment]
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    newest = EventMember.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    mentions = with_words(Mention.objects.live().filter(claim=claim))
    articles = mentions.select_related("article__outlet", "original_claim").defer("article__text")
    context = {
        "claim": claim,
        "mentions": list(articles.order_by("article__sorted_on", "pk")[:MOST_MENTIONS]),
        "chosen": chosen,
        "refused": refused,
        "newest_line": newest,
        "here": request.get_full_path(),
    }
    return render(request, "claims/split.html", context, status=status)


def _cut(claim: Claim) -> str:
    return Truncator(claim.wording).chars(70)
