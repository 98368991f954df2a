"""What goes to the newsroom's one webhook: kept until it has arrived, or has failed for good."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims import jobs

from .transactions import atomic_with_retry, locked

if TYPE_CHECKING:
    from .notices import Notice

# How long after each failure it is tried again; after the last of them it has failed.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
# A job that should have run so long ago was lost with its worker.
LOST_AFTER = timedelta(minutes=5)
# For how long a failure is news.
NEWS = timedelta(days=7)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def announce(self, notices: Sequence[Notice]) -> None:
        """One message for the notices of one thing, sent once they are saved."""
        if not settings.WEBHOOK_URL:
            return
        delivery = self.create(body=_body(notices))
        jobs.enqueue(jobs.DELIVER, delivery.pk)

    def under_way(self) -> Self:
        return self.filter(delivered_at=None, failed_at=None)

    def troubled(self) -> Self:
        """Those that failed of late, for good or so far, the newest first."""
        since = timezone.now() - NEWS
        failing = Q(failed_at__gt=since) | Q(delivered_at=None, failed_at=None, attempts__gt=0)
        return self.filter(failing).order_by("-pk")

    @atomic_with_retry
    def take_up_lost(self) -> None:
        """Have a worker send what another was cut off from."""
        lost = self.under_way().filter(next_at__lt=timezone.now() - LOST_AFTER)
        for delivery in locked(lost):
            delivery.try_at(timezone.now())


class Delivery(models.Model):
    """One message, the same at every attempt; its id lets the receiver know it again."""

    message_id = models.UUIDField(_("message"), default=uuid.uuid4, unique=True, editable=False)
    body = models.JSONField(_("body"))
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    delivered_at = models.DateTimeField(_("arrived"), null=True)
    failed_at = models.DateTimeField(_("given up"), null=True)
    problem = models.CharField(_("last problem"), max_length=200, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery to the webhook")
        verbose_name_plural = _("deliveries to the webhook")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(delivered_at=None) | Q(failed_at=None),
                name="delivery_arrived_or_given_up",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=Q(delivered_at=None, failed_at=None),
                name="delivery_under_way",
            ),
            models.Index(
                fields=["failed_at"], condition=Q(failed_at__isnull=False), name="delivery_failed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body['type']} {self.message_id}"

    @property
    def is_over(self) -> bool:
        return self.delivered_at is not None or self.failed_at is not None

    @atomic_with_retry
    def note(self, problem: str) -> None:
        """Write down how an attempt went, "" where it arrived, and when to try again."""
        self.refresh_from_db(from_queryset=locked(Delivery.objects.all()))
        if self.is_over:  # another worker was as quick
            return
        self.attempts += 1
        self.problem = problem[:200]
        if not problem:
            self.delivered_at = timezone.now()
        elif self.attempts > len(PAUSES):
            self.failed_at = timezone.now()
        self.save(update_fields=["attempts", "problem", "delivered_at", "failed_at"])
        if not self.is_over:
            self.try_at(timezone.now() + PAUSES[self.attempts - 1])

    def try_at(self, when: datetime) -> None:
        """Have a worker send it at that moment."""
        self.next_at = when
        self.save(update_fields=["next_at"])
        jobs.enqueue(jobs.DELIVER, self.pk, run_after=when)


def _body(notices: Sequence[Notice]) -> dict[str, object]:
    """What happened to which claim, by whom, and whom it concerns."""
    notice = notices[0]
    site, claim, event = settings.SITE_URL.rstrip("/"), notice.claim, notice.event
    return {
        "type": f"claim.{notice.kind}",
        "timestamp": (event.at if event else timezone.now()).isoformat(),
        "data": {
            "by": event.actor.username if event and event.actor else None,
            "to": [notice.recipient.username for notice in notices],
            "due": notice.due_on.isoformat() if notice.due_on else None,
            "url": site + notice.get_absolute_url(),
            "claim": {
                "id": claim.pk,
                "wording": claim.wording,
                "url": site + claim.get_absolute_url(),
            }
            if claim
            else None,
        },
    }
