"""What the worker does again and again, and when each is next due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Two workers' clocks, or two moments at which they looked, are no further apart.
CLOCKS_APART = timedelta(minutes=10)


class ChoreQuerySet(models.QuerySet["Chore"]):
    def take_due(self, every: Mapping[str, timedelta]) -> list[str]:
        """The jobs whose turn it is; of several workers that ask, one is given each.

        ``every`` says after how long each job comes round. However long nobody asked, a
        job is due once. One that is due later than its pause allows is due now: the clock
        has been put back.
        """
        now = timezone.now()
        taken = []
        for job, pause in every.items():
            self.get_or_create(job=job, defaults={"due_at": now})
            due = self.filter(
                Q(due_at__lte=now) | Q(due_at__gt=now + pause + CLOCKS_APART), job=job
            )
            if due.update(due_at=now + pause):
                taken.append(job)
        return taken


class Chore(models.Model):
    """A job that comes round. Whoever moves ``due_at`` on does it."""

    job = models.CharField(_("job"), max_length=100, unique=True)
    due_at = models.DateTimeField(_("due"))

    objects = ChoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("recurring job")
        verbose_name_plural = _("recurring jobs")
        ordering = ["job"]

    def __str__(self) -> str:
        return self.job
