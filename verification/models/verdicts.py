"""Verdicts: the check of one claim, in versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Refused, atomic_with_retry, locked

if TYPE_CHECKING:
    from claims.models import User

    from .versions import VerdictVersion


class VersionState(models.TextChoices):
    """How far a version of a verdict has come."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("waiting for sign-off")
    CHANGES_REQUESTED = "changes_requested", _("changes requested")
    REPLACED = "replaced", _("replaced")
    SIGNED_OFF = "signed_off", _("signed off")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")
    UNPUBLISHED = "unpublished", _("under review")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Verdict(models.Model):
    """The check of one claim. Blind and adjudicating verdicts may come later."""

    class Purpose(models.TextChoices):
        MAIN = "main", _("main")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    purpose = models.CharField(
        _("purpose"), max_length=12, choices=Purpose.choices, default=Purpose.MAIN
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        constraints = [
            models.UniqueConstraint(fields=["claim", "purpose"], name="verdict_once_a_purpose")
        ]

    def __str__(self) -> str:
        return str(self.claim)

    @property
    def newest(self) -> VerdictVersion | None:
        return self.versions.order_by("-number").first()

    @property
    def live(self) -> VerdictVersion | None:
        """What readers see now, if anything."""
        return self.versions.filter(state=VersionState.PUBLISHED).first()

    @atomic_with_retry
    def draft(self, by: User) -> VerdictVersion:
        """The version that may be edited, opened as the next one where there is none.

        Opening it voids what was submitted or signed off and not published; what
        is published stays until the new one replaces it.

        Raises:
            Refused: the claim isn't this person's.
        """
        claim = locked(Claim.objects.all()).get(pk=self.claim_id)
        newest = self.newest
        if newest and newest.state == VersionState.DRAFT:
            require_may_edit(claim, by)
            return newest
        if claim.state == Claim.State.CHECKED:
            require_may_edit(claim, by)
            claim.reopen(by, _t("edited after sign-off"))
            claim.take(by)
        require_may_edit(claim, by)
        if newest is None:
            return self.versions.create(number=1, created_by=by)
        return newest.open_next(by)


def require_may_edit(claim: Claim, by: User) -> None:
    if not claim.may_edit(by):
        raise Refused(_t("Take this claim first; only its owner and editors write its verdict."))
