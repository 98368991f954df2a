"""Who reads which article just now, so that two do not triage it without knowing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .transactions import atomic_with_retry

if TYPE_CHECKING:
    from .users import User

LASTS = timedelta(minutes=10)


class ReadingQuerySet(models.QuerySet["Reading"]):
    def now(self) -> Self:
        """Those that last still; no row lasts longer than a new one would, whatever the clock."""
        now = timezone.now()
        return self.filter(until__gt=now, until__lte=now + LASTS)

    @atomic_with_retry
    def begin(self, article: Article, user: User) -> None:
        """This person reads the article, for ten minutes from now."""
        self.update_or_create(
            article=article, user=user, defaults={"until": timezone.now() + LASTS}
        )

    def end(self, article: Article, user: Any) -> None:
        """This person has left the article, or nothing in it is left to triage."""
        self.filter(article=article, user=user).delete()

    def prune(self) -> None:
        """Let go of those that are over; they are harmless, and pile up."""
        self.filter(until__lte=timezone.now()).delete()


class Reading(models.Model):
    """One person at one article. It tells others, and keeps nobody from anything."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="readings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    until = models.DateTimeField(_("until"), db_index=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="reading_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.article}"
