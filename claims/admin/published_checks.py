"""Published checks of others: looked at here."""

from __future__ import annotations

from django.contrib import admin

from claims.models import PublishedCheck

from .guarded import ReadOnlyAdmin


@admin.register(PublishedCheck)
class PublishedCheckAdmin(ReadOnlyAdmin):
    list_display = ["claim", "label", "publisher", "checked_on"]
    search_fields = ["claim", "publisher", "url"]
