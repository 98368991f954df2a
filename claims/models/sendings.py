"""How often somebody outside may send something, and what is kept to know: a hash, for an hour."""

from __future__ import annotations

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WHILE = timedelta(hours=1)


class SendingQuerySet(models.QuerySet["Sending"]):
    def is_full(self, what: str, sender: str, most: int) -> bool:
        """Has this sender sent that many in the last hour?"""
        lately = self.filter(what=what, sender=sender, at__gt=timezone.now() - WHILE)
        return lately.count() >= most

    @transaction.atomic
    def note(self, what: str, sender: str) -> Sending:
        """Count one more; what is older than it needs to be goes."""
        self.filter(at__lte=timezone.now() - WHILE).delete()
        return self.create(what=what, sender=sender)

    def admit(self, what: str, sender: str, most: int) -> bool:
        """Count one more, unless this sender has sent that many in the last hour."""
        return not self.is_full(what, sender, most) and bool(self.note(what, sender))


class Sending(models.Model):
    """That somebody sent something; forgotten after an hour."""

    class What(models.TextChoices):
        ERROR_REPORT = "error_report", _("error report")
        RESET = "reset", _("request for a reset link")
        RESET_LINK = "reset_link", _("reset link to an account")

    what = models.CharField(max_length=20, choices=What.choices)
    sender = models.CharField(max_length=64, help_text=_("A keyed hash: see claims.views.senders."))
    at = models.DateTimeField(default=timezone.now)

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        indexes = [models.Index(fields=["what", "sender", "at"], name="sending_lately")]

    def __str__(self) -> str:
        return self.get_what_display()
