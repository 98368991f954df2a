"""Home, by role: what came back, what is due, what waits, and whether the machine runs."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from claims.models import (
    STALLED_AFTER,
    UNDER_CHECK,
    Article,
    Batch,
    BatchRow,
    Claim,
    Delivery,
    Event,
    EventMember,
    Notice,
    Story,
    User,
    Worker,
)
from claims.queue import (
    article_cards,
    capped_count,
    dress_for_table,
    for_cards,
    for_rows,
    unindexed,
)
from claims.views import DeskRequest, desk, last_here
from verification.models import SIGN, Publication, SignOff, VerdictVersion

from .signing import versions_waiting, why_not_yours

ON_HOME = 10
MOST_MINE = 50
MOST_NOTICES = 5
DUE_SOON = timedelta(days=6)
# Less than this is left of the disk on which files are stored: time to make room.
LOW = 0.1


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk on which files are stored, in bytes."""

    free: int
    total: int

    @property
    def is_low(self) -> bool:
        return self.free < self.total * LOW


@require_safe
@desk
def home(request: DeskRequest) -> HttpResponse:
    user = request.user
    context: dict[str, Any] = {
        "new_claims": capped_count(Claim.objects.filter(state=Claim.State.NEW)),
        "open_articles": capped_count(Article.objects.cards()),
        "queued_claims": capped_count(Claim.objects.filter(state=Claim.State.QUEUED)),
        "newest": article_cards(_newest_open_articles()),
        "since": _since(user, last_here(request.session)),
        "notices": _notices(user),
        "today": timezone.localdate(),
        "here": request.get_full_path(),
    }
    triages, imports = user.has_perm("claims.triage_claim"), user.has_perm("claims.add_batch")
    if triages:
        context |= _of_checker(user)
    if user.has_perm(SIGN):
        context |= _of_editor(user)
    if imports:
        context |= _of_administrator()
    if not triages and not imports:
        context["events"] = Event.objects.select_related("actor")[:ON_HOME]
    return render(request, "verification/home.html", context)


# --- for everybody ----------------------------------------------------------------


def _since(user: User, moment: datetime | None) -> dict[str, Any] | None:
    """What happened since somebody was last here; nothing where nobody knows when."""
    if moment is None:
        return None
    signed = SignOff.objects.filter(decision=SignOff.Decision.SIGNED, at__gt=moment)
    return {
        "moment": moment,
        "notices": capped_count(Notice.objects.filter(recipient=user, at__gt=moment)),
        "batches": capped_count(Batch.objects.filter(created_at__gt=moment)),
        "signed": capped_count(signed),
    }


def _notices(user: User) -> list[Notice]:
    unread = Notice.objects.unread().filter(recipient=user)
    return list(unread.select_related("claim", "event__actor")[:MOST_NOTICES])


def _newest_open_articles() -> list[Article]:
    newest = for_cards(Article.objects.cards()).order_by("-sorted_on", "-id")
    return list(newest[:ON_HOME])


# --- for fact-checkers --------------------------------------------------------------


def _of_checker(user: User) -> dict[str, Any]:
    """My claims in three parts, the earliest due first, and my picks."""
    mine = list(_mine(user))
    soon = timezone.localdate() + DUE_SOON
    came_back = [claim for claim in mine if _came_back(claim)]
    due = [c for c in mine if c not in came_back and c.due_on and c.due_on <= soon]
    rest = [claim for claim in mine if claim not in came_back and claim not in due]
    return {
        "holds": bool(mine),
        "mine": [("returned", came_back), ("due", due), ("held", rest)],
        "picks": dress_for_table(_picks(user)),
        "stories": _stories(user),
    }


def _came_back(claim: Claim) -> bool:
    state: str = claim.verdict_state  # type: ignore[attr-defined]
    return state == VerdictVersion.State.CHANGES_REQUESTED


def _mine(user: User) -> QuerySet[Claim]:
    """What this person is checking, what is due first; each with its verdict's last step."""
    frozen = VerdictVersion.objects.filter(verdict__claim=OuterRef("pk")).exclude(frozen=None)
    held = Claim.objects.filter(assignee=user, state__in=UNDER_CHECK)
    return held.annotate(
        verdict_state=Subquery(frozen.order_by("-number").values("state")[:1])
    ).order_by(F("due_on").asc(nulls_last=True), "-priority", "-id")[:MOST_MINE]


def _stories(user: User) -> QuerySet[Story]:
    """Those that this person answers for, and those that the desk follows, the due first."""
    standing = Story.objects.standing()
    chosen = standing.owned_by(user) | standing.followed()
    return chosen.select_related("owner").order_by(F("due_on").asc(nulls_last=True), "-pk")[
        :ON_HOME
    ]


def _picks(user: User) -> list[Claim]:
    """The queued claims that this person picked, the best first."""
    picked = EventMember.objects.alias(who=unindexed("event__actor")).filter(
        claim=OuterRef("pk"), who=user.pk, event__kind=Event.Kind.PICKED
    )
    queued = for_rows(Claim.objects.filter(Exists(picked), state=Claim.State.QUEUED))
    return list(queued.order_by("-priority", "-id")[:ON_HOME])


# --- for editors -----------------------------------------------------------------------


def _of_editor(user: User) -> dict[str, Any]:
    """What waits for a sign-off, what is overdue, and what nobody has taken."""
    submitted = versions_waiting()
    overdue = Claim.objects.under_check().filter(due_on__lt=timezone.localdate())
    unassigned = Claim.objects.alias(owner=unindexed("assignee")).filter(
        owner=None, state=Claim.State.QUEUED
    )
    return {
        "waiting": submitted.count() + Publication.objects.under_review().count(),
        "to_sign": [(version, why_not_yours(version, user)) for version in submitted[:ON_HOME]],
        "overdue": overdue.select_related("assignee").order_by("due_on", "-id")[:ON_HOME],
        "unassigned": unassigned.order_by("-priority", "-id")[:ON_HOME],
    }


# --- for administrators ------------------------------------------------------------------


def _of_administrator() -> dict[str, Any]:
    """Imports with problems, whether a worker lives and what waits for it, and the disk."""
    return {
        "troubled": _troubled_batches(),
        "workers": list(Worker.objects.alive()),
        "jobs_waiting": capped_count(DBTaskResult.objects.ready()),
        "deliveries": Delivery.objects.troubled()[:ON_HOME],
        "disk": _disk(),
    }


def _disk() -> Disk:
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists():  # it is made with the first file
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return Disk(usage.free, usage.total)


def _troubled_batches() -> QuerySet[Batch]:
    """Batches that were cut off, read nothing, or have rows that failed."""
    failed = BatchRow.objects.filter(batch=OuterRef("pk"), outcome=BatchRow.Outcome.FAILED)
    quiet_since = timezone.now() - STALLED_AFTER
    stalled = Q(state=Batch.State.RUNNING, moved_at__lt=quiet_since) | Q(
        state=Batch.State.WAITING, created_at__lt=quiet_since
    )
    ended = Q(state__in=[Batch.State.STOPPED, Batch.State.FAILED])
    return Batch.objects.filter(ended | stalled | Exists(failed)).order_by("-id")[:ON_HOME]
