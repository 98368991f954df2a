"""Who says a claim."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Speaker(models.Model):
    """A person, organisation, document or group that says things in the news.

    One row a full name; two people are never merged by their surname alone, and
    two of the same full name are told apart by the qualifier.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")
        DOCUMENT = "document", _("document")
        GROUP = "group", _("group")
        UNKNOWN = "unknown", _("unknown")

    name = models.CharField(_("name"), max_length=300)
    qualifier = models.CharField(
        _("qualifier"),
        max_length=100,
        blank=True,
        help_text=_("Tells two of the same name apart: “mayor of Vell”."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.UNKNOWN)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "qualifier"], name="speaker_once"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="speaker_not_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.qualifier})" if self.qualifier else self.name

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.pk])


class SpeakerAlias(models.Model):
    """Another name by which the speaker appears: "Macron", "the French president"."""

    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="aliases")
    name = models.CharField(_("name"), max_length=300)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["speaker", "name"], name="speakeralias_once")
        ]

    def __str__(self) -> str:
        return self.name
