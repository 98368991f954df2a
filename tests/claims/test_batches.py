"""Batches on the web: uploading, watching, stopping, resuming."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from claims import tasks
from claims.intake import importing
from claims.models import Article, Batch, BatchFile, BatchRow, Outlet, Refused, User
from claims.views import batch_forms
from tests.working import run_the_worker

pytestmark = pytest.mark.django_db

BRIDGE = """---
title: Bridge repairs to cost more
outlet: Vale Herald
published: 2025-10-02
---
The repair of the bridge will cost EUR4.2 million, the council said on Thursday.
"""
MARCH = (
    '{"text": "About 3,000 people marched in Vell on Saturday, police said.", '
    '"outlet": "Vale Herald", "published": "2025-10-04"}\n'
    "not json\n"
)


def a_file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


@pytest.fixture
def upload(
    client: Client, administrator: User, django_capture_on_commit_callbacks: Any
) -> Callable[..., Any]:
    """Posts the form as the administrator; jobs are enqueued as after a commit."""
    client.force_login(administrator)

    def post(*files: SimpleUploadedFile, **fields: str) -> Any:
        data = {"name": "Thursday", "for_queue": "on", **fields, "files": list(files)}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post("/batches/", data)

    return post


def test_uploaded_files_are_kept_under_their_hash_and_a_job_waits(
    upload: Callable[..., Any],
) -> None:
    response = upload(a_file("bridge.txt", BRIDGE), a_file("march.jsonl", MARCH))
    batch = Batch.objects.get()
    assert response.url == f"/batches/{batch.pk}/"
    assert batch.state == Batch.State.WAITING
    assert str(batch.created_by) == "admin"
    files = {file.name: file.path.read_bytes().decode() for file in batch.files.all()}
    assert files == {"bridge.txt": BRIDGE, "march.jsonl": MARCH}
    assert [file.path.name for file in batch.files.all()] == [
        file.sha256 for file in batch.files.all()
    ]
    assert DBTaskResult.objects.get().args_kwargs["args"] == [batch.pk]


def test_the_worker_imports_them_and_the_page_tells_of_each_bad_row(
    upload: Callable[..., Any], client: Client
) -> None:
    upload(
        a_file("bridge.txt", BRIDGE),
        a_file("march.jsonl", MARCH),
        a_file("nothing.txt", ""),
        a_file("columns.csv", "a,b\n1,2\n"),
    )
    run_the_worker()
    batch = Batch.objects.get()
    assert batch.state == Batch.State.DONE
    assert Article.objects.filter(outlet__name="Vale Herald").count() == 2
    page = client.get(f"/batches/{batch.pk}/").content.decode()
    for file, reason in [
        ("march.jsonl", "Line 2 is not valid JSON"),
        ("nothing.txt", "The file is empty."),
        ("columns.csv", "names no column"),
    ]:
        assert file in page
        assert reason in page
    assert f"/queue/?by=claim&amp;batch={batch.pk}" in page


def test_an_archive_is_a_folder_of_articles(upload: Callable[..., Any]) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("thursday/bridge.txt", BRIDGE)
        members.writestr("saturday/march.jsonl", MARCH)
    upload(a_file("week.zip", archive.getvalue()))
    run_the_worker()
    assert set(BatchRow.objects.values_list("file", "outcome")) == {
        ("week.zip/thursday/bridge.txt", "created"),
        ("week.zip/saturday/march.jsonl", "created"),
        ("week.zip/saturday/march.jsonl", "failed"),
    }


def test_a_file_uploaded_twice_creates_nothing_the_second_time(
    upload: Callable[..., Any],
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    upload(a_file("again.txt", BRIDGE), name="Friday")
    run_the_worker()
    assert Article.objects.count() == 1
    assert sorted(BatchRow.objects.values_list("outcome", flat=True)) == ["created", "unchanged"]
    one, other = BatchFile.objects.all()
    assert one.path == other.path


def test_two_files_of_one_name_are_both_imported(upload: Callable[..., Any]) -> None:
    upload(a_file("a.txt", "He ate 3 pies."), a_file("a.txt", "She ate 4 pies."))
    assert set(BatchFile.objects.values_list("name", flat=True)) == {"a.txt", "a (2).txt"}


def test_a_name_that_is_taken_is_refused_and_what_was_typed_is_kept(
    upload: Callable[..., Any],
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    response = upload(a_file("march.jsonl", MARCH), outlet_name="Vell Gazette")
    page = response.content.decode()
    assert "There is already a batch of that name" in page
    assert 'value="Thursday"' in page
    assert 'value="Vell Gazette"' in page
    assert Batch.objects.count() == 1


def test_a_full_disk_is_said_and_leaves_nothing_half_stored(
    upload: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    response = upload(a_file("a.txt", "A dam broke."), name="Tuesday’s papers")
    assert response.status_code == 200
    assert "The disk is full, so the file was not stored." in response.content.decode()
    assert 'value="Tuesday’s papers"' in response.content.decode()
    assert not Batch.objects.exists()
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("fields", "files", "message"),
    [
        ({}, [("song.mp3", "la")], "“song.mp3” is of a type that is not read"),
        ({}, [], "This field is required"),
        ({}, [("long.txt", "x" * 21)], "“long.txt” has 0 MB"),
        ({"name": ""}, [("a.txt", "x")], "This field is required"),
        ({"published": "yesterday"}, [("a.txt", "x")], "yesterday"),
    ],
)
def test_what_cannot_be_imported_is_refused_with_its_reason(
    upload: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    fields: dict[str, str],
    files: list[tuple[str, str]],
    message: str,
) -> None:
    monkeypatch.setattr(batch_forms, "LARGEST_FILE", 20)
    response = upload(*(a_file(name, content) for name, content in files), **fields)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert "Nothing was imported" in response.content.decode()
    assert not Batch.objects.exists()


def test_every_file_that_cannot_be_read_is_named_at_once(upload: Callable[..., Any]) -> None:
    page = upload(a_file("a.mp3", "x"), a_file("b.txt", "x"), a_file("c.exe", "x")).content.decode()
    assert "“a.mp3”" in page
    assert "“c.exe”" in page
    assert "“b.txt”" not in page


def test_outlet_and_date_stand_in_where_an_article_gives_none(upload: Callable[..., Any]) -> None:
    Outlet.objects.create(name="Vell Gazette")
    upload(a_file("a.txt", "Ten men left."), outlet_name="vell gazette", published="2025-10-06")
    run_the_worker()
    article = Article.objects.get()
    assert str(article.outlet) == "Vell Gazette"
    assert article.published_on.isoformat() == "2025-10-06"


def test_an_outlet_nobody_knows_yet_is_made(upload: Callable[..., Any]) -> None:
    upload(a_file("a.txt", "Ten men left."), outlet_name="Harrow Mail")
    assert str(Batch.objects.get().outlet) == "Harrow Mail"


def test_an_archive_of_old_articles_stays_out_of_the_worklist(upload: Callable[..., Any]) -> None:
    upload(a_file("bridge.txt", BRIDGE), for_queue="")
    run_the_worker()
    assert not Batch.objects.get().for_queue
    assert not Article.objects.open().exists()


# --- watching, stopping, resuming -------------------------------------------


def a_batch(**fields: Any) -> Batch:
    return Batch.objects.create(**{"name": "Thursday", **fields})


def test_the_page_asks_for_what_moves_and_reloads_when_it_is_over(
    client: Client, checker: User
) -> None:
    client.force_login(checker)
    batch = a_batch(state="running", moved_at=timezone.now(), articles_found=9, articles_done=4)
    assert 'hx-trigger="every 1s"' in client.get(f"/batches/{batch.pk}/").content.decode()
    moving = client.get(f"/batches/{batch.pk}/", headers={"HX-Request": "true"})
    assert "4 of 9 articles" in moving.content.decode()
    assert "<html" not in moving.content.decode()
    Batch.objects.update(state="done")
    over = client.get(f"/batches/{batch.pk}/", headers={"HX-Request": "true"})
    assert over.headers["HX-Refresh"] == "true"


def test_a_batch_that_waits_is_stopped_and_its_job_does_nothing(
    upload: Callable[..., Any], client: Client
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    batch = Batch.objects.get()
    response = client.post(f"/batches/{batch.pk}/stop/", follow=True)
    assert "“Thursday” stops" in response.content.decode()
    run_the_worker()
    batch.refresh_from_db()
    assert batch.state == Batch.State.STOPPED
    assert not Article.objects.exists()


def test_a_stopped_batch_is_resumed_by_a_new_job(
    upload: Callable[..., Any], client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    batch = Batch.objects.get()
    client.post(f"/batches/{batch.pk}/stop/")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/batches/{batch.pk}/resume/")
    run_the_worker()
    batch.refresh_from_db()
    assert batch.state == Batch.State.DONE
    assert not batch.stop_requested
    assert Article.objects.count() == 1
    told = [(event.kind, str(event.actor)) for event in batch.events.order_by("pk")]
    assert told == [("stopped", "admin"), ("resumed", "admin"), ("imported", "admin")]


def test_the_worker_hears_that_a_running_batch_shall_stop(
    upload: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, administrator: User
) -> None:
    upload(a_file("bridge.txt", BRIDGE), a_file("march.jsonl", MARCH))
    batch = Batch.objects.get()
    monkeypatch.setattr(importing, "SECONDS_BETWEEN_REPORTS", 0)

    def stop_after_the_first(stage: str, done: int, total: int | None) -> None:
        if done == 1:
            Batch.objects.get().stop(administrator)

    with pytest.raises(importing.Stopped):
        importing.run_batch(batch, stop_after_the_first)
    batch.refresh_from_db()
    assert batch.state == Batch.State.STOPPED
    assert Article.objects.count() == 1


def test_a_batch_that_was_cut_off_says_so_and_can_be_resumed(
    upload: Callable[..., Any], client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    DBTaskResult.objects.update(status="RUNNING")
    Batch.objects.update(state="running", moved_at=timezone.now() - timedelta(minutes=3))
    batch = Batch.objects.get()
    page = client.get(f"/batches/{batch.pk}/").content.decode()
    assert "stalled" in page
    assert "the worker was cut off" in page
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/batches/{batch.pk}/resume/")
    run_the_worker()
    assert Batch.objects.get().state == Batch.State.DONE


@pytest.mark.parametrize(
    ("verb", "why"), [("stop", "not under way"), ("resume", "not been stopped")]
)
def test_a_batch_that_is_done_is_neither_stopped_nor_resumed(
    client: Client, administrator: User, verb: str, why: str
) -> None:
    client.force_login(administrator)
    batch = a_batch(state="done")
    assert why in client.post(f"/batches/{batch.pk}/{verb}/", follow=True).content.decode()
    assert Batch.objects.get().state == Batch.State.DONE
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize(("verb", "state"), [("stop", "running"), ("resume", "stopped")])
def test_only_who_imports_stops_and_resumes(editor: User, verb: str, state: str) -> None:
    batch = a_batch(state=state, moved_at=timezone.now())
    with pytest.raises(Refused, match="administrators"):
        getattr(batch, verb)(editor)


def test_a_job_that_fails_leaves_a_batch_to_resume(
    upload: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(a_file("bridge.txt", BRIDGE))
    batch = Batch.objects.get()
    BatchFile.objects.get().path.unlink()
    with pytest.raises(FileNotFoundError):
        tasks.run_batch.call(batch.pk)
    batch.refresh_from_db()
    assert batch.can_resume


# --- who sees what ----------------------------------------------------------


def test_the_form_is_for_those_who_may_import(client: Client, checker: User) -> None:
    client.force_login(checker)
    page = client.get("/batches/").content.decode()
    assert "<form" not in page.split("<main", 1)[1].split("</main>", 1)[0]
    assert "Ask an administrator" in page


def test_nobody_else_imports(client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.post("/batches/", {"name": "Mine", "files": [a_file("a.txt", "x")]})
    assert response.status_code == 403
    assert not Batch.objects.exists()


def test_the_list_tells_of_each_outcome(upload: Callable[..., Any], client: Client) -> None:
    upload(a_file("march.jsonl", MARCH))
    run_the_worker()
    page = client.get("/batches/").content.decode()
    assert '<td class="num trouble" data-label="Failed">1</td>' in " ".join(page.split())


def test_names_are_shown_as_text(client: Client, administrator: User) -> None:
    client.force_login(administrator)
    batch = a_batch(name="<script>alert(1)</script>", state="done")
    batch.rows.create(file="<b>.txt", row=1, outcome="failed", problem="<i>no</i>")
    for path in ("/batches/", f"/batches/{batch.pk}/"):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<b>.txt" not in page
        assert "<i>no" not in page


def test_the_list_takes_the_same_number_of_queries_however_long_it_is(
    client: Client, auditor: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(auditor)

    def count_queries() -> int:
        with django_assert_max_num_queries(20) as queries:
            client.get("/batches/")
        return len(queries)

    def add(numbers: range) -> None:
        for number in numbers:
            batch = a_batch(name=str(number), state="done", created_by=auditor)
            batch.rows.create(file="a.txt", row=1, outcome="failed", problem="no")

    add(range(2))
    few = count_queries()
    add(range(2, 40))
    assert count_queries() == few


def test_older_batches_are_a_page_further(client: Client, auditor: User) -> None:
    client.force_login(auditor)
    Batch.objects.bulk_create(Batch(name=f"batch {number}") for number in range(30))
    first = client.get("/batches/")
    assert "batch 29<" in first.content.decode()
    assert "batch 0<" not in first.content.decode()
    second = client.get("/batches/", {"after": first.context["page"].after})
    assert "batch 0<" in second.content.decode()
