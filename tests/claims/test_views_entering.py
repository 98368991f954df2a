"""A claim without an article: pasted, read by the worker, shown with its claims."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.models import Article, Batch, BatchFile, Claim, User
from tests.working import run_the_worker

pytestmark = pytest.mark.django_db

SPEECH = "We built 1,200 homes in two years.\r\n \r\nCrime fell by 20% in Harl last year."
SAID = {
    "text": SPEECH,
    "speaker": "  Ada   Wyle ",
    "kind": "speech",
    "outlet": "Vell town hall",
    "published": "2025-09-05",
    "url": "https://vell.example/speeches/7",
}


@pytest.fixture
def enter(client: Client, checker: User, django_capture_on_commit_callbacks: Any) -> Any:
    """Sends the form as a fact-checker; jobs are enqueued as after a commit."""
    client.force_login(checker)

    def post(**fields: str) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post("/claims/new/", SAID | fields)

    return post


def test_it_waits_for_the_worker_and_leads_to_what_was_found(enter: Any, client: Client) -> None:
    waiting = enter().url
    assert "Your text is kept" in client.get(waiting).content.decode()
    run_the_worker()
    article = Article.objects.get()
    assert client.get(waiting).url == article.get_absolute_url()
    asked = client.get(waiting, headers={"hx-request": "true"})
    assert asked.headers["HX-Redirect"] == article.get_absolute_url()
    assert (article.kind, str(article.outlet), str(article.published_on)) == (
        "speech",
        "Vell town hall",
        "2025-09-05",
    )
    claims = Claim.objects.order_by("pk")
    assert [claim.speaker_label for claim in claims] == ["Ada Wyle", "Ada Wyle"]
    assert {claim.state for claim in claims} == {"new"}
    assert str(Batch.objects.get().created_by) == "checker"


@pytest.mark.parametrize("speaker", ["Wyle", "Ada Wyle", "the mayor of Harl"])
def test_all_of_a_single_paragraph_is_said_by_who_said_it(enter: Any, speaker: str) -> None:
    enter(speaker=speaker, text="We built 1,200 homes in two years. Crime fell by 20% in Harl.")
    run_the_worker()
    assert {claim.speaker_label for claim in Claim.objects.all()} == {speaker}
    assert Claim.objects.count() == 2


def test_the_same_text_sent_twice_is_one(enter: Any, client: Client) -> None:
    first, second = enter().url, enter().url
    assert first == second
    assert BatchFile.objects.count() == 1
    run_the_worker()
    other = enter(title="Once more").url  # the same words at the same address
    run_the_worker()
    shown = client.get(other, follow=True).content.decode()
    assert "This text was at the desk already." in shown
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("text", "  ", "This field is required."),
        ("published", "the day after", "the day after"),
        ("url", "not an address", "not an address"),
        ("speaker", "Ada: we built 1,200 homes", "A name has no colon."),
        ("text", "x" * 2_000_001, "more than the 2,000,000"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once_and_stays_in_the_form(
    enter: Any, field: str, value: str, reason: str
) -> None:
    response = enter(**{field: value})
    page = response.content.decode()
    assert reason in page
    if field != "text":
        assert "We built 1,200 homes in two years." in page
    assert not Batch.objects.exists()


def test_where_no_worker_runs_the_page_says_so_and_the_text_is_read_later(
    enter: Any, client: Client
) -> None:
    waiting = enter().url
    Batch.objects.update(created_at="2025-09-01T10:00Z")
    assert "No worker has read it yet" in client.get(waiting).content.decode()
    run_the_worker()
    assert Claim.objects.count() == 2
