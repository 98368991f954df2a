"""Findings: sums, shares and growth in an article that do not hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .events import Event
from .guarding import Refused, require
from .mentions import FigureField, Quantity
from .moves import Move, log_moves
from .transactions import atomic_with_retry, lock, locked

if TYPE_CHECKING:
    from .users import User

FINDERS_ONLY = _("Only fact-checkers and editors say whether a finding is one.")


class ArithmeticQuerySet(models.QuerySet["Finding"]):
    def standing(self) -> Self:
        """Those that the article's figures still give and that nobody has dismissed."""
        return self.filter(is_current=True).exclude(state=Finding.State.DISMISSED)

    def waiting(self) -> Self:
        """Those of which the queue has not been told yet, the oldest first."""
        return self.filter(is_told=False).order_by("pk")

    def of(self, claim_ids: Collection[int]) -> Self:
        """Those with a figure that these claims state now."""
        return self.filter(
            figures__mentions__claim__in=claim_ids, figures__mentions__rejected_at=None
        ).distinct()


class Finding(models.Model):
    """Stated figures of one article that do not go together: see claims.figures.arithmetic.

    ``stated`` is what the article says, ``computed`` what follows from its other figures;
    from ``least`` to ``most`` the statement would hold. ``mark`` names the arithmetic with
    its figures as they are read: with other figures it is another finding, so that one
    which was dismissed comes back, and ``is_current`` is false for what they give no more.
    ``is_told``: the queue knows of it as it stands.
    """

    class Kind(models.TextChoices):
        SUM = "sum", _("a sum")
        SHARE = "share", _("a share")
        GROWTH = "growth", _("a change")
        PERCENT_VS_POINTS = "percent_vs_points", _("percent for percentage points")

    class State(models.TextChoices):
        FOUND = "found", _("found")
        KEPT = "kept", _("kept")
        DISMISSED = "dismissed", _("dismissed")

    class Dismissal(models.TextChoices):
        NOT_TOGETHER = "not_together", _("these figures do not belong together")
        MISREAD = "misread", _("a figure was misread")
        HOLDS = "holds", _("it adds up")

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="findings")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    stated = FigureField(_("stated"))
    computed = FigureField(_("computed"))
    least = FigureField(_("holds from"))
    most = FigureField(_("holds to"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    figures: models.ManyToManyField[Quantity, Any] = models.ManyToManyField(
        Quantity, related_name="findings", verbose_name=_("figures")
    )
    mark = models.CharField(max_length=64, editable=False)
    is_current = models.BooleanField(_("the figures are so"), default=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.FOUND)
    dismissal = models.CharField(
        _("why dismissed"), max_length=20, choices=Dismissal.choices, blank=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    is_told = models.BooleanField(default=False, editable=False)

    objects = ArithmeticQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["article", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "mark"], name="finding_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="finding_not_empty"),
            models.CheckConstraint(condition=Q(least__lte=F("most")), name="finding_in_order"),
            models.CheckConstraint(
                condition=Q(state="found", decided_by=None, decided_at=None)
                | (~Q(state="found") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="finding_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state="dismissed") & ~Q(dismissal="")
                | (~Q(state="dismissed") & Q(dismissal="")),
                name="finding_dismissed_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(is_told=False), name="finding_to_tell")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.stated:f} ≠ {self.computed:f}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its name on the page of its article: "f12"."""
        return f"f{self.pk}"

    @property
    def claims(self) -> models.QuerySet[Claim]:
        """The claims that state its figures now."""
        stated = Q(mentions__quantities__findings=self, mentions__rejected_at=None)
        return Claim.objects.filter(stated).distinct()

    @atomic_with_retry
    def keep(self, by: User) -> Event:
        """Say that it does not add up indeed."""
        return self._decide(by, self.State.KEPT, Event.Kind.FINDING_KEPT)

    @atomic_with_retry
    def dismiss(self, by: User, reason: str) -> Event:
        """Say why it is none: it is shown no more until its figures change."""
        if reason not in self.Dismissal.values:
            raise Refused(_t("Say why: choose one of the reasons."))
        return self._decide(by, self.State.DISMISSED, Event.Kind.FINDING_DISMISSED, reason)

    def _decide(self, by: User, state: str, kind: Event.Kind, reason: str = "") -> Event:
        require(by, "claims.triage_claim", FINDERS_ONLY)
        touched = self._hold()
        if self.state == state:
            raise Refused(_t("Somebody has said that already."))
        before = {"state": self.state, "dismissal": self.dismissal, "by": self.decided_by_id}
        payload = {"finding": self.pk, "before": before} | ({"reason": reason} if reason else {})
        self._stand(state, reason, by.pk)
        event = Event.objects.create(kind=kind, actor=by, article=self.article, payload=payload)
        log_moves(event, [Move(claim.pk, claim.state, claim.state) for claim in touched])
        return event

    def _hold(self) -> list[Claim]:
        """Hold its claims and itself, read anew; gives the claims."""
        touched = list(locked(Claim.objects.filter(pk__in=self.claims.order_by().values("pk"))))
        lock(Finding.objects.filter(pk=self.pk))
        self.refresh_from_db()
        return touched

    def _stand(self, state: str, dismissal: str, by: int | None) -> None:
        self.state, self.dismissal, self.decided_by_id = state, dismissal, by
        self.decided_at = timezone.now() if by else None
        self.is_told = False
        self.save(update_fields=["state", "dismissal", "decided_by", "decided_at", "is_told"])


def take_finding_back(event: Event, undone: Event) -> None:
    """Let the finding stand as it did before somebody decided on it.

    Raises:
        Refused: somebody else has decided otherwise since.
    """
    finding = Finding.objects.get(pk=event.payload["finding"])
    touched = finding._hold()
    if finding.state != FINDING_STATES[event.kind]:
        raise Refused(_t("Somebody has said otherwise since; nothing was undone."))
    before = event.payload["before"]
    finding._stand(before["state"], before["dismissal"], before["by"])
    log_moves(undone, [Move(claim.pk, claim.state, claim.state) for claim in touched])


# What each deed makes of a finding.
FINDING_STATES: dict[str, str] = {
    Event.Kind.FINDING_KEPT: Finding.State.KEPT,
    Event.Kind.FINDING_DISMISSED: Finding.State.DISMISSED,
}
