"""What the database itself refuses: rewriting history, changing an article's text, chains.

Triggers, because a check constraint cannot see the row before the change. The
migration installs them; tests that flush the SQLite database take them off
around the flush.
"""

from __future__ import annotations

from typing import Any

APPEND_ONLY = ("claims_event", "claims_eventmember", "claims_speakerchange")
FROZEN = "(OLD.text <> NEW.text AND NEW.redacted_at IS NULL) OR OLD.sha256 <> NEW.sha256"
# Nobody is merged into one that is merged itself, nor while others are merged into them.
CHAINED = (
    "EXISTS (SELECT 1 FROM claims_speaker AS other WHERE "
    "(other.id = NEW.merged_into_id AND other.merged_into_id IS NOT NULL) "
    "OR other.merged_into_id = NEW.id)"
)
_CHAIN_REFUSED = "speakers are not merged in chains"

_SQLITE = [
    "CREATE TRIGGER IF NOT EXISTS claims_speaker_no_chain BEFORE UPDATE OF merged_into_id "
    f"ON claims_speaker WHEN NEW.merged_into_id IS NOT NULL AND {CHAINED} "
    f"BEGIN SELECT RAISE(ABORT, '{_CHAIN_REFUSED}'); END",
    "CREATE TRIGGER IF NOT EXISTS claims_article_frozen BEFORE UPDATE OF text, sha256 "
    f"ON claims_article WHEN {FROZEN} "
    "BEGIN SELECT RAISE(ABORT, 'the text of an article is frozen'); END",
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION claims_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME "
    "USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE OR REPLACE FUNCTION claims_no_chain() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF {CHAINED} THEN RAISE EXCEPTION '{_CHAIN_REFUSED}' "
    "USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$",
    "CREATE OR REPLACE TRIGGER claims_speaker_no_chain BEFORE UPDATE OF merged_into_id "
    "ON claims_speaker FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) "
    "EXECUTE FUNCTION claims_no_chain()",
    "CREATE OR REPLACE FUNCTION claims_frozen() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the text of an article is frozen' "
    "USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE OR REPLACE TRIGGER claims_article_frozen BEFORE UPDATE OF text, sha256 "
    f"ON claims_article FOR EACH ROW WHEN ({FROZEN}) EXECUTE FUNCTION claims_frozen()",
]


def _append_only(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION claims_append_only()"
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def install(connection: Any) -> None:
    """Make the triggers; those that are there already stay.

    Those of tables that a later migration makes come after it.
    """
    _run(connection, _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)
    tables = set(connection.introspection.table_names())
    for table in APPEND_ONLY:
        if table in tables:
            _run(connection, _append_only(connection.vendor, table))


def remove(connection: Any) -> None:
    """Take the triggers off again."""
    tables = [
        (f"{table}_no_{verb}", table) for table in APPEND_ONLY for verb in ("update", "delete")
    ]
    if connection.vendor == "sqlite":
        triggers = [name for name, _table in tables]
        triggers += ["claims_article_frozen", "claims_speaker_no_chain"]
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in triggers])
        return
    names = [(f"{table}_append_only", table) for table in APPEND_ONLY]
    names.append(("claims_article_frozen", "claims_article"))
    names.append(("claims_speaker_no_chain", "claims_speaker"))
    _run(connection, [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in names])


def _run(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
