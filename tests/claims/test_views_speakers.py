"""The index of speakers."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Speaker, User
from claims.views import speakers
from tests.making import make_article, make_claim

pytestmark = pytest.mark.django_db


def names(client: Client, query: str = "") -> list[str]:
    page = client.get(f"/speakers/{query}").content.decode()
    return re.findall(r'<a href="/speakers/\d+/">([^<]+)</a>', page)


@pytest.fixture(autouse=True)
def people(client: Client, checker: User) -> None:
    client.force_login(checker)
    for name, kind in [
        ("Ada Wyle", "person"),
        ("ben Örn", "person"),
        ("Harl Water", "organisation"),
    ]:
        Speaker.objects.create(name=name, kind=kind)
    ada = Speaker.objects.get(name="Ada Wyle")
    Speaker.objects.create(name="A. Wyle-Hart", kind="person", merged_into=ada)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ada Wyle", "ben Örn", "Harl Water"]),
        ("?from=B", ["ben Örn", "Harl Water"]),
        ("?from=%00zz", []),
        ("?q=wyl", ["Ada Wyle"]),  # a surname
        ("?q=orn", ["ben Örn"]),  # without its accent
        ("?q=HARL", ["Harl Water"]),
        ("?q=a.+wyle-h", ["Ada Wyle"]),  # by a name that was merged into it
        ("?q=%25", []),
        ("?q=Nobody", []),
    ],
)
def test_it_lists_by_name_and_finds(client: Client, query: str, expected: list[str]) -> None:
    assert names(client, query) == expected


def test_the_next_page_begins_where_this_one_ended(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speakers, "A_PAGE", 2)
    page = client.get("/speakers/").content.decode()
    (following,) = re.findall(r'href="/speakers/(\?from=[^"]+)"\s+rel="next"', page)
    assert names(client) + names(client, following) == ["Ada Wyle", "ben Örn", "Harl Water"]


def test_it_counts_their_claims_in_a_fixed_number_of_queries(client: Client) -> None:
    pages = []
    for number in range(20):
        make_claim(make_article(), f"The dam holds {number}", speaker=f"Cy Vale {number % 10}")
        if number in {0, 19}:
            with CaptureQueriesContext(connection) as queries:
                pages.append((client.get("/speakers/?q=Cy").content.decode(), len(queries)))
    (_one, few), (page, many) = pages
    assert few == many
    assert len(re.findall(r'data-label="Claims">2</td>', page)) == 10
