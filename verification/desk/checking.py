"""Whose a claim is, what its check says, and its publication, as plain forms."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _t

from claims.models import STANDING, Claim, Mention, Refused, atomic_with_retry
from claims.views import DeskRequest, posted_id
from verification.evidence import gathering as evidencing
from verification.models import (
    PUBLISH,
    Comment,
    Publication,
    Verdict,
    VerdictVersion,
)

from . import overwriting
from .check_forms import (
    AssignForm,
    HandOverForm,
    HoldForm,
    PublishForm,
    ReasonForm,
    RemarkForm,
    VerdictForm,
    WordingForm,
)
from .steps import Step, back, do_as_shown, if_as_shown, step, under_lock, with_form

# --- whose it is ----------------------------------------------------------------


@step
def take(request: DeskRequest, claim: Claim) -> HttpResponse:
    do_as_shown(request, claim, STANDING, lambda: claim.take(request.user))
    messages.success(request, _t("This claim is yours now."))
    return back(request, claim)


@step
def release(request: DeskRequest, claim: Claim) -> HttpResponse:
    do_as_shown(request, claim, STANDING, lambda: claim.release(request.user))
    messages.success(request, _t("Released: it waits in the queue again."))
    return back(request, claim)


@step
def hand_over(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = HandOverForm(request.POST)
    return with_form(
        request,
        claim,
        "hand_over",
        form,
        if_as_shown(
            request,
            claim,
            lambda: claim.hand_over(request.user, **form.cleaned_data),
            STANDING,
        ),
        _t("Handed over."),
    )


@step
def assign(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = AssignForm(request.POST)
    return with_form(
        request,
        claim,
        "assign",
        form,
        if_as_shown(
            request,
            claim,
            lambda: claim.assign(request.user, **form.cleaned_data),
            STANDING,
        ),
        _t("Assigned."),
    )


@step
def hold(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = HoldForm(request.POST)
    return with_form(
        request,
        claim,
        "hold",
        form,
        if_as_shown(
            request,
            claim,
            lambda: claim.hold(request.user, **form.cleaned_data),
            STANDING,
        ),
        _t("On hold until its day comes."),
    )


@step
def wake(request: DeskRequest, claim: Claim) -> HttpResponse:
    do_as_shown(request, claim, STANDING, lambda: claim.wake(request.user))
    messages.success(request, _t("Woken: go on where you were."))
    return redirect(claim)


@step
def reopen(request: DeskRequest, claim: Claim) -> HttpResponse:
    do_as_shown(
        request, claim, STANDING, lambda: claim.reopen(request.user, request.POST.get("reason", ""))
    )
    messages.success(request, _t("Reopened: it waits in the queue."))
    return redirect(claim)


# --- what the check says ----------------------------------------------------------


@step
def word(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = WordingForm(request.POST)
    return with_form(
        request,
        claim,
        "word",
        form,
        under_lock(
            request,
            claim,
            lambda: evidencing.word(claim, request.user, **form.cleaned_data),
            overwriting.WORDING,
        ),
        _t("Wording confirmed."),
        lambda: {"wording": claim.wording, "checks": claim.checks},
    )


@step
def confirm_mention(request: DeskRequest, claim: Claim) -> HttpResponse:
    mention = get_object_or_404(
        Mention.objects.live(), pk=posted_id(request, "mention"), claim=claim
    )
    mention.confirm(request.user)
    messages.success(request, _t("Mention confirmed: the public page may list it."))
    return redirect(f"{claim.get_absolute_url()}#mentions")


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

    return with_form(
        request,
        claim,
        "verdict",
        form,
        under_lock(request, claim, save, overwriting.VERDICT),
        _t("Submitted: an editor signs it off.") if submits else _t("Draft saved."),
        lambda: form.values_of(verdict.newest),
    )


@atomic_with_retry
def _draft_that_was_shown(request: DeskRequest, verdict: Verdict) -> VerdictVersion:
    """The draft that the form was made from; a late or double save opens and voids nothing."""
    newest = verdict.newest
    if newest and newest.state != VerdictVersion.State.DRAFT:
        raise Refused(
            _t("Version %(number)d is %(state)s already.")
            % {"number": newest.number, "state": newest.get_state_display()}
        )
    if newest and newest.number != posted_id(request, "number"):
        raise Refused(_t("Version %d has begun meanwhile; look at it first.") % newest.number)
    return verdict.draft(request.user)


@step
def next_version(request: DeskRequest, claim: Claim) -> HttpResponse:
    """Open the next version: for better words, or to correct what is published."""
    draft = do_as_shown(
        request,
        claim,
        overwriting.VERSION,
        lambda: evidencing.verdict_of(claim).draft(request.user),
    )
    messages.success(request, _t("Version %d is open.") % draft.number)
    return redirect(f"{claim.get_absolute_url()}#verdict")


def _newest(claim: Claim) -> VerdictVersion:
    """The newest version of its check; a claim that somebody only asked about has none."""
    versions = VerdictVersion.objects.filter(verdict__claim=claim).order_by("-number")
    return get_object_or_404(versions[:1])


@step
def accept_suggestions(request: DeskRequest, claim: Claim) -> HttpResponse:
    seen = request.POST.get("content_hash", "")
    do_as_shown(
        request,
        claim,
        overwriting.VERSION,
        lambda: _newest(claim).accept_suggestions(request.user, seen),
    )
    messages.success(request, _t("Accepted: the sign-off stands."))
    return redirect(f"{claim.get_absolute_url()}#verdict")


@step
def comment(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = RemarkForm(request.POST)
    newest = _newest(claim)
    return with_form(
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
    get_object_or_404(open_ones, pk=posted_id(request, "comment")).resolve(request.user)
    return redirect(f"{claim.get_absolute_url()}#comments")


# --- publication ------------------------------------------------------------------


def _publishing(view: Step) -> Callable[..., HttpResponse]:
    """A step that only those who publish may take."""
    return step(view, PUBLISH)


@_publishing
def publish_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = PublishForm(request.POST)
    newest = _newest(claim)
    return with_form(
        request,
        claim,
        "publication",
        form,
        if_as_shown(
            request,
            claim,
            lambda: newest.publish(request.user, **form.cleaned_data),
            overwriting.VERSION,
        ),
        _t("Published."),
    )


def _standing(claim: Claim) -> Publication:
    return get_object_or_404(Publication.objects.live(), verdict__claim=claim)


@_publishing
def unpublish_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ReasonForm(request.POST)
    return with_form(
        request,
        claim,
        "reason",
        form,
        if_as_shown(
            request,
            claim,
            lambda: _standing(claim).unpublish(request.user, **form.cleaned_data),
            overwriting.PUBLICATION,
        ),
        _t("Taken off the page; a second editor restores or withdraws it."),
    )


@_publishing
def restore_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    do_as_shown(
        request, claim, overwriting.PUBLICATION, lambda: _standing(claim).restore(request.user)
    )
    messages.success(request, _t("Restored: readers see it again."))
    return redirect(f"{claim.get_absolute_url()}#publication")


@_publishing
def withdraw_check(request: DeskRequest, claim: Claim) -> HttpResponse:
    form = ReasonForm(request.POST)
    return with_form(
        request,
        claim,
        "reason",
        form,
        if_as_shown(
            request,
            claim,
            lambda: _standing(claim).withdraw(request.user, **form.cleaned_data),
            overwriting.PUBLICATION,
        ),
        _t("Withdrawn: readers see why."),
    )
