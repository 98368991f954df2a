"""The app, and what it does once migrations have run."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class VerificationConfig(AppConfig):
    name = "verification"
    verbose_name = _("Verification")

    def ready(self) -> None:
        from claims.models import listen_to
        from claims.queue import show_in_tables
        from verification.desk.standing import checks_of
        from verification.models import concerned, why_not_move

        listen_to(why_not_move)
        show_in_tables(checks_of)
        concerned.listen()
        post_migrate.connect(_keep_guards, sender=self)


def _keep_guards(using: str, **_news: Any) -> None:
    """SQLite makes a table anew to alter it, and its triggers go with the old one."""
    from verification import guards

    connection = connections[using]
    tables = connection.introspection.table_names()
    if "verification_correction" in tables:
        guards.install(connection)
    if "claims_sending" in tables:  # it came with the triggers that close the ways round
        guards.fortify(connection)
