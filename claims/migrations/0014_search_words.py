# ruff: noqa: S608 - the parts are constants
"""The word index reads texts alike on both databases: every run of letters and digits is a word.

PostgreSQL's own parser takes "F-16" for F and -16, "3-1" for 3 and -1, "and/or" for a path
in a file system. Its words are now made by a function, as FTS5 makes them: runs of letters
and digits in small letters, without accents. Letters that no accent explains ("ø", "ß") are
spelled as a keyboard without them would, fractions are no words. On SQLite the index holds
those words and not the text, so it is filled here and by its triggers, and never by 'rebuild'.

A later change for which SQLite makes the table anew takes the triggers away: it has to run
the statements of SQLITE again, as 0007 did those of 0004.
"""

from importlib import import_module

from django.db import migrations

LETTERS = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th",
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n", "ı": "i",
    "ς": "σ", "²": "2", "³": "3", "¼": " ", "½": " ", "¾": " ",
}  # fmt: skip
# What one tsvector is sure to hold; a statement is never so long.
LONGEST = 50_000


def spelled(text: str) -> str:
    """SQL for the text with those letters replaced, a few at a time: SQLite nests no deeper."""
    letters = list(LETTERS.items())
    for place in range(0, len(letters), 8):
        called = "text"
        for letter, plain in letters[place : place + 8]:
            called = f"replace({called}, '{letter}', '{plain}')"
        text = f"(SELECT {called} FROM (SELECT {text} AS text) AS written)"
    return text


def text_of(row: str) -> str:
    """SQL for what of a row is searched."""
    return f"substr({row}.speaker_label || ' ' || {row}.wording, 1, {LONGEST})"


# --- SQLite -------------------------------------------------------------------

TAKE = (
    "INSERT INTO claims_claim_words(claims_claim_words, rowid, words) "
    f"VALUES ('delete', OLD.id, {spelled(text_of('OLD'))});"
)
ADD = (
    "INSERT INTO claims_claim_words(rowid, words) "
    f"VALUES (NEW.id, {spelled(text_of('NEW'))});"
)  # fmt: skip
CLEAR_SQLITE = [
    "DROP TRIGGER IF EXISTS claims_claim_words_insert",
    "DROP TRIGGER IF EXISTS claims_claim_words_update",
    "DROP TRIGGER IF EXISTS claims_claim_words_delete",
    "DROP TABLE IF EXISTS claims_claim_words",
]
SQLITE = [
    *CLEAR_SQLITE,
    "CREATE VIRTUAL TABLE claims_claim_words USING fts5(words, content='', "
    "tokenize='unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER claims_claim_words_insert AFTER INSERT ON claims_claim BEGIN {ADD} END",
    "CREATE TRIGGER claims_claim_words_update AFTER UPDATE OF wording, speaker_label "
    f"ON claims_claim BEGIN {TAKE} {ADD} END",
    f"CREATE TRIGGER claims_claim_words_delete AFTER DELETE ON claims_claim BEGIN {TAKE} END",
    "INSERT INTO claims_claim_words(rowid, words) "
    f"SELECT id, {spelled(text_of('claims_claim'))} FROM claims_claim",
]

# --- PostgreSQL ---------------------------------------------------------------

# Accents go where FTS5 takes them off too: from Latin letters. "й" stays itself.
PLAIN = (
    f"normalize(regexp_replace(normalize(lower({spelled('$1')}), NFD), "
    "'([a-z])[\\u0300-\\u036f]+', '\\1', 'g'), NFC)"
)
# A lexeme has at most 2,046 bytes.
WORDS = (
    "(SELECT '''' || left(word, 500) || '''' AS word, place "
    f"FROM regexp_split_to_table({PLAIN}, '[^[:alnum:]]+') "
    "WITH ORDINALITY AS split(word, place) WHERE word <> '') AS words"
)
# Functions name nothing outside the system's schema: a dump is restored without a search path.
POSTGRESQL = [
    "DROP INDEX claims_claim_words",
    "CREATE FUNCTION claims_words(text) RETURNS tsvector "
    "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ "
    f"SELECT coalesce(string_agg(word || ':' || place, ' '), '')::tsvector FROM {WORDS} $$",
    "CREATE FUNCTION claims_phrase(text, begun boolean) RETURNS tsquery "
    "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ "
    "SELECT coalesce(string_agg(word, ' <-> ' ORDER BY place) "
    f"|| CASE WHEN $2 THEN ':*' ELSE '' END, '')::tsquery FROM {WORDS} $$",
    # Django does not know the column; who changes the type of either text makes it anew.
    "ALTER TABLE claims_claim ADD COLUMN words tsvector GENERATED ALWAYS AS "
    f"(claims_words(substr(speaker_label || ' ' || wording, 1, {LONGEST}))) STORED",
    "CREATE INDEX claims_claim_words ON claims_claim USING gin (words)",
]
UNDO_POSTGRESQL = [
    "DROP INDEX claims_claim_words",
    "ALTER TABLE claims_claim DROP COLUMN words",
    "DROP FUNCTION claims_phrase(text, boolean)",
    "DROP FUNCTION claims_words(text)",
]


def make(apps, schema_editor):
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def undo(apps, schema_editor):
    """The index as 0004 made it."""
    before = import_module("claims.migrations.0004_search")
    if schema_editor.connection.vendor == "sqlite":
        rebuild = "INSERT INTO claims_claim_words(claims_claim_words) VALUES ('rebuild')"
        run(schema_editor, [*CLEAR_SQLITE, *before.SQLITE, rebuild])
    else:
        run(schema_editor, [*UNDO_POSTGRESQL, *before.POSTGRESQL])


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("claims", "0013_bounds_as_stated")]

    operations = [migrations.RunPython(make, undo)]
