"""Batches: upload articles, watch them come in, stop and resume."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from claims.models import Batch, BatchRow, Outlet, QueueEntry, Refused
from claims.queue import Order, capped_count, page_of

from .access import DeskRequest, desk, may
from .batch_forms import BatchForm
from .kept import forget_saved, form_left, keeps_text
from .lists_out import Column, ListOut, blocks_of

BATCHES_A_PAGE = 25
MOST_PROBLEMS = 200
MOST_SUGGESTIONS = 500

Outcome = BatchRow.Outcome
PROBLEM_COLUMNS: list[Column[BatchRow]] = [
    Column(_("File"), lambda row: row.file),
    Column(_("Row"), lambda row: row.row),
    Column(_("Outcome"), lambda row: row.get_outcome_display()),
    Column(_("Reason"), lambda row: row.problem),
]


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_text("batches")
@desk
def batches(request: DeskRequest) -> HttpResponse:
    """The imports, newest first, and for those who may the form for another."""
    may_import = request.user.has_perm("claims.add_batch")
    if request.method != "POST":
        form = form_left(request, "batches", BatchForm)
    else:
        if not may_import:
            raise PermissionDenied
        form = BatchForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                batch = form.start(request.user)
            except Refused as refusal:
                form.add_error("files", str(refusal))
            else:
                forget_saved(request)
                messages.success(
                    request, _t("“%s” is uploaded. Its articles are being imported.") % batch
                )
                return redirect(batch)
    page = page_of(
        Batch.objects.select_related("created_by"), Order("id"), request.GET, BATCHES_A_PAGE
    )
    outcomes = outcomes_of(page.rows)
    context = {
        "form": form if may_import else None,
        "page": page,
        "lines": [(batch, outcomes[batch.pk]) for batch in page.rows],
        "outlets": Outlet.objects.filter(merged_into=None)[:MOST_SUGGESTIONS],
    }
    return render(request, "claims/batches.html", context)


@require_safe
@never_cache  # its answer to its own script is no page to come back to
@desk
def batch(request: DeskRequest, pk: int) -> HttpResponse:
    """How far the import is; asked by the page itself, only the part that moves."""
    shown = get_object_or_404(Batch.objects.select_related("created_by", "outlet"), pk=pk)
    context = {"batch": shown, "outcomes": outcomes_of([shown])[shown.pk]}
    if request.htmx:
        if not shown.is_under_way:
            return HttpResponseClientRefresh()
        return render(request, "claims/_batch_progress.html", context)
    problems = _problems(shown)
    context |= {
        "claims": capped_count(QueueEntry.objects.filter(batch=shown)),
        "problems": problems[:MOST_PROBLEMS],
        "files": shown.files.all(),
        "may_import": request.user.has_perm("claims.add_batch"),
    }
    return render(request, "claims/batch.html", context)


@require_safe
@desk
def problems_out(request: DeskRequest, pk: int) -> HttpResponseBase:
    """The rows that made no article, as a file: all of them."""
    shown = get_object_or_404(Batch, pk=pk)
    name = _t("problems of %s") % shown
    return ListOut(name, PROBLEM_COLUMNS, blocks_of(_problems(shown))).answer(request)


def _problems(batch: Batch) -> QuerySet[BatchRow]:
    troubled = batch.rows.filter(outcome__in=[Outcome.FAILED, Outcome.SKIPPED])
    return troubled.order_by("outcome", "id")


@require_POST
@may("claims.add_batch")
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    stopped = get_object_or_404(Batch, pk=pk)
    try:
        stopped.stop(request.user)
        messages.success(
            request,
            _t("“%s” stops after the article it is at. What is imported stays.") % stopped,
        )
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(stopped)


@require_POST
@may("claims.add_batch")
def resume(request: DeskRequest, pk: int) -> HttpResponse:
    resumed = get_object_or_404(Batch, pk=pk)
    try:
        resumed.resume(request.user)
        messages.success(request, _t("“%s” goes on where it was cut off.") % resumed)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(resumed)


def outcomes_of(batches: Iterable[Batch]) -> dict[int, list[tuple[str, str, int]]]:
    """For each batch, every outcome with its name and how many rows came to it."""
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    rows = BatchRow.objects.filter(batch__in=[batch.pk for batch in batches]).order_by()
    for batch_id, outcome, count in rows.values_list("batch", "outcome").annotate(Count("id")):
        counts[batch_id][outcome] = count
    return {
        batch.pk: [
            (outcome.value, str(outcome.label), counts[batch.pk].get(outcome.value, 0))
            for outcome in Outcome
        ]
        for batch in batches
    }
