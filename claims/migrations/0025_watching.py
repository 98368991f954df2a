"""The watch list, muted sentences and counts; who keeps them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from claims import roles

SEEN = [
    ("watch", "view_watch"),
    ("mutedsentence", "view_mutedsentence"),
    ("claimcount", "view_claimcount"),
]
KEPT = [
    ("watch", "add_watch"),
    ("watch", "change_watch"),
    ("mutedsentence", "change_mutedsentence"),
]
ROLES = {
    roles.FACT_CHECKER: [*SEEN, *KEPT],
    roles.EDITOR: [*SEEN, *KEPT],
    roles.ADMINISTRATOR: SEEN,
    roles.AUDITOR: SEEN,
}


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0024_stories"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClaimCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("facet", models.CharField(max_length=12, verbose_name="of")),
                ("state", models.CharField(max_length=10, verbose_name="state")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("counted_at", models.DateTimeField(verbose_name="counted")),
            ],
            options={
                "verbose_name": "count of claims",
                "verbose_name_plural": "counts of claims",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MutedSentence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("muted", "muted"),
                            ("kept", "not muted"),
                        ],
                        default="proposed",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("articles", models.PositiveIntegerField(verbose_name="articles")),
                ("days", models.PositiveIntegerField(verbose_name="days")),
                (
                    "went_aside",
                    models.PositiveIntegerField(
                        default=0, verbose_name="articles since it is muted"
                    ),
                ),
                ("proposed_at", models.DateTimeField(auto_now_add=True, verbose_name="proposed")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
            ],
            options={
                "verbose_name": "muted sentence",
                "verbose_name_plural": "muted sentences",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("speaker", "speaker"),
                            ("outlet", "outlet"),
                            ("word", "word"),
                            ("measure", "measure"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=100, verbose_name="word or measure"),
                ),
                ("folded", models.CharField(blank=True, editable=False, max_length=400)),
                ("column", models.CharField(blank=True, editable=False, max_length=12)),
                ("note", models.TextField(blank=True, verbose_name="why")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
            ],
            options={
                "verbose_name": "watch",
                "verbose_name_plural": "watches",
                "ordering": ["-id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="queueentry",
            name="queueentry_one_facet",
        ),
        migrations.AddField(
            model_name="claimcount",
            name="outlet",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.outlet",
            ),
        ),
        migrations.AddField(
            model_name="mutedsentence",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mutings",
                to="claims.claim",
            ),
        ),
        migrations.AddField(
            model_name="mutedsentence",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mutedsentence",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mutings",
                to="claims.outlet",
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="whose",
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="outlet",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="watches",
                to="claims.outlet",
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="speaker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="watches",
                to="claims.speaker",
            ),
        ),
        migrations.AddField(
            model_name="queueentry",
            name="watch",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="claims.watch",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("watch"),
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_watch_state_priority",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("watch"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_watch_priority",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("watch"),
                models.F("state"),
                models.OrderBy(models.F("sorted_on"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_watch_state_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="queueentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("watch__isnull", False)),
                fields=("claim", "watch"),
                name="queueentry_watch_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="mutedsentence",
            constraint=models.UniqueConstraint(
                fields=("claim", "outlet"), name="mutedsentence_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="mutedsentence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("state", "proposed")),
                    models.Q(
                        models.Q(("state", "proposed"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="mutedsentence_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("folded", ""),
                        ("kind", "speaker"),
                        ("outlet", None),
                        ("speaker__isnull", False),
                    ),
                    models.Q(
                        ("folded", ""),
                        ("kind", "outlet"),
                        ("outlet__isnull", False),
                        ("speaker", None),
                    ),
                    models.Q(
                        ("kind__in", ["word", "measure"]),
                        ("outlet", None),
                        ("speaker", None),
                        models.Q(("folded", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="watch_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="watch_ended_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("speaker__isnull", False)),
                fields=("speaker",),
                name="watch_speaker_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("outlet__isnull", False)),
                fields=("outlet",),
                name="watch_outlet_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), models.Q(("folded", ""), _negated=True)),
                fields=("kind", "column", "folded"),
                name="watch_words_once",
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
                    ("watched", "put on the watch list"),
                    ("watch_ended", "taken off the watch list"),
                    ("muted", "sentence muted"),
                    ("unmuted", "sentence not muted"),
                    ("renamed", "renamed"),
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
        migrations.AddConstraint(
            model_name="queueentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", False),
                        ("speaker__isnull", True),
                        ("story__isnull", True),
                        ("watch__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", False),
                        ("outlet__isnull", True),
                        ("speaker__isnull", True),
                        ("story__isnull", True),
                        ("watch__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", True),
                        ("speaker__isnull", False),
                        ("story__isnull", True),
                        ("watch__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", True),
                        ("speaker__isnull", True),
                        ("story__isnull", False),
                        ("watch__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", True),
                        ("speaker__isnull", True),
                        ("story__isnull", True),
                        ("watch__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="queueentry_one_facet",
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
