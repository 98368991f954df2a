"""The made claims of ``scale.py``: articles, mentions, figures, queue and history in SQL.

Imported once Django is set up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from claims.figures import implied_interval, read_figure
from claims.models import (
    Article,
    Attribution,
    Batch,
    Claim,
    Event,
    EventMember,
    ExtractionRun,
    Mention,
    Outlet,
    Quantity,
    QueueEntry,
    Speaker,
    Story,
    User,
)

CLAIMS_AN_ARTICLE = 25
CLAIMS_A_BATCH = 5_000
CLAIMS_A_SPEAKER = 20
ARTICLES_A_STORY = 4
STORIES_AT_ONCE = 500
OUTLETS = 20
SAMPLES = 4_999
# A sentence has its place in the article: its number times this many characters.
SLOT = 160
FIRST_DAY = date(2020, 1, 1)
DAYS = 2_000

THINGS = ("drones", "nurses", "houses", "jobs", "visitors", "lorries", "patients", "votes")
PLACES = ("in Northfield", "along the Tamber", "at the harbour", "across the country", "abroad")
VERBS = ("were counted", "were lost", "came back", "were announced", "had been promised")
CUES = ("said", "reported", "announced")
COMMON_FIGURE = "12"

# Every claim's number i decides what it is; primes keep the columns from moving together.
SAMPLE_OF = "(n.i * 2654435761) %% 4999"
STATE = (
    "CASE WHEN n.i * 7919 %% 101 < 71 THEN 'new' WHEN n.i * 7919 %% 101 < 95 THEN 'set_aside' "
    "WHEN n.i * 7919 %% 101 < 98 THEN 'queued' ELSE 'dismissed' END"
)
DISMISSAL = "CASE WHEN n.i * 7919 %% 101 < 98 THEN '' ELSE 'not_a_claim' END"
PRIORITY = "n.i * 6151 %% 151"
ARTICLE_OF = f"(n.i - 1) / {CLAIMS_AN_ARTICLE} + 1"
PLACE_OF = f"(n.i - 1) %% {CLAIMS_AN_ARTICLE}"


def sentence(chance: random.Random) -> tuple[str, str, str]:
    """A sentence, its figure or "", and its cue or ""; one of both there always is."""
    figure, cue = made_figure(chance), chance.choice(CUES)
    kind = chance.choice(("numeric", "attributed", "both", "both"))
    subject = f"{chance.choice(THINGS)} {chance.choice(VERBS)} {chance.choice(PLACES)}"
    if kind == "attributed":
        return f"Many {subject}, the office {cue}", "", cue
    if kind == "numeric":
        return f"In all {figure} {subject} since May", figure, ""
    return f"Some more: {figure} {subject}, the office {cue}", figure, cue


def made_figure(chance: random.Random) -> str:
    shapes = (
        COMMON_FIGURE,
        str(chance.randint(2, 99)),
        f"{chance.randint(100, 99_999):,}",
        f"{chance.randint(1, 99)}%",
        f"EUR{chance.randint(11, 99) / 10} billion",
    )
    return chance.choice(shapes)


def samples() -> list[tuple[Any, ...]]:
    """Rows of the table ``sample``: sentences with what would be found in them."""
    chance = random.Random(5)
    rows = []
    for number in range(SAMPLES):
        words, figure, cue = sentence(chance)
        found = read_figure(figure) if figure else None
        implied = implied_interval(found) if found else None
        ends = (implied.least, implied.most) if implied else (0, 0)
        at = words.find(figure) if found else 0
        value = found.low if found else 0
        rows.append(
            (number, words, found is not None, bool(cue), at, len(figure), value)
            + ends
            + ((found.kind, found.unit or "", found.currency or "") if found else ("", "", ""))
        )
    return rows


def make_samples() -> list[str]:
    """Make the table that the claims are drawn from; gives its sentences."""
    rows = samples()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE sample (id integer PRIMARY KEY, wording text, "
            "is_numeric boolean, is_attributed boolean, figure_at integer, figure_length integer, "
            "value decimal, least decimal, most decimal, kind text, unit text, currency text)"
        )
        marks = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(
            f"INSERT INTO sample VALUES ({marks})",
            [[str(cell) if 6 <= i <= 8 else cell for i, cell in enumerate(row)] for row in rows],
        )
    return [row[1] for row in rows]


def insert(model: type[Model], columns: Mapping[str, str], source: str) -> None:
    """INSERT … SELECT: the columns as SQL over the source, where "%" is written "%%".

    Columns that are not named get what the model would give them.
    """
    constants = {
        field.column: field.get_db_prep_save(blank(field), connection)
        for field in model._meta.local_concrete_fields
        if field.column not in columns and not field.primary_key
    }
    names = ", ".join(connection.ops.quote_name(name) for name in (*columns, *constants))
    shown = ", ".join([*columns.values(), *["%s"] * len(constants)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({names}) SELECT {shown} FROM {source}",
            list(constants.values()),
        )


def blank(field: Any) -> Any:
    if getattr(field, "auto_now_add", False):
        return timezone.now()
    if field.has_default():
        return field.get_default()
    return None if field.null else ""


def numbers(size: int) -> str:
    return (
        "(WITH RECURSIVE counting(i) AS (SELECT CAST(1 AS bigint) UNION ALL "
        f"SELECT i + 1 FROM counting WHERE i < {size}) SELECT i FROM counting) AS n"
    )


def fill(size: int) -> None:
    """Everything that an import of so many claims would leave behind."""
    sentences = make_samples()
    run = ExtractionRun.objects.create(rules="made", model="none", model_version="1")
    Outlet.objects.bulk_create(Outlet(id=i, name=f"Outlet {i}") for i in range(1, OUTLETS + 1))
    batches = size // CLAIMS_A_BATCH
    Batch.objects.bulk_create(
        Batch(id=i, name=f"Day {i}", state=Batch.State.DONE) for i in range(1, batches + 1)
    )
    speakers = size // CLAIMS_A_SPEAKER
    Speaker.objects.bulk_create(
        (
            Speaker(id=i, name=f"Speaker {i}", kind="person").find_alike()
            for i in range(1, speakers + 1)
        ),
        batch_size=500,
    )
    stories = size // CLAIMS_AN_ARTICLE // ARTICLES_A_STORY + 1
    Story.objects.bulk_create(Story(id=i, title=f"Story {i}") for i in range(1, stories + 1))
    Article.objects.bulk_create(made_articles(size, sentences, run), batch_size=100)
    make_claims(size)
    make_mentions(size, run)
    make_findings(run)
    make_entries()
    make_history()
    Article.objects.refresh_counts()
    for first in range(1, stories + 1, STORIES_AT_ONCE):
        Story.objects.filter(pk__range=(first, first + STORIES_AT_ONCE - 1)).refresh()


def made_articles(size: int, sentences: Sequence[str], run: ExtractionRun) -> Iterator[Article]:
    """Articles whose sentences are their claims', and some of the article's before."""

    def said(i: int) -> str:
        return sentences[i * 2654435761 % SAMPLES].ljust(SLOT - 1)

    count = size // CLAIMS_AN_ARTICLE
    for number in range(1, count + 1):
        first = (number - 1) * CLAIMS_AN_ARTICLE + 1
        before = first - CLAIMS_AN_ARTICLE if number > 1 else size - CLAIMS_AN_ARTICLE + 1
        repeats = {(i - before) // 10: i for i in range(before, first or size) if i % 10 == 0}
        own = [said(i) for i in range(first, first + CLAIMS_AN_ARTICLE)]
        again = [said(repeats[k]) if k in repeats else " " * (SLOT - 1) for k in range(3)]
        day = FIRST_DAY + timedelta(days=number * 7919 % DAYS)
        yield Article(
            id=number,
            identity=f"{number:064d}",
            sha256=f"{number:064d}",
            outlet_id=1 if number % 3 == 0 else number * 31 % OUTLETS + 1,
            batch_id=(first - 1) // CLAIMS_A_BATCH + 1,
            title=f"What happened on day {number}",
            published_on=day,
            sorted_on=day,
            text="\n".join([*own, *again]),
            extracted_by=run,
            story_id=number // ARTICLES_A_STORY + 1,
        )


def make_claims(size: int) -> None:
    insert(
        Claim,
        {
            "id": "n.i",
            "wording": "s.wording",
            "state": STATE,
            "dismissal": DISMISSAL,
            "is_numeric": "s.is_numeric",
            "is_attributed": "s.is_attributed",
            "is_absolute": "false",
            "speaker_label": "CASE WHEN s.is_attributed THEN 'the office' ELSE '' END",
            "published_on": "a.published_on",
            "sorted_on": "a.sorted_on",
            "outlets_count": "1",
            "mentions_count": "1",
            "priority": PRIORITY,
            "fingerprint": "CAST(n.i AS text)",
        },
        f"{numbers(size)} JOIN sample s ON s.id = {SAMPLE_OF} "
        f"JOIN claims_article a ON a.id = {ARTICLE_OF}",
    )
    # One in five names the same person.
    insert(
        Claim.speakers.through,
        {
            "claim_id": "n.id",
            "speaker_id": "CASE WHEN n.id * 8191 %% 5 = 0 THEN 1 "
            f"ELSE n.id * 8191 %% {size // CLAIMS_A_SPEAKER} + 1 END",
        },
        "claims_claim n WHERE n.is_attributed",
    )


def make_mentions(size: int, run: ExtractionRun) -> None:
    """One each where the claim was made, and for one in ten another in the next article."""
    articles = size // CLAIMS_AN_ARTICLE
    first = {"id": "n.i", "article": ARTICLE_OF, "place": PLACE_OF}
    again = {
        "id": f"{size} + n.i",
        "article": f"({ARTICLE_OF}) %% {articles} + 1",
        "place": f"{CLAIMS_AN_ARTICLE} + ({PLACE_OF}) / 10",
    }
    for where, which in ((first, ""), (again, "WHERE n.i %% 10 = 0")):
        start = f"({where['place']}) * {SLOT}"
        end = f"{start} + length(s.wording)"
        insert(
            Mention,
            {
                "id": where["id"],
                "article_id": where["article"],
                "claim_id": "n.i",
                "original_claim_id": "n.i",
                "start": start,
                "end": end,
                "proposed_start": start,
                "proposed_end": end,
                "run_id": str(run.pk),
                "wording": "s.wording",
            },
            f"{numbers(size)} JOIN sample s ON s.id = {SAMPLE_OF} {which}",
        )


def make_findings(run: ExtractionRun) -> None:
    """A figure and an attribution for each mention that has one, under the mention's number."""
    claims = (
        "claims_mention m JOIN claims_claim c ON c.id = m.claim_id "
        f"JOIN sample s ON s.id = {SAMPLE_OF.replace('n.i', 'm.claim_id')}"
    )
    figure_end = "m.start + s.figure_at + s.figure_length"
    insert(
        Quantity,
        {
            "id": "m.id",
            "article_id": "m.article_id",
            "start": "m.start + s.figure_at",
            "end": figure_end,
            "proposed_start": "m.start + s.figure_at",
            "proposed_end": figure_end,
            "run_id": str(run.pk),
            "low": "s.value",
            "high": "s.value",
            "least": "s.least",
            "most": "s.most",
            "kind": "s.kind",
            "unit": "s.unit",
            "currency": "s.currency",
        },
        f"{claims} WHERE c.is_numeric",
    )
    insert(
        Attribution,
        {
            "id": "m.id",
            "article_id": "m.article_id",
            "start": "m.start",
            "end": 'm."end"',
            "proposed_start": "m.start",
            "proposed_end": 'm."end"',
            "run_id": str(run.pk),
            "kind": "'indirect'",
            "attitude": "'asserts'",
        },
        f"{claims} WHERE c.is_attributed",
    )
    link(Mention.quantities.through, "quantity", "claims_quantity")
    link(Mention.attributions.through, "attribution", "claims_attribution")


def link(through: type[Model], name: str, table: str) -> None:
    insert(through, {"mention_id": "f.id", f"{name}_id": "f.id"}, f"{table} f")


def make_entries() -> None:
    mentions = "claims_mention m JOIN claims_article a ON a.id = m.article_id"
    facets = {
        "outlet_id": f"SELECT DISTINCT m.claim_id, a.outlet_id AS facet FROM {mentions}",
        "batch_id": f"SELECT DISTINCT m.claim_id, a.batch_id AS facet FROM {mentions}",
        "speaker_id": "SELECT claim_id, speaker_id AS facet FROM claims_claim_speakers",
        "story_id": f"SELECT DISTINCT m.claim_id, a.story_id AS facet FROM {mentions}",
    }
    for column, pairs in facets.items():
        insert(
            QueueEntry,
            {
                "claim_id": "c.id",
                column: "e.facet",
                "state": "c.state",
                "priority": "c.priority",
                "sorted_on": "c.sorted_on",
            },
            f"({pairs}) AS e JOIN claims_claim c ON c.id = e.claim_id",
        )


def make_history() -> None:
    """One event for every claim that somebody has decided on."""
    decided = "claims_claim c WHERE c.state IN ('queued', 'dismissed')"
    actor = str(User.objects.get(username="checker").pk)
    kind = "CASE WHEN c.state = 'queued' THEN 'picked' ELSE 'dismissed' END"
    insert(Event, {"id": "c.id", "kind": kind, "actor_id": actor}, decided)
    insert(
        EventMember,
        {"event_id": "c.id", "claim_id": "c.id", "before": "'new'", "after": "c.state"},
        decided,
    )
