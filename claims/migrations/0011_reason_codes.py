"""Reasons were stored as English sentences: from now on a code, and the value that gave it."""

import re
from datetime import date, timedelta

from django.db import migrations, models

# As the sentences were when they were stored; the part behind the colon was the value.
CODES = {
    "mentions a figure": "figure_in_passing",
    "states a figure with unit": "figure_with_unit",
    "states a figure": "figure",
    "reports a change": "change",
    "gives a part of a whole": "part_of_whole",
    "several figures": "several_figures",
    "ranks": "rank",
    "says when": "period",
    "names whom or what it is about": "names",
    "named speaker": "named_speaker",
    "no named speaker and no figure": "unnamed_speaker",
    "denied by the speaker": "denied",
    "asserted as fact by the speaker": "asserted",
    "an intention, nothing that happened": "intention",
    "a demand, nothing that happened": "demand",
    "a judgement, nothing that happened": "judgement",
    "something that has happened": "happened",
    "a question": "question",
    "a fragment, not a whole statement": "fragment",
    "record or rank": "record",
    "compares": "comparison",
    "says that one thing causes another": "cause",
    "allows no exception": "no_exception",
    "hedged": "hedged",
    "about the future": "future",
    "opinion or wish": "opinion",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = "|".join(MONTHS)
# "5 Sep 2025", "4–5 Sep 2025", "31 Aug – 2 Sep 2025", "31 Dec 2024 – 2 Jan 2025"
DAYS = re.compile(rf"(?:(\d+)(?: ({MONTH}))?(?: (\d+))? ?– ?)?(\d+) ({MONTH}) (\d+)")
# "Aug 2025", "Jul–Sep 2025", "Dec 2024 – Jan 2025"
WHOLE_MONTHS = re.compile(rf"(?:({MONTH})(?: (\d+))? ?– ?)?({MONTH}) (\d+)")
YEARS = re.compile(r"(?:(\d+)–)?(\d+)")
OUTLETS = re.compile(r"(\d+) outlets?")
AT_ONCE = 500


def interval(label):
    """The ISO 8601 interval of a period as it was labelled; the label where it is none."""
    try:
        if found := DAYS.fullmatch(label):
            day, month, year, last_day, last_month, last_year = found.groups()
            last = on(last_year, last_month, last_day)
            first = on(year or last_year, month or last_month, day or last_day)
        elif found := WHOLE_MONTHS.fullmatch(label):
            month, year, last_month, last_year = found.groups()
            first = on(year or last_year, month or last_month, 1)
            last = end_of(int(last_year), MONTHS.index(last_month) + 1)
        elif found := YEARS.fullmatch(label):
            year, last_year = found.groups()
            first, last = on(year or last_year, "Jan", 1), on(last_year, "Dec", 31)
        else:
            return label
    except ValueError:
        return label
    return f"{first}/{last}"


def on(year, month, day):
    return date(int(year), MONTHS.index(month) + 1, int(day))


def end_of(year, month):
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def coded(sentence):
    """Code and value of a stored sentence; one that is not known stays as it is."""
    if found := OUTLETS.fullmatch(sentence):
        return {"reason": "outlets", "value": found[1]}
    words, colon, value = sentence.partition(": ")
    code = CODES.get(words)
    if code is None:
        return {"reason": sentence, "value": None}
    if not colon:
        return {"reason": code, "value": None}
    return {"reason": code, "value": interval(value) if code == "period" else value}


def coded_reasons(reasons):
    return [
        found if "value" in found else {**coded(found["reason"]), "weight": found["weight"]}
        for found in reasons
    ]


def coded_parts(parts):
    return [
        part if isinstance(part, dict) else {**coded(part[1]), "points": part[0]} for part in parts
    ]


def encode(apps, schema_editor):
    mentions = apps.get_model("claims", "Mention").objects.using(schema_editor.connection.alias)
    change(mentions.only("reasons", "proposed"), ["reasons", "proposed"], encode_mention)
    claims = apps.get_model("claims", "Claim").objects.using(schema_editor.connection.alias)
    change(claims.only("priority_parts"), ["priority_parts"], encode_claim)


def encode_mention(mention):
    mention.reasons = coded_reasons(mention.reasons)
    if "reasons" in mention.proposed:
        mention.proposed["reasons"] = coded_reasons(mention.proposed["reasons"])


def encode_claim(claim):
    claim.priority_parts = coded_parts(claim.priority_parts)


def change(rows, fields, deed):
    """Do the deed to every row, some at once, from the first to the last."""
    last = 0
    while chunk := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        for row in chunk:
            deed(row)
        rows.model._base_manager.using(rows.db).bulk_update(chunk, fields)
        last = chunk[-1].pk


class Migration(migrations.Migration):
    dependencies = [("claims", "0010_one_speaker")]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="priority_parts",
            field=models.JSONField(
                default=list,
                help_text="A list of {reason, value, points}, strongest first; their sum is the priority.",
                verbose_name="parts of the priority",
            ),
        ),
        migrations.RunPython(encode, migrations.RunPython.noop),
    ]
