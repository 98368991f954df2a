"""What claims are to each other, and figures that do not go together; who sees that."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import claims.models.mentions
from claims import roles

SEEN = [("claimlink", "view_claimlink"), ("finding", "view_finding")]
ROLES = dict.fromkeys((roles.FACT_CHECKER, roles.EDITOR, roles.ADMINISTRATOR, roles.AUDITOR), SEEN)


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0025_watching"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClaimKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField()),
                ("day", models.DateField()),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "key of a claim",
                "verbose_name_plural": "keys of claims",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ClaimLink",
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
                (
                    "difference",
                    claims.models.mentions.FigureField(
                        blank=True,
                        decimal_places=12,
                        max_digits=40,
                        null=True,
                        verbose_name="difference",
                    ),
                ),
                (
                    "percent",
                    claims.models.mentions.FigureField(
                        blank=True,
                        decimal_places=12,
                        max_digits=40,
                        null=True,
                        verbose_name="difference in percent",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=60, verbose_name="unit")),
                ("reasons", models.JSONField(default=list, verbose_name="reasons")),
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
                ("is_told", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "link",
                "verbose_name_plural": "links",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                            ("sum", "a sum"),
                            ("share", "a share"),
                            ("growth", "a change"),
                            ("percent_vs_points", "percent for percentage points"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "stated",
                    claims.models.mentions.FigureField(
                        decimal_places=12, max_digits=40, verbose_name="stated"
                    ),
                ),
                (
                    "computed",
                    claims.models.mentions.FigureField(
                        decimal_places=12, max_digits=40, verbose_name="computed"
                    ),
                ),
                (
                    "least",
                    claims.models.mentions.FigureField(
                        decimal_places=12, max_digits=40, verbose_name="holds from"
                    ),
                ),
                (
                    "most",
                    claims.models.mentions.FigureField(
                        decimal_places=12, max_digits=40, verbose_name="holds to"
                    ),
                ),
                ("start", models.PositiveIntegerField(verbose_name="start")),
                ("end", models.PositiveIntegerField(verbose_name="end")),
                ("mark", models.CharField(editable=False, max_length=64)),
                (
                    "is_current",
                    models.BooleanField(default=True, verbose_name="the figures are so"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("found", "found"), ("kept", "kept"), ("dismissed", "dismissed")],
                        default="found",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "dismissal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_together", "these figures do not belong together"),
                            ("misread", "a figure was misread"),
                            ("holds", "it adds up"),
                        ],
                        max_length=20,
                        verbose_name="why dismissed",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
            ],
            options={
                "verbose_name": "finding",
                "verbose_name_plural": "findings",
                "ordering": ["article", "start", "id"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="linked_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When its claims were last compared with others, and its figures.",
                null=True,
                verbose_name="compared",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="has_finding",
            field=models.BooleanField(default=False, verbose_name="does not add up"),
        ),
        migrations.AddField(
            model_name="claim",
            name="is_checked_before",
            field=models.BooleanField(
                default=False,
                help_text="A claim that it is linked to is checked.",
                verbose_name="checked before",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="is_disputed",
            field=models.BooleanField(
                default=False,
                help_text="Another outlet contradicts it.",
                verbose_name="two outlets disagree",
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
                    ("link_confirmed", "confirmed how two claims stand to each other"),
                    ("link_rejected", "said that two claims do not stand so to each other"),
                    ("finding_kept", "said that it does not add up"),
                    ("finding_dismissed", "dismissed a finding"),
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
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("extracted_by__isnull", False), ("linked_at", None)),
                fields=["id"],
                name="article_to_link",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("is_disputed", True)),
                name="claim_is_disputed",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("has_finding", True)),
                name="claim_has_finding",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("is_checked_before", True)),
                name="claim_is_checked_before",
            ),
        ),
        migrations.AddField(
            model_name="claimkey",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="keys", to="claims.claim"
            ),
        ),
        migrations.AddField(
            model_name="claimlink",
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
            model_name="claimlink",
            name="one",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="links", to="claims.claim"
            ),
        ),
        migrations.AddField(
            model_name="claimlink",
            name="one_figure",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.quantity",
            ),
        ),
        migrations.AddField(
            model_name="claimlink",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="links_from",
                to="claims.claim",
            ),
        ),
        migrations.AddField(
            model_name="claimlink",
            name="other_figure",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.quantity",
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="findings",
                to="claims.article",
            ),
        ),
        migrations.AddField(
            model_name="finding",
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
            model_name="finding",
            name="figures",
            field=models.ManyToManyField(
                related_name="findings", to="claims.quantity", verbose_name="figures"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimkey",
            constraint=models.UniqueConstraint(
                fields=("key", "day", "mark", "claim"), name="claimkey_in_line"
            ),
        ),
        migrations.AddIndex(
            model_name="claimlink",
            index=models.Index(
                condition=models.Q(("is_told", False)), fields=["id"], name="claimlink_to_tell"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimlink",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="claimlink_once"),
        ),
        migrations.AddConstraint(
            model_name="claimlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("one__lt", models.F("other"))), name="claimlink_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("state", "suggested")),
                    models.Q(
                        models.Q(("state", "suggested"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="claimlink_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="claimlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("one_figure", None), ("other_figure", None)),
                    models.Q(("one_figure__isnull", False), ("other_figure__isnull", False)),
                    _connector="OR",
                ),
                name="claimlink_two_figures_or_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("article", "mark"), name="finding_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="finding_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("least__lte", models.F("most"))), name="finding_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("state", "found")),
                    models.Q(
                        models.Q(("state", "found"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="finding_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "dismissed"), models.Q(("dismissal", ""), _negated=True)),
                    models.Q(models.Q(("state", "dismissed"), _negated=True), ("dismissal", "")),
                    _connector="OR",
                ),
                name="finding_dismissed_with_reason",
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
