"""Articles of one event are a story, those of one text a card; the queue knows both."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from claims import roles


def let_all_roles_see(apps, schema_editor):
    everybody = [roles.FACT_CHECKER, roles.EDITOR, roles.ADMINISTRATOR, roles.AUDITOR]
    roles.grant(apps, "claims", {role: [("story", "view_story")] for role in everybody})


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0023_mended"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticleTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(max_length=40, verbose_name="term")),
                ("on", models.DateField(verbose_name="published on")),
                ("strength", models.PositiveSmallIntegerField(verbose_name="strength")),
            ],
            options={
                "verbose_name": "telling term",
                "verbose_name_plural": "telling terms",
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="title")),
                (
                    "started_on",
                    models.DateField(blank=True, null=True, verbose_name="first article"),
                ),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="last article")),
                ("sorted_on", models.DateField(default=datetime.date(1, 1, 1), editable=False)),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[("", "neither"), ("followed", "followed"), ("ignored", "ignored")],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due")),
                ("articles_count", models.PositiveIntegerField(default=0, verbose_name="articles")),
                (
                    "open_claims",
                    models.PositiveIntegerField(default=0, verbose_name="claims to triage"),
                ),
                (
                    "top_priority",
                    models.IntegerField(default=0, verbose_name="priority of the best of them"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "ordering": ["-id"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="queueentry",
            name="queueentry_one_facet",
        ),
        migrations.AddField(
            model_name="article",
            name="near",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="The earlier article whose story it goes on with: see claims.matching.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followers",
                to="claims.article",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="nearness",
            field=models.PositiveSmallIntegerField(
                editable=False, help_text="How near that is, of 1,000.", null=True
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="reprint_of",
            field=models.ForeignKey(
                blank=True,
                help_text="The first with this text, or nearly this text: its card stands for both.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reprints",
                to="claims.article",
                verbose_name="reprint of",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="story_settled_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Who merged or split: the machine leaves it where a person has put it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="story settled by",
            ),
        ),
        migrations.AddField(
            model_name="articleterm",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="terms",
                to="claims.article",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="claims.story",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stories",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="titled_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: the title is its first article's headline.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="renamed by",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="story",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="claims.story",
                verbose_name="story",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="story",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="claims.story",
            ),
        ),
        migrations.AddField(
            model_name="queueentry",
            name="story",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="claims.story",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("story", None)), fields=["batch"], name="article_to_group"
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("story"),
                models.F("state"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_story_state_priority",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("story"),
                models.OrderBy(models.F("priority"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_story_priority",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                models.F("story"),
                models.F("state"),
                models.OrderBy(models.F("sorted_on"), descending=True),
                models.OrderBy(models.F("claim"), descending=True),
                name="queue_story_state_date",
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
                    ),
                    models.Q(
                        ("batch__isnull", False),
                        ("outlet__isnull", True),
                        ("speaker__isnull", True),
                        ("story__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", True),
                        ("speaker__isnull", False),
                        ("story__isnull", True),
                    ),
                    models.Q(
                        ("batch__isnull", True),
                        ("outlet__isnull", True),
                        ("speaker__isnull", True),
                        ("story__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="queueentry_one_facet",
            ),
        ),
        migrations.AddConstraint(
            model_name="queueentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("story__isnull", False)),
                fields=("claim", "story"),
                name="queueentry_story_once",
            ),
        ),
        migrations.AddIndex(
            model_name="articleterm",
            index=models.Index(fields=["term", "on", "article"], name="articleterm_of_days"),
        ),
        migrations.AddIndex(
            model_name="articleterm",
            index=models.Index(fields=["on", "article"], name="articleterm_on"),
        ),
        migrations.AddConstraint(
            model_name="articleterm",
            constraint=models.UniqueConstraint(fields=("article", "term"), name="articleterm_once"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("open_claims__gt", 0)),
                fields=["-top_priority", "-id"],
                name="story_open_by_priority",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("open_claims__gt", 0)),
                fields=["-sorted_on", "-id"],
                name="story_open_by_date",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("state", "followed")),
                fields=["-sorted_on", "-id"],
                name="story_followed",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["due_on"],
                name="story_due_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                name="story_not_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", None), ("articles_count", 0), _connector="OR"),
                name="story_merged_is_empty",
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
        migrations.RunPython(let_all_roles_see, migrations.RunPython.noop),
    ]
