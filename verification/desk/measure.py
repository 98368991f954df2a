"""A measure's page: its figures across outlets and days as a table, a picture and a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims.figures import Interval, implied_interval, in_common, read_figure
from claims.labels import compact, normalised
from claims.models import Claim, Quantity
from claims.queue import MOST_FIGURES, figures_of_measure, given
from claims.views import Column, DeskRequest, ListOut, desk
from verification.models import Evidence

from .measure_picture import draw

FIGURES_A_PAGE = 40
AT_ONCE = 500
MOST_EVIDENCE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the measure: of an article, or of evidence (``kind`` says which)."""

    kind: str
    day: date | None
    where: str
    label: str
    words: str
    interval: Interval
    claim: Claim | None

    @property
    def place(self) -> str:
        day = date_format(self.day, "j M Y") if self.day else _t("no date")
        return f"{day} · {self.where}" if self.where else day


@require_safe
@desk
def measure(request: DeskRequest, pk: int) -> HttpResponse:
    """The measure that this figure is of."""
    figure = get_object_or_404(Quantity.objects.live(), pk=pk)
    ids = figures_of_measure(pk)
    page = Paginator(ids[:MOST_FIGURES], FIGURES_A_PAGE).get_page(request.GET.get("page"))
    lines = _of_articles(list(page.object_list))
    evidence = _of_evidence(ids) if page.number == 1 else []
    context = {
        "figure": figure,
        "lines": [*evidence, *lines],
        "picture": draw([*evidence, *lines]),
        "page": page,
        "most": MOST_FIGURES,
        "is_cut": len(ids) > MOST_FIGURES,
        "total": min(len(ids), MOST_FIGURES),
    }
    return render(request, "verification/measure.html", context)


@require_safe
@desk
def measure_out(request: DeskRequest, pk: int) -> HttpResponseBase:
    """The same as a file, all of it."""
    get_object_or_404(Quantity.objects.live(), pk=pk)
    ids = figures_of_measure(pk)[:MOST_FIGURES]

    def blocks() -> Iterator[Sequence[Line]]:
        yield _of_evidence(ids)
        for start in range(0, len(ids), AT_ONCE):
            yield _of_articles(ids[start : start + AT_ONCE])

    return ListOut(_t("measure %d") % pk, COLUMNS, blocks()).answer(request)


def _of_articles(ids: Sequence[int]) -> list[Line]:
    return [
        Line(
            "article",
            one.day,
            str(one.figure.article.outlet or ""),
            compact(one.figure),
            normalised(one.figure),
            in_common(one.figure).interval,
            one.claim,
        )
        for one in given(ids)
    ]


def _of_evidence(ids: Sequence[int]) -> list[Line]:
    """What evidence says of these figures: it stands above the articles', which come by day."""
    pieces = Evidence.objects.current().filter(compared_with__in=ids).exclude(figure="")
    rows = pieces.select_related("source", "compared_with", "verdict__claim").order_by("pk")
    return [line for piece in rows[:MOST_EVIDENCE] if (line := _evidence_line(piece))]


def _evidence_line(piece: Evidence) -> Line | None:
    """Its figure in the unit of the claim's, where it can be read as one."""
    read, stated = read_figure(piece.figure), piece.compared_with
    if read is None or stated is None:
        return None
    row = Quantity(
        kind=read.kind if read.unit or read.currency else stated.kind,
        low=read.low,
        high=read.high,
        unit=read.unit or ("" if read.currency else stated.unit),
        currency=read.currency or ("" if read.unit else stated.currency),
        modifier=read.modifier,
    )
    interval = implied_interval(read)
    row.least, row.most = interval.least, interval.most
    where = str(piece.source)
    return Line(
        "evidence", None, where, piece.figure, piece.quote, in_common(row).interval,
        piece.verdict.claim,
    )  # fmt: skip


COLUMNS: list[Column[Line]] = [
    Column(_("Day"), lambda line: line.day),
    Column(_("Figure"), lambda line: line.label),
    Column(_("In full"), lambda line: line.words),
    Column(_("Outlet or source"), lambda line: line.where),
    Column(_("From"), lambda line: _t("evidence") if line.kind == "evidence" else _t("article")),
    Column(_("Claim"), lambda line: line.claim.wording if line.claim else ""),
]
