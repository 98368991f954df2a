"""Signs of life of the workers: without one, imports, mails and messages wait."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A worker gives a sign every minute; silent for longer than this, it is gone.
SILENT_AFTER = timedelta(minutes=3)
KEPT_FOR = timedelta(days=1)


class WorkerQuerySet(models.QuerySet["Worker"]):
    def alive(self) -> Self:
        now = timezone.now()
        return self.filter(seen_at__range=(now - SILENT_AFTER, now + SILENT_AFTER))

    def see(self, name: str) -> None:
        """This worker lives; those that are silent for a day are forgotten."""
        now = timezone.now()
        self.update_or_create(name=name, defaults={"seen_at": now})
        self.filter(seen_at__lt=now - KEPT_FOR).delete()


class Worker(models.Model):
    """A process that does jobs, and when it was last seen."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    seen_at = models.DateTimeField(_("last sign of life"))

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.name
