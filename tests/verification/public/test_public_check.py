"""A check's page: what it says, and what it never says."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from claims.models import Article, Claim, Outlet, Speaker
from tests.making import unguarded
from tests.verification.public.reading import CONTENT, Page, claim_review_of, page
from verification.models import Publication, Rating, RatingScale, Source

pytestmark = pytest.mark.django_db
Make = Callable[..., Publication]
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 1 }}"
# Days and the words of code, which no person and no article supplies.
FIXED = {"on", "published_on", "sha256", "stance", "checks", "class"}


@pytest.mark.parametrize(
    "words",
    [
        "The dam holds 40 gigalitres.",
        "Ida Holm",
        "We checked whether it is true.",
        "Dam is full",
        "https://harbour.example/dam",
        "The statement is accurate.",
        "Default scale, version 1",
        "The dam is as full as she says",
        "Forty it is.",
        "The gauge says so.",
        "Speaks for the claim",
        "Storage: 40.1 GL",
        "row 3",
        "Water Board",
        "https://water.example/levels",
        "https://archive.example/levels",
        "Runs the dam.",
        "Searched, none found.",
        "Share in percent",
        "capacity",
        "80 percent",
        "Capacity as built.",
        "replied",
        "It was in the bulletin.",
        "How long it will last.",
        "The town depends on it.",
        "Evidence as of",
        "/methodology/#corrections",
        "/report/",
    ],
)
def test_the_page_says(make: Make, client: Client, words: str) -> None:
    html, _parsed = page(client, make().get_absolute_url())
    assert words in html


def test_the_claim_of_a_quotation_says_what_was_checked(make: Make, client: Client) -> None:
    claim = copy.deepcopy(CONTENT["claim"]) | {"checks": "quotation"}
    html, _parsed = page(client, make(claim=claim).get_absolute_url())
    assert "whether they said it" in html


def test_withheld_evidence_gives_its_reason_and_nothing_of_the_passage(
    make: Make, client: Client
) -> None:
    piece = copy.deepcopy(CONTENT["evidence"][0]) | {
        "withheld": "It would name a minor.",
        "quote": "",
        "locator": "line of the name",
        "figure": "14 years",
    }
    html, _parsed = page(client, make(evidence=[piece]).get_absolute_url())
    assert "It would name a minor." in html
    for hidden in ("line of the name", "14 years", "archive.example"):
        assert hidden not in html


def test_it_is_rendered_from_frozen_content_alone(published: Publication, client: Client) -> None:
    path = published.get_absolute_url()
    before = client.get(path).content
    Outlet.objects.update(name="Renamed")
    Speaker.objects.update(name="Renamed")
    Rating.objects.update(label="Renamed", definition="Renamed", ordinal=None, icon="open")
    RatingScale.objects.update(name="Renamed")
    Source.objects.update(title="Renamed", publisher="Renamed")
    Claim.objects.update(wording="Renamed", speaker_label="Renamed", via_label="Renamed")
    with unguarded():
        published.verdict.evidence.update(quote="Renamed", stance="refutes")
        Article.objects.update(title="Renamed", url="https://renamed.example/")
    assert client.get(path).content == before
    listed, _parsed = page(client, "/checks/?q=drones")
    assert "112 drones" in listed
    assert "Renamed</a>" not in listed


def test_hostile_text_stays_text_wherever_it_stands(make: Make, client: Client) -> None:
    def spoil(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: spoil(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoil(inner, name) for inner in value]
        if not isinstance(value, str) or name in FIXED:
            return value
        return f"https://x.example/{HOSTILE}" if name.endswith("url") else HOSTILE

    spoilt = spoil(CONTENT)
    spoilt["claim"]["speakers"][0]["kind"] = "person"
    publication = make(**spoilt, wording=HOSTILE)
    unpublished = {"notice": "under_review", "reason": HOSTILE}
    for path in (publication.get_absolute_url(), "/checks/", f"{publication.get_absolute_url()}x"):
        _harmless(client.get(path).content.decode())
    publication.replace(publication.by, "unpublished", **unpublished)
    _harmless(client.get(publication.get_absolute_url()).content.decode())


def _harmless(html: str) -> None:
    parsed = Page(html)
    assert parsed.all("img") == []
    assert all(script == {"type": "application/ld+json"} for script in parsed.all("script"))
    for _tag, attributes in parsed.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert "javascript:" not in str(attributes.get("href"))


def test_a_link_that_is_no_web_address_is_no_link(make: Make, client: Client) -> None:
    piece = copy.deepcopy(CONTENT["evidence"][0])
    piece["source"]["url"] = piece["snapshot"]["archived_url"] = "JavaScript:alert(1)"
    claim = copy.deepcopy(CONTENT["claim"])
    claim["mentions"][0]["url"] = "data:text/html,x"
    html, _parsed = page(client, make(evidence=[piece], claim=claim).get_absolute_url())
    assert "avaScript" not in html
    assert "data:text" not in html


@pytest.mark.parametrize(
    "text", ["أطلقت روسيا ١١٢ طائرة", "Sea level 🌊 up 3 mm 👩🏽‍🔬", "𝕏" * 2000]
)
def test_any_script_and_emoji_reach_the_reader(make: Make, client: Client, text: str) -> None:
    publication = make(text, reasoning=text, speaker=text[:40])
    html, _parsed = page(client, publication.get_absolute_url())
    record = claim_review_of(html)
    assert record is not None
    assert record["claimReviewed"] == text
    assert f'dir="auto">{text[:40]}</a>' in html
    assert client.get("/checks/", {"speaker": text[:40]}).content.decode().count("<li>") == 1


def test_what_is_empty_leaves_no_heading(make: Make, client: Client) -> None:
    empty = dict.fromkeys(("headline", "summary", "unknowns", "other_side_reason"), "")
    bare = make(**empty, evidence=[], calculations=[], contacts=[])
    html, parsed = page(client, bare.get_absolute_url())
    assert html.count("<h1") == 1
    for heading in ("Calculations", "Whom we asked", "could not be established"):
        assert heading not in html
    assert all(attributes for attributes in parsed.all("blockquote"))


def test_the_policy_forbids_inline_scripts_and_styles(make: Make, client: Client) -> None:
    response = client.get(make().get_absolute_url())
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
