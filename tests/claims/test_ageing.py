"""Recency fades, what nobody picks is set aside, and each round is done once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims import jobs, tasks
from claims.models import Article, Chore, Claim, Event, QueueEntry, User
from claims.queue import refresh_recency, set_old_aside
from tests.at_once import at_once
from tests.making import make_claim, make_many, states

pytestmark = pytest.mark.django_db


def recent(claim: Claim, days: int, points: int) -> None:
    """The claim was published so many days ago and has these points for it."""
    day = timezone.localdate() - timedelta(days=days)
    Claim.objects.filter(pk=claim.pk).update(
        newest_on=day, recency=points, priority=claim.priority + points
    )


def waited(claim: Claim, **time: int) -> None:
    since = timezone.now() - timedelta(**time)
    Claim.objects.filter(pk=claim.pk).update(waits_since=since)


def test_recency_halves_each_day_and_queue_and_articles_follow(
    django_assert_max_num_queries,
) -> None:
    claims = make_many(5)
    for claim, (days, points) in zip(
        claims, [(0, 32), (1, 32), (3, 16), (9, 4), (-2, 32)], strict=True
    ):
        recent(claim, days, points)
    assert refresh_recency() == 3
    now = Claim.objects.order_by("pk")
    assert list(now.values_list("recency", flat=True)) == [32, 16, 4, 0, 32]
    assert list(now.values_list("priority", flat=True)) == [32, 17, 6, 3, 36]
    entries = QueueEntry.objects.filter(outlet__isnull=False).order_by("claim_id")
    # Entries follow where something changed; the others were given their points by hand above.
    assert list(entries.values_list("priority", flat=True))[1:4] == [17, 6, 3]
    assert Article.objects.get().top_priority == 36
    assert now[0].all_parts[0]["points"] == 32
    with django_assert_max_num_queries(4):
        assert refresh_recency() == 0
    assert refresh_recency(timezone.localdate() + timedelta(days=40)) == 4


def test_what_nobody_picked_goes_as_one_deed_that_an_editor_takes_back(
    settings, checker: User, editor: User
) -> None:
    settings.SET_ASIDE_DAYS = 3
    old, older, young, picked = make_many(4)
    picked.pick(checker)
    for claim in (old, older, picked):
        waited(claim, days=3, minutes=1)
    waited(young, days=2, hours=23)
    assert set_old_aside() == 2
    assert states([old, older, young, picked]) == ["set_aside", "set_aside", "new", "queued"]
    event = Event.objects.get(kind="set_aside")
    assert (event.actor, event.payload) == (None, {"why": "age", "days": 3})
    assert Article.objects.get().open_claims == 1
    assert set_old_aside() == 0

    desk = Client()
    desk.force_login(checker)
    assert f'name="event" value="{event.pk}"' not in desk.get("/set-aside/").content.decode()
    desk.post("/undo/", {"event": event.pk})
    assert states([old]) == ["set_aside"]
    desk.force_login(editor)
    page = desk.get("/set-aside/").content.decode()
    assert "nobody picked it in time" in page
    assert f'name="event" value="{event.pk}"' in page
    desk.post("/undo/", {"event": event.pk})
    assert states([old, older]) == ["new", "new"]
    assert set_old_aside() == 0  # they wait again from now on
    assert "undone by editor" in desk.get("/set-aside/").content.decode()

    settings.SET_ASIDE_DAYS = 0
    waited(old, days=400)
    assert set_old_aside() == 0


def test_the_list_of_deeds_takes_the_same_queries_for_one_and_for_many(
    editor: User,
) -> None:
    desk = Client()
    desk.force_login(editor)
    counts = []
    for number in (1, 30):
        for claim in make_many(number):
            claim.set_aside(editor)
        with CaptureQueriesContext(connection) as asked:
            assert desk.get("/set-aside/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_each_round_is_given_to_one_worker_whatever_the_clock_did() -> None:
    every = {"a": timedelta(hours=1), "b": timedelta(hours=1)}
    assert Chore.objects.take_due(every) == ["a", "b"]
    assert Chore.objects.take_due(every) == []
    Chore.objects.filter(job="a").update(due_at=timezone.now() - timedelta(days=7))
    assert Chore.objects.take_due(every) == ["a"]  # once, though a week was missed
    Chore.objects.filter(job="b").update(due_at=timezone.now() + timedelta(days=300))
    assert Chore.objects.take_due(every) == ["b"]  # the clock had been ahead


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_both_take_a_round_or_set_a_claim_aside_twice() -> None:
    claims = make_many(40)
    for claim in claims:
        waited(claim, days=9)

    def work() -> tuple[list[str], int]:
        return Chore.objects.take_due(jobs.EVERY), set_old_aside()

    answers = at_once(work, work)
    assert sorted(job for taken, _number in answers for job in taken) == sorted(jobs.EVERY)
    assert sum(number for _taken, number in answers) == 40
    assert Event.objects.filter(kind="set_aside").count() == 1


def test_the_jobs_do_what_their_names_say() -> None:
    claim = make_claim()
    waited(claim, days=9)
    for job in (tasks.refresh_recency, tasks.set_old_aside):
        job.call()
    assert states([claim]) == ["set_aside"]
