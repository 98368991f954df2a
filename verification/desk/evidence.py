"""Evidence, calculations and contacts as plain forms on the claim page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _t

from claims.models import Claim
from claims.views import DeskRequest, posted_id
from verification.evidence import StoredFile, fetch, snapshots
from verification.evidence import gathering as evidencing
from verification.models import (
    Calculation,
    ContactAttempt,
    Evidence,
)

from . import overwriting
from .check_forms import (
    CalculationForm,
    ContactForm,
)
from .check_page import add_again
from .evidence_form import EvidenceForm
from .pages import claim_page
from .steps import do_as_shown, if_as_shown, step, under_lock, with_form


@step
def add_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = EvidenceForm(request.POST, request.FILES, claim=claim)

    def add() -> None:
        stored = _stored(request, form)  # slow: nobody else could write meanwhile
        under_lock(request, claim, lambda: write(stored), overwriting.VERSION)()

    def write(stored: StoredFile | None) -> None:
        """In one transaction: a refusal opens no version and leaves no source."""
        evidencing.verdict_of(claim).draft(request.user)
        source = form.source_for(request.user)
        snapshot = snapshots.keep(source, request.user, stored) if stored else None
        evidencing.add_evidence(
            claim, request.user, source=source, snapshot=snapshot, **form.evidence_fields()
        )

    return with_form(request, claim, "evidence", form, add, _t("Evidence added."))


@step
def change_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    piece = _piece(request, claim, Evidence.objects.all())
    if piece.removed_at:
        again = add_again(request.POST, piece, claim)
        return claim_page(request, claim.pk, {"evidence": again}, status=409)
    form = EvidenceForm(request.POST, request.FILES, instance=piece, claim=claim)

    def change() -> None:
        stored = _stored(request, form)
        under_lock(request, claim, lambda: write(stored), overwriting.piece(piece.pk))()

    def write(stored: StoredFile | None) -> None:
        piece.verdict.draft(request.user)
        fields = form.evidence_fields()
        if stored:
            fields["snapshot"] = snapshots.keep(piece.source, request.user, stored)
        evidencing.change_evidence(piece, request.user, **fields)

    def stands() -> dict[str, Any]:
        now = Evidence.objects.get(pk=piece.pk)
        return {name: getattr(now, name) for name in form.fields if hasattr(now, name)}

    return with_form(
        request, claim, f"evidence-{piece.pk}", form, change, _t("Evidence changed."), stands
    )


@step
def remove_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    piece = _piece(request, claim, Evidence.objects.current())
    do_as_shown(
        request,
        claim,
        overwriting.piece(piece.pk),
        lambda: evidencing.remove_evidence(piece, request.user),
    )
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")


def _piece(request: DeskRequest, claim: Claim, pieces: QuerySet[Evidence]) -> Evidence:
    return get_object_or_404(pieces, pk=posted_id(request, "evidence"), verdict__claim=claim)


def _stored(request: DeskRequest, form: EvidenceForm) -> StoredFile | None:
    """The uploaded file, or the page at the source's URL if it is to be kept; else nothing."""
    upload = form.cleaned_data.get("file")
    if upload:
        return snapshots.store_file(request.user, upload.name, upload.chunks())
    if not form.cleaned_data.get("fetch"):
        return None
    fetched = fetch(form.url_to_fetch())
    if form.title_is_guessed and fetched.title:
        form.cleaned_data["title"] = fetched.title
    if fetched.looks_like_a_wall:
        messages.warning(
            request,
            _t("The page looks like a cookie notice or a login; capture it in your browser."),
        )
    return snapshots.store_page(request.user, fetched)


@step
def calculate(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = CalculationForm(request.POST)
    return with_form(
        request,
        claim,
        "calculation",
        form,
        if_as_shown(
            request,
            claim,
            lambda: evidencing.calculate(
                claim, request.user, form.cleaned_data["kind"], form.inputs()
            ),
            overwriting.VERSION,
        ),
        _t("Calculated."),
    )


@step
def remove_calculation(request: DeskRequest, claim: Claim) -> HttpResponse:
    standing = Calculation.objects.filter(verdict__claim=claim, removed_at=None)
    calculation = get_object_or_404(standing, pk=posted_id(request, "calculation"))
    do_as_shown(
        request,
        claim,
        overwriting.VERSION,
        lambda: evidencing.remove_calculation(calculation, request.user),
    )
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")


@step
def log_contact(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ContactForm(request.POST)
    return with_form(
        request,
        claim,
        "contact",
        form,
        lambda: evidencing.log_contact(claim, request.user, **form.cleaned_data),
        _t("Logged."),
    )


@step
def remove_contact(request: DeskRequest, claim: Claim) -> HttpResponse:
    standing = ContactAttempt.objects.filter(verdict__claim=claim, removed_at=None)
    attempt = get_object_or_404(standing, pk=posted_id(request, "contact"))
    do_as_shown(
        request,
        claim,
        overwriting.VERSION,
        lambda: evidencing.remove_contact(attempt, request.user),
    )
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")
