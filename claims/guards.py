"""What the database itself refuses: rewriting history, changing an article's text, chains.

Triggers, because a check constraint cannot see the row before the change. The
migration installs them; tests that flush the database take them off around the flush.

``install`` makes those of the first landing, ``fortify`` those that close the ways round
them: rows that INSERT OR REPLACE pushes out without deleting them, tables that are
truncated, columns beside the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


# What nobody changes once an article is stored; the texts among it go when it is redacted.
ARTICLE_TEXTS = ("text", "title", "byline")
ARTICLE_COLUMNS = (
    "id",
    "sha256",
    "identity",
    "root_id",
    "version",
    "previous_version_id",
    "kind",
    "outlet_id",
    "batch_id",
    "url",
    "language",
    "published_raw",
    "published_on",
    "published_at",
    "sorted_on",
    "created_at",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A table whose rows stay: not deleted, not pushed out by another row, not truncated.

    ``rows`` is the condition on ``{row}`` by which some rows are kept, by default all.
    ``clashes`` are conditions on ``{row}`` and NEW, besides the same id, under which a new
    row would push one out: the table's unique keys, made of the columns ``keys``.
    """

    table: str
    rows: str = "1 = 1"
    clashes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def statements(self, vendor: str) -> list[str]:
        refusal = f"{self.table}: rows stay as they are"
        if vendor == "postgresql":
            return [
                f"CREATE OR REPLACE TRIGGER {self.table}_no_delete BEFORE DELETE ON {self.table} "
                f"FOR EACH ROW WHEN ({self.rows.format(row='OLD')}) "
                "EXECUTE FUNCTION claims_append_only()",
                f"CREATE OR REPLACE TRIGGER {self.table}_no_truncate "
                f"BEFORE TRUNCATE ON {self.table} EXECUTE FUNCTION claims_append_only()",
            ]
        kept = (
            f"SELECT 1 FROM {self.table} AS kept "  # noqa: S608 - all of it is written here
            f"WHERE {self.rows.format(row='kept')}"
        )
        clash = " OR ".join(one.format(row="kept") for one in ("{row}.id = NEW.id", *self.clashes))
        return [
            f"CREATE TRIGGER IF NOT EXISTS {self.table}_no_delete BEFORE DELETE ON {self.table} "
            f"WHEN {self.rows.format(row='OLD')} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
            f"CREATE TRIGGER IF NOT EXISTS {self.table}_no_replace BEFORE INSERT ON {self.table} "
            f"WHEN EXISTS ({kept} AND ({clash})) BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
            f"CREATE TRIGGER IF NOT EXISTS {self.table}_no_push "
            f"BEFORE UPDATE OF {', '.join(('id', *self.keys))} ON {self.table} WHEN "
            f"EXISTS ({kept} AND kept.id <> OLD.id AND ({clash})) "
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
        ]

    def triggers(self, vendor: str) -> list[tuple[str, str]]:
        ways = ("delete", "truncate") if vendor == "postgresql" else ("delete", "replace", "push")
        return [(f"{self.table}_no_{way}", self.table) for way in ways]


@dataclass(frozen=True, slots=True)
class Frozen:
    """Changes of a row that are refused: the condition on OLD and NEW, in SQL of both.

    ``columns`` are those that it looks at, where it does not look at all.
    """

    table: str
    name: str
    changes: str
    columns: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        of = f" OF {', '.join(self.columns)}" if self.columns else ""
        return f"BEFORE UPDATE{of} ON {self.table}"

    def statements(self, vendor: str) -> list[str]:
        refusal = f"{self.table}: this is frozen"
        if vendor == "sqlite":
            return [
                f"CREATE TRIGGER IF NOT EXISTS {self.name} {self.when} "
                f"WHEN {self.changes} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            ]
        # A trigger's own condition cannot look into other tables; its function can.
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {self.changes} THEN RAISE EXCEPTION '{refusal}' "
            "USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$",
            f"CREATE OR REPLACE TRIGGER {self.name} {self.when} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]

    def triggers(self, vendor: str) -> list[tuple[str, str]]:
        return [(self.name, self.table)]


def changed(columns: Iterable[str]) -> str:
    """The condition that one of the columns holds something else, or nothing, by now."""
    differ = (
        f"COALESCE(CAST(NEW.{name} AS text), '\x01') <> COALESCE(CAST(OLD.{name} AS text), '\x01')"
        for name in columns
    )
    return f"({' OR '.join(differ)})"


# As of speakers: see CHAINED.
_CLAIM_CHAINED = (
    "NEW.merged_into_id IS NOT NULL AND EXISTS (SELECT 1 FROM claims_claim AS other WHERE "
    "(other.id = NEW.merged_into_id AND other.merged_into_id IS NOT NULL) "
    "OR other.merged_into_id = NEW.id)"
)
REDACTED_NOW = f"(NEW.redacted_at IS NOT NULL AND {changed(['redacted_at'])})"
FORTIFIED: Sequence[Kept | Frozen] = (
    Kept("claims_event", clashes=("{row}.undoes_id = NEW.undoes_id",)),
    Kept(
        "claims_eventmember",
        clashes=("({row}.event_id = NEW.event_id AND {row}.claim_id = NEW.claim_id)",),
    ),
    Kept(
        "claims_speakerchange",
        clashes=("({row}.event_id = NEW.event_id AND {row}.speaker_id = NEW.speaker_id)",),
    ),
    Kept(
        "claims_article",
        clashes=(
            "({row}.identity = NEW.identity AND {row}.version = NEW.version)",
            "({row}.identity = NEW.identity AND {row}.is_latest AND NEW.is_latest)",
            "{row}.previous_version_id = NEW.previous_version_id",
        ),
        keys=("identity", "version", "is_latest", "previous_version_id"),
    ),
    Frozen("claims_claim", "claims_claim_no_chain", _CLAIM_CHAINED, columns=("merged_into_id",)),
    Frozen(
        "claims_article",
        "claims_article_metadata",
        f"{changed(ARTICLE_COLUMNS)} OR ({changed(ARTICLE_TEXTS)} AND NOT {REDACTED_NOW}) "
        "OR (OLD.redacted_at IS NOT NULL AND NEW.redacted_at IS NULL)",
        columns=(*ARTICLE_COLUMNS, *ARTICLE_TEXTS, "redacted_at"),
    ),
)


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
    """Make the first triggers; those that are there already stay.

    Those of tables that a later migration makes come after it.
    """
    _run(connection, _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)
    tables = set(connection.introspection.table_names())
    for table in APPEND_ONLY:
        if table in tables:
            _run(connection, _append_only(connection.vendor, table))


def fortify(connection: Any) -> None:
    """Make the triggers that close the ways round the first ones."""
    make(connection, FORTIFIED)


def make(connection: Any, refusals: Iterable[Kept | Frozen]) -> None:
    """Make these triggers; those that are there already stay."""
    for refusal in refusals:
        _run(connection, refusal.statements(connection.vendor))


def unmake(connection: Any, refusals: Iterable[Kept | Frozen]) -> None:
    """Take these triggers off."""
    for refusal in refusals:
        for name, table in refusal.triggers(connection.vendor):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            _run(connection, [f"DROP TRIGGER IF EXISTS {name}{on}"])


def weaken(connection: Any) -> None:
    """Take off what ``fortify`` made, and leave the first triggers."""
    unmake(connection, FORTIFIED)
    install(connection)  # some of the first bear the same names


def remove(connection: Any) -> None:
    """Take all triggers off again."""
    unmake(connection, FORTIFIED)
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
