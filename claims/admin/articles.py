"""Articles with what was found in them. Their text is frozen: they are only looked at."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Mention

from .guarded import ReadOnlyAdmin, ReadOnlyInline


class MentionInline(ReadOnlyInline):
    model = Mention
    fields = ["text", "claim", "check_worthiness", "rejected_at"]
    readonly_fields = ["text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).select_related("claim")


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "outlet", "published_on", "version", "is_latest", "open_claims"]
    list_filter = ["is_latest", "kind", "language", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["title", "url", "=sha256"]
    search_help_text = _("Headline, URL or sha256")
    date_hierarchy = "published_on"
    inlines = [MentionInline]
