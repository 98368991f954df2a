"""One speaker with aliases: names that people hold for one, and the history of that.

An alias is a speaker that was merged into another; what SpeakerAlias held has become
such speakers in 0009.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Lower

from claims import likeness, roles

AT_ONCE = 2_000
VIEW = [("speakerchange", "view_speakerchange")]
ROLES = dict.fromkeys((roles.FACT_CHECKER, roles.EDITOR, roles.ADMINISTRATOR, roles.AUDITOR), VIEW)


def find_alike(apps, schema_editor):
    speaker_model = apps.get_model("claims", "Speaker")
    rows = []
    for row in speaker_model.objects.only("name", "kind").order_by("pk").iterator(AT_ONCE):
        row.alike = likeness.key(row.name, row.kind)
        rows.append(row)
    speaker_model.objects.bulk_update(rows, ["alike"], batch_size=AT_ONCE)


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_aliases")]

    operations = [
        migrations.DeleteModel(name="SpeakerAlias"),
        migrations.AddField(
            model_name="speaker",
            name="alike",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="What speakers who may be one have in common: see claims.likeness.",
                max_length=300,
            ),
        ),
        migrations.AlterField(
            model_name="speaker",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="aliases",
                to="claims.speaker",
                verbose_name="merged into",
            ),
        ),
        migrations.AddIndex(
            model_name="speaker", index=models.Index(Lower("name"), name="speaker_lower_name")
        ),
        migrations.AddIndex(
            model_name="speaker", index=models.Index(fields=["alike"], name="speaker_alike")
        ),
        migrations.AlterField(
            model_name="claim",
            name="speakers",
            field=models.ManyToManyField(
                blank=True,
                help_text="By the names that were found; see said_by.",
                related_name="claims",
                to="claims.speaker",
            ),
        ),
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
                    ("signed_off", "signed off"),
                    ("published", "published"),
                    ("corrected", "new version published"),
                    ("unpublished", "taken off the page"),
                    ("restored", "restored"),
                    ("withdrawn", "withdrawn"),
                    ("merged", "merged"),
                    ("split", "split off"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
        migrations.CreateModel(
            name="SpeakerChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.speaker",
                        verbose_name="merged into after",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.speaker",
                        verbose_name="merged into before",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="speaker_changes",
                        to="claims.event",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="claims.speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "speaker of an event",
                "verbose_name_plural": "speakers of an event",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "speaker"), name="speakerchange_once")
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
        migrations.RunPython(find_alike, migrations.RunPython.noop),
    ]
