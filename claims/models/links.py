"""Links: what two claims are to each other, by their figures; the machine suggests, people say.

A link is of two claims as they were found, also where one has been merged since: it is shown
at whatever claim its end was merged into, so that a merge moves it and taking that apart
moves it back.
"""

from __future__ import annotations

from collections.abc import Collection
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
from .mentions import FigureField, Quantity
from .moves import Move, log_moves
from .transactions import atomic_with_retry, lock, locked

if TYPE_CHECKING:
    from .users import User

LINKERS_ONLY = _("Only fact-checkers and editors say how two claims stand to each other.")


class ClaimLinkQuerySet(models.QuerySet["ClaimLink"]):
    def of(self, claim_ids: Collection[int]) -> Self:
        """Those with one of these claims, as they were found, at either end."""
        return self.filter(Q(one__in=claim_ids) | Q(other__in=claim_ids))

    def of_survivors(self, claim_ids: Collection[int]) -> Self:
        """Those of the claims and of all that were merged into them."""
        merged = Claim.objects.filter(merged_into__in=claim_ids).values_list("pk", flat=True)
        return self.of([*claim_ids, *merged])

    def standing(self) -> Self:
        """Those that what the claims state still gives, or people, and nobody has rejected."""
        return self.filter(is_current=True).exclude(state=ClaimLink.State.REJECTED)

    def waiting(self) -> Self:
        """Those of which the queue has not been told yet, the oldest first."""
        return self.filter(is_told=False).order_by("pk")


class ClaimLink(models.Model):
    """Two claims and their relation, as :func:`claims.matching.relate` gives it.

    ``difference`` is how far the other's figure is from the one's, in ``unit`` or the
    figures' currency, ``percent`` the same in percent of the one's; both are null where the
    figures agree or have none. A suggestion that the claims give no more is not current.
    ``is_told``: the queue knows of the link as it stands; ``has_called``: it has brought back
    what was set aside.
    """

    class Relation(models.TextChoices):
        SAME = "same", _("the same")
        AGREES = "agrees", _("agrees")
        DIFFERENT_FIGURE = "different_figure", _("another figure")
        CONTRADICTS = "contradicts", _("contradicts")
        UPDATE = "update", _("updates")
        RELATED = "related", _("related")

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    one = models.ForeignKey(Claim, models.PROTECT, related_name="links")
    other = models.ForeignKey(Claim, models.PROTECT, related_name="links_from")
    relation = models.CharField(_("relation"), max_length=16, choices=Relation.choices)
    one_figure = models.ForeignKey(
        Quantity, models.PROTECT, null=True, blank=True, related_name="+"
    )
    other_figure = models.ForeignKey(
        Quantity, models.PROTECT, null=True, blank=True, related_name="+"
    )
    difference = FigureField(_("difference"), null=True, blank=True)
    percent = FigureField(_("difference in percent"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    reasons = models.JSONField(_("reasons"), default=list)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.SUGGESTED
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    is_current = models.BooleanField(_("stands"), default=True, editable=False)
    is_told = models.BooleanField(default=False, editable=False)
    has_called = models.BooleanField(default=False, editable=False)

    objects = ClaimLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="claimlink_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="claimlink_in_order"),
            models.CheckConstraint(
                condition=Q(state="suggested", decided_by=None, decided_at=None)
                | (~Q(state="suggested") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="claimlink_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(one_figure=None, other_figure=None)
                | Q(one_figure__isnull=False, other_figure__isnull=False),
                name="claimlink_two_figures_or_none",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(is_told=False), name="claimlink_to_tell")
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.relation} {self.other_id}"

    @atomic_with_retry
    def confirm(self, by: User) -> Event:
        """Say that the two stand to each other as the machine thought."""
        return self._decide(by, self.State.CONFIRMED, Event.Kind.LINK_CONFIRMED)

    @atomic_with_retry
    def reject(self, by: User) -> Event:
        """Say that they do not: it is shown no more, and no import brings it back."""
        return self._decide(by, self.State.REJECTED, Event.Kind.LINK_REJECTED)

    def _decide(self, by: User, state: str, kind: Event.Kind) -> Event:
        require(by, "claims.triage_claim", LINKERS_ONLY)
        ends = _ends_held([self])
        lock(ClaimLink.objects.filter(pk=self.pk))
        self.refresh_from_db()
        if self.state == state:
            raise Refused(_t("Somebody has said that already."))
        before = {"state": self.state, "by": self.decided_by_id}
        payload = {"link": self.pk, "relation": self.relation, "before": before}
        self._stand(state, by.pk)
        event = Event.objects.create(kind=kind, actor=by, payload=payload)
        log_moves(event, [Move(end.pk, end.state, end.state) for end in ends])
        return event

    def _stand(self, state: str, by: int | None) -> None:
        self.state = state
        self.decided_by_id, self.decided_at = by, timezone.now() if by else None
        self.is_told = False
        self.save(update_fields=["state", "decided_by", "decided_at", "is_told"])


def _ends_held(links: Collection[ClaimLink]) -> list[Claim]:
    """The claims that the links' ends stand for now, held."""
    ends = Claim.objects.filter(
        pk__in=[pk for link in links for pk in (link.one_id, link.other_id)]
    )
    return list(locked(Claim.objects.filter(pk__in=[end.merged_into_id or end.pk for end in ends])))


def take_link_back(event: Event, undone: Event) -> None:
    """Let the link stand as it did before somebody decided on it.

    Raises:
        Refused: somebody else has decided otherwise since.
    """
    link = ClaimLink.objects.get(pk=event.payload["link"])
    ends = _ends_held([link])
    lock(ClaimLink.objects.filter(pk=link.pk))
    link.refresh_from_db()
    if link.state != LINK_STATES[event.kind]:
        raise Refused(_t("Somebody has said otherwise since; nothing was undone."))
    link._stand(*stood_before(event))
    log_moves(undone, [Move(end.pk, end.state, end.state) for end in ends])


def stood_before(event: Event) -> tuple[str, int | None]:
    """How a link or a match stood until this decision on it, and by whose word, if anybody's."""
    before = event.payload["before"]
    if isinstance(before, str):
        # Older events do not tell whose word it was: their actor stands in.
        return before, event.actor_id if before != ClaimLink.State.SUGGESTED else None
    return before["state"], before["by"]


# What each deed makes of a link.
LINK_STATES: dict[str, str] = {
    Event.Kind.LINK_CONFIRMED: ClaimLink.State.CONFIRMED,
    Event.Kind.LINK_REJECTED: ClaimLink.State.REJECTED,
}


class ClaimKey(models.Model):
    """What a claim is found by, with its place in time: see :mod:`claims.matching.keys`.

    One narrow row for each key. ``mark`` tells two of one day apart by what they state, not
    by when they came in, so that who is next to whom does not depend on the order of import.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="keys")
    key = models.BigIntegerField()
    day = models.DateField()
    mark = models.BigIntegerField()

    class Meta:
        verbose_name = _("key of a claim")
        verbose_name_plural = _("keys of claims")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["key", "day", "mark", "claim"], name="claimkey_in_line")
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.key}"
