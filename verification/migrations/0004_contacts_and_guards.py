"""Entries of the contact log can be taken out; every column of a submitted version is frozen."""

from django.db import migrations, models

from verification import guards


def install(apps, schema_editor):
    guards.remove(schema_editor.connection)  # those of 0003 froze fewer columns
    guards.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("verification", "0003_guards")]

    operations = [
        migrations.AddField(
            model_name="contactattempt",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="taken out"),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
