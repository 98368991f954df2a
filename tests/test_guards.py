"""What the database refuses, and that no migration takes the refusals away."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from claims import guards
from claims.models import Article, Batch, Event, Outlet, User
from claims.queue import undo
from tests.making import make_claim
from tests.security.world import World
from verification import guards as verdict_guards
from verification.evidence import gathering as evidencing
from verification.models import Publication

pytestmark = pytest.mark.django_db

SQLITE = {
    "claims_event_no_update",
    "claims_event_no_delete",
    "claims_eventmember_no_update",
    "claims_eventmember_no_delete",
    "claims_speakerchange_no_update",
    "claims_speakerchange_no_delete",
    "claims_speaker_no_chain",
    "claims_article_frozen",
    "claims_claim_words_insert",
    "claims_claim_words_update",
    "claims_claim_words_delete",
    "claims_article_words_insert",
    "claims_article_words_update",
    "claims_article_words_delete",
    "claims_quantity_spans_insert",
    "claims_quantity_spans_update",
    "claims_quantity_spans_delete",
    "verification_version_frozen",
    "verification_signoff_not_own",
    "verification_evidence_own_file_insert",
    "verification_evidence_own_file_update",
    "verification_signoff_no_update",
    "verification_signoff_no_delete",
    "verification_correction_no_update",
    "verification_correction_no_delete",
    "verification_verdictversion_contributors_no_update",
    "verification_verdictversion_contributors_no_delete",
}
POSTGRESQL = {
    "claims_event_append_only",
    "claims_eventmember_append_only",
    "claims_speakerchange_append_only",
    "claims_speaker_no_chain",
    "claims_article_frozen",
    "verification_version_frozen",
    "verification_signoff_not_own",
    "verification_evidence_own_file_insert",
    "verification_evidence_own_file_update",
    "verification_signoff_append_only",
    "verification_correction_append_only",
    "verification_verdictversion_contributors_append_only",
}


def test_every_trigger_stands_after_all_migrations() -> None:
    names = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(names[connection.vendor])
        found = {row[0] for row in cursor.fetchall()}
    expected = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    fortified = [*guards.FORTIFIED, *verdict_guards.FORTIFIED]
    for refusal in fortified:
        expected |= {name for name, _table in refusal.triggers(connection.vendor)}
    assert expected <= found


@pytest.fixture
def article() -> Article:
    return Article.objects.create(
        identity="a",
        batch=Batch.objects.create(name="b"),
        outlet=Outlet.objects.create(name="o"),
        text="12 people died.",
        sha256="a" * 64,
        sorted_on=date(2025, 9, 5),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"text": "13 people died."},
        {"sha256": "b" * 64},
        {"title": "New"},
        {"url": "https://elsewhere.example/"},
        {"published_on": date(2025, 9, 6)},
        {"outlet": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_articles_text_is_frozen(article: Article, change: dict[str, str]) -> None:
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**change)


def test_what_the_desk_works_out_about_an_article_changes(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(top_priority=7)
    article.refresh_from_db()
    assert article.top_priority == 7


def test_a_redaction_takes_the_texts_of_an_article_once_and_nothing_else(article: Article) -> None:
    rows = Article.objects.filter(pk=article.pk)
    rows.update(text="█ people died.", title="█", redacted_at=timezone.now())
    for change in ({"text": "13"}, {"title": "13"}, {"redacted_at": None}, {"url": "https://a.b/"}):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            rows.update(**change)


def test_history_is_append_only(article: Article) -> None:
    event = Event.objects.create(kind=Event.Kind.IMPORTED, batch=article.batch)
    for statement in ("UPDATE claims_event SET kind = 'x'", "DELETE FROM claims_event"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    for deed in (event.delete, event.save, Event.objects.all().delete):
        with pytest.raises(TypeError):
            deed()


# --- the ways round UPDATE and DELETE ---------------------------------------


@pytest.fixture
def world(checker2: User, editor2: User) -> World:
    """A row of everything: a check that was published, with all that led there."""
    made = World(None)
    made.everywhere()
    undo(make_claim().pick(checker2), checker2)
    connection.check_constraints()  # PostgreSQL truncates nothing while checks are deferred
    return made


def rows_of(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


def refused(statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"append-only|stay as they are|frozen"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


KEPT = sorted(
    {
        refusal.table
        for refusal in (*guards.FORTIFIED, *verdict_guards.FORTIFIED)
        if isinstance(refusal, guards.Kept)
    }
)


def test_no_row_that_counts_is_deleted_replaced_or_truncated_away(world: World) -> None:
    sqlite = connection.vendor == "sqlite"
    for table in KEPT:
        before = rows_of(table)
        assert before, f"nothing to lose in {table}"
        refused(f"DELETE FROM {table}")
        if sqlite:
            refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        else:
            refused(f"TRUNCATE {table} CASCADE")
        assert rows_of(table) == before


def test_no_row_is_pushed_out_by_another_with_its_keys(world: World) -> None:
    """Each unique key of each table, partial ones too: the id is not the only way."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    for table in KEPT:
        before = rows_of(table)
        if connection.vendor == "postgresql":
            same = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id)"
            refused(f"{same} DO UPDATE SET id = EXCLUDED.id + 999999")
        else:
            _id, *columns = (f'"{f.column}"' for f in models[table]._meta.local_concrete_fields)
            others = ", ".join(columns)
            refused(f"UPDATE OR REPLACE {table} SET id = id + 1")
            # Whoever had a hand in a version may be put in again, which changes nothing.
            if has_keys(table) and not table.endswith("_contributors"):
                last = f"SELECT 999999, {others} FROM {table} ORDER BY id DESC LIMIT 1"
                refused(f"INSERT OR REPLACE INTO {table} (id, {others}) {last}")
        assert rows_of(table) == before


def has_keys(table: str) -> bool:
    """Has it a unique key besides the id?"""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA index_list({table})")
        return any(row[2] for row in cursor.fetchall())


def test_what_was_signed_and_published_is_not_changed(world: World) -> None:
    for change in (
        "verification_publication SET reason = 'x'",
        "verification_publication SET slug = 'elsewhere'",
        "verification_publication SET since = '2020-01-01 00:00:00+00:00'",
        "verification_snapshot SET sha256 = 'b'",
        "verification_snapshot SET name = 'other.txt'",
        "verification_evidence SET quote = 'Another quote'",
        "verification_evidence SET removed_at = '2020-01-01 00:00:00+00:00'",
        "verification_verdictversion SET signed_by_id = NULL, state = 'submitted'",
        "verification_verdictversion SET number = 7",
        "verification_signoff SET comment = 'x'",
    ):
        table = change.split()[0]
        before = rows_of(table)
        refused(f"UPDATE {change}")
        assert rows_of(table) == before


def test_the_end_of_a_publication_is_written_once(world: World) -> None:
    rows = Publication.objects.filter(pk=world.publication.pk)
    rows.update(until=timezone.now())
    for until in (None, timezone.now()):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            rows.update(until=until)


def test_evidence_of_a_submitted_version_is_changed_for_the_next_draft_only(world: World) -> None:
    """What was submitted keeps it in its frozen content; the row follows the draft."""
    editor = world.second
    evidencing.change_evidence(world.piece, editor, quote="Reading: 40.1")
    world.piece.refresh_from_db()
    assert world.piece.quote == "Reading: 40.1"
