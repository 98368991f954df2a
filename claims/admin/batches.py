"""Batches: imported here by the form that the desk uses, then looked at."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from claims.models import Batch, BatchFile, BatchRow
from claims.views import BatchForm

from .guarded import KeepingAdmin, ReadOnlyAdmin, first_rows


@admin.register(Batch)
class BatchAdmin(KeepingAdmin):
    form = BatchForm
    list_display = ["name", "state", "rows_read", "articles_done", "created_by", "created_at"]
    list_filter = ["state", "for_queue"]
    list_select_related = ["created_by"]
    search_fields = ["name", "files__name"]
    date_hierarchy = "created_at"
    readonly_fields = ["progress", "problems", "rows", "uploads"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A batch that has begun is what it is; it is stopped and resumed on its page."""
        return False

    def get_fields(self, request: HttpRequest, obj: Batch | None = None) -> list[Any]:
        if obj is None:
            return BatchForm.Meta.fields
        model_fields = [field.name for field in Batch._meta.fields]
        return ["progress", *model_fields, "problems", "rows", "uploads"]

    def save_model(self, request: HttpRequest, obj: Batch, form: Any, change: bool) -> None:
        form.start(request.user)

    @admin.display(description=_("progress"))
    def progress(self, batch: Batch) -> SafeString:
        return format_html(
            '<a href="{}">{}</a>', batch.get_absolute_url(), _("Watch it on its page")
        )

    @admin.display(description=_("problems"))
    def problems(self, batch: Batch) -> SafeString:
        failed = batch.rows.filter(outcome=BatchRow.Outcome.FAILED)
        return first_rows(failed, batch, by="batch")

    @admin.display(description=_("rows"))
    def rows(self, batch: Batch) -> SafeString:
        return first_rows(batch.rows.all(), batch, by="batch")

    @admin.display(description=_("uploaded files"))
    def uploads(self, batch: Batch) -> SafeString:
        return first_rows(batch.files.all(), batch, by="batch")


@admin.register(BatchRow)
class BatchRowAdmin(ReadOnlyAdmin):
    list_display = ["batch", "file", "row", "outcome", "problem", "article"]
    list_filter = ["outcome"]
    list_select_related = ["batch", "article"]
    search_fields = ["file", "problem"]


@admin.register(BatchFile)
class BatchFileAdmin(ReadOnlyAdmin):
    list_display = ["name", "batch", "size", "sha256"]
    list_select_related = ["batch"]
    search_fields = ["name", "=sha256"]
