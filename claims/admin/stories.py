"""Stories, decided on their own pages and only looked at here."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Story

from .guarded import ReadOnlyAdmin


@admin.register(Story)
class StoryAdmin(ReadOnlyAdmin):
    list_display = [
        "__str__",
        "state",
        "owner",
        "due_on",
        "articles_count",
        "open_claims",
        "last_on",
    ]
    list_filter = ["state", "owner"]
    list_select_related = ["owner"]
    search_fields = ["title"]
    date_hierarchy = "last_on"
