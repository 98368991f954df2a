"""Imports: what came in, row by row, and what became of it."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import jobs

from .events import Event
from .guarding import Refused, require
from .transactions import atomic_with_retry, locked

if TYPE_CHECKING:
    from .users import User

# A running batch without a sign of life for this long was cut off; a worker takes it up again.
STALLED_AFTER = timedelta(minutes=2)
_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
IMPORTERS_ONLY = _("Only administrators import batches.")


class BatchQuerySet(models.QuerySet["Batch"]):
    def stalled(self) -> Self:
        """Those that :attr:`Batch.is_stalled` is true of."""
        now = timezone.now()
        lively = (now - STALLED_AFTER, now + STALLED_AFTER)
        given_back = Q(state=Batch.State.RUNNING, moved_at=None)
        never_begun = Q(state=Batch.State.WAITING, moved_at=None) & ~Q(created_at__range=lively)
        silent = Q(moved_at__isnull=False) & ~Q(moved_at__range=lively)
        return self.filter(
            given_back | never_begun | silent,
            state__in=[Batch.State.RUNNING, Batch.State.WAITING],
        )

    @atomic_with_retry
    def take_up_stalled(self) -> list[Batch]:
        """Have a worker go on with what was cut off, or stop it where somebody asked for that.

        Of several who do this at once, one takes each batch. What a command imported
        has no files here: running the command again goes on with it.
        """
        files = BatchFile.objects.filter(batch=OuterRef("pk"))
        batches = list(locked(self.stalled().filter(Exists(files))))
        for batch in batches:
            if batch.stop_requested:
                batch.end(Batch.State.STOPPED)
            else:
                batch._wait_for_worker()
        return batches


class Batch(models.Model):
    """One import. Its name is its identity: the same name again resumes or repeats it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a worker")
        RUNNING = "running", _("running")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("done")
        FAILED = "failed", _("nothing could be read")

    name = models.CharField(_("name"), max_length=200, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    outlet = models.ForeignKey(
        "Outlet",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("outlet"),
        help_text=_("For articles that name none."),
    )
    published = models.CharField(
        _("published"),
        max_length=64,
        blank=True,
        help_text=_("For articles that give no date."),
    )
    for_queue = models.BooleanField(
        _("for the queue"),
        default=True,
        help_text=_("Off for archives: searchable and matchable, never in the worklist."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="batches",
        verbose_name=_("imported by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    moved_at = models.DateTimeField(
        _("last sign of life"),
        null=True,
        blank=True,
        help_text=_("Of whoever imports it; a running batch without one was given back."),
    )
    stop_requested = models.BooleanField(_("stop requested"), default=False)
    rows_read = models.PositiveIntegerField(_("rows read"), default=0)
    articles_found = models.PositiveIntegerField(_("articles to read for claims"), default=0)
    articles_done = models.PositiveIntegerField(_("articles read for claims"), default=0)
    notes = models.JSONField(_("notes"), default=list, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(articles_done__lte=models.F("articles_found")),
                name="batch_done_within_found",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("batch", args=[self.pk])

    @property
    def is_stalled(self) -> bool:
        """Cut off half-way: running by its state, yet nobody has been at it for long.

        A sign of life from the future is none: the clock has been put back since.
        """
        if self.state not in {self.State.RUNNING, self.State.WAITING}:
            return False
        if self.state == self.State.RUNNING and self.moved_at is None:
            return True
        return abs(timezone.now() - (self.moved_at or self.created_at)) > STALLED_AFTER

    @property
    def is_under_way(self) -> bool:
        return self.state in {self.State.WAITING, self.State.RUNNING} and not self.is_stalled

    @property
    def can_resume(self) -> bool:
        return self.state == self.State.STOPPED or self.is_stalled

    @atomic_with_retry
    def stop(self, by: User) -> Self:
        """Ask the worker to stop after the article it is at; what is imported stays.

        Raises:
            Refused: without the permission, or when it is not under way.
        """
        require(by, "claims.add_batch", IMPORTERS_ONLY)
        self._lock()
        if not self.is_under_way:
            raise Refused(_t("“%s” is not under way, so there is nothing to stop.") % self)
        if self.state == self.State.WAITING:
            self.state = self.State.STOPPED
        self.stop_requested = True
        self.save(update_fields=["state", "stop_requested"])
        Event.objects.create(kind=Event.Kind.STOPPED, actor=by, batch=self)
        return self

    @atomic_with_retry
    def resume(self, by: User) -> Self:
        """Have a worker go on where the last one was cut off.

        Raises:
            Refused: without the permission, or when it is neither stopped nor stalled.
        """
        require(by, "claims.add_batch", IMPORTERS_ONLY)
        self._lock()
        if not self.can_resume:
            raise Refused(_t("“%s” has not been stopped, so there is nothing to resume.") % self)
        self._wait_for_worker()
        Event.objects.create(kind=Event.Kind.RESUMED, actor=by, batch=self)
        return self

    @atomic_with_retry
    def begin(self) -> bool:
        """Make it one's own to import; False where it does not wait for that any more."""
        self._lock()
        if self.state != self.State.WAITING:
            return False
        self.state, self.moved_at = self.State.RUNNING, timezone.now()
        self.save(update_fields=["state", "moved_at"])
        return True

    @atomic_with_retry
    def end(self, state: str) -> Self:
        """Its import is over: done, failed or stopped."""
        self.state, self.moved_at = state, timezone.now()
        self.save(update_fields=["state", "moved_at", "rows_read", "notes"])
        return self

    @atomic_with_retry
    def give_back(self, why: str) -> Self:
        """Let it count as stalled from now on, with the reason for those who look at it."""
        self.moved_at = None
        note = {"file": "", "note": why}
        if note not in self.notes:
            self.notes.append(note)
        self.save(update_fields=["moved_at", "rows_read", "notes"])
        return self

    def _wait_for_worker(self) -> None:
        self.state, self.stop_requested = self.State.WAITING, False
        self.moved_at = timezone.now()
        self.save(update_fields=["state", "stop_requested", "moved_at"])
        jobs.enqueue(jobs.RUN_BATCH, self.pk)

    def _lock(self) -> None:
        self.refresh_from_db(from_queryset=locked(Batch.objects.all()))


class BatchFile(models.Model):
    """An uploaded file; its bytes lie under their sha256, never under a public URL."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="files")
    name = models.CharField(_("name"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["batch", "name"], name="batchfile_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        return stored_path(self.sha256)


def stored_path(sha256: str) -> Path:
    """Where the bytes with that hash lie."""
    return Path(settings.MEDIA_ROOT) / "sha256" / sha256[:2] / sha256


def store(chunks: Iterable[bytes]) -> str:
    """Keep the bytes under their sha256 and return it; the same bytes are kept once.

    Nothing is left behind where that fails.

    Raises:
        Refused: the disk is full.
    """
    root = Path(settings.MEDIA_ROOT) / "sha256"
    digest, partial = hashlib.sha256(), None
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=root, suffix=".part", delete=False) as file:
            partial = Path(file.name)
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())  # a row is going to say that they are there
        path = stored_path(digest.hexdigest())
        path.parent.mkdir(exist_ok=True)
        partial.replace(path)
    except BaseException as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in _DISK_FULL:
            raise Refused(
                _t("The disk is full, so the file was not stored. Tell an administrator.")
            ) from error
        raise
    return digest.hexdigest()


class BatchRow(models.Model):
    """One row of the input and what became of it."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UNCHANGED = "unchanged", _("unchanged")
        NEW_VERSION = "new_version", _("new version")
        SKIPPED = "skipped", _("skipped")
        FAILED = "failed", _("failed")

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="rows")
    file = models.CharField(_("file"), max_length=500)
    row = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    article = models.ForeignKey("Article", models.PROTECT, null=True, blank=True)
    problem = models.TextField(_("problem"), blank=True)

    class Meta:
        verbose_name = _("batch row")
        verbose_name_plural = _("batch rows")
        ordering = ["file", "row"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "file", "row"], name="batchrow_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["failed", "skipped"], article=None)
                | Q(outcome__in=["created", "unchanged", "new_version"], article__isnull=False),
                name="batchrow_article_or_problem",
            ),
        ]
        indexes = [models.Index(fields=["batch", "outcome"], name="batchrow_outcome")]

    def __str__(self) -> str:
        return f"{self.file}:{self.row} {self.outcome}"
