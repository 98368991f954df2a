"""The app, and what it does once migrations have run."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

# Indexes beside the models: the migration that makes each, and one of the triggers that keep it.
INDEXES = {
    "0014_search_words": "claims_claim_words_insert",
    "0027_figure_spans": "claims_quantity_spans_insert",
    "0032_headlines": "claims_article_words_insert",
}


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = _("Claims")

    def ready(self) -> None:
        from claims import checks  # noqa: F401 - registers them

        post_migrate.connect(_keep_guards, sender=self)
        post_migrate.connect(_keep_indexes, sender=self)


def _keep_guards(using: str, **_news: Any) -> None:
    """SQLite makes a table anew to alter it, and its triggers go with the old one."""
    from claims import guards

    connection = connections[using]
    tables = connection.introspection.table_names()
    if "claims_eventmember" in tables:
        guards.install(connection)
    if "claims_sending" in tables:  # it came with the triggers that close the ways round
        guards.fortify(connection)


def _keep_indexes(using: str, **_news: Any) -> None:
    """Make those anew whose triggers went with an old table, as SQLite alters one."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    done = MigrationRecorder(connection).applied_migrations()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        standing = {name for (name,) in cursor.fetchall()}
        for name, trigger in INDEXES.items():
            if ("claims", name) in done and trigger not in standing:
                for statement in import_module(f"claims.migrations.{name}").SQLITE:
                    cursor.execute(statement)
