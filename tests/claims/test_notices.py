"""What people are told: of what, who, once, in the app, by mail and by the webhook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from claims import checks, tasks
from claims.management.commands.db_worker import looking_round
from claims.models import Claim, Delivery, Notice, User, Worker
from claims.models.deliveries import PAUSES
from tests.making import make_claim, make_many, shown_to

pytestmark = pytest.mark.django_db
SECRET = "whsec_" + "c2VjcmV0" * 5
TOMORROW = timezone.localdate() + timedelta(days=1)


def told(who: User) -> list[str]:
    return list(Notice.objects.filter(recipient=who).order_by("pk").values_list("kind", flat=True))


def jobs() -> list[tuple[str, list[Any]]]:
    rows = DBTaskResult.objects.order_by("enqueued_at")
    return [(row.task_path.rpartition(".")[2], row.args_kwargs["args"]) for row in rows]


# --- of what, and whom ------------------------------------------------------------


def test_who_gets_and_who_had_a_claim_is_told_and_nobody_of_their_own_deed(
    checker: User, checker2: User, editor: User
) -> None:
    claim = make_claim()
    claim.take(checker)
    assert not Notice.objects.exists()
    claim.assign(editor, checker2, TOMORROW, "For the evening.")
    assert (told(checker), told(checker2), told(editor)) == (["assigned"], ["assigned"], [])
    claim.hand_over(checker2, editor, "Half is done.")
    assert (told(checker2), told(editor)) == (["assigned"], ["handed_over"])
    claim.assign(editor, editor)
    assert told(editor) == ["handed_over"]
    page = shown_to(checker2, "/notices/")
    assert "editor assigned a claim to you" in page
    assert "For the evening." in page
    assert "gave your claim to checker2" in shown_to(checker, "/notices/")
    assert "handed a claim over to you" in shown_to(editor, "/notices/")


def test_a_claim_that_wakes_tells_its_owner_unless_they_woke_it_or_are_gone(
    checker: User, checker2: User
) -> None:
    for owner in (checker, checker2):
        claim = make_claim(wording=f"The dam of {owner}")
        claim.take(owner)
        claim.hold(owner, "They answer then.", TOMORROW)
    Claim.objects.get(assignee=checker).wake(checker)
    User.objects.filter(pk=checker2.pk).update(is_active=False)
    Claim.objects.get(assignee=checker2).wake()
    assert not Notice.objects.exists()


def test_what_is_due_is_told_once_a_day_that_is_set(checker: User, editor: User) -> None:
    claims = make_many(3)
    today = timezone.localdate()
    for claim, days in zip(claims, (1, -1, 2), strict=True):
        claim.take(checker)
        Claim.objects.filter(pk=claim.pk).update(due_on=today + timedelta(days=days))
    for _time in range(2):
        tasks.tell_due.call()
    assert told(checker) == ["due_tomorrow", "overdue"]
    Claim.objects.filter(pk=claims[1].pk).update(due_on=today - timedelta(days=2))
    tasks.tell_due.call()
    assert told(checker) == ["due_tomorrow", "overdue", "overdue"]
    assert "Overdue since" in shown_to(checker, "/notices/")


# --- in the app --------------------------------------------------------------------


def test_ten_thousand_unread_are_counted_shown_and_read_without_delay(
    checker: User, checker2: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    claim = make_claim()
    days = (timezone.localdate() - timedelta(days=n) for n in range(10_000))
    Notice.objects.bulk_create(
        Notice(recipient=checker, kind="overdue", claim=claim, due_on=day) for day in days
    )
    other = Notice.objects.create(
        recipient=checker2, kind="overdue", claim=claim, due_on=timezone.localdate()
    )
    client = Client()
    client.force_login(checker)
    with django_assert_max_num_queries(10):
        page = client.get("/notices/").content.decode()
    assert page.count('class="notice unread"') == 50
    assert ">99+<" in page
    mine = Notice.objects.filter(recipient=checker)
    newest, late = mine.order_by("-pk")[1], mine.order_by("-pk")[0]
    client.post("/notices/read/", {"notice": other.pk})
    client.post("/notices/read/", {"newest": newest.pk})
    assert list(mine.unread()) == [late]  # it came after the page was made
    assert Notice.objects.unread().filter(recipient=checker2).exists()
    client.post("/notices/read/", {"notice": late.pk})
    assert "count-new" not in client.get("/notices/").content.decode()


# --- by mail -----------------------------------------------------------------------


def test_a_notice_is_mailed_once_by_the_worker_unless_its_kind_is_not_wanted(
    checker: User, editor: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    User.objects.filter(pk=checker.pk).update(email="checker@example.org")
    checker.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        make_claim().assign(editor, checker, TOMORROW, "Soon,\nplease.")
        assert not jobs()
    ((name, (notice,)),) = jobs()
    assert name == "mail_notice"
    assert not mail.outbox
    for _time in range(2):
        tasks.mail_notice.call(notice)
    (sent,) = mail.outbox
    assert sent.to == ["checker@example.org"]
    assert sent.subject.startswith("Claimdesk: editor assigned a claim to you: The Harl dam")
    assert "please." in sent.body
    assert "/accounts/notices/" in sent.body

    client = Client()
    client.force_login(checker)
    client.post("/accounts/notices/", {"kinds": ["overdue", "woken"]})
    with django_capture_on_commit_callbacks(execute=True):
        make_claim(wording="Another").assign(editor, checker)
    assert len(jobs()) == 1
    assert told(checker) == ["assigned", "assigned"]
    assert 'value="overdue" id="id_kinds_10" checked' in shown_to(checker, "/accounts/notices/")


# --- by the webhook -----------------------------------------------------------------


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Any]:
    """A real server that answers with the statuses it is given, and keeps what it got."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.got.append((dict(self.headers), body))
            self.send_response(server.statuses.pop(0))
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            """Nobody reads it."""

    server: Any = HTTPServer(("127.0.0.1", 0), Answers)
    server.got, server.statuses = [], []
    settings.WEBHOOK_URL = f"http://127.0.0.1:{server.server_port}/hook"
    settings.WEBHOOK_SECRET = SECRET
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_message_is_signed_and_tried_again_under_the_same_id_until_it_arrives(
    receiver: Any,
    checker: User,
    editor: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        claim = make_claim()
        claim.assign(editor, checker)
    delivery = Delivery.objects.get()
    assert jobs() == [("deliver", [delivery.pk])]
    receiver.statuses = [500, 302, 204]
    for _attempt in range(4):  # the last finds that it has arrived
        with django_capture_on_commit_callbacks(execute=True):
            tasks.deliver.call(delivery.pk)
    assert [name for name, _args in jobs()] == ["deliver"] * 3
    assert len(receiver.got) == 3
    assert {headers["webhook-id"] for headers, _body in receiver.got} == {str(delivery.message_id)}
    headers, body = receiver.got[-1]
    message = Webhook(SECRET).verify(body, headers)
    assert message["type"] == "claim.assigned"
    assert message["data"]["claim"]["id"] == claim.pk
    assert (message["data"]["by"], message["data"]["to"]) == ("editor", ["checker"])
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body + b" ", headers)
    delivery.refresh_from_db()
    assert (delivery.attempts, delivery.problem) == (3, "")
    assert delivery.delivered_at
    assert json.loads(body)["data"]["url"].endswith(f"/claims/{claim.pk}/#check")


def test_a_message_that_never_arrives_is_given_up_and_one_that_was_lost_taken_up(
    checker: User, editor: User, settings: Settings
) -> None:
    settings.WEBHOOK_URL, settings.WEBHOOK_SECRET = "http://127.0.0.1:1/", SECRET
    make_claim().assign(editor, checker)
    delivery = Delivery.objects.get()
    for problem in ("The receiver answered with status 500.",) * (len(PAUSES) + 3):
        delivery.note(problem)
    assert delivery.attempts == len(PAUSES) + 1
    assert delivery.failed_at
    assert list(Delivery.objects.all().troubled()) == [delivery]

    make_claim(wording="Another").assign(editor, checker)
    lost = Delivery.objects.exclude(pk=delivery.pk)
    lost.update(next_at=timezone.now() - timedelta(hours=1))
    tasks.take_up_lost.call()
    assert lost.get().next_at > timezone.now() - timedelta(minutes=1)


def test_a_webhook_without_a_good_secret_or_address_is_an_error_of_the_installation(
    settings: Settings,
) -> None:
    assert not checks.check_webhook()
    settings.WEBHOOK_URL, settings.WEBHOOK_SECRET = "https://hooks.example", SECRET
    assert not checks.check_webhook()
    for url, secret in (("hooks.example", SECRET), ("https://hooks.example", "whsec_c2hvcnQ=")):
        settings.WEBHOOK_URL, settings.WEBHOOK_SECRET = url, secret
        assert len(checks.check_webhook()) == 1


def test_a_worker_gives_signs_of_life_while_it_runs() -> None:
    with looking_round():
        worker = Worker.objects.alive().get()
        Worker.objects.update(seen_at=timezone.now() - timedelta(minutes=5))
        assert not Worker.objects.alive()
    assert not Worker.objects.filter(pk=worker.pk)
