"""What the worker does again and again: when each is next due."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Chore

from .guarded import ReadOnlyAdmin


@admin.register(Chore)
class ChoreAdmin(ReadOnlyAdmin):
    list_display = ["job", "due_at"]
