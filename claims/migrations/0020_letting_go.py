"""How recent a claim is and since when it waits; what the worker does again and again."""

import datetime
from importlib import import_module

import django.utils.timezone
from django.db import migrations, models

SQLITE = import_module("claims.migrations.0014_search_words").SQLITE


def follow(apps, schema_editor):
    """SQLite made the table anew, without the triggers that keep the word index."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0019_readings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Chore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("job", models.CharField(max_length=100, unique=True, verbose_name="job")),
                ("due_at", models.DateTimeField(verbose_name="due")),
            ],
            options={
                "verbose_name": "recurring job",
                "verbose_name_plural": "recurring jobs",
                "ordering": ["job"],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="newest_on",
            field=models.DateField(
                default=datetime.date(1, 1, 1),
                editable=False,
                help_text="The last day on which it was published, or came in where no day is given.",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="recency",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="points for being recent"
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="waits_since",
            field=models.DateTimeField(
                default=django.utils.timezone.now,
                editable=False,
                help_text="When it was found, mentioned again or brought back.",
                verbose_name="waits for triage since",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="priority_parts",
            field=models.JSONField(
                default=list,
                help_text="A list of {reason, value, points}, strongest first; the priority is their sum and the points for being recent.",
                verbose_name="parts of the priority",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("recency__gt", 0)), fields=["id"], name="claim_recent"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("state", "new")), fields=["waits_since"], name="claim_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("kind", "set_aside")), fields=["-id"], name="event_set_aside"
            ),
        ),
        migrations.RunPython(follow, migrations.RunPython.noop),
    ]
