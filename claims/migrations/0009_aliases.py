"""Names that a speaker had without a row of their own become speakers merged into it.

Apart from 0010, which takes their table away: PostgreSQL alters no table with rows that
were written in the same transaction.
"""

from django.db import migrations


def keep_aliases(apps, schema_editor):
    speaker_model = apps.get_model("claims", "Speaker")
    for alias in apps.get_model("claims", "SpeakerAlias").objects.select_related("speaker"):
        taken = speaker_model.objects.filter(name=alias.name).exists()
        speaker_model.objects.get_or_create(
            name=alias.name,
            qualifier=f"alias of {alias.speaker.name}"[:100] if taken else "",
            defaults={
                "kind": alias.speaker.kind,
                "merged_into_id": alias.speaker.merged_into_id or alias.speaker_id,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_commented")]

    operations = [migrations.RunPython(keep_aliases, migrations.RunPython.noop)]
