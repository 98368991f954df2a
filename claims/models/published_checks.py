"""Checks that others have published, kept as they were read."""

from __future__ import annotations

import hashlib

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


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
