"""Articles: the immutable text that claims come from."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .transactions import atomic_with_retry, lock

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class ArticleQuerySet(models.QuerySet["Article"]):
    def latest_versions(self) -> Self:
        return self.filter(is_latest=True)

    def open(self) -> Self:
        """Articles with claims that nobody has triaged yet."""
        return self.latest_versions().filter(open_claims__gt=0)

    @atomic_with_retry
    def refresh_counts(self) -> int:
        """Count each article's untriaged claims and find the best one's priority again.

        The articles are held first: who counts before others have saved counts wrong.
        """
        from .mentions import Mention

        lock(Article.objects.filter(pk__in=self.order_by().values("pk")))

        new = (
            Mention.objects.live()
            .filter(article=OuterRef("pk"), claim__state="new")
            .order_by()
            .values("article")
        )
        return self.update(
            open_claims=Coalesce(
                Subquery(new.annotate(n=Count("claim", distinct=True)).values("n")), 0
            ),
            top_priority=Coalesce(
                Subquery(new.annotate(top=Max("claim__priority")).values("top")), 0
            ),
        )


class Article(models.Model):
    """One text as it was published. The same URL with other text is a new version.

    ``published_on`` is the date as written, ``published_at`` the instant in UTC
    where the article gives a time. ``resolved_on`` is the date that relative
    dates were resolved against: ``published_on``, or for a copy of a text that
    another outlet ran first, that one's.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        SPEECH = "speech", _("speech")
        POST = "post", _("post")
        MESSAGE = "message", _("message")
        TIP = "tip", _("tip")

    identity = models.CharField(
        max_length=64,
        help_text=_("sha256 of the normalised URL, else of outlet and text."),
    )
    root = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="versions")
    version = models.PositiveIntegerField(_("version"), default=1)
    previous_version = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="next_version"
    )
    is_latest = models.BooleanField(_("newest version"), default=True)
    copy_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name=_("copy of"),
    )

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ARTICLE)
    outlet = models.ForeignKey(
        "Outlet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("outlet"),
    )
    batch = models.ForeignKey(
        "Batch", models.PROTECT, related_name="articles", verbose_name=_("batch")
    )
    url = models.URLField(_("URL"), max_length=2000, blank=True)
    title = models.TextField(_("headline"), blank=True)
    byline = models.TextField(_("byline"), blank=True)
    language = models.CharField(_("language"), max_length=20, default="en", blank=True)
    published_raw = models.TextField(_("published, as written"), blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_at = models.DateTimeField(_("published at (UTC)"), null=True, blank=True)
    sorted_on = models.DateField(
        default=date.min,
        editable=False,
        help_text=_("published_on, or the first of all days: databases sort null differently."),
    )
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64, db_index=True)
    redacted_at = models.DateTimeField(_("redacted"), null=True, blank=True)
    created_at = models.DateTimeField(_("imported"), auto_now_add=True)

    extracted_by = models.ForeignKey(
        "ExtractionRun", models.PROTECT, null=True, blank=True, related_name="articles"
    )
    resolved_on = models.DateField(_("relative dates resolved against"), null=True, blank=True)

    open_claims = models.PositiveIntegerField(_("claims to triage"), default=0)
    top_priority = models.IntegerField(_("priority of the best of them"), default=0)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["identity", "version"], name="article_version_once"),
            models.UniqueConstraint(
                fields=["identity"], condition=Q(is_latest=True), name="article_one_latest"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="article_version_from_one"),
            models.CheckConstraint(
                condition=Q(version=1, previous_version=None, root=None)
                | Q(version__gt=1, previous_version__isnull=False, root__isnull=False),
                name="article_lineage",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-top_priority", "-id"],
                condition=Q(is_latest=True, open_claims__gt=0),
                name="article_open_by_priority",
            ),
            models.Index(
                fields=["-sorted_on", "-id"],
                condition=Q(is_latest=True, open_claims__gt=0),
                name="article_open_by_date",
            ),
            models.Index(
                fields=["batch"], condition=Q(extracted_by=None), name="article_to_extract"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:60] or str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def dir(self) -> str:
        """The text's direction for HTML: "rtl" or "ltr"."""
        return "rtl" if self.language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

    @property
    def is_english(self) -> bool:
        """Claims are looked for in English only; an unknown language is tried."""
        return self.language.split("-")[0].lower() in {"", "en"}
