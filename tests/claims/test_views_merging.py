"""Merging, taking apart and splitting as pages, for everybody who reads and types."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim, Speaker, User
from claims.queue import merge
from tests.making import (
    DAY,
    JUST_SEEN,
    make_article,
    make_claim,
    make_many,
    mention_claim,
)
from tests.merging import settled

pytestmark = pytest.mark.django_db

SAME = "The dam at Harl holds 40 million litres"


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


@pytest.fixture
def dam() -> Claim:
    return make_claim()


@pytest.fixture
def same() -> Claim:
    return make_claim(make_article(f"{SAME}.", outlet="Osk Echo"), SAME)


def tree(response: Any) -> Any:
    return html.fromstring(response.content.decode())


def the_form(response: Any) -> dict[str, str]:
    """What the button that merges sends."""
    (form,) = tree(response).xpath("//form[@method='post'][contains(@action, '/merge/')]")
    return dict(form.fields)


def words(response: Any) -> str:
    """The page's text, with every space one."""
    return " ".join(
        html.fromstring(response.content.decode()).find(".//main").text_content().split()
    )


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def likely(desk: Client, claim: Claim) -> list[str]:
    page = tree(desk.get(f"/claims/{claim.pk}/merge/"))
    return page.xpath("//ol[@class='likely']//a/@href")


def test_it_proposes_what_may_be_the_same_and_nothing_else(desk: Client, dam: Claim) -> None:
    same = make_claim(make_article(f"{SAME}."), SAME)
    unsaid = make_claim(make_article("The Harl dam holds 41 million litres."), speaker="")
    for wording, speaker, day in (
        ("The Osk ferry costs nine crowns", "Ada Wyle", DAY),  # other words
        (SAME, "Orrin Vale", DAY),  # another speaker
        (SAME, "Ada Wyle", DAY.replace(month=1)),  # long before
    ):
        make_claim(make_article(f"{wording}.", published_on=day), wording, speaker=speaker)
    here = f"/claims/{dam.pk}/merge/?into="
    assert sorted(likely(desk, dam)) == sorted([f"{here}{same.pk}", f"{here}{unsaid.pk}"])
    Speaker.objects.all().update(merged_into=None)
    page = words(desk.get(f"/claims/{make_claim(speaker='', wording='Ice melts').pk}/merge/"))
    assert "No other claim of a month before or after" in page


@pytest.mark.parametrize("typed", ["{pk}", "#{pk}", "http://testserver/claims/{pk}/?a=b#mentions"])
def test_number_and_address_show_both_and_a_click_merges(
    desk: Client, dam: Claim, same: Claim, typed: str
) -> None:
    address = f"/claims/{same.pk}/merge/"
    page = desk.get(address, {"into": typed.format(pk=dam.pk)})
    assert "Osk Echo" in words(page)
    assert "Their figures differ" not in words(page)
    form = the_form(page)
    done = desk.post(address, form)
    assert done.url == dam.get_absolute_url()
    assert told(done) == f"Merged “{SAME}” into “{dam}”."
    # A double click, or the back button: it says what has happened, and does nothing twice.
    again = desk.post(address, form)
    assert (again.status_code, again.url) == (302, same.get_absolute_url())
    assert "merged by checker" in told(again)
    shown = words(desk.get(again.url))
    assert f"its mentions, and its check, are those of {dam}" in shown
    asked = desk.post("/undo/")  # after a refusal it says first what that takes back
    assert "merged, " in told(asked)
    desk.post("/undo/")
    assert Claim.objects.get(pk=same.pk).merged_into is None


@pytest.mark.parametrize("typed", ["", "drones", "999999999", "9" * 40, "/claims/new/", "٣"])
def test_what_is_no_claim_is_said_beside_the_field_and_stays_in_it(
    desk: Client, dam: Claim, typed: str
) -> None:
    page = desk.get(f"/claims/{dam.pk}/merge/", {"into": typed})
    assert page.status_code == 422
    field = tree(page).get_element_by_id("id_into")
    assert (field.value or "") == typed
    assert field.get("aria-invalid") == "true"


def test_different_figures_are_shown_and_need_a_tick(desk: Client, dam: Claim) -> None:
    text = "The dam holds 41 million litres of water."
    other = make_claim(make_article(text), text, figure="41 million litres", value=41_000_000)
    address = f"/claims/{other.pk}/merge/"
    page = desk.get(address, {"into": dam.pk})
    assert "Their figures differ: 41 mn litres / 40 mn litres" in words(page)
    typed = {"into": dam.pk, **JUST_SEEN}
    refused = desk.post(address, typed)
    assert (refused.status_code, Claim.objects.get(pk=other.pk).state) == (409, "new")
    desk.post(address, {**typed, "agreed": "1"})
    assert Claim.objects.get(pk=other.pk).merged_into == dam


def test_a_page_that_others_have_overtaken_merges_nothing(
    desk: Client, dam: Claim, same: Claim, checker2: User
) -> None:
    address = f"/claims/{same.pk}/merge/"
    form = the_form(desk.get(address, {"into": dam.pk}))
    dam.dismiss(checker2, "not_a_claim")
    refused = desk.post(address, form)
    assert refused.status_code == 409
    assert "dismissed by checker2" in words(refused)
    assert "was dismissed; reopen it first" in words(desk.get(address, {"into": dam.pk}))


def test_the_way_that_loses_work_is_not_open_and_the_other_is(
    desk: Client, dam: Claim, same: Claim, checker2: User
) -> None:
    same.take(checker2)
    page = desk.get(f"/claims/{same.pk}/merge/?into={dam.pk}")
    assert "is being checked by checker2" in words(page)
    assert "Undo takes it back at once" not in words(page)
    assert f"/claims/{dam.pk}/merge/?into={same.pk}" in page.content.decode()


def test_a_claim_merged_while_somebody_types_keeps_their_text(
    desk: Client, dam: Claim, same: Claim, checker: User, checker2: User
) -> None:
    same.take(checker)
    same.release(checker)
    merge(same, checker2, dam)
    typed = {"number": "1", "reasoning": "The gauge read forty.", **JUST_SEEN}
    page = desk.post(f"/claims/{same.pk}/verdict/", typed)
    assert page.status_code == 409
    assert "The gauge read forty." in page.content.decode()
    assert f"its mentions, and its check, are those of {dam}" in words(page)
    apart = desk.post(f"/claims/{same.pk}/take-apart/")
    assert "Taken apart" in told(apart)
    assert desk.post(f"/claims/{same.pk}/take-apart/").url == same.get_absolute_url()


def test_ticked_mentions_are_split_off_and_those_that_moved_are_told(
    desk: Client, dam: Claim, same: Claim, checker2: User
) -> None:
    more = [mention_claim(dam, make_article(outlet=f"Paper {n}")).pk for n in range(200)]
    settled(dam, same)
    address = f"/claims/{dam.pk}/split/"
    page = tree(desk.get(address))
    assert len(page.xpath("//input[@name='mention']")) == 201
    (made_on,) = page.xpath("//input[@name='made_on']/@value")
    same.mentions.model.objects.filter(pk__in=more[:3]).update(claim=same)
    empty = desk.post(address, {"made_on": made_on})
    assert empty.status_code == 409
    assert "Tick the mentions that are another claim." in words(empty)
    done = desk.post(address, {"mention": more, "made_on": made_on})
    new = Claim.objects.get(pk=done.url.split("/")[2])
    assert "3 mentions have moved on since and stay where they are." in told(done)
    assert (new.mentions_count, Claim.objects.get(pk=dam.pk).mentions_count) == (197, 1)
    # From a stale page nothing is split, and the ticks stay.
    stale = desk.post(f"/claims/{new.pk}/split/", {"mention": more[9], "made_on": made_on})
    assert stale.status_code == 409
    assert "checked" in stale.content.decode()


def test_the_pages_take_the_same_number_of_queries_whatever_is_there(
    desk: Client, dam: Claim, same: Claim, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    addresses = [
        f"/claims/{same.pk}/merge/",
        f"/claims/{same.pk}/merge/?into={dam.pk}",
        f"/claims/{dam.pk}/split/",
    ]
    counted = []
    for address in addresses:
        with django_assert_max_num_queries(20) as few:
            desk.get(address)
        counted.append(len(few))
    for claim in make_many(300):
        Speaker.objects.get().claims.add(claim)
    for n in range(30):
        mention_claim(dam, make_article(outlet=f"Paper {n}"))
        make_claim(make_article(f"{SAME}."), SAME)
    for address, few in zip(addresses, counted, strict=True):
        with django_assert_max_num_queries(few):
            desk.get(address)
