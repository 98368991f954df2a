"""Sentences that an outlet repeats in article after article: proposed, and muted by people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .events import Event
from .guarding import Refused, require
from .moves import Move, log_moves
from .transactions import atomic_with_retry, lock, locked

if TYPE_CHECKING:
    from collections.abc import Collection

    from .users import User

MUTERS_ONLY = _("Only fact-checkers and editors mute sentences.")


class MutedSentenceQuerySet(models.QuerySet["MutedSentence"]):
    def waiting(self) -> Self:
        """Those that nobody has decided on, what is repeated most first."""
        return self.filter(state=MutedSentence.State.PROPOSED).order_by("-articles", "-id")

    def silence(self, claim_ids: Collection[int], outlet_id: int | None) -> set[int]:
        """Which of these claims are muted in the outlet; that they came again is counted."""
        rows = self.filter(claim__in=claim_ids, outlet=outlet_id, state=MutedSentence.State.MUTED)
        silenced = set(rows.values_list("claim", flat=True))
        if silenced:
            rows.update(went_aside=F("went_aside") + 1)
        return silenced


class MutedSentence(models.Model):
    """A claim that one outlet states again and again, as a standing note does.

    The machine proposes; what is muted, people say. A muted one does not come back into
    the queue when that outlet states it again; elsewhere it does.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        MUTED = "muted", _("muted")
        KEPT = "kept", _("not muted")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="mutings")
    outlet = models.ForeignKey("Outlet", models.PROTECT, related_name="mutings")
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.PROPOSED
    )
    articles = models.PositiveIntegerField(_("articles"))
    days = models.PositiveIntegerField(_("days"))
    went_aside = models.PositiveIntegerField(_("articles since it is muted"), default=0)
    proposed_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = MutedSentenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("muted sentence")
        verbose_name_plural = _("muted sentences")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "outlet"], name="mutedsentence_once"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None)
                | (~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="mutedsentence_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.claim}"

    @atomic_with_retry
    def mute(self, by: User) -> Self:
        """Let it go, and whatever the outlet repeats of it."""
        return self._decide(by, self.State.MUTED, Event.Kind.MUTED, Claim.State.NEW)

    @atomic_with_retry
    def keep(self, by: User) -> Self:
        """Do not mute it, or no more: then it waits in the queue again."""
        return self._decide(by, self.State.KEPT, Event.Kind.UNMUTED, Claim.State.SET_ASIDE)

    def _decide(self, by: User, state: str, kind: Event.Kind, moves_from: str) -> Self:
        require(by, "claims.change_mutedsentence", MUTERS_ONLY)
        claim = locked(Claim.objects.filter(pk=self.claim_id)).get()
        lock(MutedSentence.objects.filter(pk=self.pk))
        self.refresh_from_db()
        if self.state == state:
            raise Refused(_t("Somebody has decided that already."))
        was_muted = self.state == self.State.MUTED
        self.state, self.decided_by, self.decided_at = state, by, timezone.now()
        self.save(update_fields=["state", "decided_by", "decided_at"])
        after = Claim.State.SET_ASIDE if state == self.State.MUTED else Claim.State.NEW
        moves = claim.state == moves_from and (was_muted or state == self.State.MUTED)
        event = Event.objects.create(
            kind=kind, actor=by, payload={"outlet": self.outlet_id, "name": str(self.outlet)}
        )
        before = claim.state
        if moves:
            Claim.objects.filter(pk=claim.pk).update(state=after, waits_since=timezone.now())
        log_moves(event, [Move(claim.pk, before, after if moves else before)])
        return self
