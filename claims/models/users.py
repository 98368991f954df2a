"""People at the desk: what each may change of another's account, and that it is logged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser, Group
from django.db import models, transaction
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims import jobs, roles

from .events import Event
from .guarding import Refused, require

# What somebody may do, and whether at all.
RIGHTS = frozenset({"groups", "user_permissions", "is_superuser", "is_staff", "is_active"})
FOR_SUPERUSERS = frozenset({"user_permissions", "is_superuser"})
# Who receives an account's links receives the account.
IDENTITY = frozenset({"username", "email"})


class User(AbstractUser):
    """Someone with an account: all of them work at the desk, readers need none.

    Users are deactivated, never deleted: what they did stays theirs.
    """

    is_staff = models.BooleanField(
        _("may enter the admin"),
        default=True,
        help_text=_("Every role of the desk may; what it sees there is what its role allows."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    @property
    def rights(self) -> list[str]:
        """The names of all that this account was given: roles, permissions, superuser."""
        given = [group.name for group in self.groups.order_by("name")]
        given += self.user_permissions.order_by("codename").values_list("codename", flat=True)
        return given + ["superuser"] * self.is_superuser

    def require_changeable(
        self, by: User, changed: Collection[str], groups: Iterable[Group] | None = None
    ) -> None:
        """Refuse changes of this account that are not this person's to make.

        Raises:
            Refused: their own rights, a superuser's, or the role of an editor, which a
                superuser alone gives and takes.
        """
        require(by, "claims.change_user", _t("Only administrators change accounts."))
        if by.pk == self.pk and RIGHTS & set(changed):
            raise Refused(_t("Nobody changes their own roles; ask a colleague."))
        if by.is_superuser:
            return
        if self.is_superuser or FOR_SUPERUSERS & set(changed):
            raise Refused(_t("Only superusers change superusers."))
        now = set(self.groups.all())
        moved = now ^ set(now if groups is None else groups)
        if any(roles.is_editorial(group) for group in moved):
            raise Refused(_t("The role of an editor is a superuser's to give and to take."))
        if not self._is_editorial(now):
            return
        if IDENTITY & set(changed):
            raise Refused(_t("Only superusers change the name or e-mail of an editor's account."))
        if "is_active" in changed and not self.is_active:
            raise Refused(_t("Only superusers reactivate an editor's account."))

    def _is_editorial(self, groups: Iterable[Group]) -> bool:
        """Does it decide as editors do, by a role or by a permission of its own?"""
        own = self.user_permissions.filter(codename__in=roles.EDITORIAL)
        return any(roles.is_editorial(group) for group in groups) or own.exists()

    def log_change(self, by: User, rights: list[str], changed: Collection[str]) -> None:
        """Write down what was changed of this account; ``rights`` are those before."""
        if rights != self.rights:
            self.log(Event.Kind.ROLES_CHANGED, by, before=rights, after=self.rights)
        if "is_active" in changed:
            self.log(Event.Kind.REACTIVATED if self.is_active else Event.Kind.DEACTIVATED, by)
        if others := sorted(set(changed) - (RIGHTS - {"is_staff"})):
            self.log(Event.Kind.ACCOUNT_CHANGED, by, fields=others)

    @transaction.atomic
    def send_reset_link(self, by: User | None) -> Event:
        """Mail a link by which this person sets a password; by nobody: they asked themselves.

        Raises:
            Refused: not an administrator, a superuser's account, or no way to reach it.
        """
        if by is not None:
            self.require_changeable(by, ())
        if not self.is_active or not self.email:
            raise Refused(_t("%s has no e-mail address, or is not active.") % self)
        jobs.enqueue(jobs.SEND_RESET_LINK, self.pk)
        return self.log(Event.Kind.RESET_SENT, by)

    def log(self, kind: Event.Kind, by: User | None, **payload: Any) -> Event:
        """Note what happened to this account."""
        about = {"user": self.pk, "name": self.username}
        return Event.objects.create(kind=kind, actor=by, payload=about | payload)
