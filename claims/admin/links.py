"""What claims are to each other, and figures that do not go together: looked at here."""

from __future__ import annotations

from django.contrib import admin

from claims.models import ClaimLink, Finding

from .guarded import ReadOnlyAdmin


@admin.register(ClaimLink)
class ClaimLinkAdmin(ReadOnlyAdmin):
    list_display = ["one", "relation", "other", "state", "decided_by"]
    list_filter = ["relation", "state"]
    list_select_related = ["one", "other", "decided_by"]


@admin.register(Finding)
class ArithmeticAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "article", "is_current", "state", "dismissal", "decided_by"]
    list_filter = ["kind", "state", "is_current", "dismissal"]
    list_select_related = ["article", "decided_by"]
