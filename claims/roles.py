"""The desk's roles: Django groups and what each may do in this app.

Migrations call :func:`grant` with the state of the roles as of that migration;
readers are anonymous and have no group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

FACT_CHECKER = "fact-checker"
EDITOR = "editor"
ADMINISTRATOR = "administrator"
AUDITOR = "auditor"
# What an editor may and nobody else: to decide what others wrote.
EDITORIAL = ("sign_off_verdictversion", "publish_verdictversion", "assign_claim")


def is_editorial(group: Any) -> bool:
    """Does the group decide as editors do? Then a superuser alone puts people into it."""
    decides = group.permissions.filter(codename__in=EDITORIAL)
    return group.name == EDITOR or bool(decides.exists())


def grant(apps: Any, app_label: str, roles: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Give the groups permissions, each a (model, codename), making what isn't there yet.

    Permissions are normally made after all migrations have run; made here, they
    keep their codename, and Django fills in nothing but what is missing.
    """
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    type_model = apps.get_model("contenttypes", "ContentType")
    for role, permissions in roles.items():
        group, _made = group_model.objects.get_or_create(name=role)
        for model, codename in permissions:
            content_type, _made = type_model.objects.get_or_create(app_label=app_label, model=model)
            permission, _made = permission_model.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": codename}
            )
            group.permissions.add(permission)
