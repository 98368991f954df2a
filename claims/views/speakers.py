"""The index of speakers: who has been reported to say something, by name."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.ingest import clean
from claims.models import Claim, QueueEntry, Speaker

from .access import DeskRequest, desk

A_PAGE = 100
LONGEST_NAME = 100


@require_safe
@desk
def speakers(request: DeskRequest) -> HttpResponse:
    """By name, from a letter or the name at which the page before ended; or those sought."""
    sought = clean(request.GET.get("q", ""))[:LONGEST_NAME].strip()
    start = clean(request.GET.get("from", ""))[:LONGEST_NAME].strip().lower()
    found = Speaker.objects.filter(merged_into=None).alias(lower=Lower("name"))
    found = found.found_by(sought) if sought else found.filter(lower__gte=start)
    rows = list(found.order_by("lower", "pk").prefetch_related("aliases")[: A_PAGE + 1])
    context = {
        "sought": sought,
        "start": start,
        "letters": ascii_uppercase,
        "lines": _lines(rows[:A_PAGE]),
        "next": rows[A_PAGE].name if len(rows) > A_PAGE else None,
    }
    return render(request, "claims/speakers.html", context)


def _lines(shown: Sequence[Speaker]) -> list[tuple[Speaker, Any]]:
    """Each speaker with how many claims are theirs, and how many of these are checked."""
    entries = QueueEntry.objects.filter(speaker__in=[speaker.pk for speaker in shown])
    checked = Count("pk", filter=Q(state=Claim.State.CHECKED))
    rows = entries.order_by().values("speaker").annotate(claims=Count("pk"), checked=checked)
    counts: dict[int, Any] = {row["speaker"]: row for row in rows}
    none = {"claims": 0, "checked": 0}
    return [(speaker, counts.get(speaker.pk, none)) for speaker in shown]
