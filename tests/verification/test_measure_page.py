"""A measure's page: figures that links lead between, as table, picture and file."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim, ClaimLink, Quantity, User
from tests.making import make_article, make_claim, make_link, make_many
from verification.desk.measure_picture import draw
from verification.models import Evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, checker: User) -> Client:
    client.force_login(checker)
    return client


def stating(value: int, **fields: object) -> tuple[Claim, Quantity]:
    """A claim in an article of its own with that figure."""
    text = f"The Harl dam holds {value} litres"
    claim = make_claim(make_article(text), text, figure=f"{value} litres", value=value, speaker="")
    figure = Quantity.objects.get(mentions__claim=claim)
    for name, end in fields.items():
        setattr(figure, name, end)
    figure.save()
    return claim, figure


def rows(page: bytes) -> list[str]:
    lines = html.fromstring(page).xpath("//*[@class='measure-page']//tbody/tr")
    return [" ".join(line.text_content().split()) for line in lines]


def test_it_lists_all_figures_that_links_lead_to(desk: Client) -> None:
    (one, first), (two, second), (three, third) = stating(16), stating(17), stating(23)
    stating(99)
    make_link(one, two, "update")
    make_link(two, three, "different_figure")
    for figure in (first, second, third):
        page = desk.get(f"/measures/{figure.pk}/").content
        assert [row.split("litres")[0].split()[-1] for row in rows(page)] == ["16", "17", "23"]
    titles = html.fromstring(page).xpath("//svg//g/title/text()")
    drawn = [title.rpartition(": ")[2] for title in titles]
    assert drawn == ["16\xa0litres", "17\xa0litres", "23\xa0litres"]


def test_a_link_that_somebody_rejected_leads_nowhere(desk: Client, checker: User) -> None:
    (one, first), (two, _second) = stating(16), stating(17)
    make_link(one, two).reject(checker)
    assert len(rows(desk.get(f"/measures/{first.pk}/").content)) == 1


def test_another_figure_of_the_claim_is_another_measure(desk: Client) -> None:
    (one, first), (two, _second) = stating(16), stating(17)
    make_link(one, two)
    other = Quantity.objects.get(pk=first.pk)
    other.pk, other.proposed_start = None, other.proposed_start + 1
    other.save()
    one.mentions.get().quantities.add(other)
    assert len(rows(desk.get(f"/measures/{other.pk}/").content)) == 1


def test_a_bound_is_an_arrow_and_an_interval_a_bar(desk: Client) -> None:
    (one, first), (two, _second) = (
        stating(16),
        stating(17, high=None, most=10**25, modifier="at_least"),
    )
    make_link(one, two)
    page = html.fromstring(desk.get(f"/measures/{first.pk}/").content)
    assert len(page.xpath("//svg//rect")) == len(page.xpath("//svg//path")) == 1
    assert not page.xpath("//svg//script | //svg//*[@style] | //svg//@onclick")


def test_what_an_article_wrote_is_text(desk: Client) -> None:
    text = "<script>alert(1)</script> holds 16 litres"
    claim = make_claim(make_article(text), text, figure="16 litres", value=16, speaker="")
    page = desk.get(f"/measures/{Quantity.objects.get(mentions__claim=claim).pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_file_has_every_figure(desk: Client) -> None:
    (one, first), (two, _second) = stating(16), stating(17)
    make_link(one, two)
    answer = desk.get(f"/measures/{first.pk}/export/")
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [line[1] for line in lines] == ["Figure", "16\xa0litres", "17\xa0litres"]


def test_a_large_measure_is_paged_in_as_many_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    claims = make_many(120)
    figures = {f.mentions.get().claim_id: f.pk for f in Quantity.objects.all()}
    ClaimLink.objects.bulk_create(
        ClaimLink(
            one=one, other=other, relation="update",
            one_figure_id=figures[one.pk], other_figure_id=figures[other.pk],
        )
        for one, other in pairwise(claims)
    )  # fmt: skip
    Quantity.objects.update(least=1, most=2)
    for page in (1, 3, 9):
        with django_assert_max_num_queries(16):
            answer = desk.get(f"/measures/{figures[claims[0].pk]}/?page={page}")
        assert len(rows(answer.content)) == 40
    assert "figures 81 to 120" in answer.content.decode()


def test_nothing_at_all_is_a_picture_too() -> None:
    assert draw([]).box == "0 0 720 22"


def test_the_figures_of_evidence_enter_it(desk: Client, evidence: Evidence) -> None:
    _claim, figure = stating(112)
    evidence.compared_with, evidence.figure = figure, "more than 115"
    evidence.save()
    page = desk.get(f"/measures/{figure.pk}/").content
    assert "more than 115" in rows(page)[0]
    assert "(evidence)" in rows(page)[0]
    assert html.fromstring(page).xpath("//svg//g[@class='evidence']/path")
