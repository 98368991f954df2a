"""History and articles cannot be replaced or truncated away; accounts have a history too."""

import django.utils.timezone
from django.db import migrations, models

from claims import guards


def fortify(apps, schema_editor):
    guards.fortify(schema_editor.connection)


def weaken(apps, schema_editor):
    guards.weaken(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("claims", "0016_accepting")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("imported", "imported"),
                    ("picked", "picked"),
                    ("set_aside", "set aside"),
                    ("dismissed", "dismissed"),
                    ("brought_back", "brought back"),
                    ("undone", "undone"),
                    ("taken", "taken"),
                    ("released", "released"),
                    ("handed_over", "handed over"),
                    ("assigned", "assigned"),
                    ("held", "put on hold"),
                    ("woken", "woken"),
                    ("worded", "wording confirmed"),
                    ("reopened", "reopened"),
                    ("mention_confirmed", "mention confirmed"),
                    ("evidence_added", "evidence added"),
                    ("evidence_changed", "evidence changed"),
                    ("evidence_removed", "evidence taken out"),
                    ("calculated", "calculated"),
                    ("contact_logged", "contact logged"),
                    ("verdict_edited", "verdict edited"),
                    ("version_opened", "next version begun"),
                    ("commented", "commented"),
                    ("submitted", "submitted for sign-off"),
                    ("changes_requested", "changes requested"),
                    ("suggested", "wording suggested"),
                    ("accepted", "suggested wording accepted"),
                    ("signed_off", "signed off"),
                    ("published", "published"),
                    ("corrected", "new version published"),
                    ("unpublished", "taken off the page"),
                    ("restored", "restored"),
                    ("withdrawn", "withdrawn"),
                    ("merged", "merged"),
                    ("split", "split off"),
                    ("account_made", "account made"),
                    ("account_changed", "account changed"),
                    ("roles_changed", "roles changed"),
                    ("deactivated", "deactivated"),
                    ("reactivated", "reactivated"),
                    ("reset_sent", "reset link sent"),
                    ("password_changed", "password changed"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("error_report", "error report"),
                            ("reset", "request for a reset link"),
                            ("reset_link", "reset link to an account"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "sender",
                    models.CharField(
                        help_text="A keyed hash: see claims.views.senders.", max_length=64
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "sending",
                "verbose_name_plural": "sendings",
                "indexes": [models.Index(fields=["what", "sender", "at"], name="sending_lately")],
            },
        ),
        migrations.RunPython(fortify, weaken),
    ]
