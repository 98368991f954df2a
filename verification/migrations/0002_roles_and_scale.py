"""What the roles may do with verdicts, and the scale that a new newsroom starts with."""

from django.db import migrations

from claims import roles

MODELS = [
    "calculation",
    "comment",
    "contactattempt",
    "correction",
    "errorreport",
    "evidence",
    "publication",
    "rating",
    "ratingscale",
    "signoff",
    "snapshot",
    "source",
    "verdict",
    "verdictversion",
]
VIEW = [(model, f"view_{model}") for model in MODELS]
WRITE = [
    (model, f"{verb}_{model}")
    for model in ("source", "evidence", "contactattempt", "comment", "snapshot")
    for verb in ("add", "change")
]
ROLES = {
    roles.FACT_CHECKER: [*VIEW, *WRITE],
    roles.EDITOR: [
        *VIEW,
        *WRITE,
        ("verdictversion", "sign_off_verdictversion"),
        ("verdictversion", "publish_verdictversion"),
    ],
    roles.ADMINISTRATOR: [
        *VIEW,
        ("ratingscale", "add_ratingscale"),
        ("ratingscale", "change_ratingscale"),
        ("rating", "add_rating"),
        ("rating", "change_rating"),
    ],
    roles.AUDITOR: VIEW,
}
RATINGS = [
    # key, label, ordinal, icon, definition
    ("true", "True", 5, "tick", "The statement is accurate, and nothing that matters is missing."),
    (
        "mostly-true",
        "Mostly true",
        4,
        "tick_small",
        "The statement is accurate in what matters, but needs a detail added or made exact.",
    ),
    (
        "half-true",
        "Half true",
        3,
        "half",
        "Part of the statement is accurate; another part is wrong or leaves out what matters.",
    ),
    (
        "mostly-false",
        "Mostly false",
        2,
        "cross_small",
        "The statement has some truth in it, but its main point is wrong.",
    ),
    ("false", "False", 1, "cross", "The statement is not accurate."),
    (
        "misleading-context",
        "Misleading context",
        None,
        "context",
        "The words or figures are real, but the context they are put in makes them mislead.",
    ),
    (
        "unproven",
        "Unproven",
        None,
        "open",
        "The evidence that could be had neither supports nor refutes the statement.",
    ),
]


def make(apps, schema_editor):
    roles.grant(apps, "verification", ROLES)
    scale = apps.get_model("verification", "RatingScale").objects.create(
        version=1, name="Default scale", is_current=True
    )
    rating = apps.get_model("verification", "Rating")
    for position, (key, label, ordinal, icon, definition) in enumerate(RATINGS):
        rating.objects.create(
            scale=scale,
            key=key,
            label=label,
            ordinal=ordinal,
            icon=icon,
            definition=definition,
            position=position,
        )


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_initial"), ("claims", "0006_verdict_events")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
