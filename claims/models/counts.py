"""How many claims there are, by state, kind and outlet: counted by the worker, read at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claims import KINDS, Claim
from .queue import QueueEntry
from .transactions import atomic_with_retry


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """Exact counts as of ``counted_at``; empty, with None, while nobody has counted.

    ``by_state["new"]``, ``by_kind["numeric"]["new"]``, ``by_outlet[outlet_id]["new"]``.
    """

    counted_at: datetime | None = None
    by_state: dict[str, int] = field(default_factory=dict)
    by_kind: dict[str, dict[str, int]] = field(default_factory=dict)
    by_outlet: dict[int, dict[str, int]] = field(default_factory=dict)


class ClaimCountQuerySet(models.QuerySet["ClaimCount"]):
    @atomic_with_retry
    def recount(self) -> None:
        """Count everything again. Takes its time on a large archive: for the worker."""
        now = timezone.now()
        rows = [
            ClaimCount(facet=ALL, state=state, number=number, counted_at=now)
            for state, number in _by_state(Claim.objects.all())
        ]
        for kind, flag in KINDS.items():
            rows += [
                ClaimCount(facet=kind, state=state, number=number, counted_at=now)
                for state, number in _by_state(Claim.objects.filter(**{flag: True}))
            ]
        entries = QueueEntry.objects.filter(outlet__isnull=False).order_by()
        counted = entries.values_list("outlet", "state").annotate(number=Count("pk"))
        rows += [
            ClaimCount(facet=OUTLET, outlet_id=outlet, state=state, number=number, counted_at=now)
            for outlet, state, number in counted
        ]
        ClaimCount.objects.all().delete()
        ClaimCount.objects.bulk_create(rows)

    def standing(self) -> ClaimCounts:
        """The counts as the worker last made them: one query, however many claims."""
        by_state: dict[str, int] = {}
        by_kind: dict[str, dict[str, int]] = defaultdict(dict)
        by_outlet: dict[int, dict[str, int]] = defaultdict(dict)
        counted_at = None
        for row in self.all():
            counted_at = row.counted_at
            if row.outlet_id is not None:
                by_outlet[row.outlet_id][row.state] = row.number
            elif row.facet == ALL:
                by_state[row.state] = row.number
            else:
                by_kind[row.facet][row.state] = row.number
        return ClaimCounts(counted_at, by_state, dict(by_kind), dict(by_outlet))


ALL, OUTLET = "all", "outlet"


def _by_state(claims: models.QuerySet[Claim]) -> models.QuerySet:
    return claims.order_by().values_list("state").annotate(number=Count("pk"))


class ClaimCount(models.Model):
    """One of the counts; see :meth:`ClaimCountQuerySet.standing`."""

    facet = models.CharField(_("of"), max_length=12)
    outlet = models.ForeignKey("Outlet", models.PROTECT, null=True, related_name="+")
    state = models.CharField(_("state"), max_length=10)
    number = models.PositiveIntegerField(_("number"))
    counted_at = models.DateTimeField(_("counted"))

    objects = ClaimCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of claims")
        verbose_name_plural = _("counts of claims")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.facet} {self.outlet_id or ''} {self.state}: {self.number}"
