"""History and articles cannot be replaced or truncated away, nor what is known of an article changed."""

from django.db import migrations

from claims import guards


def fortify(apps, schema_editor):
    guards.fortify(schema_editor.connection)


def weaken(apps, schema_editor):
    guards.weaken(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_absolute")]

    operations = [migrations.RunPython(fortify, weaken)]
