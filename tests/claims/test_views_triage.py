"""Pick, set aside, dismiss and undo, as forms and in place."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from lxml import html

from claims.models import Claim, Event, User
from tests.making import JUST_SEEN, make_article, make_claim, make_many, states

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("verb", "data", "state", "words"),
    [
        ("pick", {}, "queued", "Picked “The Harl dam holds 40 million litres”."),
        ("set-aside", {}, "set_aside", "Search still finds it."),
        ("dismiss", {"reason": "wrong_figure"}, "dismissed", "wrong figure"),
    ],
)
def test_it_does_what_the_button_says_and_goes_back_to_the_place(
    desk: Client, verb: str, data: dict[str, str], state: str, words: str
) -> None:
    claim = make_claim()
    here = f"/queue/?by=claim&order=date&after=2025-09-05.99#claim-{claim.pk}"
    response = desk.post(f"/claims/{claim.pk}/{verb}/", {"next": here, **data})
    assert (response.status_code, response.url) == (302, here)
    assert states([claim]) == [state]
    assert words in said(response)[0]


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_it_never_leads_elsewhere(desk: Client, away: str) -> None:
    response = desk.post(f"/claims/{make_claim().pk}/pick/", {"next": away})
    assert response.url == "/queue/"


def test_a_message_offers_to_undo_and_undoing_brings_it_back(desk: Client) -> None:
    claim = make_claim()
    desk.post(f"/claims/{claim.pk}/pick/", {"next": "/queue/"})
    event = Event.objects.get(kind="picked")
    page = desk.get("/queue/").content.decode()
    assert f'name="event" value="{event.pk}"' in page
    desk.post("/undo/", {"event": event.pk, "next": "/queue/"})
    assert states([claim]) == ["new"]


def test_undo_without_an_event_takes_back_my_last_deed_then_the_one_before(desk: Client) -> None:
    article = make_article()
    first, second = make_claim(article), make_claim(article, "holds", figure="")
    for claim in (first, second):
        desk.post(f"/claims/{claim.pk}/pick/")
    desk.post("/undo/")
    assert states([first, second]) == ["queued", "new"]
    desk.post("/undo/")
    assert states([first, second]) == ["new", "new"]
    assert said(desk.post("/undo/"))[-1] == "There is nothing of yours left to undo."


def test_after_a_refused_deed_undo_names_the_one_before_and_waits_to_be_asked_again(
    desk: Client, checker2: User
) -> None:
    article = make_article()
    first, second = make_claim(article), make_claim(article, "holds", figure="")
    desk.post(f"/claims/{first.pk}/pick/")
    second.pick(checker2)
    desk.post(f"/claims/{second.pk}/dismiss/", {"reason": "duplicate"})  # from an old page
    told = said(desk.post("/undo/"))[-1]
    assert "Nothing is undone yet: a deed of yours was refused." in told
    assert re.search(r"before it: picked, \d\d:\d\d, “The Harl dam holds 40 million litres”", told)
    assert states([first, second]) == ["queued", "queued"]
    told = said(desk.post("/undo/"))[-1]
    assert re.match(r"Undone \(picked, \d\d:\d\d\): “The Harl dam .*” is new again\.$", told)
    assert states([first, second]) == ["new", "queued"]

    # What was done since the refusal is taken back at once.
    desk.post(f"/claims/{second.pk}/dismiss/", {"reason": "duplicate"})
    desk.post(f"/claims/{first.pk}/set-aside/")
    desk.post("/undo/")
    assert states([first, second]) == ["new", "queued"]


def test_the_rest_of_an_article_goes_aside_as_one_deed_with_one_undo(desk: Client) -> None:
    claims = make_many(6)
    article = claims[0].mentions.get().article
    desk.post(f"/claims/{claims[0].pk}/pick/")
    response = desk.post(f"/articles/{article.pk}/set-rest-aside/", JUST_SEEN)
    assert "Set aside 5 claims" in said(response)[-1]
    assert states(claims) == ["queued"] + 5 * ["set_aside"]
    assert Event.objects.get(kind="set_aside").members.count() == 5
    desk.post("/undo/")
    assert states(claims) == ["queued"] + 5 * ["new"]


def test_an_article_with_nothing_left_says_so(desk: Client) -> None:
    response = desk.post(f"/articles/{make_article().pk}/set-rest-aside/")
    assert said(response) == ["There is nothing left here to do that to."]


# --- permission, other people --------------------------------------------------------


def addresses(claim: Claim) -> list[str]:
    article = claim.mentions.get().article
    return [
        f"/claims/{claim.pk}/pick/",
        f"/claims/{claim.pk}/set-aside/",
        f"/claims/{claim.pk}/dismiss/",
        f"/articles/{article.pk}/set-rest-aside/",
        "/undo/",
    ]


@pytest.mark.parametrize("role", ["auditor", "administrator", "newcomer"])
def test_it_is_for_those_who_triage(
    client: Client, db: None, role: str, request: pytest.FixtureRequest
) -> None:
    claim = make_claim()
    client.force_login(request.getfixturevalue(role))
    for address in addresses(claim):
        assert client.post(address, {"reason": "duplicate"}).status_code == 403
    assert states([claim]) == ["new"]


def test_the_anonymous_are_asked_to_log_in(client: Client, db: None) -> None:
    claim = make_claim()
    for address in addresses(claim):
        assert client.post(address).url.startswith("/accounts/login/")
    assert states([claim]) == ["new"]


def test_reading_decides_nothing(desk: Client) -> None:
    claim = make_claim()
    for address in addresses(claim):
        assert desk.get(address).status_code == 405


def test_a_form_of_another_site_is_refused(checker: User) -> None:
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(checker)
    claim = make_claim()
    response = careful.post(f"/claims/{claim.pk}/pick/")
    assert response.status_code == 403
    assert "The form was too old" in response.content.decode()
    assert states([claim]) == ["new"]


def test_nobody_undoes_what_another_did(client: Client, checker: User, checker2: User) -> None:
    claim = make_claim()
    event = claim.pick(checker)
    client.force_login(checker2)
    response = client.post("/undo/", {"event": event.pk})
    assert said(response) == ["You can undo only what you did yourself."]
    assert states([claim]) == ["queued"]


# --- twice, too late, nonsense ----------------------------------------------------------


def test_a_second_pick_changes_nothing_and_says_calmly_how_it_stands(
    desk: Client, checker2: User
) -> None:
    claim = make_claim()
    claim.pick(checker2)
    response = desk.post(f"/claims/{claim.pk}/pick/")
    assert "stands as: queued" in said(response)[0]
    assert Event.objects.filter(kind="picked").count() == 1


@pytest.mark.parametrize(
    ("since", "verb", "stands"),
    [
        ("dismiss", "pick", "dismissed"),
        ("set_aside", "pick", "set_aside"),
        ("pick", "dismiss", "queued"),
    ],
)
def test_an_old_page_does_not_overturn_what_a_colleague_decided_since(
    desk: Client, checker2: User, since: str, verb: str, stands: str
) -> None:
    claim = make_claim()
    page = html.fromstring(desk.get("/queue/?by=claim").content.decode())
    form = next(form for form in page.forms if form.action == f"/claims/{claim.pk}/pick/")
    getattr(claim, since)(checker2, *(["wrong_figure"] if since == "dismiss" else []))
    typed = {"reason": "duplicate", "shape": "row", **dict(form.form_values())}
    answer = desk.post(f"/claims/{claim.pk}/{verb}/", typed, **HTMX)
    shown = unescape(answer.content.decode())
    assert "by checker2 at" in shown
    assert "stands as:" in shown
    assert states([claim]) == [stands]
    # The row that comes back was made on how it stands now, and decides again.
    fresh = html.fromstring(shown.partition("<template>")[2].partition("</template>")[0])
    again = dict(fresh.forms[0].form_values()) | {"reason": "duplicate"}
    desk.post(f"/claims/{claim.pk}/{'dismiss' if verb == 'dismiss' else 'pick'}/", again)
    assert states([claim]) == ["dismissed" if verb == "dismiss" else "queued"]


def test_the_rest_is_what_the_page_had(desk: Client) -> None:
    first, *_others = claims = make_many(3)
    article = first.mentions.get().article
    page = html.fromstring(desk.get(f"/articles/{article.pk}/").content.decode())
    form = next(form for form in page.forms if form.action.endswith("/set-rest-aside/"))
    found_since = make_claim(article, "Well 1 gave", figure="")
    response = desk.post(form.action, dict(form.form_values()))
    assert states([*claims, found_since]) == 3 * ["set_aside"] + ["new"]
    assert "More was found in this article meanwhile; it stays." in said(response)


def test_undoing_twice_is_told(desk: Client, checker: User) -> None:
    event = make_claim().pick(checker)
    desk.post("/undo/", {"event": event.pk})
    assert said(desk.post("/undo/", {"event": event.pk}))[-1] == "That has been undone already."


def test_what_has_moved_on_since_stays(desk: Client, checker: User, checker2: User) -> None:
    claims = make_many(3)
    article = claims[0].mentions.get().article
    desk.post(f"/articles/{article.pk}/set-rest-aside/", JUST_SEEN)
    claims[1].pick(checker2)
    response = desk.post("/undo/")
    assert any("1 claim has moved on since" in message for message in said(response))
    assert states(claims) == ["new", "queued", "new"]


def test_dismissing_needs_one_of_the_reasons(desk: Client) -> None:
    claim = make_claim()
    for reason in ("", "boring", "x" * 10_000, "\x00"):
        response = desk.post(f"/claims/{claim.pk}/dismiss/", {"reason": reason})
        assert "Say why" in said(response)[-1]
    assert states([claim]) == ["new"]


@pytest.mark.parametrize(
    "address",
    ["/claims/0/pick/", "/claims/99999999999999999999999/pick/", "/articles/0/set-rest-aside/"],
)
def test_what_does_not_exist_is_not_found(desk: Client, address: str) -> None:
    assert desk.post(address).status_code == 404


@pytest.mark.parametrize("event", ["0", "-1", "abc", "9" * 40, "1' OR 1=1", "\x00", "½"])
def test_an_event_that_is_none_is_not_found(desk: Client, event: str) -> None:
    assert desk.post("/undo/", {"event": event}).status_code == 404


# --- in place ----------------------------------------------------------------------------


def test_a_row_is_swapped_in_place_with_its_state_and_the_message(desk: Client) -> None:
    claim = make_claim()
    answer = desk.post(
        f"/claims/{claim.pk}/pick/", {"shape": "row", "next": "/queue/?by=claim"}, **HTMX
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f"""hx-swap-oob="outerHTML:[data-claim='{claim.pk}']\"""" in page
    assert '<span class="chip queued">queued</span>' in page
    assert 'hx-swap-oob="innerHTML:#messages"' in page
    assert "Picked “" in page
    assert 'name="shape" value="row"' in page


def test_an_item_is_swapped_with_the_count_of_its_article(desk: Client) -> None:
    claims = make_many(4)
    article = claims[0].mentions.get().article
    data = {"shape": "item", "article": article.pk}
    page = desk.post(f"/claims/{claims[0].pk}/set-aside/", data, **HTMX).content.decode()
    assert f"""hx-swap-oob="outerHTML:[data-open='{article.pk}']\"""" in page
    assert "3 claims to triage" in page


def test_a_card_shrinks_to_a_line_once_nothing_is_left_and_comes_back(desk: Client) -> None:
    """A deed in a card answers with its item, the last one with the card: what became of it."""

    def done(address: str, shape: str = "best") -> str:
        data = {"shape": shape, "article": article.pk, **JUST_SEEN}
        return " ".join(desk.post(address, data, **HTMX).content.decode().split())

    claims = make_many(4)
    article = claims[0].mentions.get().article
    picked = done(f"/claims/{claims[3].pk}/pick/")
    assert 'class="card' not in picked
    assert f'data-read="/claims/{claims[3].pk}/in-article/?article={article.pk}"' in picked
    line = done(f"/articles/{article.pk}/set-rest-aside/", "card")
    assert "is-finished" in line
    assert "1 queued, 3 set aside" in line
    assert 'class="undo"' in line
    back = done("/undo/")
    assert back.count('data-verb="pick"') == 3
    assert "is-finished" not in back
    for claim in claims[:3]:
        last = done(f"/claims/{claim.pk}/pick/")
    assert "4 queued" in last


@pytest.mark.parametrize("data", [{"shape": "x" * 999}, {"shape": "card", "article": "9" * 30}, {}])
def test_nonsense_about_the_page_swaps_only_the_message(desk: Client, data: dict[str, str]) -> None:
    answer = desk.post(f"/claims/{make_claim().pk}/pick/", data, **HTMX)
    assert answer.status_code == 200
    assert "data-claim" not in answer.content.decode()


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        (["wording", "figure", "change"], ["figure", "change"]),
        (["figure", "wording"], ["figure"]),
        (["wording"], ["wording"]),
        ([], []),
    ],
)
def test_a_row_says_what_tells_most(codes: list[str], shown: list[str]) -> None:
    parts = [{"reason": code, "value": "", "points": 3} for code in codes]
    assert [part["reason"] for part in Claim(priority_parts=parts).reasons] == shown
