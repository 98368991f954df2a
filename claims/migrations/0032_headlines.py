# ruff: noqa: S608 - the parts are constants
"""The index of words over headlines, beside that of claims: the same words, of articles' titles.

A later change for which SQLite makes claims_article anew takes the triggers away: the end of
migrate runs the statements of SQLITE again (claims/apps.py).
"""

from importlib import import_module

from django.db import migrations

spelled = import_module("claims.migrations.0014_search_words").spelled
LONGEST = 1000


def title_of(row):
    """SQL for what of a row is searched."""
    return f"substr({row}.title, 1, {LONGEST})"


TAKE = (
    "INSERT INTO claims_article_words(claims_article_words, rowid, words) "
    f"VALUES ('delete', OLD.id, {spelled(title_of('OLD'))});"
)
ADD = f"INSERT INTO claims_article_words(rowid, words) VALUES (NEW.id, {spelled(title_of('NEW'))});"
CLEAR_SQLITE = [
    "DROP TRIGGER IF EXISTS claims_article_words_insert",
    "DROP TRIGGER IF EXISTS claims_article_words_update",
    "DROP TRIGGER IF EXISTS claims_article_words_delete",
    "DROP TABLE IF EXISTS claims_article_words",
]
SQLITE = [
    *CLEAR_SQLITE,
    "CREATE VIRTUAL TABLE claims_article_words USING fts5(words, content='', "
    "tokenize='unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER claims_article_words_insert AFTER INSERT ON claims_article BEGIN {ADD} END",
    "CREATE TRIGGER claims_article_words_update AFTER UPDATE OF title ON claims_article "
    f"BEGIN {TAKE} {ADD} END",
    f"CREATE TRIGGER claims_article_words_delete AFTER DELETE ON claims_article BEGIN {TAKE} END",
    "INSERT INTO claims_article_words(rowid, words) "
    f"SELECT id, {spelled(title_of('claims_article'))} FROM claims_article",
]
POSTGRESQL = [
    "CREATE INDEX claims_article_words ON claims_article "
    f"USING gin (claims_words(substr(title, 1, {LONGEST})))",
]
UNDO_POSTGRESQL = ["DROP INDEX claims_article_words"]


def make(apps, schema_editor):
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def undo(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    run(schema_editor, CLEAR_SQLITE if is_sqlite else UNDO_POSTGRESQL)


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("claims", "0031_checked_elsewhere")]

    operations = [migrations.RunPython(make, undo)]
