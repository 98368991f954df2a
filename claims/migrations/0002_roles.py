"""The roles and what they may do with the claims app's entities."""

from django.db import migrations

from claims import roles

MODELS = [
    "article",
    "attribution",
    "batch",
    "batchfile",
    "batchrow",
    "claim",
    "datereference",
    "event",
    "eventmember",
    "extractionrun",
    "mention",
    "outlet",
    "outletdomain",
    "quantity",
    "speaker",
    "speakeralias",
    "user",
]
VIEW = [(model, f"view_{model}") for model in MODELS]
CHECK = [("claim", "triage_claim"), ("claim", "check_claim")]
ROLES = {
    roles.FACT_CHECKER: [*VIEW, *CHECK],
    roles.EDITOR: [*VIEW, *CHECK, ("claim", "assign_claim")],
    roles.ADMINISTRATOR: [
        *VIEW,
        ("batch", "add_batch"),
        ("batch", "change_batch"),
        ("outlet", "add_outlet"),
        ("outlet", "change_outlet"),
        ("outletdomain", "add_outletdomain"),
        ("outletdomain", "change_outletdomain"),
        ("user", "add_user"),
        ("user", "change_user"),
    ],
    roles.AUDITOR: VIEW,
}


def grant(apps, schema_editor):
    roles.grant(apps, "claims", ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
