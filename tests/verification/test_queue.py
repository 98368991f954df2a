"""The queue in both modes: what it lists, in which order, page by page, for whom."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.models import Article, Batch, Claim, Outlet, User
from tests.making import make_article, make_claim, make_many, mention_claim

BY_CLAIM = "/queue/?by=claim"


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def shown(client: Client, address: str) -> list[int]:
    """The ids of the claims on the page, in their order."""
    return claims_in(read(client, address))


def claims_in(page: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-claim="(\d+)"', page)]


def read(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


# --- who may ------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/", "/queue/", BY_CLAIM])
@pytest.mark.parametrize("role", ["checker", "editor", "administrator", "auditor"])
def test_every_role_opens_it(
    client: Client, address: str, role: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/", "/queue/", BY_CLAIM])
def test_it_is_closed_to_those_without_a_role(client: Client, newcomer: User, address: str) -> None:
    assert client.get(address).url.startswith("/accounts/login/?next=")
    client.force_login(newcomer)
    assert client.get(address).status_code == 403


def test_who_only_reads_is_offered_no_triage(client: Client, auditor: User) -> None:
    make_claim()
    client.force_login(auditor)
    for address in ("/queue/", BY_CLAIM):
        assert "/pick/" not in read(client, address)


# --- by claim -------------------------------------------------------------------


def test_a_row_says_who_what_how_much_where_and_why(desk: Client) -> None:
    claim = make_claim(via_label="a clerk")
    page = " ".join(read(desk, BY_CLAIM).split())
    assert "Ada Wyle" in page
    assert "via a clerk" in page
    assert '<span class="figure">40 million litres</span>' in page
    assert "40 mn litres" in page
    assert "Vell Courier" in page
    assert "figure with unit · named speaker" in page
    assert f'href="/claims/{claim.pk}/"' in page


def test_the_best_claims_come_first_and_the_newest_by_date(desk: Client) -> None:
    old = make_claim(make_article(published_on=date(2025, 9, 1)), priority=90)
    new = make_claim(make_article(published_on=date(2025, 9, 8)), priority=10)
    undated = make_claim(make_article(published_on=None), priority=50)
    assert shown(desk, BY_CLAIM) == [old.pk, undated.pk, new.pk]
    assert shown(desk, f"{BY_CLAIM}&order=date") == [new.pk, old.pk, undated.pk]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"new"}),
        ("&state=queued", {"queued"}),
        ("&state=set_aside", {"aside"}),
        ("&state=dismissed", {"dismissed"}),
        ("&state=checked", set()),
        ("&state=all", {"new", "queued", "aside", "dismissed"}),
    ],
)
def test_it_lists_by_state(desk: Client, query: str, found: set[str]) -> None:
    article = make_article()
    claims = {
        "new": make_claim(article),
        "queued": make_claim(article, "Two", figure="", state="queued"),
        "aside": make_claim(article, "Three", figure="", state="set_aside"),
        "dismissed": make_claim(
            article, "Four", figure="", state="dismissed", dismissal="duplicate"
        ),
    }
    assert set(shown(desk, BY_CLAIM + query)) == {claims[name].pk for name in found}


@pytest.mark.parametrize(
    ("kind", "found"),
    [("numeric", [0, 2]), ("attributed", [1, 2]), ("both", [2]), ("absolute", [1])],
)
def test_it_lists_by_kind(desk: Client, kind: str, found: list[int]) -> None:
    article = make_article()
    claims = [
        make_claim(article, "The Harl dam", speaker="", priority=3),
        make_claim(article, "holds 40", figure="", priority=2),
        make_claim(article, priority=1),
    ]
    Claim.objects.filter(pk=claims[1].pk).update(is_absolute=True)
    expected = [claims[number].pk for number in found]
    assert shown(desk, f"{BY_CLAIM}&kind={kind}") == expected
    outlet = Outlet.objects.get()
    assert shown(desk, f"{BY_CLAIM}&kind={kind}&outlet={outlet.pk}") == expected


def test_it_lists_by_outlet_batch_and_speaker_at_once(desk: Client) -> None:
    here = make_article(outlet="Vell Courier", batch="Morning")
    there = make_article(outlet="Ostmark Post", batch="Evening")
    both = make_claim(here, speaker="Ada Wyle")
    mention_claim(both, there)
    other = make_claim(there, "holds 40", figure="", speaker="Ben Orr")
    vell, ostmark = Outlet.objects.get(name="Vell Courier"), Outlet.objects.get(name="Ostmark Post")
    evening = Batch.objects.get(name="Evening")
    assert shown(desk, f"{BY_CLAIM}&outlet={vell.pk}") == [both.pk]
    assert set(shown(desk, f"{BY_CLAIM}&outlet={ostmark.pk}")) == {both.pk, other.pk}
    assert shown(desk, f"{BY_CLAIM}&batch={evening.pk}&speaker=ada wyle") == [both.pk]
    assert shown(desk, f"{BY_CLAIM}&outlet={vell.pk}&speaker=Ben+Orr") == []


@pytest.mark.parametrize("query", ["40,000,000", "40mn", "40 million litres", "harl dam", "Wyle"])
def test_it_finds_by_number_however_written_and_by_words(desk: Client, query: str) -> None:
    claim = make_claim()
    make_claim(claim.mentions.get().article, "Nothing", figure="", speaker="Ben Orr")
    assert shown(desk, f"{BY_CLAIM}&q={query}") == [claim.pk]
    assert shown(desk, f"/queue/?by=article&q={query}") != []


def test_a_search_looks_through_all_states_unless_one_is_chosen(desk: Client) -> None:
    waits, done = make_claim(), make_claim(wording="The Harl dam")
    Claim.objects.filter(pk=done.pk).update(state="checked")
    assert set(shown(desk, "/queue/?q=harl")) == {waits.pk, done.pk}
    assert shown(desk, "/queue/?q=harl&state=new") == [waits.pk]
    assert shown(desk, "/queue/") != []  # by article, what waits


def test_a_search_that_finds_nothing_says_what_to_do(desk: Client) -> None:
    make_claim()
    assert "Search all claims" in read(desk, "/queue/?q=zeppelin")


def test_it_answers_whatever_is_searched(desk: Client) -> None:
    claim = make_claim()
    for query in ("x" * 5_000, "harl " * 1_000, "\0", "harl\0", "\ud800"):
        address = f"{BY_CLAIM}&q={quote(query, errors='surrogatepass')}"
        assert desk.get(address).status_code == 200
    assert shown(desk, f"{BY_CLAIM}&q=%22harl%22+%26+NEAR(dam*):%5E") == []
    assert shown(desk, f"{BY_CLAIM}&q=%22harl%22+%26+dam*:%5E") == [claim.pk]


def test_an_empty_queue_says_what_to_do(client: Client, checker: User, administrator: User) -> None:
    client.force_login(checker)
    assert "when an administrator imports articles" in read(client, "/queue/")
    client.force_login(administrator)
    assert "Import articles" in read(client, BY_CLAIM)


def test_long_lists_are_cut_but_never_the_chosen_one(desk: Client) -> None:
    old = Batch.objects.create(name="The oldest")
    Batch.objects.bulk_create(Batch(name=f"Batch {number}") for number in range(400))
    assert "The oldest" not in read(desk, "/queue/")
    page = read(desk, f"/queue/?batch={old.pk}")
    assert f'<option value="{old.pk}" selected>The oldest</option>' in page


# --- by article ------------------------------------------------------------------


def test_an_article_shows_its_best_three_claims_and_how_many_there_are(desk: Client) -> None:
    claims = make_many(5)
    best = sorted(claims, key=lambda claim: -claim.priority)[:3]
    assert shown(desk, "/queue/") == [claim.pk for claim in best]
    assert "5 claims to triage" in read(desk, "/queue/")


def test_a_claim_that_an_article_states_twice_takes_one_place(desk: Client) -> None:
    text = "The Harl dam holds 40 million litres. Again: The Harl dam holds 40 million litres."
    article = make_article(text)
    claim = make_claim(article)
    twice = claim.mentions.get()
    twice.pk, twice.start, twice.end = None, 45, len(text) - 1
    twice.proposed_start, twice.proposed_end = 45, len(text) - 1
    twice.save()
    assert shown(desk, "/queue/") == [claim.pk]


def test_only_the_newest_version_with_untriaged_claims_is_listed(desk: Client) -> None:
    old = make_article(is_latest=False)
    make_claim(old)
    done = make_article()
    make_claim(done, "Done", figure="", state="queued")
    assert shown(desk, "/queue/") == []


def test_articles_are_filtered_by_outlet_and_batch(desk: Client) -> None:
    here = make_claim(make_article(outlet="Vell Courier", batch="Morning"))
    there = make_claim(make_article(outlet="Ostmark Post", batch="Evening"))
    ostmark, morning = Outlet.objects.get(name="Ostmark Post"), Batch.objects.get(name="Morning")
    assert shown(desk, f"/queue/?outlet={ostmark.pk}") == [there.pk]
    assert shown(desk, f"/queue/?batch={morning.pk}") == [here.pk]


# --- pages by key -------------------------------------------------------------------


def links(page: str) -> dict[str, str]:
    found = re.findall(r'rel="(prev|next)"\s+href="([^"]+)"', page)
    return {rel: "/queue/" + href.replace("&amp;", "&") for rel, href in found}


@pytest.mark.parametrize("filters", ["", "&order=date", "&kind=numeric", "&outlet=", "&state=all"])
def test_every_claim_is_on_exactly_one_page_and_the_way_back_is_the_same(
    desk: Client, filters: str
) -> None:
    claims = make_many(120)
    if filters == "&outlet=":
        filters += str(Outlet.objects.get().pk)
    address, pages = BY_CLAIM + filters, []
    while address:
        assert filters in address
        page = read(desk, address)
        pages.append(claims_in(page))
        address = links(page).get("next", "")
    assert sorted(pk for page in pages for pk in page) == sorted(claim.pk for claim in claims)
    assert [len(page) for page in pages] == [50, 50, 20]
    back = read(desk, links(page)["prev"])
    assert claims_in(back) == pages[1]
    assert shown(desk, links(back)["prev"]) == pages[0]


def test_articles_come_page_by_page(desk: Client) -> None:
    claims = [make_claim(make_article(), priority=number % 7) for number in range(45)]
    page = read(desk, "/queue/")
    first = claims_in(page)
    second = shown(desk, links(page)["next"])
    assert len(first) == len(second) == 20
    assert not set(first) & set(second)
    by_date = shown(desk, "/queue/?order=date")
    assert set(by_date) <= {claim.pk for claim in claims}


@pytest.mark.parametrize(
    "query",
    [
        "after=9999999999999999999999.1",
        "after=1.99999999999999999999999999",
        "after=--1.2",
        "after=2025-13-45.1&order=date",
        "after=2025-09-05.1",
        "after=5.1&order=date",
        "after=1'%20OR%201=1--.2",
        "before=0.0",
        "after=%00&before=%00",
        "outlet=99999999999999999999999&batch=-1&speaker=%00",
        "outlet=abc&batch=1%20OR%201=1&kind=neither&state=merged&order=up&by=nothing",
        "q=" + "x" * 10_000,
        "q=';DROP TABLE claims_claim;--",
        'q="*(unbalanced',
        "q=%00%F0%9F%92%A7%E2%80%AE",
        "q=1" + "0" * 60,
        "q=NEAR(a b)^2:*",
        "speaker=Nobody At All",
    ],
)
@pytest.mark.parametrize("by", ["article", "claim"])
def test_nonsense_in_the_address_is_a_page(desk: Client, by: str, query: str) -> None:
    make_claim()
    assert desk.get(f"/queue/?by={by}&{query}").status_code == 200


def test_an_unknown_speaker_is_told(desk: Client) -> None:
    assert "No speaker is called “Nobody”" in read(desk, f"{BY_CLAIM}&speaker=Nobody")


def test_an_unknown_speaker_has_said_nothing(desk: Client) -> None:
    make_claim()
    assert shown(desk, f"{BY_CLAIM}&speaker=Nobody") == []
    assert "Did you mean" not in read(desk, f"{BY_CLAIM}&speaker=Nobody")


def test_a_surname_suggests_who_may_be_meant(desk: Client) -> None:
    claim = make_claim(speaker="Ada Wyle")
    make_claim(figure="", wording="Nothing", speaker="Ben Orr")
    page = read(desk, f"{BY_CLAIM}&speaker=wyle&after=9.9")
    assert shown(desk, f"{BY_CLAIM}&speaker=wyle") == []
    meant = re.search(r'Did you mean:\s*<a href="([^"]+)">Ada Wyle</a>', page)
    assert meant
    assert "Ben Orr" not in page.partition("Did you mean")[2].partition("</p>")[0]
    assert shown(desk, f"/queue/{unescape(meant[1])}") == [claim.pk]


def test_a_search_looks_through_all_states(desk: Client) -> None:
    claim = make_claim()
    Claim.objects.filter(pk=claim.pk).update(state="set_aside")
    for query in ("q=litres", "by=claim&q=40mn+litres"):
        assert shown(desk, f"/queue/?{query}") == [claim.pk]


# --- cost and escaping ------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/", "/queue/", BY_CLAIM])
def test_it_takes_the_same_number_of_queries_with_10_and_1000_claims(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    make_many(10)
    with django_assert_max_num_queries(100) as few:
        desk.get(address)
    make_many(990)
    for _ in range(30):
        make_claim(make_article())
    with django_assert_max_num_queries(len(few)):
        desk.get(address)


def test_counts_are_capped(desk: Client) -> None:
    claim = make_claim()
    Claim.objects.bulk_create(
        Claim(wording="Filler", is_numeric=True, fingerprint=f"filler-{number}")
        for number in range(1_001)
    )
    assert claim.pk in shown(desk, BY_CLAIM)
    assert "1,000+ claims" in read(desk, BY_CLAIM)
    assert "1,000+" in read(desk, "/")


HOSTILE = '<script>alert("x")</script> \u202eزيادة 💧 {{ 7|add:7 }} \'"><img src=x onerror=y>'


@pytest.mark.parametrize("address", ["/", "/queue/", BY_CLAIM, f"{BY_CLAIM}&q=alert"])
def test_texts_are_shown_as_text(desk: Client, address: str) -> None:
    article = make_article(HOSTILE, title=HOSTILE, outlet=HOSTILE)
    make_claim(article, HOSTILE, figure="<script>alert", speaker=HOSTILE[:200])
    page = read(desk, address)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{ 7|add:7 }}" in page


@pytest.mark.parametrize("address", ["/", "/queue/", BY_CLAIM, "/accounts/login/"])
def test_pages_have_no_inline_script_or_style(desk: Client, address: str) -> None:
    make_claim()
    page = read(desk, address)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:", page)


# --- home ---------------------------------------------------------------------------------


def test_home_shows_my_picks_and_nobody_elses(
    client: Client, checker: User, checker2: User
) -> None:
    article = make_article()
    mine, theirs = make_claim(article), make_claim(article, "holds", figure="")
    mine.pick(checker)
    theirs.pick(checker2)
    client.force_login(checker)
    picks = re.search(r'id="picks".*?</section>', read(client, "/"), re.DOTALL)
    assert picks
    assert f'data-claim="{mine.pk}"' in picks[0]
    assert f'data-claim="{theirs.pk}"' not in picks[0]


def test_home_tells_an_administrator_which_batches_have_problems(
    client: Client, checker: User, administrator: User
) -> None:
    Batch.objects.create(name="Broken", state="failed")
    Batch.objects.create(name="Whole", state="done")
    client.force_login(administrator)
    page = read(client, "/")
    assert "Broken" in page
    assert "Whole" not in page
    client.force_login(checker)
    assert "Broken" not in read(client, "/")


def test_making_left_the_articles_counts_as_an_import_would(db: None) -> None:
    make_many(3)
    assert Article.objects.get().open_claims == 3
