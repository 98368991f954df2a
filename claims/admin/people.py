"""Users and roles. Nobody is deleted, and nobody makes themselves a superuser."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from claims.models import User

from .guarded import KeepingAdmin

SUPERUSERS_ONLY = ("is_superuser", "user_permissions")

admin.site.unregister(Group)


@admin.register(User)
class DeskUserAdmin(KeepingAdmin, UserAdmin):
    """Administrators give roles; superusers alone make and change superusers."""

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups", "is_superuser"]
    date_hierarchy = "date_joined"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_readonly_fields(request, obj)
        return shown if request.user.is_superuser else (*shown, *SUPERUSERS_ONLY)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RoleAdmin(KeepingAdmin, GroupAdmin):
    """The roles that migrations made; superusers may add others."""
