"""What was submitted, signed or published cannot be replaced, truncated away or changed."""

from django.db import migrations

from verification import guards


def fortify(apps, schema_editor):
    guards.fortify(schema_editor.connection)


def weaken(apps, schema_editor):
    guards.weaken(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0017_lasting"),
        ("verification", "0005_snapshot_text"),
    ]

    operations = [migrations.RunPython(fortify, weaken)]
