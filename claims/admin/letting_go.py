"""What the worker does again and again, what the desk looks out for, mutes and counts."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Chore, ClaimCount, MutedSentence, Watch

from .guarded import ReadOnlyAdmin


@admin.register(Chore)
class ChoreAdmin(ReadOnlyAdmin):
    list_display = ["job", "due_at"]


@admin.register(Watch)
class WatchAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "kind", "note", "made_by", "made_at", "ended_at"]
    list_filter = ["kind", ("ended_at", admin.EmptyFieldListFilter)]
    list_select_related = ["speaker", "outlet", "made_by"]
    search_fields = ["words", "speaker__name", "outlet__name", "note"]


@admin.register(MutedSentence)
class MutedSentenceAdmin(ReadOnlyAdmin):
    list_display = ["claim", "outlet", "state", "articles", "days", "went_aside", "decided_by"]
    list_filter = ["state"]
    list_select_related = ["claim", "outlet", "decided_by"]
    search_fields = ["claim__wording", "outlet__name"]


@admin.register(ClaimCount)
class ClaimCountAdmin(ReadOnlyAdmin):
    list_display = ["facet", "outlet", "state", "number", "counted_at"]
    list_filter = ["facet", "state"]
    list_select_related = ["outlet"]
