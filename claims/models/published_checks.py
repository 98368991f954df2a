"""Checks that others have published, kept as they were read, and which claims they are of."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .events import Event
from .guarding import Refused, require
from .links import LINKERS_ONLY, ClaimLink, stood_before
from .moves import Move, log_moves
from .transactions import atomic_with_retry, lock, locked

if TYPE_CHECKING:
    from .users import User


class PublishedCheck(models.Model):
    """One check of one claim by another newsroom, as its ClaimReview says.

    ``label`` is the words that the publisher shows. The number of its rating stays in
    ``raw`` and is never computed with: scales run both ways and from anywhere. ``key`` is
    made of address and claim, by which a check is known again.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    url = models.TextField(_("address"))
    claim = models.TextField(_("claim"))
    label = models.TextField(_("label"), blank=True)
    publisher = models.TextField(_("publisher"), blank=True)
    site = models.TextField(_("site"), blank=True)
    claimant = models.TextField(_("said by"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    claimed = models.CharField(_("said on, as written"), max_length=100, blank=True)
    claimed_on = models.DateField(_("said on"), null=True, blank=True)
    checked = models.CharField(_("published on, as written"), max_length=100, blank=True)
    checked_on = models.DateField(_("published on"), null=True, blank=True)
    appearances = models.JSONField(_("where it was said"), default=list)
    raw = models.JSONField(_("as read"), default=dict)
    read_at = models.DateTimeField(_("first read"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        verbose_name = _("published check of others")
        verbose_name_plural = _("published checks of others")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(url="") & ~Q(claim=""), name="publishedcheck_of_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publisher or self.url}: {self.claim}"

    @staticmethod
    def key_of(url: str, claim: str) -> str:
        """By what a check is known: its address and the words of its claim."""
        return hashlib.sha256(f"{url}\n{claim}".encode("utf-8", "surrogatepass")).hexdigest()


class PublishedCheckKey(models.Model):
    """What a check is found by, the same as a claim's: see :mod:`claims.matching.keys`."""

    check_of = models.ForeignKey(PublishedCheck, models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        verbose_name = _("key of a published check")
        verbose_name_plural = _("keys of published checks")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["key", "check_of"], name="publishedcheckkey_once")
        ]

    def __str__(self) -> str:
        return f"{self.check_of_id}: {self.key}"


class CheckMatchQuerySet(models.QuerySet["CheckMatch"]):
    def of(self, claim_ids: Collection[int]) -> Self:
        """Those of these claims, as they were found, that are suggested or confirmed."""
        suggested = Q(is_current=True, state=ClaimLink.State.SUGGESTED)
        confirmed = Q(state=ClaimLink.State.CONFIRMED)
        return self.filter(suggested | confirmed, claim__in=claim_ids)


class CheckMatch(models.Model):
    """A published check that may be of a claim: the machine suggests, people say.

    ``relation`` is what the two statements are to each other, by their figures.
    """

    published = models.ForeignKey(PublishedCheck, models.PROTECT, related_name="matches")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="published_checks")
    relation = models.CharField(_("relation"), max_length=16, choices=ClaimLink.Relation.choices)
    is_current = models.BooleanField(_("the texts are so"), default=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ClaimLink.State.choices,
        default=ClaimLink.State.SUGGESTED,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = CheckMatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("published check of a claim")
        verbose_name_plural = _("published checks of claims")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "published"], name="checkmatch_once"),
            models.CheckConstraint(
                condition=Q(state="suggested", decided_by=None, decided_at=None)
                | (~Q(state="suggested") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="checkmatch_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.relation} {self.published_id}"

    @atomic_with_retry
    def confirm(self, by: User) -> Event:
        """Say that the check is of this claim."""
        return self._decide(by, ClaimLink.State.CONFIRMED, Event.Kind.CHECK_CONFIRMED)

    @atomic_with_retry
    def reject(self, by: User) -> Event:
        """Say that it is of another claim: no import suggests it again."""
        return self._decide(by, ClaimLink.State.REJECTED, Event.Kind.CHECK_REJECTED)

    def _decide(self, by: User, state: str, kind: Event.Kind) -> Event:
        require(by, "claims.triage_claim", LINKERS_ONLY)
        claim = locked(Claim.objects.filter(pk=self.claim.merged_into_id or self.claim_id)).get()
        lock(CheckMatch.objects.filter(pk=self.pk))
        self.refresh_from_db()
        if self.state == state:
            raise Refused(_t("Somebody has said that already."))
        before = {"state": self.state, "by": self.decided_by_id}
        self._stand(state, by.pk)
        return claim.log(kind, by, match=self.pk, before=before)

    def _stand(self, state: str, by: int | None) -> None:
        self.state = state
        self.decided_by_id, self.decided_at = by, timezone.now() if by else None
        self.save(update_fields=["state", "decided_by", "decided_at"])


def take_match_back(event: Event, undone: Event) -> None:
    """Let the match stand as it did before somebody decided on it.

    Raises:
        Refused: somebody else has decided otherwise since.
    """
    match = CheckMatch.objects.get(pk=event.payload["match"])
    ends = list(locked(Claim.objects.filter(pk__in=event.members.values("claim"))))
    lock(CheckMatch.objects.filter(pk=match.pk))
    match.refresh_from_db()
    if match.state != MATCH_STATES[event.kind]:
        raise Refused(_t("Somebody has said otherwise since; nothing was undone."))
    match._stand(*stood_before(event))
    log_moves(undone, [Move(end.pk, end.state, end.state) for end in ends])


# What each deed makes of a match.
MATCH_STATES: dict[str, str] = {
    Event.Kind.CHECK_CONFIRMED: ClaimLink.State.CONFIRMED,
    Event.Kind.CHECK_REJECTED: ClaimLink.State.REJECTED,
}
