"""What the dashboard shows, counted by the worker: read at once, however many claims there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The periods that are counted, in days; 0 is all time.
PERIODS = (7, 30, 90, 0)
Rows = Sequence[Mapping[str, Any]]


class TallyQuerySet(models.QuerySet["Tally"]):
    @transaction.atomic
    def put(self, days: int, counted: Mapping[str, Rows]) -> None:
        """Write down what was counted of a period, in place of what stood there."""
        now = timezone.now()
        for name, rows in counted.items():
            self.update_or_create(
                name=name, days=days, defaults={"rows": list(rows), "counted_at": now}
            )

    def of(self, days: int) -> dict[str, Tally]:
        """What was counted of a period, by name: one query."""
        return {tally.name: tally for tally in self.filter(days=days)}


class Tally(models.Model):
    """One table of the dashboard for one period.

    Each row has ``of``, a name or a code that is worded where it is shown, ``pk`` of what
    it is about, if anything, and ``numbers``.
    """

    name = models.CharField(max_length=20)
    days = models.PositiveSmallIntegerField(help_text=_("0: all time"))
    rows = models.JSONField(default=list)
    counted_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tally of the dashboard")
        verbose_name_plural = _("tallies of the dashboard")
        ordering = ["name", "days"]
        constraints = [models.UniqueConstraint(fields=["name", "days"], name="tally_once_a_period")]

    def __str__(self) -> str:
        return f"{self.name} {self.days}"
