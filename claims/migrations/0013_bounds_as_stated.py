"""What bounds is not rounded: "at least 100" began at 99.5, "up to 100" ended at 100.5."""

from django.db import migrations
from django.db.models import F


def state_bounds(apps, schema_editor):
    figures = apps.get_model("claims", "Quantity").objects
    figures.filter(high=None).update(least=F("low"))
    figures.filter(low=None).update(most=F("high"))


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_absolute")]

    operations = [migrations.RunPython(state_bounds, migrations.RunPython.noop)]
