"""Claims that allow no exception are claims without a figure and a speaker too."""

from importlib import import_module

from django.db import migrations, models

# SQLite makes the table anew, without the triggers that keep the word index.
follow = import_module("claims.migrations.0007_search_follows").follow


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_reason_codes")]

    operations = [
        migrations.RemoveConstraint(model_name="claim", name="claim_has_a_kind"),
        migrations.AddField(
            model_name="claim",
            name="is_absolute",
            field=models.BooleanField(default=False, verbose_name="allows no exception"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_numeric", True),
                    ("is_attributed", True),
                    ("is_absolute", True),
                    _connector="OR",
                ),
                name="claim_has_a_kind",
            ),
        ),
        migrations.RunPython(follow, migrations.RunPython.noop),
    ]
