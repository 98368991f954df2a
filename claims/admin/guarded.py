"""What all of these admins share: nothing is deleted, most of it only read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _t

from .stale import MadeOnForm, last_hand

MOST_LISTED = 100


class KeepingAdmin(admin.ModelAdmin):
    """No record is ever deleted, by nobody, superusers included."""

    # Counting a whole table for "of 1,043,822 in all" is slow and helps nobody.
    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """A row's form is refused where its page is older than what stands in it."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is None:
            return form
        return type(form.__name__, (MadeOnForm, form), {"last_hand": staticmethod(self.last_hand)})

    def last_hand(self, row: Any) -> Any:
        """Who changed the row last, for whoever is told that it has changed."""
        return last_hand(row)


class ReadOnlyAdmin(KeepingAdmin):
    """Written by the machine or by the desk's own verbs: here to be looked at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyInline(admin.TabularInline):
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def first_rows(rows: QuerySet[Any], parent: Model, by: str) -> SafeString:
    """The first of a parent's many rows, a line each, and a link to the list of all.

    An inline would render them all, and a batch may have a hundred thousand.
    """
    meta = rows.model._meta
    changelist = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    lines = format_html_join(SafeString("<br>"), "{}", ((row,) for row in rows[:MOST_LISTED]))
    link = format_html(
        '<a href="{}?{}__id__exact={}">{}</a>', changelist, by, parent.pk, _t("The whole list")
    )
    return format_html("{}<br>{}", lines, link) if lines else SafeString("")
