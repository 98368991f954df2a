"""What the dashboard shows, counted over many rows: for the worker, see verification.tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.mending import precision
from claims.models import Claim, Event, EventMember, Mention, QueueEntry
from verification.models import PERIODS, Correction, SignOff, Tally, VerdictVersion

# A table shows the first of these; what lies further back is in the lists.
MOST_ROWS = 20
# How long a claim has waited: from so many days on.
AGES = (0, 1, 2, 3, 7, 30)
DECISIONS = (Event.Kind.PICKED, Event.Kind.SET_ASIDE, Event.Kind.DISMISSED)
CHECKS = (Event.Kind.SUBMITTED, Event.Kind.SIGNED_OFF)
SIGNED = (SignOff.Decision.SIGNED, SignOff.Decision.SUGGESTED)
# Each span of a check, and between which moments it lies.
SPANS = {
    "found": ("version__verdict__claim__created_at", "at"),
    "begun": ("version__verdict__created_at", "version__submitted_at"),
    "submitted": ("version__submitted_at", "at"),
}
MOST_DAYS_DRAWN = 90
Row = dict[str, Any]


def recount() -> None:
    """Count everything for each period. Takes its time on a large archive."""
    today = timezone.localdate()
    for days in PERIODS:
        since = _midnight(today - timedelta(days=days)) if days else None
        Tally.objects.put(days, {name: count(since) for name, count in MEASURES.items()})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _row(of: Any, *numbers: float | None, pk: int | None = None) -> Row:
    return {"of": str(of), "pk": pk, "numbers": list(numbers)}


def _since(rows: QuerySet[Any], moment: str, since: datetime | None) -> QuerySet[Any]:
    return rows.filter(**{f"{moment}__gte": since}) if since else rows


# --- the queue ------------------------------------------------------------------------


def _ages(_since: datetime | None) -> list[Row]:
    """Untriaged claims by how many days they have waited, whatever the period."""
    now = timezone.now()
    ends: Sequence[int | None] = [*AGES[1:], None]
    counts = {
        f"from_{first}": Count(
            "pk",
            filter=Q(waits_since__lte=now - timedelta(days=first))
            & (Q(waits_since__gt=now - timedelta(days=end)) if end else Q()),
        )
        for first, end in zip(AGES, ends, strict=True)
    }
    found = Claim.objects.filter(state=Claim.State.NEW).aggregate(**counts)
    return [_row(first, found[f"from_{first}"]) for first in AGES]


def _flow(since: datetime | None) -> list[Row]:
    """Day by day: claims that were found, claims that people decided on."""
    first = timezone.localdate() - timedelta(days=MOST_DAYS_DRAWN - 1)
    start = max(since or _midnight(first), _midnight(first))
    found = _by_day(Claim.objects.filter(created_at__gte=start), "created_at")
    decided = _by_day(_decisions(start), "event__at")
    days = (timezone.localdate() - timezone.localdate(start)).days
    every = [timezone.localdate(start) + timedelta(days=number) for number in range(days + 1)]
    return [_row(day, found.get(day, 0), decided.get(day, 0)) for day in every]


def _by_day(rows: QuerySet[Any], moment: str) -> dict[date, int]:
    counted = rows.order_by().annotate(day=TruncDate(moment)).values_list("day")
    return dict(counted.annotate(number=Count("pk")))


def _decisions(since: datetime | None) -> QuerySet[EventMember]:
    """Steps of triage that people took and nobody took back, one for each claim."""
    steps = EventMember.objects.filter(
        event__kind__in=DECISIONS, event__actor__isnull=False, event__undone_by=None
    )
    return _since(steps, "event__at", since)


# --- work -------------------------------------------------------------------------------


def _people(since: datetime | None) -> list[Row]:
    """Of each person: claims picked, set aside and dismissed; versions submitted, signed off."""
    steps = EventMember.objects.filter(
        event__kind__in=(*DECISIONS, *CHECKS), event__actor__isnull=False, event__undone_by=None
    )
    counted = _since(steps, "event__at", since).order_by().values("event__actor__username")
    rows = counted.annotate(**_by_kind("pk")).order_by("event__actor__username")
    return [_row(row["event__actor__username"], *_numbers(row)) for row in rows]


def _by_kind(what: str) -> dict[str, Any]:
    return {
        kind.value: Count(what, filter=Q(event__kind=kind), distinct=what != "pk")
        for kind in (*DECISIONS, *CHECKS)
    }


def _numbers(row: dict[str, Any]) -> list[int]:
    return [row[kind.value] for kind in (*DECISIONS, *CHECKS)]


def _work_by(facet: str, name: str) -> Callable[[datetime | None], list[Row]]:
    """Counts, for each outlet or story, the claims on which each step was taken."""

    def count(since: datetime | None) -> list[Row]:
        steps = EventMember.objects.filter(
            event__kind__in=(*DECISIONS, *CHECKS),
            event__actor__isnull=False,
            event__undone_by=None,
            **{f"claim__entries__{facet}__isnull": False},
        )
        of = f"claim__entries__{facet}"
        counted = _since(steps, "event__at", since).order_by().values(of)
        rows = list(counted.annotate(all=Count("claim", distinct=True), **_by_kind("claim")))
        rows.sort(key=lambda row: (-row["all"], row[of]))
        del rows[MOST_ROWS:]
        model: Any = QueueEntry._meta.get_field(facet).related_model
        named = model.objects.in_bulk([row[of] for row in rows])
        return [_row(named[row[of]], *_numbers(row), pk=row[of]) for row in rows]

    count.__doc__ = f"By {name}."
    return count


# --- verdicts ---------------------------------------------------------------------------


def _first_signed(since: datetime | None) -> QuerySet[SignOff]:
    """The first sign-off of each check, where it lies in the period."""
    signed = SignOff.objects.filter(decision__in=SIGNED).order_by()
    firsts = signed.values("version__verdict").annotate(first=Min("pk")).values("first")
    return _since(SignOff.objects.filter(pk__in=firsts), "at", since)


def _time_to_verdict(since: datetime | None) -> list[Row]:
    """For each span: how many checks, and median and 90th percentile in hours."""
    signed = _first_signed(since).order_by()
    rows = []
    for span, (start, end) in SPANS.items():
        pairs = signed.values_list(start, end)
        hours = sorted((last - first).total_seconds() / 3600 for first, last in pairs)
        rows.append(_row(span, len(hours), percentile(hours, 50), percentile(hours, 90)))
    return rows


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The smallest of the sorted values that so many percent do not exceed; None of none."""
    if not values:
        return None
    return round(values[max(0, ceil(len(values) * percent / 100) - 1)], 1)


def _standing(since: datetime | None) -> QuerySet[VerdictVersion]:
    """Of each check that was signed in the period, the newest version that an editor signed."""
    signed = VerdictVersion.objects.filter(signed_by__isnull=False).order_by()
    newest = _since(signed, "signed_by__at", since)
    last = newest.values("verdict").annotate(last=Max("pk")).values("last")
    return VerdictVersion.objects.filter(pk__in=last)


def _ratings(since: datetime | None) -> list[Row]:
    counted = _standing(since).order_by().values_list("rating__label")
    found = counted.annotate(number=Count("pk")).order_by("-number", "rating__label")
    return [_row(label or "", number) for label, number in found]


def _speakers(since: datetime | None) -> list[Row]:
    """Whose claims were checked."""
    entries = QueueEntry.objects.filter(
        claim__in=_standing(since).values("verdict__claim"), speaker__isnull=False
    )
    counted = entries.order_by().values_list("speaker", "speaker__name")
    found = counted.annotate(number=Count("pk")).order_by("-number", "speaker__name")
    return [_row(name, number, pk=pk) for pk, name, number in found[:MOST_ROWS]]


def _corrections(since: datetime | None) -> list[Row]:
    counted = _since(Correction.objects.all(), "at", since).order_by()
    rows = counted.values_list("correction_class").annotate(number=Count("pk"))
    return [_row(kind, number) for kind, number in rows.order_by("correction_class")]


# --- the machine ------------------------------------------------------------------------


def _precision(by: Any) -> Callable[[datetime | None], list[Row]]:
    """Counts what people confirmed unchanged and put right, of claims found in the period."""

    def count(since: datetime | None) -> list[Row]:
        found = _since(Mention.objects.all(), "claim__created_at", since)
        judged = (line for line in precision(by, found) if line.right + line.wrong)
        return [_judged(line.name, line.right, line.wrong) for line in judged]

    return count


def _judged(name: str, right: int, wrong: int) -> Row:
    return _row(name, right, wrong, round(100 * right / (right + wrong), 1))


def share_of(rows: Iterable[Mapping[str, Any]], place: int | None) -> list[float]:
    """How long each row's bar is, of 100: its number, or all of them, over the largest."""
    numbers = [
        float(sum(row["numbers"]) if place is None else row["numbers"][place] or 0) for row in rows
    ]
    largest = max(numbers, default=0)
    return [round(100 * number / largest, 1) if largest else 0.0 for number in numbers]


MEASURES: dict[str, Callable[[datetime | None], list[Row]]] = {
    "ages": _ages,
    "flow": _flow,
    "time": _time_to_verdict,
    "people": _people,
    "outlets": _work_by("outlet", "outlet"),
    "stories": _work_by("story", "story"),
    "ratings": _ratings,
    "speakers": _speakers,
    "kinds": _precision("kind"),
    "rules": _precision("rule"),
    "corrections": _corrections,
}
