"""Rating scales: versioned, so that a renamed rating never restates an old verdict."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RatingScale(models.Model):
    """One version of the newsroom's scale. Exactly one is current."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    is_current = models.BooleanField(_("in use"), default=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("rating scale")
        verbose_name_plural = _("rating scales")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="ratingscale_one_current"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class Rating(models.Model):
    """A point on a scale. ``ordinal`` runs from 1, worst, and is empty off the scale."""

    class Icon(models.TextChoices):
        """A mark that tells ratings apart without their colour."""

        TICK = "tick", "✓"
        TICK_SMALL = "tick_small", "◕"
        HALF = "half", "◑"
        CROSS_SMALL = "cross_small", "◔"
        CROSS = "cross", "✗"
        CONTEXT = "context", "◇"
        OPEN = "open", "?"

    scale = models.ForeignKey(RatingScale, models.PROTECT, related_name="ratings")
    key = models.SlugField(_("key"), max_length=40)
    label = models.CharField(_("label"), max_length=60)
    definition = models.TextField(_("definition"))
    ordinal = models.PositiveSmallIntegerField(_("place from worst to best"), null=True, blank=True)
    icon = models.CharField(_("icon"), max_length=20, choices=Icon.choices)
    position = models.PositiveSmallIntegerField(_("order in lists"))

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["scale", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "key"], name="rating_key_once"),
            models.UniqueConstraint(fields=["scale", "ordinal"], name="rating_ordinal_once"),
            models.CheckConstraint(
                condition=Q(ordinal=None) | Q(ordinal__gte=1), name="rating_ordinal_from_one"
            ),
        ]

    def __str__(self) -> str:
        return self.label
