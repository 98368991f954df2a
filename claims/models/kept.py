"""What people typed and have not saved yet: it outlives the tab, the session and a crash."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class KeptFormQuerySet(models.QuerySet["KeptForm"]):
    def on(self, user: Any, page: str, subject: int) -> KeptFormQuerySet:
        """What this person left on that page, the latest first."""
        return self.filter(user=user, page=page, subject=subject).order_by("-kept_at", "-pk")

    @transaction.atomic
    def keep(self, token: str, *, user: Any, **typed: Any) -> KeptForm:
        """Keep a form as it stands now.

        Args:
            token: what the page knows of the row that it keeps: ``KeptForm.token``, or "".
                Where another tab has gone on with that row, this tab begins one of its own,
                so that neither text is lost.
            user: whose text it is.
            typed: ``page``, ``subject``, ``verb`` and ``fields`` of the form.
        """
        row = self._standing(token, user=user, **_place(typed))
        if row is None:
            return self.create(user=user, **typed)
        row.fields = typed["fields"]
        row.edition += 1
        row.kept_at = timezone.now()
        row.save(update_fields=["fields", "edition", "kept_at"])
        return row

    def forget(self, token: str, *, user: Any) -> bool:
        """Let go of what was saved or is wanted no more; of nothing that grew meanwhile."""
        row = self._standing(token, user=user)
        return row is not None and bool(row.delete()[0])

    def _standing(self, token: str, **place: Any) -> KeptForm | None:
        """The row of a token, if it is this person's and at that edition still."""
        number, _dash, edition = token.partition("-")
        if not (_is_id(number) and _is_id(edition)):
            return None
        rows = self.select_for_update().filter(pk=int(number), edition=int(edition), **place)
        return rows.first()


def _place(typed: dict[str, Any]) -> dict[str, Any]:
    return {name: typed[name] for name in ("page", "subject", "verb")}


def _is_id(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) <= 18


class KeptForm(models.Model):
    """The fields of one form of one page, as somebody left them; gone once it is saved."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    page = models.CharField(max_length=40, help_text=_("The name of the page's address."))
    subject = models.PositiveBigIntegerField(help_text=_("What the page is about: its id."))
    verb = models.CharField(max_length=40, help_text=_("What the form does."))
    fields = models.JSONField(help_text=_("Names of fields, each with the list of its values."))
    edition = models.PositiveIntegerField(default=1)
    kept_at = models.DateTimeField(default=timezone.now)

    objects = KeptFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept form")
        verbose_name_plural = _("kept forms")
        indexes = [models.Index(fields=["user", "page", "subject"], name="kept_on_page")]

    def __str__(self) -> str:
        return f"{self.page} {self.subject}: {self.verb}"

    @property
    def token(self) -> str:
        """This text at this edition, as a form carries it."""
        return f"{self.pk}-{self.edition}"

    @property
    def data(self) -> QueryDict:
        """The fields as a form reads them."""
        data = QueryDict(mutable=True)
        for name, values in self.fields.items():
            data.setlist(name, values)
        return data
