"""What the database itself refuses: rewriting history, changing an article's text.

Triggers, because a check constraint cannot see the row before the change. The
migration installs them; tests that flush the SQLite database take them off
around the flush.
"""

from __future__ import annotations

from typing import Any

APPEND_ONLY = ("claims_event", "claims_eventmember")
FROZEN = "(OLD.text <> NEW.text AND NEW.redacted_at IS NULL) OR OLD.sha256 <> NEW.sha256"

_SQLITE = [
    *(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ),
    "CREATE TRIGGER IF NOT EXISTS claims_article_frozen BEFORE UPDATE OF text, sha256 "
    f"ON claims_article WHEN {FROZEN} "
    "BEGIN SELECT RAISE(ABORT, 'the text of an article is frozen'); END",
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION claims_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME "
    "USING ERRCODE = 'restrict_violation'; END $$",
    *(
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION claims_append_only()"
        for table in APPEND_ONLY
    ),
    "CREATE OR REPLACE FUNCTION claims_frozen() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the text of an article is frozen' "
    "USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE OR REPLACE TRIGGER claims_article_frozen BEFORE UPDATE OF text, sha256 "
    f"ON claims_article FOR EACH ROW WHEN ({FROZEN}) EXECUTE FUNCTION claims_frozen()",
]


def install(connection: Any) -> None:
    """Make the triggers; those that are there already stay."""
    _run(connection, _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def remove(connection: Any) -> None:
    """Take the triggers off again."""
    tables = [
        (f"{table}_no_{verb}", table) for table in APPEND_ONLY for verb in ("update", "delete")
    ]
    if connection.vendor == "sqlite":
        triggers = [name for name, _table in tables] + ["claims_article_frozen"]
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in triggers])
        return
    names = [(f"{table}_append_only", table) for table in APPEND_ONLY]
    names.append(("claims_article_frozen", "claims_article"))
    _run(connection, [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in names])


def _run(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
