"""What the database refuses, and that no migration takes the refusals away."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from claims.models import Article, Batch, Event, Outlet

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
    "verification_version_frozen",
    "verification_signoff_not_own",
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


@pytest.mark.parametrize("change", [{"text": "13 people died."}, {"sha256": "b" * 64}])
def test_an_articles_text_is_frozen(article: Article, change: dict[str, str]) -> None:
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**change)


def test_other_fields_of_an_article_change(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(title="New")
    article.refresh_from_db()
    assert article.title == "New"


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
