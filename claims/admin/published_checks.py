"""Published checks of others: looked at here."""

from __future__ import annotations

from django.contrib import admin

from claims.models import CheckMatch, PublishedCheck

from .guarded import ReadOnlyAdmin


@admin.register(PublishedCheck)
class PublishedCheckAdmin(ReadOnlyAdmin):
    list_display = ["claim", "label", "publisher", "checked_on"]
    search_fields = ["claim", "publisher", "url"]


@admin.register(CheckMatch)
class CheckMatchAdmin(ReadOnlyAdmin):
    list_display = ["published", "relation", "claim", "state", "decided_by"]
    list_filter = ["relation", "state"]
    list_select_related = ["published", "claim", "decided_by"]
