"""Articles: the immutable text that claims come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .transactions import atomic_with_retry, lock

AT_ONCE = 500
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class ArticleQuerySet(models.QuerySet["Article"]):
    def latest_versions(self) -> Self:
        return self.filter(is_latest=True)

    def open(self) -> Self:
        """Articles with claims that nobody has triaged yet."""
        return self.latest_versions().filter(open_claims__gt=0)

    def cards(self) -> Self:
        """The open ones, each text once: reprints stand on the card of their first."""
        return self.open().filter(reprint_of=None)

    def with_reprints(self) -> ArticleQuerySet:
        """The newest versions of these and of all that reprint the same text."""
        firsts = self.annotate(first=Coalesce("reprint_of", "pk")).order_by().values("first")
        return Article.objects.latest_versions().filter(
            Q(pk__in=firsts) | Q(reprint_of__in=firsts) | Q(pk__in=self.order_by().values("pk"))
        )

    @atomic_with_retry
    def refresh_counts(self) -> None:
        """Count each article's untriaged claims and find the best one's priority again.

        What others reprint counts the claims of all, since its card stands for them. The
        articles are held first: who counts before others have saved counts wrong.
        """
        ids: set[int] = set()
        for pk, first in self.order_by().values_list("pk", "reprint_of"):
            ids |= {pk, first or pk}
        lock(Article.objects.filter(pk__in=ids))
        ordered = sorted(ids)
        for start in range(0, len(ordered), AT_ONCE):
            _recount(ordered[start : start + AT_ONCE])


def _recount(ids: Sequence[int]) -> None:
    """Write down the counts of these articles that are not so any more.

    Each step is answered by an index of its own. Counted in one statement, by article or by
    what it reprints, PostgreSQL walks through all mentions for each.
    """
    from .mentions import Mention

    firsts = dict(Article.objects.filter(reprint_of__in=ids).values_list("pk", "reprint_of"))
    new = Mention.objects.live().filter(article__in=[*ids, *firsts], claim__state="new")
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for article, claim, priority in new.order_by().values_list(
        "article", "claim", "claim__priority"
    ):
        for card in {article, firsts.get(article) or article}:
            found[card][claim] = priority
    changed = []
    for row in Article.objects.filter(pk__in=ids).only("open_claims", "top_priority"):
        claims = found[row.pk]
        counted = (len(claims), max(claims.values(), default=0))
        if counted != (row.open_claims, row.top_priority):
            row.open_claims, row.top_priority = counted
            changed.append(row)
    Article.objects.bulk_update(changed, ["open_claims", "top_priority"])


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
    reprint_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reprints",
        verbose_name=_("reprint of"),
        help_text=_("The first with this text, or nearly this text: its card stands for both."),
    )
    story = models.ForeignKey(
        "Story",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("story"),
    )
    story_settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("story settled by"),
        help_text=_("Who merged or split: the machine leaves it where a person has put it."),
    )
    near = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="followers",
        help_text=_("The earlier article whose story it goes on with: see claims.matching."),
    )
    nearness = models.PositiveSmallIntegerField(
        null=True, editable=False, help_text=_("How near that is, of 1,000.")
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

    linked_at = models.DateTimeField(
        _("compared"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When its claims were last compared with others, and its figures."),
    )

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
            models.Index(fields=["batch"], condition=Q(story=None), name="article_to_group"),
            models.Index(
                fields=["id"],
                condition=Q(linked_at=None, extracted_by__isnull=False),
                name="article_to_link",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:60] or str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def newest_version(self) -> Article:
        """What stands at its address now; itself, mostly."""
        return (
            self if self.is_latest else Article.objects.get(identity=self.identity, is_latest=True)
        )

    @property
    def dir(self) -> str:
        """The text's direction for HTML: "rtl" or "ltr"."""
        return "rtl" if self.language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

    @property
    def is_english(self) -> bool:
        """Claims are looked for in English only; an unknown language is tried."""
        return self.language.split("-")[0].lower() in {"", "en"}
