"""The telling terms of articles: the narrow table by which those near each other are found."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ArticleTerm(models.Model):
    """A name or less common word of an article, with its strength there: see claims.matching."""

    article = models.ForeignKey("Article", models.PROTECT, related_name="terms")
    term = models.CharField(_("term"), max_length=40)
    on = models.DateField(_("published on"))
    strength = models.PositiveSmallIntegerField(_("strength"))

    class Meta:
        verbose_name = _("telling term")
        verbose_name_plural = _("telling terms")
        constraints = [models.UniqueConstraint(fields=["article", "term"], name="articleterm_once")]
        indexes = [
            models.Index(fields=["term", "on", "article"], name="articleterm_of_days"),
            models.Index(fields=["on", "article"], name="articleterm_on"),
        ]

    def __str__(self) -> str:
        return self.term
