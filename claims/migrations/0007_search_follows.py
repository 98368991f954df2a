"""The word index follows the claims again.

0005 added columns with constraints, for which SQLite makes the table anew, without
the triggers that keep the index. Any later change of the table has to do this too.
"""

from importlib import import_module

from django.db import migrations

SQLITE = import_module("claims.migrations.0004_search").SQLITE


def follow(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        return
    for statement in SQLITE:
        if statement.startswith("CREATE TRIGGER"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {statement.split()[2]}")
            schema_editor.execute(statement)
    schema_editor.execute("INSERT INTO claims_claim_words(claims_claim_words) VALUES ('rebuild')")


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_verdict_events")]

    operations = [migrations.RunPython(follow, migrations.RunPython.noop)]
