"""What speaks for and against a claim: evidence, calculations, whom we asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.figures import plain
from claims.models import FigureField, Quantity, Refused

from .rounding import rounded
from .sources import Snapshot, Source


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def current(self) -> Self:
        """What the next version will contain: not taken out."""
        return self.filter(removed_at=None).select_related("source", "snapshot")


class Evidence(models.Model):
    """A passage or figure from a source, with its stance on the claim.

    Edited in place while a version is a draft; what was submitted is frozen in
    the version, so that editing restates nothing.
    """

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        REFUTES = "refutes", _("refutes")
        CONTEXT = "context", _("context")

    verdict = models.ForeignKey("Verdict", models.PROTECT, related_name="evidence")
    source = models.ForeignKey(Source, models.PROTECT, related_name="evidence")
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices)
    quote = models.TextField(_("quote"), blank=True)
    locator = models.CharField(
        _("where in it"),
        max_length=200,
        blank=True,
        help_text=_("Page, table row and column, sheet and cell, timestamp or region."),
    )
    figure = models.CharField(
        _("figure"), max_length=100, blank=True, help_text=_("As the source has it: “EUR 1.1 bn”.")
    )
    figure_low = FigureField(null=True, blank=True, editable=False)
    figure_high = FigureField(null=True, blank=True, editable=False)
    compared_with = models.ForeignKey(
        Quantity, models.PROTECT, null=True, blank=True, verbose_name=_("the claim's figure")
    )
    withheld_reason = models.TextField(
        _("withheld because"), blank=True, help_text=_("Readers see this in place of the quote.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(figure_low=None)
                | Q(figure_high=None)
                | Q(figure_low__lte=models.F("figure_high")),
                name="evidence_low_before_high",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.source}"

    def require_own_snapshot(self) -> Self:
        """Refuse a stored file that is another source's: the page would cite what it isn't."""
        if self.snapshot is not None and self.snapshot.source_id != self.source_id:
            raise Refused(
                _t("“%(file)s” was stored of another source, “%(source)s”.")
                % {"file": self.snapshot, "source": self.snapshot.source}
            )
        return self


class Calculation(models.Model):
    """A simple sum with its inputs: difference, change in percent, share, sum, rate."""

    class Kind(models.TextChoices):
        DIFFERENCE = "difference", _("difference")
        CHANGE = "change", _("change in percent")
        SHARE = "share", _("share in percent")
        SUM = "sum", _("sum")
        PER_HEAD = "per_head", _("per head")
        CONVERSION = "conversion", _("conversion at a rate")

    verdict = models.ForeignKey("Verdict", models.PROTECT, related_name="calculations")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    inputs = models.JSONField(
        _("inputs"), help_text=_("A list of [label, decimal as a string], in order.")
    )
    result = models.CharField(_("result"), max_length=60)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("calculation")
        verbose_name_plural = _("calculations")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.shown}"

    @property
    def shown(self) -> str:
        """The result, rounded to what its inputs bear out."""
        texts = [text for _label, text in self.inputs]
        return plain(rounded(self.kind, texts, Decimal(self.result))) or ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "inputs": self.inputs,
            "result": self.shown,
            "unit": self.unit,
            "note": self.note,
        }


class ContactAttempt(models.Model):
    """Whom we asked, how, and what came back. Logging it bars nobody from signing."""

    class Outcome(models.TextChoices):
        ASKED = "asked", _("asked, no answer yet")
        REPLIED = "replied", _("replied")
        DECLINED = "declined", _("declined to comment")
        UNREACHABLE = "unreachable", _("could not be reached")

    verdict = models.ForeignKey("Verdict", models.PROTECT, related_name="contacts")
    whom = models.CharField(_("whom"), max_length=200)
    how = models.CharField(_("how"), max_length=100, help_text=_("E-mail, telephone, in person."))
    on = models.DateField(_("when"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    reply = models.TextField(_("what they said"), blank=True)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    class Meta:
        verbose_name = _("contact attempt")
        verbose_name_plural = _("contact attempts")
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.whom}: {self.get_outcome_display()}"
