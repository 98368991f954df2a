"""Where evidence comes from, and the bytes that were seen there."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import Refused, require, stored_path

if TYPE_CHECKING:
    from claims.models import User

# What people say of a source; the page shows it with each piece of evidence.
SOURCE_FIELDS = (
    "kind",
    "title",
    "publisher",
    "url",
    "is_primary",
    "interests",
    "series",
    "edition",
    "geography",
)


class Source(models.Model):
    """A publication, dataset, reply or observation that evidence comes from.

    Its kind decides which of the fields matter: series, edition and geography
    are a dataset's.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("document")
        DATASET = "dataset", _("dataset")
        WEB_PAGE = "web_page", _("web page")
        REPLY = "reply", _("reply to us")
        OBSERVATION = "observation", _("own observation")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("URL"), max_length=2000, blank=True)
    is_primary = models.BooleanField(
        _("primary source"), default=False, help_text=_("Where the facts were first recorded.")
    )
    interests = models.TextField(
        _("disclosed interests"), blank=True, help_text=_("What it stands to gain or lose.")
    )
    series = models.CharField(_("series"), max_length=200, blank=True)
    edition = models.CharField(_("edition"), max_length=100, blank=True)
    geography = models.CharField(_("geography"), max_length=200, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sources")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    edited_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Who else wrote its words: they have a hand in what cites it."),
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="source_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher else self.title

    @transaction.atomic
    def edit(self, by: User, **fields: Any) -> Self:
        """Describe it in other words; the person has a hand in every verdict that will cite it.

        Raises:
            Refused: without the permission, or when evidence cites it already.
        """
        require(by, "claims.check_claim", _t("Only fact-checkers and editors describe sources."))
        if unknown := set(fields) - set(SOURCE_FIELDS):
            raise ValueError(f"not what is said of a source: {sorted(unknown)}")
        # Held, so that nothing comes to cite it meanwhile.
        Source.objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.refresh_from_db()
        if self.evidence.exists():
            raise Refused(_t("Evidence cites this source; describe another in its place."))
        changed = [name for name, value in fields.items() if getattr(self, name) != value]
        if not changed:
            return self
        for name in changed:
            setattr(self, name, fields[name])
        self.save(update_fields=changed)
        self.edited_by.add(by)
        return self


class Snapshot(models.Model):
    """The stored bytes of a source, under their sha256."""

    class How(models.TextChoices):
        FETCHED = "fetched", _("fetched by the server")
        UPLOADED = "uploaded", _("uploaded")
        CAPTURED = "captured", _("captured in the checker's browser")
        PASTED = "pasted", _("pasted screenshot")

    class TextEnded(models.TextChoices):
        """Why the text was not read to its end."""

        PAGES = "pages", _("it has too many pages")
        CHARACTERS = "characters", _("it is too long")
        SECONDS = "seconds", _("it takes too much time")
        MEMORY = "memory", _("it takes too much memory")
        DAMAGE = "damage", _("the file is damaged")

    source = models.ForeignKey(Source, models.PROTECT, related_name="snapshots")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    content_type = models.CharField(_("type, by its content"), max_length=100)
    name = models.CharField(_("file name"), max_length=255)
    how = models.CharField(_("how it came"), max_length=10, choices=How.choices)
    text = models.TextField(_("extracted text"), blank=True)
    text_ended = models.CharField(
        _("why the text ends early"), max_length=10, choices=TextEnded.choices, blank=True
    )
    pages = models.PositiveIntegerField(_("pages of a PDF"), default=0)
    pages_read = models.PositiveIntegerField(_("pages read for text"), default=0)
    archived_url = models.URLField(_("archived at"), max_length=2000, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="snapshots")
    added_at = models.DateTimeField(_("stored"), auto_now_add=True)

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "sha256"], name="snapshot_once_a_source"),
            models.CheckConstraint(
                condition=Q(pages_read__lte=models.F("pages")), name="snapshot_pages_read_exist"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def text_note(self) -> str:
        """How far the text was read, in words; "" where that is the whole of it."""
        if not self.text_ended:
            return ""
        if 0 < self.pages_read < self.pages:
            note = _t("only the first %(read)s of its %(pages)s pages were read: %(why)s")
        elif self.text:
            note = _t("only a part of its text was read: %(why)s")
        else:
            note = _t("its text could not be read: %(why)s")
        return note % {
            "read": f"{self.pages_read:,}",
            "pages": f"{self.pages:,}",
            "why": self.get_text_ended_display(),
        }

    @property
    def path(self) -> Path:
        return stored_path(self.sha256)

    def is_whole(self) -> bool:
        """The stored bytes are there and still have their hash."""
        try:
            with self.path.open("rb") as stored:
                return hashlib.file_digest(stored, "sha256").hexdigest() == self.sha256
        except OSError:
            return False
