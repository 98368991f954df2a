"""What the database itself refuses of verdicts: own sign-offs, altered content.

See :mod:`claims.guards` for why these are triggers.
"""

from __future__ import annotations

from typing import Any

_FROZEN_COLUMNS = (
    "verdict_id",
    "number",
    "rating_id",
    "headline",
    "summary",
    "reasoning",
    "unknowns",
    "why_checked",
    "no_primary_reason",
    "only_source_reason",
    "other_side_reason",
    "correction_class",
    "correction_note",
    "created_by_id",
    "submitted_by_id",
    "submitted_at",
    "frozen",
    "content_hash",
)


def _frozen(differs: str) -> str:
    """A submitted version that says anything else; ``differs`` is the dialect's null-safe <>."""
    changes = (
        f"CAST(NEW.{name} AS text) {differs} CAST(OLD.{name} AS text)" for name in _FROZEN_COLUMNS
    )
    return f"OLD.content_hash <> '' AND ({' OR '.join(changes)})"


_OWN = (
    "EXISTS (SELECT 1 FROM verification_verdictversion_contributors AS hand "
    "WHERE hand.verdictversion_id = NEW.version_id AND hand.user_id = NEW.by_id)"
)
_OWN_REFUSED = "a contributor cannot sign off"
# Whoever had a hand in a version has had it: an open way out would be one to an own sign-off.
_APPEND_ONLY = (
    "verification_signoff",
    "verification_correction",
    "verification_verdictversion_contributors",
)

_SQLITE = [
    "CREATE TRIGGER IF NOT EXISTS verification_version_frozen "
    "BEFORE UPDATE ON verification_verdictversion "
    f"WHEN {_frozen('IS NOT')} BEGIN SELECT RAISE(ABORT, 'a submitted version is frozen'); END",
    "CREATE TRIGGER IF NOT EXISTS verification_signoff_not_own "
    "BEFORE INSERT ON verification_signoff "
    f"WHEN NOT NEW.own AND {_OWN} BEGIN SELECT RAISE(ABORT, '{_OWN_REFUSED}'); END",
    *(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in _APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ),
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION verification_frozen() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'a submitted version is frozen' "
    "USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE OR REPLACE TRIGGER verification_version_frozen "
    "BEFORE UPDATE ON verification_verdictversion "
    f"FOR EACH ROW WHEN ({_frozen('IS DISTINCT FROM')}) EXECUTE FUNCTION verification_frozen()",
    "CREATE OR REPLACE FUNCTION verification_not_own() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF NOT NEW.own AND {_OWN} THEN RAISE EXCEPTION '{_OWN_REFUSED}' "
    "USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$",
    "CREATE OR REPLACE TRIGGER verification_signoff_not_own BEFORE INSERT ON verification_signoff "
    "FOR EACH ROW EXECUTE FUNCTION verification_not_own()",
    *(
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION claims_append_only()"
        for table in _APPEND_ONLY
    ),
]
_TRIGGERS = {
    "sqlite": [
        ("verification_version_frozen", "verification_verdictversion"),
        ("verification_signoff_not_own", "verification_signoff"),
        *((f"{table}_no_{verb}", table) for table in _APPEND_ONLY for verb in ("update", "delete")),
    ],
    "postgresql": [
        ("verification_version_frozen", "verification_verdictversion"),
        ("verification_signoff_not_own", "verification_signoff"),
        *((f"{table}_append_only", table) for table in _APPEND_ONLY),
    ],
}


def install(connection: Any) -> None:
    """Make the triggers; those that are there already stay."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def remove(connection: Any) -> None:
    """Take the triggers off again."""
    with connection.cursor() as cursor:
        for name, table in _TRIGGERS[connection.vendor]:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
