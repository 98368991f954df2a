"""A second person's say on a version, and comments on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import require

from .evidence import Evidence
from .versions import VerdictVersion

if TYPE_CHECKING:
    from claims.models import User


class SignOff(models.Model):
    """Who decided what on exactly which content, and when. Never changed."""

    class Decision(models.TextChoices):
        SIGNED = "signed", _("signed off")
        SUGGESTED = "suggested", _("signed with suggested wording")
        CHANGES_REQUESTED = "changes_requested", _("changes requested")

    version = models.ForeignKey(VerdictVersion, models.PROTECT, related_name="sign_offs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_offs")
    at = models.DateTimeField(_("when"), auto_now_add=True)
    decision = models.CharField(_("decision"), max_length=20, choices=Decision.choices)
    comment = models.TextField(_("comment"), blank=True)
    content_hash = models.CharField(_("hash of what was signed"), max_length=64)
    suggestions = models.JSONField(_("suggested wording"), default=dict)
    own = models.BooleanField(
        _("own sign-off"),
        default=False,
        help_text=_("The signer had a hand in it: one-person desks only, by setting."),
    )

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(content_hash=""), name="signoff_of_some_content"),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.get_decision_display()}"


class Comment(models.Model):
    """A remark on a version, one of its fields, or a piece of evidence."""

    version = models.ForeignKey(VerdictVersion, models.PROTECT, related_name="comments")
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, blank=True, related_name="comments"
    )
    field = models.CharField(_("field"), max_length=30, blank=True)
    text = models.TextField(_("comment"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]

    def resolve(self, by: User) -> Self:
        """Say that it has been dealt with."""
        require(by, "claims.check_claim", _t("Only fact-checkers and editors comment."))
        if self.resolved_at is None:
            self.resolved_by, self.resolved_at = by, timezone.now()
            self.save(update_fields=["resolved_by", "resolved_at"])
        return self
