"""The verbs of a check as plain forms: each does one thing and goes back to the claim.

A form that is refused comes back with what was typed, with the reason beside it,
whether the text was bad, somebody else has the claim, or the session had ended.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _t
from django.views.decorators.http import require_POST

from claims.models import Claim, Mention, Refused
from claims.views import DeskRequest, may
from verification.evidence import Fetched, fetch, snapshots
from verification.evidence import gathering as evidencing
from verification.models import (
    Calculation,
    Comment,
    ContactAttempt,
    Evidence,
    Publication,
    Snapshot,
    Source,
    Verdict,
    VerdictVersion,
    publish,
    restore,
    unpublish,
    withdraw,
)

from .check_forms import (
    AssignForm,
    CalculationForm,
    ContactForm,
    EvidenceForm,
    HandOverForm,
    HoldForm,
    PublishForm,
    ReasonForm,
    RemarkForm,
    VerdictForm,
    WordingForm,
)
from .kept import keeps_text
from .pages import claim_page

Step = Callable[[DeskRequest, Claim], HttpResponse]


CHECK, PUBLISH = "claims.check_claim", "verification.publish_verdictversion"


def step(view: Step, permission: str = CHECK) -> Callable[..., HttpResponse]:
    """A POST on a claim by somebody who may; a refusal is told, and nothing lost."""

    @require_POST
    @keeps_text("claim")
    @may(permission)
    @wraps(view)
    def guarded(request: DeskRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        try:
            return view(request, claim)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(claim)

    return guarded


def _with_form(
    request: DeskRequest,
    claim: Claim,
    name: str,
    form: BaseForm,
    deed: Callable[[], Any],
    done: str,
) -> HttpResponse:
    """Do the deed with a valid form; else show the page again with the form as it was typed."""
    if not form.is_valid():
        return claim_page(request, claim.pk, {name: form}, status=422)
    try:
        deed()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return claim_page(request, claim.pk, {name: form}, status=409)
    messages.success(request, done)
    return redirect(f"{claim.get_absolute_url()}#{name}")


def _locked(request: DeskRequest, claim: Claim, deed: Callable[[], Any]) -> Callable[[], Any]:
    """The deed under the tab's lock; a late save takes the lock again if nobody has it."""
    token = request.POST.get("lock", "")[:36] or "form"

    def do() -> None:
        claim.lock(request.user, token)
        deed()
        claim.unlock(request.user, token)

    return do


# --- whose it is ----------------------------------------------------------------


@step
def take(request: DeskRequest, claim: Claim) -> HttpResponse:
    claim.take(request.user)
    messages.success(request, _t("This claim is yours now."))
    return redirect(claim)


@step
def release(request: DeskRequest, claim: Claim) -> HttpResponse:
    claim.release(request.user)
    messages.success(request, _t("Released: it waits in the queue again."))
    return redirect(claim)


@step
def hand_over(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = HandOverForm(request.POST)
    return _with_form(
        request,
        claim,
        "hand_over",
        form,
        lambda: claim.hand_over(request.user, **form.cleaned_data),
        _t("Handed over."),
    )


@step
def assign(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = AssignForm(request.POST)
    return _with_form(
        request,
        claim,
        "assign",
        form,
        lambda: claim.assign(request.user, **form.cleaned_data),
        _t("Assigned."),
    )


@step
def hold(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = HoldForm(request.POST)
    return _with_form(
        request,
        claim,
        "hold",
        form,
        lambda: claim.hold(request.user, **form.cleaned_data),
        _t("On hold until its day comes."),
    )


@step
def wake(request: DeskRequest, claim: Claim) -> HttpResponse:
    claim.wake(request.user)
    messages.success(request, _t("Woken: go on where you were."))
    return redirect(claim)


@step
def reopen(request: DeskRequest, claim: Claim) -> HttpResponse:
    claim.reopen(request.user, request.POST.get("reason", ""))
    messages.success(request, _t("Reopened: it waits in the queue."))
    return redirect(claim)


# --- what the check says ----------------------------------------------------------


@step
def word(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = WordingForm(request.POST)
    return _with_form(
        request,
        claim,
        "word",
        form,
        _locked(request, claim, lambda: evidencing.word(claim, request.user, **form.cleaned_data)),
        _t("Wording confirmed."),
    )


@step
def confirm_mention(request: DeskRequest, claim: Claim) -> HttpResponse:
    mention = get_object_or_404(Mention.objects.live(), pk=_number(request, "mention"), claim=claim)
    evidencing.confirm_mention(mention, request.user)
    messages.success(request, _t("Mention confirmed: the public page may list it."))
    return redirect(f"{claim.get_absolute_url()}#mentions")


@step
def add_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = EvidenceForm(request.POST, request.FILES, claim=claim)

    def add() -> None:
        fetched = _fetched(request, form)
        with transaction.atomic():  # a refusal opens no version and leaves no source
            evidencing.verdict_of(claim).draft(request.user)
            source = form.source_for(request.user)
            snapshot = _snapshot(request, form, source, fetched)
            evidencing.add_evidence(
                claim, request.user, source=source, snapshot=snapshot, **form.evidence_fields()
            )

    return _with_form(request, claim, "evidence", form, add, _t("Evidence added."))


@step
def change_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    piece = _piece(request, claim)
    form = EvidenceForm(request.POST, request.FILES, instance=piece, claim=claim)

    def change() -> None:
        fetched = _fetched(request, form)
        with transaction.atomic():
            piece.verdict.draft(request.user)
            snapshot = _snapshot(request, form, piece.source, fetched)
            fields = form.evidence_fields() | ({"snapshot": snapshot} if snapshot else {})
            evidencing.change_evidence(piece, request.user, **fields)

    return _with_form(request, claim, f"evidence-{piece.pk}", form, change, _t("Evidence changed."))


@step
def remove_evidence(request: DeskRequest, claim: Claim) -> HttpResponse:
    evidencing.remove_evidence(_piece(request, claim), request.user)
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")


def _piece(request: DeskRequest, claim: Claim) -> Evidence:
    current = Evidence.objects.current().filter(verdict__claim=claim)
    return get_object_or_404(current, pk=_number(request, "evidence"))


def _number(request: DeskRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 18 else 0


def _fetched(request: DeskRequest, form: EvidenceForm) -> Fetched | None:
    """The page at the source's URL, if it is to be kept; nothing is stored yet."""
    if not form.cleaned_data.get("fetch") or form.cleaned_data.get("file"):
        return None
    fetched = fetch(form.url_to_fetch())
    if fetched.looks_like_a_wall:
        messages.warning(
            request,
            _t("The page looks like a cookie notice or a login; capture it in your browser."),
        )
    return fetched


def _snapshot(
    request: DeskRequest, form: EvidenceForm, source: Source, fetched: Fetched | None
) -> Snapshot | None:
    """The uploaded file or the fetched page as a snapshot, if either was given."""
    upload = form.cleaned_data.get("file")
    if upload:
        return snapshots.upload(source, request.user, upload.name, upload.chunks())
    return snapshots.keep_page(source, request.user, fetched) if fetched else None


@step
def calculate(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = CalculationForm(request.POST)
    return _with_form(
        request,
        claim,
        "calculation",
        form,
        lambda: evidencing.calculate(claim, request.user, form.cleaned_data["kind"], form.inputs()),
        _t("Calculated."),
    )


@step
def remove_calculation(request: DeskRequest, claim: Claim) -> HttpResponse:
    standing = Calculation.objects.filter(verdict__claim=claim, removed_at=None)
    calculation = get_object_or_404(standing, pk=_number(request, "calculation"))
    evidencing.remove_calculation(calculation, request.user)
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")


@step
def log_contact(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ContactForm(request.POST)
    return _with_form(
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
    attempt = get_object_or_404(standing, pk=_number(request, "contact"))
    evidencing.remove_contact(attempt, request.user)
    messages.success(request, _t("Taken out of the draft; what was submitted keeps it."))
    return redirect(f"{claim.get_absolute_url()}#evidence")


@step
def save_verdict(request: DeskRequest, claim: Claim) -> HttpResponse:
    """Save the draft; "submit" in the same form hands it to an editor as well."""
    verdict = evidencing.verdict_of(claim)
    form = VerdictForm(request.POST, instance=VerdictVersion(verdict=verdict))
    submits = "submit" in request.POST

    def save() -> None:
        draft = _draft_that_was_shown(request, verdict)
        draft.edit(request.user, **form.edits())
        if submits:
            draft.submit(request.user)

    return _with_form(
        request,
        claim,
        "verdict",
        form,
        _locked(request, claim, save),
        _t("Submitted: an editor signs it off.") if submits else _t("Draft saved."),
    )


@transaction.atomic
def _draft_that_was_shown(request: DeskRequest, verdict: Verdict) -> VerdictVersion:
    """The draft that the form was made from; a late or double save opens and voids nothing."""
    newest = verdict.newest
    if newest and newest.state != VerdictVersion.State.DRAFT:
        raise Refused(
            _t("Version %(number)d is %(state)s already.")
            % {"number": newest.number, "state": newest.get_state_display()}
        )
    if newest and newest.number != _number(request, "number"):
        raise Refused(_t("Version %d has begun meanwhile; look at it first.") % newest.number)
    return verdict.draft(request.user)


@step
def next_version(request: DeskRequest, claim: Claim) -> HttpResponse:
    """Open the next version: for better words, or to correct what is published."""
    draft = evidencing.verdict_of(claim).draft(request.user)
    messages.success(request, _t("Version %d is open.") % draft.number)
    return redirect(f"{claim.get_absolute_url()}#verdict")


@step
def accept_suggestions(request: DeskRequest, claim: Claim) -> HttpResponse:
    newest = get_object_or_404(Verdict, claim=claim).newest
    assert newest is not None  # a verdict begins with a version
    newest.accept_suggestions(request.user)
    messages.success(request, _t("Accepted: the sign-off stands."))
    return redirect(f"{claim.get_absolute_url()}#verdict")


@step
def comment(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = RemarkForm(request.POST)
    newest = get_object_or_404(Verdict, claim=claim).newest
    assert newest is not None  # a verdict begins with a version
    return _with_form(
        request,
        claim,
        "comments",
        form,
        lambda: newest.comment(request.user, **form.cleaned_data),
        _t("Commented."),
    )


@step
def resolve_comment(request: DeskRequest, claim: Claim) -> HttpResponse:
    open_ones = Comment.objects.filter(version__verdict__claim=claim)
    get_object_or_404(open_ones, pk=_number(request, "comment")).resolve(request.user)
    return redirect(f"{claim.get_absolute_url()}#comments")


# --- publication ------------------------------------------------------------------


def _publishing(view: Step) -> Callable[..., HttpResponse]:
    """A step that only those who publish may take."""
    return step(view, PUBLISH)


@_publishing
def publish_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = PublishForm(request.POST)
    newest = get_object_or_404(Verdict, claim=claim).newest
    assert newest is not None  # a verdict begins with a version
    return _with_form(
        request,
        claim,
        "publication",
        form,
        lambda: publish(newest, request.user, **form.cleaned_data),
        _t("Published."),
    )


def _standing(claim: Claim) -> Publication:
    return get_object_or_404(Publication.objects.live(), verdict__claim=claim)


@_publishing
def unpublish_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ReasonForm(request.POST)
    return _with_form(
        request,
        claim,
        "reason",
        form,
        lambda: unpublish(_standing(claim), request.user, **form.cleaned_data),
        _t("Taken off the page; a second editor restores or withdraws it."),
    )


@_publishing
def restore_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    restore(_standing(claim), request.user)
    messages.success(request, _t("Restored: readers see it again."))
    return redirect(f"{claim.get_absolute_url()}#publication")


@_publishing
def withdraw_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ReasonForm(request.POST)
    return _with_form(
        request,
        claim,
        "reason",
        form,
        lambda: withdraw(_standing(claim), request.user, **form.cleaned_data),
        _t("Withdrawn: readers see why."),
    )
