# ruff: noqa: S608 - the parts are constants
"""The index over figures: R*Tree on SQLite, GiST on PostgreSQL, beside the models.

A figure lies in a box: the interval that it can mean, the measure it is in and its id, so
that "the newest figures of euros over a billion" is one stretch of the index however many
figures there are. What is open at one end lies at its stated end: it is found by no other.

The measure is a number made of its name's length and three of its letters; names that share
one are told apart afterwards, as are numbers that a 32-bit float of R*Tree cannot.

A later change for which SQLite makes claims_quantity anew takes the triggers away: the end of
migrate runs the statements of SQLITE again (claims/apps.py).
"""

from django.db import migrations

UNBOUNDED = "10000000000000000000000000"


def key(row, code):
    """SQL for the number of the row's measure; ``code`` is the function for a letter's code."""
    name = (
        f"CASE WHEN {row}kind IN ('rank', 'multiple', 'ratio') THEN {row}kind "
        f"ELSE {row}currency || {row}unit END"
    )
    letters = " + ".join(
        f"coalesce({code}(substr(name, {place}, 1)), 0) % 64 * {size}"
        for place, size in ((1, 1), (3, 64), (5, 4096))
    )
    return f"(SELECT {letters} + length(name) * 262144 FROM (SELECT {name} AS name) AS named)"


def end(row, own, other, sign):
    """SQL for one end of the interval, or the other where this one is open."""
    is_open = f"{row}{own} >= {UNBOUNDED}" if sign == "+" else f"{row}{own} <= -{UNBOUNDED}"
    return f"CASE WHEN {is_open} THEN {row}{other} ELSE {row}{own} END"


LEAST, MOST = ("least", "most", "-"), ("most", "least", "+")


# --- SQLite -------------------------------------------------------------------


def box(row):
    measure = key(row, "unicode")
    least, most = end(row, *LEAST), end(row, *MOST)
    return f"{row}id, {least}, {most}, {row}id, {row}id, {measure}, {measure}"


ADD = f"INSERT INTO claims_quantity_spans SELECT {box('NEW.')};"
TAKE = "DELETE FROM claims_quantity_spans WHERE id = OLD.id;"
CLEAR_SQLITE = [
    "DROP TRIGGER IF EXISTS claims_quantity_spans_insert",
    "DROP TRIGGER IF EXISTS claims_quantity_spans_update",
    "DROP TRIGGER IF EXISTS claims_quantity_spans_delete",
    "DROP TABLE IF EXISTS claims_quantity_spans",
]
SQLITE = [
    *CLEAR_SQLITE,
    "CREATE VIRTUAL TABLE claims_quantity_spans USING rtree("
    "id, least, most, first, last, measure_from, measure_to)",
    f"CREATE TRIGGER claims_quantity_spans_insert AFTER INSERT ON claims_quantity BEGIN {ADD} END",
    "CREATE TRIGGER claims_quantity_spans_update AFTER UPDATE OF least, most, kind, unit, currency "
    f"ON claims_quantity BEGIN {TAKE} {ADD} END",
    f"CREATE TRIGGER claims_quantity_spans_delete AFTER DELETE ON claims_quantity BEGIN {TAKE} END",
    f"INSERT INTO claims_quantity_spans SELECT {box('q.')} FROM claims_quantity q",
]

# --- PostgreSQL ---------------------------------------------------------------

POSTGRESQL = [
    "CREATE FUNCTION claims_measure(kind text, currency text, unit text) RETURNS integer "
    f"LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT {key('', 'ascii')} $$",
    "CREATE FUNCTION claims_span(low numeric, high numeric) RETURNS numrange "
    "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS "
    f"$$ SELECT numrange({end('', 'low', 'high', '-')}, {end('', 'high', 'low', '+')}, '[]') $$",
    "CREATE FUNCTION claims_point(place bigint) RETURNS int8range "
    "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT int8range(place, place, '[]') $$",
    "CREATE INDEX claims_quantity_spans ON claims_quantity USING gist ("
    "claims_point(claims_measure(kind, currency, unit)), claims_span(least, most), "
    "claims_point(id))",
]
UNDO_POSTGRESQL = [
    "DROP INDEX claims_quantity_spans",
    "DROP FUNCTION claims_point(bigint)",
    "DROP FUNCTION claims_span(numeric, numeric)",
    "DROP FUNCTION claims_measure(text, text, text)",
]


def make(apps, schema_editor):
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def undo(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    run(schema_editor, CLEAR_SQLITE if is_sqlite else UNDO_POSTGRESQL)


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)  # "%" is the remainder


class Migration(migrations.Migration):
    dependencies = [("claims", "0026_links")]

    operations = [migrations.RunPython(make, undo)]
