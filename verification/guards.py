"""What the database itself refuses of verdicts: own sign-offs, altered content, wrong files.

See :mod:`claims.guards` for why these are triggers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claims.guards import Frozen, Kept, changed, make, unmake

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
_ANOTHERS = (
    "NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verification_snapshot AS stored "
    "WHERE stored.id = NEW.snapshot_id AND stored.source_id = NEW.source_id)"
)
_ANOTHERS_REFUSED = "the file was stored of another source"
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


_LIVE = "state IN ('published', 'unpublished')"
# A publication is the time for which a version stood there: all that happens to it is its end.
_PUBLICATION = (
    "id",
    "verdict_id",
    "version_id",
    "slug",
    "kind",
    "external_url",
    "notice",
    "reason",
    "by_id",
    "since",
)
_SNAPSHOT = (
    "id",
    "source_id",
    "sha256",
    "size",
    "content_type",
    "name",
    "how",
    "added_by_id",
    "added_at",
)
# What was submitted with a piece of evidence stays; it is changed for the next draft only.
_NO_DRAFT = (
    "NOT EXISTS (SELECT 1 FROM verification_verdictversion AS draft "
    "WHERE draft.verdict_id = OLD.verdict_id AND draft.state = 'draft')"
)
FORTIFIED: Sequence[Kept | Frozen] = (
    Kept(
        "verification_verdictversion",
        rows="{row}.content_hash <> ''",
        clashes=(
            "({row}.verdict_id = NEW.verdict_id AND {row}.number = NEW.number)",
            f"({{row}}.verdict_id = NEW.verdict_id AND {{row}}.{_LIVE} AND NEW.{_LIVE})",
        ),
        keys=("verdict_id", "number", "state"),
    ),
    Frozen(
        "verification_verdictversion",
        "verification_version_stays",
        f"{changed(['id', 'verdict_id', 'number', 'created_by_id', 'created_at'])} "
        f"OR (OLD.signed_by_id IS NOT NULL AND {changed(['signed_by_id'])})",
    ),
    Kept("verification_signoff"),
    Kept("verification_verdictversion_contributors"),
    Kept("verification_correction", clashes=("{row}.publication_id = NEW.publication_id",)),
    Kept(
        "verification_publication",
        clashes=(
            "({row}.verdict_id = NEW.verdict_id AND {row}.until IS NULL AND NEW.until IS NULL)",
            "({row}.slug = NEW.slug AND {row}.until IS NULL AND NEW.until IS NULL)",
        ),
        keys=("verdict_id", "slug", "until"),
    ),
    Frozen(
        "verification_publication",
        "verification_publication_frozen",
        f"{changed(_PUBLICATION)} OR (OLD.until IS NOT NULL AND {changed(['until'])})",
    ),
    Kept(
        "verification_snapshot",
        clashes=("({row}.source_id = NEW.source_id AND {row}.sha256 = NEW.sha256)",),
        keys=("source_id", "sha256"),
    ),
    Frozen(
        "verification_snapshot",
        "verification_snapshot_frozen",
        f"{changed(_SNAPSHOT)} OR (OLD.text <> '' AND {changed(['text'])}) "
        f"OR (OLD.archived_url <> '' AND {changed(['archived_url'])})",
    ),
    Kept("verification_evidence"),
    Frozen(
        "verification_evidence",
        "verification_evidence_frozen",
        f"{changed(['id', 'verdict_id', 'added_by_id', 'added_at'])} OR {_NO_DRAFT}",
    ),
)


# Evidence cites a file of its own source.
_OWN_FILE = {
    "sqlite": [
        f"CREATE TRIGGER IF NOT EXISTS verification_evidence_own_file_{verb.lower()} "
        f"BEFORE {verb} ON verification_evidence WHEN {_ANOTHERS} "
        f"BEGIN SELECT RAISE(ABORT, '{_ANOTHERS_REFUSED}'); END"
        for verb in ("INSERT", "UPDATE")
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION verification_own_file() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {_ANOTHERS} THEN RAISE EXCEPTION '{_ANOTHERS_REFUSED}' "
        "USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$",
        *(
            f"CREATE OR REPLACE TRIGGER verification_evidence_own_file_{verb.lower()} "
            f"BEFORE {verb} ON verification_evidence "
            "FOR EACH ROW EXECUTE FUNCTION verification_own_file()"
            for verb in ("INSERT", "UPDATE")
        ),
    ],
}
_OWN_FILE_TRIGGERS = [
    (f"verification_evidence_own_file_{verb}", "verification_evidence")
    for verb in ("insert", "update")
]


def fortify(connection: Any) -> None:
    """Make the triggers that close the ways round the first ones; see claims.guards."""
    make(connection, FORTIFIED)
    _run(connection, _OWN_FILE[connection.vendor])


def weaken(connection: Any) -> None:
    """Take off what ``fortify`` made, and leave the first triggers."""
    unmake(connection, FORTIFIED)
    _drop(connection, _OWN_FILE_TRIGGERS)
    install(connection)


def install(connection: Any) -> None:
    """Make the first triggers; those that are there already stay."""
    _run(connection, _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def remove(connection: Any) -> None:
    """Take all triggers off again."""
    unmake(connection, FORTIFIED)
    _drop(connection, [*_OWN_FILE_TRIGGERS, *_TRIGGERS[connection.vendor]])


def _drop(connection: Any, triggers: Iterable[tuple[str, str]]) -> None:
    for name, table in triggers:
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}{on}"])


def _run(connection: Any, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
