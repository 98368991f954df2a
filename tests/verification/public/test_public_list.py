"""The list of checks, how we check, reports of errors, the sitemap."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from claims.models import Sending, Speaker, User
from tests.making import unguarded
from tests.signing import sign
from tests.verification.public.reading import CONTENT, claim_review_of, page
from verification.models import ErrorReport, Publication, Rating, RatingScale, VerdictVersion
from verification.public.forms import MOST_REPORTS

pytestmark = pytest.mark.django_db
Make = Callable[..., Publication]


# --- the list ---


def wordings(client: Client, **query: str) -> list[str]:
    response = client.get("/checks/", query)
    assert response.status_code == 200
    return [row.content["claim"]["wording"] for row in response.context["page"].rows]


@pytest.fixture
def three(make: Make) -> list[Publication]:
    false = copy.deepcopy(CONTENT["rating"]) | {"key": "false", "label": "False", "ordinal": 1}
    return [
        make("Trams cost 20% more."),
        make("The flood killed 12.", speaker="Ömer Şahin", rating=false, headline="Not so"),
        make("Trams run 50% faster.", rating=false),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Trams run 50% faster.", "The flood killed 12.", "Trams cost 20% more."]),
        ({"q": "trams"}, ["Trams run 50% faster.", "Trams cost 20% more."]),
        ({"q": "  more  TRAMS "}, ["Trams cost 20% more."]),
        ({"q": "Şahin"}, ["The flood killed 12."]),
        ({"q": "not so"}, ["The flood killed 12."]),
        ({"q": "20%"}, ["Trams cost 20% more."]),
        ({"q": "%"}, ["Trams run 50% faster.", "Trams cost 20% more."]),
        ({"q": "Tr_ms"}, []),
        ({"q": "desk"}, []),
        ({"rating": "false"}, ["Trams run 50% faster.", "The flood killed 12."]),
        ({"rating": "false", "q": "trams"}, ["Trams run 50% faster."]),
        ({"rating": "true", "speaker": "Ömer Şahin"}, []),
        ({"speaker": " ida   holm "}, ["Trams run 50% faster.", "Trams cost 20% more."]),
        ({"speaker": "Ida"}, []),
    ],
)
def test_the_list_is_searched_and_filtered(
    three: list[Publication], client: Client, query: dict[str, str], found: list[str]
) -> None:
    assert wordings(client, **query) == found


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\x00"},
        {"q": "x" * 10_000},
        {"q": "'; DROP TABLE claims_claim; --"},
        {"q": '")[*"\\'},
        {"rating": "no-such"},
        {"rating": "true' OR 1=1"},
        {"speaker": "\x00"},
        {"speaker": "🌊" * 300},
        {"after": "99999999999999999999.1"},
        {"after": "x", "before": "-1.1"},
        {"page": "2"},
    ],
)
def test_no_query_breaks_the_list(
    three: list[Publication], client: Client, query: dict[str, str]
) -> None:
    assert client.get("/checks/", query).status_code == 200


def test_what_is_no_filter_is_told(three: list[Publication], client: Client) -> None:
    response = client.get("/checks/", {"rating": "no-such"})
    assert len(response.context["page"].rows) == 3
    assert "errorlist" in response.content.decode()


def test_an_empty_list_says_what_to_do(client: Client) -> None:
    html, _parsed = page(client, "/checks/")
    assert "Nothing has been published yet" in html
    assert "No check fits" in page(client, "/checks/?q=zebra")[0]


def test_pages_by_key_show_every_check_once(make: Make, client: Client) -> None:
    made = [make(f"Claim number {number}.").pk for number in range(45)]
    seen, query = [], {}
    while True:
        shown = client.get("/checks/", query).context["page"]
        seen += [row.pk for row in shown.rows]
        if not shown.after:
            break
        query = {"after": shown.after}
    assert seen == made[::-1]


def test_the_number_of_queries_is_constant(make: Make, client: Client) -> None:
    first = make()

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    paths = [first.get_absolute_url(), "/checks/", "/checks/?q=dam&rating=true", "/sitemap.xml"]
    before = [queries(path) for path in paths]
    for number in range(12):
        make(f"Claim number {number} on the dam.")
    assert [queries(path) for path in paths] == before
    assert max(before) <= 6


def test_nothing_unpublished_is_found_counted_or_mapped(
    submitted: VerdictVersion, editor: User, editor2: User, client: Client
) -> None:
    """From submitted to withdrawn: only while it stands is it anywhere."""

    def shows() -> set[bool]:
        listed = client.get("/checks/", {"q": "112"})
        return {
            bool(listed.context["page"].rows),
            bool(listed.context["total"]),
            "112 drones on" in listed.content.decode(),
            "/checks/" in client.get("/sitemap.xml").content.decode(),
        }

    assert shows() == {False}
    signed = sign(submitted, editor)
    assert shows() == {False}
    publication = signed.publish(editor)
    assert shows() == {True}
    doubted = publication.unpublish(editor, "Doubts.")
    assert shows() == {False}
    restored = doubted.restore(editor2)
    assert shows() == {True}
    restored.unpublish(editor, "Doubts.").withdraw(editor2, "Forged.")
    assert shows() == {False}


def test_a_later_wording_at_the_desk_is_not_found(
    published: Publication, checker: User, client: Client
) -> None:
    claim = published.verdict.claim
    published.verdict.draft(checker)
    claim.refresh_from_db()
    claim.speakers.add(Speaker.objects.create(name="Ida Holm", kind="person"))
    claim.word(checker, "Zebra.", "content")
    assert wordings(client, q="zebra") == []
    assert wordings(client, speaker="Ida Holm") == []


def test_related_checks_are_by_the_same_speaker(three: list[Publication], client: Client) -> None:
    html, _parsed = page(client, three[0].get_absolute_url())
    assert "Trams run 50% faster." in html
    assert "The flood killed 12." not in html
    three[2].unpublish(three[2].by, "Doubts.")
    assert "Trams run 50% faster." not in page(client, three[0].get_absolute_url())[0]


# --- how we check ---


def test_methodology_defines_every_version_of_the_scale(client: Client) -> None:
    RatingScale.objects.update(is_current=False)
    scale = RatingScale.objects.create(version=2, name="New scale", is_current=True)
    scale.ratings.create(key="so", label="So", definition="It is so.", icon="tick", position=1)
    html, _parsed = page(client, "/methodology/")
    assert html.index("New scale, version 2") < html.index("Default scale, version 1")
    for rating in Rating.objects.all():
        assert rating.label in html
        assert rating.definition in html


@pytest.mark.parametrize("address", ["/methodology/", "/checks/"])
def test_a_scale_in_the_making_is_not_public(client: Client, address: str) -> None:
    scale = RatingScale.objects.create(version=99, name="Next year")
    scale.ratings.create(key="zz", label="Burnt", definition="d.", icon="cross", position=1)
    assert "Burnt" not in client.get(address).content.decode()


def test_methodology_says_when_authors_may_sign(client: Client, settings: Settings) -> None:
    assert "one-person desk" not in page(client, "/methodology/")[0]
    settings.ALLOW_OWN_SIGN_OFF = True
    html, _parsed = page(client, "/methodology/")
    assert "one-person desk" in html
    assert "Nobody signs off their own work" not in html


# --- reports of errors ---


def test_a_reader_reports_an_error(published: Publication, client: Client) -> None:
    path = f"{published.get_absolute_url()}report/"
    page(client, path)
    response = client.post(path, {"text": "It was 113.", "email": "r@reader.example"})
    assert response.status_code == 302
    kept = ErrorReport.objects.get()
    assert (kept.text, kept.email, kept.publication) == (
        "It was 113.",
        "r@reader.example",
        published,
    )
    assert "Thank you" in page(client, response["Location"])[0]


@pytest.mark.parametrize(
    "sent",
    [
        {"text": ""},
        {"text": "x" * 5_001},
        {"text": "a\x00b"},
        {"text": "It was 113.", "email": "nobody"},
    ],
)
def test_a_report_that_says_nothing_is_not_kept(
    published: Publication, client: Client, sent: dict[str, str]
) -> None:
    response = client.post(f"{published.get_absolute_url()}report/", sent)
    assert "errorlist" in response.content.decode()
    assert not ErrorReport.objects.exists()


def test_a_program_that_fills_in_every_field_is_thanked_and_forgotten(
    published: Publication, client: Client
) -> None:
    sent = {"text": "Buy", "website": "https://spam.example"}
    assert client.post(f"{published.get_absolute_url()}report/", sent).status_code == 302
    assert not ErrorReport.objects.exists()


def test_a_flood_of_reports_ends_for_who_sends_it_and_for_nobody_else(
    published: Publication, client: Client
) -> None:
    path = f"{published.get_absolute_url()}report/"
    for _ in range(MOST_REPORTS):
        assert client.post(path, {"text": "Wrong."}, REMOTE_ADDR="203.0.113.7").status_code == 302
    response = client.post(path, {"text": "One more."}, REMOTE_ADDR="203.0.113.7")
    assert "Send yours in an hour" in response.content.decode()
    assert "One more." in response.content.decode()
    assert ErrorReport.objects.count() == MOST_REPORTS
    assert client.post(path, {"text": "Mine."}, REMOTE_ADDR="203.0.113.8").status_code == 302
    Sending.objects.update(at=timezone.now() - timedelta(hours=1))
    assert client.post(path, {"text": "Later."}, REMOTE_ADDR="203.0.113.7").status_code == 302
    assert Sending.objects.count() == 1  # an hour is all that is remembered


def test_who_reports_an_error_is_stored_nowhere(published: Publication, client: Client) -> None:
    path = f"{published.get_absolute_url()}report/"
    for text in ("Wrong.", "x" * 96_000):
        response = client.post(path, {"text": text}, REMOTE_ADDR="203.0.113.7")
        assert "sessionid" not in response.cookies
    assert not Session.objects.exists()
    assert "203.0.113.7" not in str([*Sending.objects.values(), *ErrorReport.objects.values()])


def test_a_report_from_another_site_is_refused(published: Publication) -> None:
    strict = Client(enforce_csrf_checks=True)
    path = f"{published.get_absolute_url()}report/"
    assert strict.post(path, {"text": "x"}).status_code == 403
    assert not ErrorReport.objects.exists()


# --- addresses ---


def test_the_sitemap_names_published_checks_and_nothing_else(
    make: Make, client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://checks.example"
    made = [make(), make()]
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(response.content)
    locations = [node.text for node in tree.iter() if node.tag.endswith("loc")]
    assert locations == [f"https://checks.example{one.get_absolute_url()}" for one in made]


@pytest.mark.parametrize(
    "path", ["/checks/no-such/", "/checks/no-such/report/", "/checks/no-such/versions/1/"]
)
def test_what_is_not_there_is_not_found_among_the_checks(client: Client, path: str) -> None:
    html, parsed = page(client, path, 404)
    assert "There is no published check" in html
    assert "/queue/" not in html
    assert not parsed.indexed


def test_an_address_that_cannot_be_a_checks_is_not_found(client: Client) -> None:
    page(client, "/checks/x y/", 404)


@pytest.mark.parametrize("path", ["/checks/", "/methodology/", "/sitemap.xml"])
def test_nothing_but_reading(client: Client, path: str) -> None:
    assert client.post(path).status_code in {403, 405}
    assert client.head(path).status_code == 200


def test_a_shown_date_is_the_sites(make: Make, client: Client, settings: Settings) -> None:
    """Half past ten in the evening in UTC is the next morning in Auckland."""
    settings.TIME_ZONE = "Pacific/Auckland"
    publication = make()
    evening = datetime(2025, 9, 4, 22, 30, tzinfo=UTC)
    with unguarded():
        Publication.objects.filter(pk=publication.pk).update(since=evening)
    html, _parsed = page(client, publication.get_absolute_url())
    record = claim_review_of(html)
    assert record is not None
    assert record["datePublished"] == "2025-09-05"
    assert "5 September 2025" in html
