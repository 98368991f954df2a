"""Outlets and the domains by which their articles are known."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims.models import Outlet, OutletDomain

from .guarded import KeepingAdmin


class DomainInline(admin.TabularInline):
    model = OutletDomain
    extra = 1

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Outlet)
class OutletAdmin(KeepingAdmin):
    list_display = ["name", "time_zone", "merged_into"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["name", "domains__domain"]
    autocomplete_fields = ["merged_into"]
    inlines = [DomainInline]

    def save_model(self, request: Any, obj: Outlet, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            obj.log_renaming(request.user, form.initial["name"])
