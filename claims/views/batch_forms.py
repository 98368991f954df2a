"""The form with which articles are uploaded, at /batches/ and in the admin."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import jobs
from claims.ingest import ENDINGS, LARGEST_FILE, read_published
from claims.models import Batch, BatchFile, Outlet, User, store

from .page_form import PageForm


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or more files, each of a type that is read and of a size that is allowed."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if not data:
            raise ValidationError(self.error_messages["required"], code="required")
        problems = []
        for upload in data:
            try:
                refuse_unreadable(super().clean(upload, initial))
            except ValidationError as error:
                problems.extend(error.error_list)
        if problems:
            raise ValidationError(problems)
        return list(data)


def refuse_unreadable(upload: UploadedFile) -> None:
    """Refuse at once what the worker could only refuse later."""
    suffix = PurePosixPath(upload.name or "").suffix.lower()
    if suffix and suffix not in ENDINGS:
        raise ValidationError(
            _t("“%(name)s” is of a type that is not read. These are: %(types)s."),
            params={"name": upload.name, "types": ", ".join(ENDINGS)},
        )
    if (upload.size or 0) > LARGEST_FILE:
        raise ValidationError(
            _t("“%(name)s” has %(size)s MB; %(limit)s are allowed. Split it and try again."),
            params={
                "name": upload.name,
                "size": f"{(upload.size or 0) // 1_000_000:,}",
                "limit": LARGEST_FILE // 1_000_000,
            },
        )


class BatchForm(PageForm, forms.ModelForm):
    files = SeveralFilesField(  # type: ignore[assignment]
        label=_("Files"),
        allow_empty_file=True,
        help_text=_(
            "Text, HTML, JSON Lines, JSON or CSV, or a zip or tar of such files; 512 MB each."
        ),
    )
    outlet_name = forms.CharField(
        label=_("Outlet"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets"}),
        help_text=_("For articles that name none."),
    )

    class Meta:
        model = Batch
        fields = ["name", "files", "outlet_name", "published", "for_queue"]
        help_texts = {
            "name": _("What this import is called here: “Tuesday’s papers”."),
            "published": _("For articles that give no date, such as 2025-09-05."),
        }
        error_messages = {
            "name": {
                "unique": _(
                    "There is already a batch of that name. Give this one another, "
                    "and choose the files again: browsers forget them."
                ),
            },
        }

    def clean_published(self) -> str:
        published: str = self.cleaned_data["published"]
        if published:
            try:
                read_published(published)
            except ValueError as error:
                raise ValidationError(str(error)) from error
        return published

    def start(self, by: User) -> Batch:
        """Store the files and the batch, and have a worker import it."""
        batch: Batch = self.instance
        # Files first: they may be large, and SQLite lets no one else write meanwhile.
        files = [
            BatchFile(batch=batch, name=name, sha256=store(upload.chunks()), size=upload.size or 0)
            for name, upload in with_own_names(self.cleaned_data["files"])
        ]
        outlet = self.cleaned_data["outlet_name"]
        with transaction.atomic():
            batch.outlet = Outlet.objects.named(outlet) if outlet else None
            batch.created_by = by
            batch.save()
            BatchFile.objects.bulk_create(files)
            jobs.enqueue(jobs.RUN_BATCH, batch.pk)
        return batch


def with_own_names(uploads: Iterable[UploadedFile]) -> Iterable[tuple[str, UploadedFile]]:
    """Each file with a name of its own: a second "flood.txt" becomes "flood (2).txt"."""
    taken: set[str] = set()
    for upload in uploads:
        path, count = PurePosixPath(upload.name or ""), 1
        name = path.name
        while name in taken:
            count += 1
            name = f"{path.stem[:200]} ({count}){path.suffix}"
        taken.add(name)
        yield name, upload
