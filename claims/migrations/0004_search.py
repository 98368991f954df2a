"""The full-text index over claims: FTS5 on SQLite, a GIN index on PostgreSQL."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE claims_claim_words USING fts5(wording, speaker_label, "
    "content='claims_claim', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER claims_claim_words_insert AFTER INSERT ON claims_claim BEGIN "
    "INSERT INTO claims_claim_words(rowid, wording, speaker_label) "
    "VALUES (NEW.id, NEW.wording, NEW.speaker_label); END",
    "CREATE TRIGGER claims_claim_words_update AFTER UPDATE OF wording, speaker_label "
    "ON claims_claim BEGIN "
    "INSERT INTO claims_claim_words(claims_claim_words, rowid, wording, speaker_label) "
    "VALUES ('delete', OLD.id, OLD.wording, OLD.speaker_label); "
    "INSERT INTO claims_claim_words(rowid, wording, speaker_label) "
    "VALUES (NEW.id, NEW.wording, NEW.speaker_label); END",
    "CREATE TRIGGER claims_claim_words_delete AFTER DELETE ON claims_claim BEGIN "
    "INSERT INTO claims_claim_words(claims_claim_words, rowid, wording, speaker_label) "
    "VALUES ('delete', OLD.id, OLD.wording, OLD.speaker_label); END",
]
POSTGRESQL = [
    "CREATE INDEX claims_claim_words ON claims_claim "
    "USING gin (to_tsvector('simple', wording || ' ' || speaker_label))",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER claims_claim_words_insert",
        "DROP TRIGGER claims_claim_words_update",
        "DROP TRIGGER claims_claim_words_delete",
        "DROP TABLE claims_claim_words",
    ],
    "postgresql": ["DROP INDEX claims_claim_words"],
}


def make(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_guards")]

    operations = [migrations.RunPython(make, drop)]
