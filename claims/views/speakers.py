"""The index of speakers: who has been reported to say something, by name."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from claims.ingest import clean
from claims.models import Claim, QueueEntry, Speaker

from .access import DeskRequest, desk
from .lists_out import Column, ListOut, blocks_of

A_PAGE = 100
LONGEST_NAME = 100
# Of a line: a speaker and the counts of their claims.
COLUMNS: list[Column[tuple[Speaker, Any]]] = [
    Column(_("Name"), lambda line: str(line[0])),
    Column(_("Kind"), lambda line: line[0].get_kind_display()),
    Column(_("Also"), lambda line: ", ".join(map(str, line[0].aliases.all()))),
    Column(_("Claims"), lambda line: line[1]["claims"]),
    Column(_("Checked"), lambda line: line[1]["checked"]),
    Column(_("Address"), lambda line: settings.SITE_URL.rstrip("/") + line[0].get_absolute_url()),
]


@require_safe
@desk
def speakers(request: DeskRequest) -> HttpResponse:
    """By name, from a letter or the name at which the page before ended; or those sought."""
    sought, start = _asked(request)
    rows = list(_found(sought, start)[: A_PAGE + 1])
    context = {
        "sought": sought,
        "start": start,
        "letters": ascii_uppercase,
        "lines": _lines(rows[:A_PAGE]),
        "next": rows[A_PAGE].name if len(rows) > A_PAGE else None,
    }
    return render(request, "claims/speakers.html", context)


@require_safe
@desk
def speakers_out(request: DeskRequest) -> HttpResponseBase:
    """The index as a file: those sought, or all from the name or letter on."""
    sought, start = _asked(request)
    blocks = (_lines(block) for block in blocks_of(_found(sought, start)))
    name = " ".join(filter(None, [_t("speakers"), sought or start]))
    return ListOut(name, COLUMNS, blocks).answer(request)


def _asked(request: DeskRequest) -> tuple[str, str]:
    """What is sought, and from where on the index is read."""
    sought = clean(request.GET.get("q", ""))[:LONGEST_NAME].strip()
    return sought, clean(request.GET.get("from", ""))[:LONGEST_NAME].strip().lower()


def _found(sought: str, start: str) -> QuerySet[Speaker]:
    found = Speaker.objects.filter(merged_into=None).alias(lower=Lower("name"))
    found = found.found_by(sought) if sought else found.filter(lower__gte=start)
    return found.order_by("lower", "pk").prefetch_related("aliases")


def _lines(shown: Sequence[Speaker]) -> list[tuple[Speaker, Any]]:
    """Each speaker with how many claims are theirs, and how many of these are checked."""
    entries = QueueEntry.objects.filter(speaker__in=[speaker.pk for speaker in shown])
    checked = Count("pk", filter=Q(state=Claim.State.CHECKED))
    rows = entries.order_by().values("speaker").annotate(claims=Count("pk"), checked=checked)
    counts: dict[int, Any] = {row["speaker"]: row for row in rows}
    none = {"claims": 0, "checked": 0}
    return [(speaker, counts.get(speaker.pk, none)) for speaker in shown]
