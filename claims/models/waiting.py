"""The part of a claim that is about time: how recent it is, and since when it waits for triage."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

RECENCY = "recency"
# What a statement of today gets on top; half of it is left with every day.
POINTS_TODAY = 32
# After so many days nothing is left.
DAYS_RECENT = POINTS_TODAY.bit_length()


def recency_points(published_on: date, today: date) -> int:
    """Points for being recent: 32 today, 16 a day later, none after six days.

    A day that is still to come, as clocks and time zones give them, counts as today.
    """
    days = max(0, (today - published_on).days)
    return POINTS_TODAY >> min(days, DAYS_RECENT)


class Waiting(models.Model):
    """What a claim knows of its time in the queue. Mixed into Claim.

    The points stand in the row and enter the priority when the worker refreshes them, so
    that no list has to ask the clock.
    """

    # The claim's own, which this part of it reads.
    priority_parts: Any

    newest_on = models.DateField(
        default=date.min,
        editable=False,
        help_text=_("The last day on which it was published, or came in where no day is given."),
    )
    recency = models.PositiveSmallIntegerField(
        _("points for being recent"), default=0, editable=False
    )
    waits_since = models.DateTimeField(
        _("waits for triage since"),
        default=timezone.now,
        editable=False,
        help_text=_("When it was found, mentioned again or brought back."),
    )

    class Meta:
        abstract = True

    @property
    def all_parts(self) -> list[dict[str, Any]]:
        """The parts whose sum is the priority, that for being recent among them."""
        parts = list(self.priority_parts)
        if self.recency:
            day = self.newest_on.isoformat()
            parts.append({"reason": RECENCY, "value": day, "points": self.recency})
        return sorted(parts, key=lambda part: -abs(part["points"]))


RECENT_INDEX = models.Index(fields=["id"], condition=models.Q(recency__gt=0), name="claim_recent")
WAITING_INDEX = models.Index(
    fields=["waits_since"], condition=models.Q(state="new"), name="claim_waiting"
)
