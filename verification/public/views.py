"""The readers' views: rendered from frozen content alone, and open to anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.db.models import Min, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from claims.queue import Order, capped_count, page_of
from claims.views.senders import sender
from verification import claimreview
from verification.models import Correction, Publication, VerdictVersion

from .forms import ChecksFilters, ErrorReportForm, past_moment, public_scales

CHECKS_A_PAGE = 20
MOST_RELATED = 5
GONE = 410
# A publication's id grows with its time.
NEWEST_FIRST = Order(by="id")
# The graver first; what they are called is the model's.
_GRAVITY = [choice.value for choice in reversed(VerdictVersion.CorrectionClass)]


def for_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What is not there is said in the readers' house, not at the desk's door."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return render(request, "verification/public/not_found.html", status=404)

    return answer


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Published checks, newest first, searched by what is frozen in them."""
    filters = ChecksFilters(request.GET)
    found = filters.found()
    context = {
        "filters": filters,
        "filtered": any(filters.data.get(name) for name in filters.fields),
        "total": capped_count(found),
        "page": page_of(_with_first_day(found), NEWEST_FIRST, request.GET, CHECKS_A_PAGE),
    }
    return render(request, "verification/public/checks.html", context)


@require_safe
@for_readers
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands at the check's address, or stood there at the moment ``as_of``.

    What is under review or withdrawn by now, readers see no more of; the desk does.
    """
    if not request.GET.get("as_of"):
        live = get_object_or_404(_publications().live(), slug=slug)
        return _page(request, live, {"claim_review": _claim_review(live)})
    moment = past_moment(request.GET["as_of"])
    then = _publications().at(moment).filter(slug=slug).first() if moment else None
    if then is None:
        return render(request, "verification/public/nothing_then.html", status=404)
    now = get_object_or_404(_publications().live(), slug=slug)
    if now.notice != Publication.Notice.CHECK and not request.user.has_perm("claims.view_claim"):
        return _page(request, now)
    return _page(request, then, {"as_of": moment, "now": now})


@require_safe
@for_readers
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An earlier version of a check that stands; without one, what stands instead."""
    live = get_object_or_404(_publications().live(), slug=slug)
    earlier = _publications().checks().filter(slug=slug, version__number=number)
    shown = get_object_or_404(earlier.order_by("-since", "-pk")[:1])
    if shown.version_id == live.version_id:
        return redirect(live)
    if live.notice != Publication.Notice.CHECK or live.kind == Publication.Kind.EXTERNAL:
        return _page(request, live)
    return _page(request, shown, {"now": live})


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """A form by which a reader says that something is wrong."""
    publication = _reportable(slug)
    form = ErrorReportForm(publication, sender(request), request.POST or None)
    if form.is_valid():
        form.send()
        return redirect("error_reported", slug)
    context = {"form": form, "publication": publication}
    return render(request, "verification/public/report.html", context)


@require_safe
@for_readers
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "verification/public/thanks.html", {"publication": _reportable(slug)})


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """How we check, and every version of the scale."""
    context = {
        "scales": public_scales().prefetch_related("ratings"),
        "own_sign_off": settings.ALLOW_OWN_SIGN_OFF,
    }
    return render(request, "verification/public/methodology.html", context)


# --- what they show ---------------------------------------------------------------


def _publications() -> Any:
    return Publication.objects.select_related("version")


def _reportable(slug: str) -> Publication:
    """What stands there and is not withdrawn."""
    standing = _publications().live().exclude(notice=Publication.Notice.WITHDRAWN)
    return get_object_or_404(standing, slug=slug)


def _with_first_day(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Each with its version, and ``first``: when the check appeared at all."""
    earliest = Publication.objects.filter(verdict=OuterRef("verdict")).order_by("since", "pk")
    return publications.select_related("version").annotate(
        first=Subquery(earliest.values("since")[:1])
    )


def _claim_review(publication: Publication) -> str:
    """The ClaimReview of a page of ours; the newsroom's own site carries its own."""
    if publication.kind == Publication.Kind.EXTERNAL:
        return ""
    return claimreview.element(claimreview.claim_review(publication))


def _page(
    request: HttpRequest, publication: Publication, extra: dict[str, Any] | None = None
) -> HttpResponse:
    """The check, the notice in its place, or the way to the newsroom's own site."""
    context = {"publication": publication, **(extra or {})}
    if publication.notice != Publication.Notice.CHECK:
        gone = publication.notice == Publication.Notice.WITHDRAWN
        return render(
            request, "verification/public/notice.html", context, status=GONE if gone else 200
        )
    if publication.kind == Publication.Kind.EXTERNAL:
        context["content"] = publication.content
        return render(request, "verification/public/elsewhere.html", context)
    context |= _check(publication, context.get("as_of") or timezone.now())
    return render(request, "verification/public/check.html", context)


def _check(publication: Publication, moment: datetime) -> dict[str, Any]:
    """All that a check's page says, as of the moment."""
    content = publication.content
    until_then = Publication.objects.filter(verdict=publication.verdict_id, since__lte=moment)
    versions = (
        until_then.checks()
        .values("version__number")
        .annotate(since=Min("since"))
        .order_by("version__number")
    )
    speakers = [speaker["name"] for speaker in content["claim"]["speakers"]]
    # What has been taken down since is nobody's to read on.
    standing = Publication.objects.live().checks().values("verdict")
    related = _publications().at(moment).checks().of_speakers(speakers)
    related = related.filter(verdict__in=standing)
    return {
        "content": content,
        "versions": list(versions),
        "corrections": _corrections(until_then),
        "related": related.exclude(verdict=publication.verdict_id)[:MOST_RELATED],
    }


def _corrections(publications: QuerySet[Publication]) -> list[Correction]:
    """The graver class first, then the newer."""
    found = Correction.objects.filter(publication__in=publications).select_related("publication")
    return sorted(found, key=lambda correction: _GRAVITY.index(correction.correction_class))
