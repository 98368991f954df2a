"""Which claims the published checks of others are of, and who sees that."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from claims import roles

SEEN = [("checkmatch", "view_checkmatch")]
ROLES = dict.fromkeys((roles.FACT_CHECKER, roles.EDITOR, roles.ADMINISTRATOR, roles.AUDITOR), SEEN)


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0030_told"),
    ]

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
                    ("mended", "corrected what was found"),
                    ("marked", "marked what was missed"),
                    ("rejected", "rejected what was found"),
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
                    ("link_confirmed", "confirmed how two claims stand to each other"),
                    ("link_rejected", "said that two claims do not stand so to each other"),
                    ("finding_kept", "said that it does not add up"),
                    ("finding_dismissed", "dismissed a finding"),
                    ("check_confirmed", "confirmed that a published check is of it"),
                    ("check_rejected", "said that a published check is not of it"),
                    ("watched", "put on the watch list"),
                    ("watch_ended", "taken off the watch list"),
                    ("muted", "sentence muted"),
                    ("unmuted", "sentence not muted"),
                    ("renamed", "renamed"),
                    ("stopped", "import stopped"),
                    ("resumed", "import resumed"),
                    ("followed", "followed"),
                    ("unfollowed", "followed no longer"),
                    ("ignored", "ignored"),
                    ("heeded", "ignored no longer"),
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
            name="CheckMatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("same", "the same"),
                            ("agrees", "agrees"),
                            ("different_figure", "another figure"),
                            ("contradicts", "contradicts"),
                            ("update", "updates"),
                            ("related", "related"),
                        ],
                        max_length=16,
                        verbose_name="relation",
                    ),
                ),
                ("is_current", models.BooleanField(default=True, verbose_name="the texts are so")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("suggested", "suggested"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                        ],
                        default="suggested",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_checks",
                        to="claims.claim",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="claims.publishedcheck",
                    ),
                ),
            ],
            options={
                "verbose_name": "published check of a claim",
                "verbose_name_plural": "published checks of claims",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "published"), name="checkmatch_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("state", "suggested")
                            ),
                            models.Q(
                                models.Q(("state", "suggested"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="checkmatch_decided_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedCheckKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "check_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="claims.publishedcheck",
                    ),
                ),
            ],
            options={
                "verbose_name": "key of a published check",
                "verbose_name_plural": "keys of published checks",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "check_of"), name="publishedcheckkey_once"
                    )
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
