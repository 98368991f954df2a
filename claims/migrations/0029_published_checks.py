"""Published checks of others, and who sees them."""

from django.db import migrations, models

from claims import roles

SEEN = [("publishedcheck", "view_publishedcheck")]
ROLES = dict.fromkeys((roles.FACT_CHECKER, roles.EDITOR, roles.ADMINISTRATOR, roles.AUDITOR), SEEN)


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0028_more_deeds"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=64, unique=True)),
                ("url", models.TextField(verbose_name="address")),
                ("claim", models.TextField(verbose_name="claim")),
                ("label", models.TextField(blank=True, verbose_name="label")),
                ("publisher", models.TextField(blank=True, verbose_name="publisher")),
                ("site", models.TextField(blank=True, verbose_name="site")),
                ("claimant", models.TextField(blank=True, verbose_name="said by")),
                ("headline", models.TextField(blank=True, verbose_name="headline")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                (
                    "claimed",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="said on, as written"
                    ),
                ),
                ("claimed_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                (
                    "checked",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="published on, as written"
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(blank=True, null=True, verbose_name="published on"),
                ),
                ("appearances", models.JSONField(default=list, verbose_name="where it was said")),
                ("raw", models.JSONField(default=dict, verbose_name="as read")),
                ("read_at", models.DateTimeField(auto_now_add=True, verbose_name="first read")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
            ],
            options={
                "verbose_name": "published check of others",
                "verbose_name_plural": "published checks of others",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("url", ""), _negated=True),
                            models.Q(("claim", ""), _negated=True),
                        ),
                        name="publishedcheck_of_something",
                    )
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
