"""Many claims in one deed: what fits a filter, what was ticked, and what stays."""

from __future__ import annotations

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from claims.models import Claim, Event, Outlet, User, follow
from claims.queue import Seen, by_claim, set_matching_aside
from tests.at_once import at_once
from tests.making import make_article, make_claim, make_many, mention_claim, states

pytestmark = pytest.mark.django_db
SWEEP = "/queue/set-aside/"


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def asked(desk: Client, query: str = "") -> tuple[str, dict[str, str]]:
    """The page that asks, as text, and what its form would send."""
    page = html.fromstring(desk.get(SWEEP + query).content)
    fields = page.xpath("//form[@class='sweep']//input[@type='hidden']")
    return page.text_content(), {field.get("name"): field.get("value") for field in fields}


def test_what_fits_a_filter_goes_and_comes_back_as_one_deed(desk: Client, checker: User) -> None:
    claims = make_many(12)
    other = make_claim(make_article(outlet="Hull Sound"))
    here = Outlet.objects.get(name="Vell Courier")
    queue = desk.get(f"/queue/?by=claim&outlet={here.pk}&order=date").content.decode()
    way = f"{SWEEP}?by=claim&outlet={here.pk}"
    assert way in unescape(queue)
    text, form = asked(desk, f"?by=claim&outlet={here.pk}")
    assert "12 claims fit and would be set aside" in text
    assert text.count("Well ") == 5
    response = desk.post(way, form)
    assert said(response) == ["Set aside 12 claims. Search still finds them."]
    assert set(states(claims)) == {"set_aside"}
    assert states([other]) == ["new"]
    event = Event.objects.get()
    assert event.payload == {"why": "filter", "filter": f"by=claim&outlet={here.pk}"}
    assert "with all that fit a filter" in desk.get("/set-aside/").content.decode()
    assert said(desk.post(way, form))[0].startswith("checker has set aside what fits this filter")
    desk.post("/undo/", {"event": event.pk})
    assert set(states(claims)) == {"new"}


def test_what_came_in_or_moved_since_the_page_was_made_stays(desk: Client, checker: User) -> None:
    claims = make_many(4)
    _text, form = asked(desk)
    claims[0].pick(checker)
    claims[1].set_aside(checker)
    desk.post("/undo/")  # it is new again, but somebody has been at it
    mention_claim(claims[2], make_article(outlet="Hull Sound"))
    late = make_claim()
    desk.post(SWEEP, form)
    assert states([*claims, late]) == ["queued", "new", "new", "set_aside", "new"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?outlet=999999", "Nothing is set aside by half a filter"),
        ("?by=claim&speaker=Nobody+Known", "No speaker is called"),
        ("?q=zebra", "Nothing that fits can be set aside"),
        ("?by=claim&state=dismissed", "Nothing that fits can be set aside"),
    ],
)
def test_a_filter_that_is_none_or_finds_nothing_lets_nothing_go(
    desk: Client, query: str, words: str
) -> None:
    claim = make_claim()
    text, form = asked(desk, query)
    assert words in text
    assert not form
    desk.post(SWEEP + query, {"made_on": "9" * 18, "seen_mention": "9" * 18})
    assert states([claim]) == ["new"]


def test_more_than_one_deed_can_hold_goes_in_parts_and_no_part_twice(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("claims.queue.sweeping", "verification.desk.sweeping"):
        monkeypatch.setattr(f"{module}.MOST_AT_ONCE", 5)
    claims = make_many(7)
    text, form = asked(desk)
    assert "More than 5 claims fit" in text
    desk.post(SWEEP, form)
    again = said(desk.post(SWEEP, form))  # a double click takes no second part
    assert again[-1] == "checker has set aside what fits this filter since you opened the page."
    assert states(claims).count("new") == 2
    text, form = asked(desk)
    assert "2 claims fit" in text


@pytest.mark.django_db(transaction=True)
def test_two_people_who_set_the_same_filter_aside_make_one_deed(
    checker: User, checker2: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.queue.sweeping.MOST_AT_ONCE", 30)
    make_many(60)
    seen = Seen.now()

    def sweep(who: User) -> int:
        return set_matching_aside(by_claim({}), who, seen, "").members.count()

    answers = at_once(lambda: sweep(checker), lambda: sweep(checker2))
    assert sorted(map(str, answers))[0] == "30"
    assert Claim.objects.filter(state="set_aside").count() == 30
    assert Event.objects.count() == 1


def test_of_two_hundred_ticked_claims_three_have_moved_and_are_named(
    desk: Client, checker: User, checker2: User
) -> None:
    claims = make_many(200)
    page = html.fromstring(desk.get("/queue/?by=claim").content)
    boxes = page.xpath("//input[@form='chosen']")
    assert len(boxes) == 50
    assert boxes[0].get("value").endswith(".0")
    claims[3].pick(checker2)
    claims[5].dismiss(checker2, "not_a_claim")
    claims[7].set_aside(checker2)
    ticked = {"claim": [f"{claim.pk}.0" for claim in claims], "next": "/queue/?by=claim"}
    told = said(desk.post("/claims/triage/", ticked | {"verb": "set-aside"}))
    assert told[0] == "Set aside 197 claims. Search still finds them."
    assert told[1].startswith("3 claims have moved on since and stay as they are: “Well 3 gave")
    assert "(dismissed)" in told[1]
    assert Claim.objects.filter(state="set_aside").count() == 198
    desk.post("/undo/")
    assert Claim.objects.filter(state="new").count() == 197


def test_ticked_claims_are_picked_and_dismissed_and_bad_forms_change_nothing(
    desk: Client, checker: User
) -> None:
    first, second, third = make_many(3)
    ticked = {"claim": [f"{first.pk}.0", f"{second.pk}.0"]}
    for form in (
        {"verb": "pick"},
        ticked,
        ticked | {"verb": "dismiss:because"},
        ticked | {"verb": "publish"},
        {"verb": "pick", "claim": ["x", ".", "1" * 40]},
        {"verb": "pick", "claim": [f"{number}.0" for number in range(1, 600)]},
    ):
        desk.post("/claims/triage/", form)
        assert set(states([first, second, third])) == {"new"}
    desk.post("/claims/triage/", ticked | {"verb": "pick"})
    desk.post("/claims/triage/", {"claim": f"{third.pk}.0", "verb": "dismiss:wrong_figure"})
    assert states([first, second, third]) == ["queued", "queued", "dismissed"]
    assert Event.objects.get(kind="dismissed").payload == {"reason": "wrong_figure"}


def test_a_row_says_why_it_is_back_until_it_is_triaged(desk: Client, checker: User) -> None:
    claim = make_claim()
    article = make_article(outlet="Hull Sound")
    claim.set_aside(checker)
    back = Event.objects.create(
        kind="brought_back", article=article, payload={"why": "mentioned_again"}
    )
    back.members.create(claim=claim, before="set_aside", after="new")
    Claim.objects.filter(pk=claim.pk).update(state="new")
    follow([claim.pk])
    for view in ("?by=claim", ""):
        page = desk.get(f"/queue/{view}").content.decode()
        assert "back: mentioned again by Hull Sound" in page
    claim.pick(checker)
    assert "back: mentioned" not in desk.get("/queue/?by=claim&state=all").content.decode()


def test_asking_takes_the_same_queries_for_ten_claims_and_a_thousand(desk: Client) -> None:
    counts = []
    for number in (10, 990):
        make_many(number)
        with CaptureQueriesContext(connection) as queries:
            asked(desk)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20
