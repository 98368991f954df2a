"""Users and roles. Nobody is deleted, nobody changes their own rights or another's password."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import RIGHTS, Event, Refused, User

from .guarded import KeepingAdmin

SUPERUSERS_ONLY = ("is_superuser", "user_permissions")

admin.site.unregister(Group)


class NewAccountForm(forms.ModelForm):
    """An account without a password that anybody knows: its owner gets a link to set one."""

    class Meta:
        model = User
        fields = ["username", "email", "first_name", "last_name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True

    def save(self, commit: bool = True) -> Any:
        self.instance.set_password(secrets.token_urlsafe(48))
        return super().save(commit)


class AccountForm(UserChangeForm):
    """What an administrator changes of an account, as far as it is theirs to change."""

    password = None  # type: ignore[assignment]
    request: HttpRequest

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        try:
            self.instance.require_changeable(
                self.request.user, self.changed_data, cleaned.get("groups")
            )
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return cleaned


@admin.register(User)
class DeskUserAdmin(KeepingAdmin, UserAdmin):
    """Administrators give roles; superusers alone make editors and superusers."""

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups", "is_superuser"]
    date_hierarchy = "date_joined"
    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    add_fieldsets = ((None, {"fields": NewAccountForm.Meta.fields}),)
    fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email")}),
        (
            _("Permissions"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        (_("Important dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ["last_login", "date_joined"]
    actions = ["send_reset_link"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"request": request})

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_readonly_fields(request, obj)
        if obj is not None and obj.pk == request.user.pk:
            return (*shown, *sorted(RIGHTS))
        return shown if request.user.is_superuser else (*shown, *SUPERUSERS_ONLY)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """The last step of saving an account: what became of it goes into the log."""
        user: User = form.instance
        rights = user.rights
        super().save_related(request, form, formsets, change)
        if not change:
            user.log(Event.Kind.ACCOUNT_MADE, request.user)
            user.send_reset_link(request.user)
            return
        if "is_superuser" in form.changed_data:  # saved already, before what is related
            rights = [right for right in rights if right != "superuser"]
            rights += ["superuser"] * (not user.is_superuser)
        user.log_change(request.user, rights, form.changed_data)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        """Nobody sets another's password: they could sign in their name."""
        raise PermissionDenied

    def has_send_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.change_user")

    @admin.action(description=_("Send a link to set a password"), permissions=["send"])
    def send_reset_link(self, request: Any, queryset: QuerySet[User]) -> HttpResponse | None:
        for user in queryset:
            try:
                user.send_reset_link(request.user)
            except Refused as refusal:
                self.message_user(request, f"{user}: {refusal}", messages.ERROR)
            else:
                self.message_user(
                    request, _t("A link is on its way to %s.") % user, messages.SUCCESS
                )
        return None

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RoleAdmin(KeepingAdmin, GroupAdmin):
    """The roles that migrations made; superusers may add others."""

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """What a role may changes for all who have it: that goes into the log."""
        role: Group = form.instance
        before = _permissions(role)
        super().save_related(request, form, formsets, change)
        if (after := _permissions(role)) != before:
            payload = {"role": role.name, "before": before, "after": after}
            Event.objects.create(kind=Event.Kind.ROLES_CHANGED, actor=request.user, payload=payload)


def _permissions(role: Group) -> list[str]:
    return list(role.permissions.order_by("codename").values_list("codename", flat=True))
