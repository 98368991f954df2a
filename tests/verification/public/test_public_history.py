"""Corrections, versions, notices, and what readers saw at any past moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from claims.models import User
from tests.signing import sign
from tests.verification.public.reading import claim_review_of, page
from verification.models import Publication, VerdictVersion
from verification.public.forms import past_moment

pytestmark = pytest.mark.django_db
Make = Callable[..., Publication]


# --- corrections and versions ---


def test_corrections_stand_on_top_the_graver_first(
    correct: Callable[..., Publication], client: Client
) -> None:
    correct()
    latest = correct(correction_class="typo", correction_note="A letter.", summary="It is right.")
    html, _parsed = page(client, latest.get_absolute_url())
    places = [html.index(words) for words in ("The night was wrong.", "A letter.", "<h1")]
    assert places == sorted(places)
    assert "Factual" in html


def test_an_earlier_version_stays_reachable_behind_a_banner(
    published: Publication, correct: Callable[..., Publication], client: Client
) -> None:
    correct(summary="It was the night before.")
    path = published.get_absolute_url()
    html, parsed = page(client, f"{path}versions/1/")
    assert "The count is right." in html
    assert "earlier version, number 1" in html
    assert "The night was wrong." in html
    assert claim_review_of(html) is None
    assert parsed.canonical == published.url
    assert not parsed.indexed
    assert f"{path}versions/1/" in page(client, path)[0]


def test_the_present_versions_address_leads_to_the_check(
    published: Publication, client: Client
) -> None:
    response = client.get(f"{published.get_absolute_url()}versions/1/")
    assert (response.status_code, response["Location"]) == (302, published.get_absolute_url())


def test_a_version_that_was_never_published_is_not_there(
    published: Publication, checker: User, editor: User, client: Client
) -> None:
    typo = {"correction_class": "typo", "correction_note": "A letter."}
    draft = published.verdict.draft(checker).edit(checker, summary="Secret so far.", **typo)
    path = f"{published.get_absolute_url()}versions/2/"
    page(client, path, 404)
    draft.submit(checker)
    page(client, path, 404)
    sign(draft, editor)
    page(client, path, 404)
    assert "Secret so far." not in page(client, published.get_absolute_url())[0]
    page(client, f"{published.get_absolute_url()}versions/{10**30}/", 404)


# --- under review, withdrawn, elsewhere ---


def test_under_review_says_since_when_and_why(
    published: Publication, correct: Callable[..., Publication], editor: User, client: Client
) -> None:
    live = correct(summary="Else.")
    live.unpublish(editor, "A reader doubts the date.")
    for path in (published.get_absolute_url(), f"{published.get_absolute_url()}versions/1/"):
        html, parsed = page(client, path)
        assert "Under review since" in html
        assert "A reader doubts the date." in html
        assert "112 drones on" not in html
        assert claim_review_of(html) is None
        assert not parsed.indexed


def test_withdrawn_leaves_a_tombstone(
    published: Publication, editor: User, editor2: User, client: Client
) -> None:
    published.unpublish(editor, "Doubts.").withdraw(editor2, "The report was forged.")
    html, parsed = page(client, published.get_absolute_url(), 410)
    assert "The report was forged." in html
    assert "112 drones on" not in html
    assert claim_review_of(html) is None
    assert not parsed.indexed
    page(client, f"{published.get_absolute_url()}report/", 404)


def test_a_restored_check_is_back(
    published: Publication, editor: User, editor2: User, client: Client
) -> None:
    published.unpublish(editor, "Doubts.").restore(editor2)
    assert claim_review_of(page(client, published.get_absolute_url())[0]) is not None


def test_a_check_on_the_newsrooms_site_leads_there(
    signed: VerdictVersion, editor: User, client: Client
) -> None:
    publication = signed.publish(editor, "https://news.example/fact-check/7")
    html, parsed = page(client, publication.get_absolute_url())
    assert {"https://news.example/fact-check/7"} < {link.get("href") for link in parsed.all("a")}
    assert parsed.canonical == "https://news.example/fact-check/7"
    assert claim_review_of(html) is None
    listed, parsed = page(client, "/checks/")
    assert "https://news.example/fact-check/7" in {link.get("href") for link in parsed.all("a")}
    assert "own site" in listed
    assert "/checks/" not in client.get("/sitemap.xml").content.decode()


# --- as of ---


def test_any_past_moment_shows_what_readers_saw(
    published: Publication,
    correct: Callable[..., Publication],
    editor: User,
    editor2: User,
    client: Client,
) -> None:
    path = published.get_absolute_url()
    first = timezone.now()
    live = correct(summary="It was the night before.")
    second = timezone.now()
    doubted = live.unpublish(editor, "A reader doubts the date.")
    third = timezone.now()
    doubted.restore(editor2)

    html, parsed = page(client, f"{path}?as_of={_in_utc(first)}")
    assert "The count is right." in html
    assert "The night was wrong." not in html
    assert "This is what stood here on" in html
    assert claim_review_of(html) is None
    assert not parsed.indexed
    assert parsed.canonical == published.url
    html, _parsed = page(client, f"{path}?as_of={_in_utc(second)}")
    assert "It was the night before." in html
    assert "The night was wrong." in html
    html, _parsed = page(client, f"{path}?as_of={_in_utc(third)}")
    assert "Under review since" in html
    assert "It was the night before." not in html


def test_what_was_taken_down_since_only_the_desk_still_sees_as_it_was(
    published: Publication,
    auditor: User,
    newcomer: User,
    editor: User,
    editor2: User,
    client: Client,
) -> None:
    old = f"{published.get_absolute_url()}?as_of={_in_utc(timezone.now())}"
    doubted = published.unpublish(editor, "A reader doubts the date.")
    _readers_see_only_the_notice(client, old, "A reader doubts the date.", 200)
    doubted.withdraw(editor2, "Forged.")
    _readers_see_only_the_notice(client, old, "Forged.", 410)
    client.force_login(newcomer)
    _readers_see_only_the_notice(client, old, "Forged.", 410)
    client.force_login(auditor)
    html, parsed = page(client, old)
    assert "The count is right." in html
    assert "has been withdrawn since" in html
    assert not parsed.indexed


def _readers_see_only_the_notice(client: Client, path: str, reason: str, status: int) -> None:
    html, _parsed = page(client, path, status)
    assert reason in html
    assert "The count is right." not in html
    assert "112 drones" not in html


def test_a_past_page_leads_on_to_no_check_that_was_taken_down_since(
    make: Make, editor: User, client: Client
) -> None:
    shown = make("The dam holds 40 gigalitres.", "Ida Holm")
    other = make("The dam holds 41.", "Ida Holm")
    past = f"{shown.get_absolute_url()}?as_of={_in_utc(timezone.now())}"
    assert "The dam holds 41." in page(client, past)[0]
    other.unpublish(editor, "A doubt.")
    assert "The dam holds 41." not in page(client, past)[0]


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@pytest.mark.parametrize(
    "as_of",
    [
        "2001-01-01T00:00Z",
        "9999-12-31T23:59-10:00",
        "0001-01-01T00:00%2B10:00",
        "2025-02-30",
        "yesterday",
        "2025-09-10T12:00Z%00",
        "%F0%9F%8C%8A" * 500,
        "-1",
        "1e400",
    ],
)
def test_a_moment_at_which_nothing_stood_says_so(
    published: Publication, client: Client, as_of: str
) -> None:
    html, parsed = page(client, f"{published.get_absolute_url()}?as_of={as_of}", 404)
    assert "Nothing stood here then" in html
    assert not parsed.indexed


def test_as_of_nothing_is_the_check(published: Publication, client: Client) -> None:
    page(client, f"{published.get_absolute_url()}?as_of=")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-09-10T12:00Z", datetime(2025, 9, 10, 12, tzinfo=UTC)),
        ("2025-09-10T12:00+02:00", datetime(2025, 9, 10, 10, tzinfo=UTC)),
        ("2025-09-10T12:00 02:00", datetime(2025, 9, 10, 10, tzinfo=UTC)),
        (" 2025-09-10T12:00 ", datetime(2025, 9, 10, 12, tzinfo=UTC)),
        ("2025-09-10", datetime(2025, 9, 10, tzinfo=UTC)),
        ("2925-09-10", None),
        ("", None),
    ],
)
def test_a_moment_is_read(text: str, moment: datetime | None) -> None:
    assert past_moment(text) == moment


@given(st.text())
def test_no_text_breaks_the_reading_of_a_moment(text: str) -> None:
    moment = past_moment(text)
    assert moment is None or moment <= timezone.now()
