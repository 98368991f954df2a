"""A running count is one row of the queue; its claims are decided on together or apart."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from django.test import Client

from claims.models import Claim, ClaimLink, User
from claims.queue import follow_links, reject_link, series, undo
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


def count(number: int, day: int, outlet: str = "Vell Courier") -> Claim:
    words = f"The dam has lost {number} litres"
    published = DAY.replace(day=DAY.day + day)
    article = make_article(f"{words}.", published_on=published, outlet=outlet)
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


def test_who_is_contradicted_has_a_row_of_its_own(client: Client, checker: User) -> None:
    sixteen, seventeen = count(16, 0, "Harl Post"), count(17, 1, "Harl Post")
    nineteen, newest = count(19, 1, "Marne Daily"), count(23, 2, "Harl Post")
    for one, other in pairwise((sixteen, seventeen, newest)):
        make_link(one, other, "update")
    make_link(seventeen, nineteen, "contradicts")
    follow_links()
    client.force_login(checker)
    assert stood_for(sixteen) == newest.pk
    shown = listed(client.get(BY_CLAIM).content.decode())
    assert sorted(shown) == sorted([seventeen.pk, nineteen.pk, newest.pk])
    disputed = listed(client.get(f"{BY_CLAIM}&bears=is_disputed").content.decode())
    assert sorted(disputed) == sorted([seventeen.pk, nineteen.pk])


def test_a_series_without_end_hides_nobody(client: Client, checker: User) -> None:
    claims = [count(100 + day, day) for day in range(20)]
    for one, other in pairwise(claims):
        make_link(one, other, "update")
    with patch.object(series, "MOST_MEMBERS", 6):
        follow_links()
    heads = {stood_for(claim) or claim.pk for claim in claims}
    assert {stood_for(Claim.objects.get(pk=head)) for head in heads} == {None}


def test_percent_is_of_the_figure_that_it_is_seen_from(client: Client, checker: User) -> None:
    nineteen, seventeen = count(19, 0), count(17, 1)
    make_link(nineteen, seventeen, "update", difference=-2, percent="-10.5")
    client.force_login(checker)
    page = client.get(f"/claims/{seventeen.pk}/").content.decode()
    assert "+11.8" in page


def test_an_update_that_turns_out_to_contradict_parts_the_series(
    checker: User, toll: list[Claim]
) -> None:
    for link in ClaimLink.objects.filter(other=toll[2]):
        link.relation, link.is_told = "different_figure", False
        link.save(update_fields=["relation", "is_told"])
    follow_links()
    assert stood_for(toll[1]) is None
    assert stood_for(toll[0]) == toll[1].pk
