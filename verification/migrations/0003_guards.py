"""No own sign-off, no altered content: refused by the database itself."""

from django.db import migrations

from verification import guards


def install(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("verification", "0002_roles_and_scale")]

    operations = [migrations.RunPython(install, remove)]
