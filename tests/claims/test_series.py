"""A running count is one row of the queue; its claims are decided on together or apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.test import Client

from claims.models import Claim, User
from claims.queue import follow_links, reject_link, undo
from tests.making import DAY, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db

BY_CLAIM = "/queue/?by=claim"


@pytest.fixture
def toll() -> list[Claim]:
    """16, 17 and 23 litres, day after day, each an update of the one before."""
    claims = [count(number, day) for day, number in enumerate((16, 17, 23))]
    for one, other in pairwise(claims):
        make_link(one, other, "update")
    follow_links()
    return claims


def count(number: int, day: int) -> Claim:
    words = f"The dam has lost {number} litres"
    published = DAY.replace(day=DAY.day + day)
    article = make_article(f"{words}.", published_on=published)
    return make_claim(article, words, figure=f"{number} litres", value=number, speaker="")


def listed(page: str) -> list[int]:
    """The claims that have a row of their own."""
    return [int(part.split('"')[0]) for part in page.split('<tr id="claim-')[1:]]


def stood_for(claim: Claim) -> int | None:
    return Claim.objects.get(pk=claim.pk).shown_in_id


def test_the_newest_stands_for_the_series_and_its_row_shows_all(
    client: Client, checker: User, toll: list[Claim]
) -> None:
    alone = make_claim()
    client.force_login(checker)
    page = client.get(BY_CLAIM).content.decode()
    assert sorted(listed(page)) == sorted([toll[2].pk, alone.pk])
    series = page.split('<details class="series">')[1]
    assert " ".join(series.split("</summary>")[0].split()).endswith(
        "16 litres → 17 litres → 23 litres"
    )


def test_a_search_and_other_states_show_each(
    client: Client, checker: User, toll: list[Claim]
) -> None:
    client.force_login(checker)
    assert len(listed(client.get(f"{BY_CLAIM}&q=dam").content.decode())) == 3
    assert len(listed(client.get(f"{BY_CLAIM}&state=all").content.decode())) == 3


def test_they_are_picked_together(client: Client, checker: User, toll: list[Claim]) -> None:
    client.force_login(checker)
    page = client.get(BY_CLAIM).content.decode()
    form = page.split('<details class="series">')[1].split("</form>")[0].split("<form")[1]
    values = [part.split('value="')[1].split('"')[0] for part in form.split('name="claim"')[1:]]
    assert len(values) == 3
    client.post("/claims/triage/", {"verb": "pick", "claim": values, "next": BY_CLAIM})
    assert set(Claim.objects.values_list("state", flat=True)) == {"queued"}


def test_what_is_decided_on_apart_leaves_the_rest_a_series(
    checker: User, toll: list[Claim]
) -> None:
    event = toll[2].set_aside(checker)
    assert [stood_for(claim) for claim in toll] == [None, None, None]
    follow_links()
    assert [stood_for(claim) for claim in toll] == [toll[1].pk, None, None]
    undo(event, checker)
    follow_links()
    assert [stood_for(claim) for claim in toll] == [toll[2].pk, toll[2].pk, None]


def test_a_rejected_update_parts_the_series(checker: User, toll: list[Claim]) -> None:
    reject_link(toll[1].links.get(), checker)
    follow_links()
    assert [stood_for(claim) for claim in toll] == [toll[1].pk, None, None]
