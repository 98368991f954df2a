"""The dashboard: what the worker counts, and a page that asks for no more as claims grow."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Claim, ClaimCount, User
from claims.queue import undo
from tests.making import make_article, make_claim, make_many, shown_to
from verification.desk import measuring
from verification.models import PERIODS, Tally, VerdictVersion

pytestmark = pytest.mark.django_db


def counted(name: str, days: int = 30) -> dict[str, list[Any]]:
    return {row["of"]: row["numbers"] for row in Tally.objects.of(days)[name].rows}


def test_work_is_counted_by_person_and_outlet_and_what_was_undone_is_not(
    checker: User, checker2: User, editor: User
) -> None:
    article = make_article(outlet="Marrow Post")
    one, two, three = (
        make_claim(article, words, figure="")
        for words in ("The Harl dam", "holds 40", "its keeper")
    )
    one.pick(checker)
    two.dismiss(checker, "not_a_claim")
    undo(three.set_aside(checker2), checker2)
    measuring.recount()
    assert counted("people") == {"checker": [1, 0, 1, 0, 0]}
    assert counted("outlets") == {"Marrow Post": [1, 0, 1, 0, 0]}
    assert counted("flow")[str(timezone.localdate())] == [3, 2]
    page = shown_to(editor, "/dashboard/")
    assert re.search(r'<a href="/queue/\?by=claim&amp;state=all&amp;outlet=\d+">Marrow Post', page)


def test_the_queue_is_counted_by_age_and_state_and_a_period_leaves_out_what_lies_before(
    checker: User, editor: User
) -> None:
    now = timezone.now()
    for days in (0, 1, 4, 40):
        claim = make_claim(wording=f"Waits {days}")
        Claim.objects.filter(pk=claim.pk).update(waits_since=now - timedelta(days=days, hours=1))
    old = make_claim(wording="Old work")
    old.pick(checker)
    ClaimCount.objects.recount()
    measuring.recount()
    assert counted("ages") == {"0": [1], "1": [1], "2": [0], "3": [1], "7": [0], "30": [1]}
    assert all(counted("people", days) == {"checker": [1, 0, 0, 0, 0]} for days in PERIODS)
    assert measuring.MEASURES["people"](now + timedelta(hours=1)) == []
    page = " ".join(shown_to(editor, "/dashboard/?days=90").split())
    assert re.search(r"<th scope=.row. dir=.auto.> new </th> <td class=.num.>4</td>", page)
    assert "3 to 6 days" in page


def test_verdicts_are_counted_by_rating_and_speaker_with_the_time_they_took(
    signed: VerdictVersion, auditor: User
) -> None:
    measuring.recount()
    assert counted("ratings") == {"Mostly true": [1]}
    spans = counted("time")
    assert list(spans) == ["found", "begun", "submitted"]
    assert all(numbers[0] == 1 and numbers[1] <= numbers[2] for numbers in spans.values())
    client = Client()
    client.force_login(auditor)
    out = client.get("/dashboard/ratings/export/?days=7")
    lines = b"".join(out.streaming_content).decode().removeprefix("\ufeff")  # type: ignore[attr-defined]
    assert list(csv.DictReader(StringIO(lines))) == [{"Rating": "Mostly true", "Checks": "1"}]
    assert "dashboard-verdicts-by-rating-7-days" in out["Content-Disposition"]
    assert client.get("/dashboard/nothing/export/").status_code == 404
    assert client.get("/dashboard/?days=x").status_code == 200


@given(st.lists(st.integers(0, 99), min_size=1, max_size=30), st.sampled_from([50, 90]))
def test_so_many_percent_of_the_values_lie_within_the_percentile(
    values: list[int], percent: int
) -> None:
    values.sort()
    found = measuring.percentile(values, percent)
    assert found is not None
    assert found in values
    assert sum(value <= found for value in values) >= len(values) * percent / 100
    assert sum(value < found for value in values) < len(values) * percent / 100


def test_the_page_asks_as_much_for_three_claims_as_for_three_hundred_and_before_any_count(
    checker: User,
) -> None:
    client = Client()
    client.force_login(checker)
    assert "The worker has not counted yet" in client.get("/dashboard/").content.decode()
    asked = []
    for number in (3, 300):
        make_many(number)
        ClaimCount.objects.recount()
        measuring.recount()
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/dashboard/").content.decode()
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12
    assert "style=" not in page
    assert page.count("<title") >= 4
