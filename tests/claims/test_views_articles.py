"""The pages of an article and of a claim."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from claims.models import Article, Mention, User
from tests.making import (
    make_article,
    make_claim,
    make_date,
    make_figure,
    make_many,
    mention_claim,
)

TEXT = (
    "The Harl dam holds 40 million litres, Ada Wyle said on Friday.\n\nTwo wells  gave   nothing.\n"
)


@pytest.fixture
def desk(client: Client, auditor: User) -> Client:
    client.force_login(auditor)
    return client


def read(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def text_of(page: str) -> list[str]:
    """The article's paragraphs as a reader sees them, the margin's numbers taken off."""
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert body
    without = re.sub(r'<a class="margin.*?</a>', "", body[1], flags=re.DOTALL)
    paragraphs = re.findall(r"<p\b[^>]*>(.*?)</p>", without, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", paragraph)) for paragraph in paragraphs]


def test_everything_found_is_marked_and_no_character_is_lost(desk: Client) -> None:
    article = make_article(TEXT)
    make_claim(article, "The Harl dam holds 40 million litres")
    make_date(article, "Friday", date(2025, 9, 5))
    page = read(desk, article.get_absolute_url())
    assert text_of(page) == [line for line in TEXT.splitlines() if line]
    assert '<span class="mention" data-of="1">The Harl dam holds </span>' in page
    assert '<span class="mention figure" data-of="1">40 million litres</span>' in page
    assert '<span class="date">Friday</span>' in page
    assert 'id="m1" href="#c1"' in page


@pytest.mark.parametrize(
    "text",
    [
        '<script>alert("x")</script> & <b>bold</b> &amp; 7 wells',
        "\u202eكانت 7 آبار\u202c و 💧👩‍👩‍👧",
        "{% load x %}{{ 7 }} {# 7 #}",
    ],
)
def test_hostile_text_is_shown_as_text(desk: Client, text: str) -> None:
    article = make_article(text, title=text, byline=text, language="ar")
    make_claim(article, text, figure="7", value=7, speaker="<i>Ada</i>")
    page = read(desk, article.get_absolute_url())
    assert text_of(page) == [text]
    assert "<script>alert" not in page
    assert "<i>Ada" not in page
    assert re.search(r'class="text"\s+lang="ar"\s+dir="rtl"', page)


def test_a_language_that_is_no_language_stays_in_its_attribute(desk: Client) -> None:
    article = make_article(language='x" onload="y')
    assert 'lang="x&quot; onload=&quot;y"' in read(desk, article.get_absolute_url())


def test_versions_and_copies_are_listed(desk: Client) -> None:
    first = make_article(TEXT, is_latest=False)
    second = Article.objects.create(
        identity=first.identity,
        batch=first.batch,
        version=2,
        root=first,
        previous_version=first,
        text="Another",
        sha256="0" * 64,
    )
    copy = make_article(TEXT, outlet="Ostmark Post")
    page = read(desk, first.get_absolute_url())
    assert f'href="{second.get_absolute_url()}">version 2</a>' in page
    assert f'href="{copy.get_absolute_url()}">Ostmark Post</a>' in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "has not been read for claims yet"),
        ({"language": "fr"}, "in English texts only"),
    ],
)
def test_an_article_without_claims_says_why(
    desk: Client, fields: dict[str, str], words: str
) -> None:
    assert words in read(desk, make_article(**fields).get_absolute_url())


@pytest.mark.parametrize("page", ["article", "claim", "in-article"])
def test_it_takes_the_same_number_of_queries_with_10_and_1000_claims(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, page: str
) -> None:
    def address(number: int) -> str:
        claims = make_many(number)
        made = make_claim(claims[0].mentions.get().article, speaker=f"Ada {number}")
        if page == "article":
            return made.mentions.get().article.get_absolute_url()
        return made.get_absolute_url() + ("in-article/" if page == "in-article" else "")

    few, many = address(10), address(1_000)
    with django_assert_max_num_queries(60) as counted:
        desk.get(few)
    with django_assert_max_num_queries(len(counted)):
        desk.get(many)


def test_a_claim_page_shows_passage_figures_speaker_priority_and_history(
    client: Client, checker: User
) -> None:
    article = make_article(TEXT, title="Water at Harl")
    claim = make_claim(article, via_label="a clerk")
    make_figure(article, "Two", 2, kind="count", unit="")
    claim.pick(checker)
    client.force_login(checker)
    page = " ".join(read(client, claim.get_absolute_url()).split())
    assert '<span class="selected figure">40 million litres</span>' in page
    assert '<span class="figure">Two</span>' in page
    assert "40,000,000 litres · water" in page
    assert "via a clerk" in page
    assert "+38" in page
    assert "checker: picked" in page
    assert "Water at Harl" in page
    assert "/set-aside/" in page


def test_a_claim_is_read_beside_the_list_in_the_article_that_the_list_names(desk: Client) -> None:
    first, again = make_article(TEXT), make_article(f"Again. {TEXT}", title="Again at Harl")
    claim = make_claim(first)
    make_claim(first, "Two wells  gave   nothing", figure="")
    mention_claim(claim, again)
    address = f"/claims/{claim.pk}/in-article/"
    page = " ".join(read(desk, address).split())
    assert '<span class="selected">The Harl dam holds </span>' in page
    assert '<span class="mention">Two wells gave nothing</span>' in page
    assert '<span class="figure">40 million litres</span> → 40,000,000 litres · water' in page
    assert "Again at Harl" not in page
    assert "Again at Harl" in read(desk, f"{address}?article={again.pk}")
    for nonsense in ("x", "9" * 30, "%00"):
        assert "Again at Harl" not in read(desk, f"{address}?article={nonsense}")
    Mention.objects.filter(claim=claim).update(rejected_at=now())
    assert "No article states this claim any more" in read(desk, address)


def test_an_article_leads_to_its_neighbours_in_the_queue_one_came_from(desk: Client) -> None:
    best, middle, last = (make_article(outlet=name) for name in ("Vell", "Ostmark", "Vell"))
    for article, priority in ((best, 90), (middle, 60), (last, 30)):
        make_claim(article, priority=priority)

    def neighbours(article: Article, query: str = "") -> dict[str, str]:
        page = read(desk, f"/articles/{article.pk}/{query}")
        found = re.findall(r'rel="(prev|next)"\s+href="([^"]+)"', page)
        return dict(found)

    assert neighbours(best) == {"next": f"/articles/{middle.pk}/"}
    assert neighbours(middle) == {"prev": f"/articles/{best.pk}/", "next": f"/articles/{last.pk}/"}
    of_outlet = f"?outlet={best.outlet_id}"
    assert neighbours(best, of_outlet) == {"next": f"/articles/{last.pk}/{of_outlet}"}
    assert neighbours(last, "?order=date") == {"next": f"/articles/{middle.pk}/?order=date"}
    for nonsense in ("?outlet=x&batch=%00&q=%00&order=up", f"?q={'x' * 9999}"):
        neighbours(best, nonsense)


def test_a_claim_in_a_long_line_is_shown_with_a_part_of_it(desk: Client) -> None:
    text = "Rain fell. " * 5_000 + "The Harl dam holds 40 million litres" + " and rain" * 5_000
    page = read(desk, make_claim(make_article(text)).get_absolute_url())
    assert "The Harl dam holds" in page
    assert len(page) < 30_000


@pytest.mark.parametrize("kind", ["articles", "claims", "speakers"])
def test_pages_are_closed_to_those_without_a_role(
    client: Client, newcomer: User, kind: str
) -> None:
    make_claim()
    assert client.get(f"/{kind}/1/").url.startswith("/accounts/login/")
    client.force_login(newcomer)
    assert client.get(f"/{kind}/1/").status_code == 403


@pytest.mark.parametrize("kind", ["articles", "claims", "speakers"])
def test_what_does_not_exist_is_not_found(desk: Client, kind: str) -> None:
    assert desk.get(f"/{kind}/987654321/").status_code == 404
    assert desk.get(f"/{kind}/99999999999999999999999/").status_code == 404
    assert desk.get(f"/{kind}/abc/").status_code == 404


def test_pages_have_no_inline_script_or_style(desk: Client) -> None:
    claim = make_claim()
    for shown in (claim, claim.mentions.get().article, claim.speakers.get()):
        page = read(desk, shown.get_absolute_url())
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
