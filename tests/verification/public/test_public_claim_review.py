"""ClaimReview, by Google's rules for fact checks and schema.org's."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Speaker, User
from tests.making import unguarded
from tests.signing import sign
from tests.verification.public.reading import CONTENT, claim_review_of, page
from verification.models import Publication, Rating, VerdictVersion

pytestmark = pytest.mark.django_db
Make = Callable[..., Publication]


def faults(record: dict[str, Any]) -> list[str]:
    """What Google's fact-check rules or schema.org's would refuse in a ClaimReview."""
    claim, rating = record.get("itemReviewed", {}), record.get("reviewRating", {})
    found = [
        *_unless(record.get("@context") == "https://schema.org", "context"),
        *_unless(record.get("@type") == "ClaimReview", "type"),
        *_unless(_is_absolute(record.get("url")), "url"),
        *_unless(len(record.get("claimReviewed", "")) > 0, "claimReviewed"),
        *_unless(rating.get("alternateName", "") not in record["claimReviewed"], "rating in claim"),
        *_unless(_is_day(record.get("datePublished")), "datePublished"),
        *_unless(record["datePublished"] <= record.get("dateModified", ""), "dateModified"),
        *_unless(_is_somebody(record.get("author")), "author"),
        *_unless(claim.get("@type") == "Claim", "itemReviewed"),
    ]
    return found + _faults_of_claim(claim) + _faults_of_rating(rating)


def _faults_of_claim(claim: dict[str, Any]) -> list[str]:
    authors = claim.get("author", [])
    authors = authors if isinstance(authors, list) else [authors]
    works = [claim.get("firstAppearance", {}), *claim.get("appearance", [])]
    return [
        *_unless(all(_is_somebody(author) for author in authors), "claim's author"),
        *_unless(all(_is_absolute(work.get("url")) for work in works), "appearance's url"),
        *_unless(claim.get("firstAppearance") in claim.get("appearance", []), "firstAppearance"),
        *_unless("datePublished" not in claim or _is_day(claim["datePublished"]), "claim's date"),
    ]


def _faults_of_rating(rating: dict[str, Any]) -> list[str]:
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    if numbers == [None, None, None]:
        whole = True
    elif all(type(number) is int for number in numbers):
        worst, value, best = numbers
        whole = 1 <= worst < best and worst <= value <= best  # type: ignore[operator]
    else:
        whole = False
    return [
        *_unless(rating.get("@type") == "Rating", "rating's type"),
        *_unless(bool(rating.get("alternateName")), "alternateName"),
        *_unless(whole, "rating's numbers"),
    ]


def _unless(right: bool, fault: str) -> list[str]:
    return [] if right else [fault]


def _is_absolute(url: Any) -> bool:
    return isinstance(url, str) and urlsplit(url).scheme in {"http", "https"}


def _is_day(text: Any) -> bool:
    return isinstance(text, str) and bool(date.fromisoformat(text))


def _is_somebody(author: Any) -> bool:
    return author.get("@type") in {"Person", "Organization"} and bool(author.get("name"))


@pytest.mark.parametrize("key", ["true", "half-true", "false", "misleading-context", "unproven"])
def test_it_carries_one_valid_claim_review(
    submitted: VerdictVersion, checker: User, editor: User, client: Client, key: str
) -> None:
    rating = Rating.objects.get(key=key)
    draft = submitted.verdict.draft(checker).edit(checker, rating=rating).submit(checker)
    sign(draft, editor)
    publication = draft.publish(editor)
    html, parsed = page(client, publication.get_absolute_url())
    record = claim_review_of(html)
    assert record is not None
    assert faults(record) == []
    assert parsed.all("script") == [{"type": "application/ld+json"}]
    assert record["url"] == parsed.canonical == publication.url
    assert f'<span class="label">{record["reviewRating"]["alternateName"]}</span>' in html


@pytest.mark.parametrize("kind", [kind.value for kind in Speaker.Kind])
def test_whoever_says_it_its_author_is_somebody(make: Make, client: Client, kind: str) -> None:
    claim = copy.deepcopy(CONTENT["claim"])
    claim["speakers"] = [{"name": "Ida Holm", "kind": kind}, {"name": "The board", "kind": kind}]
    record = claim_review_of(page(client, make(claim=claim).get_absolute_url())[0])
    assert record is not None
    assert faults(record) == []


def test_nobody_named_is_no_author(make: Make, client: Client) -> None:
    claim = copy.deepcopy(CONTENT["claim"]) | {"speakers": []}
    claim["mentions"][0]["outlet"] = ""
    record = claim_review_of(page(client, make(claim=claim).get_absolute_url())[0])
    assert record is not None
    assert "author" not in record["itemReviewed"]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"url": "/checks/x/"},
        {"claimReviewed": ""},
        {"claimReviewed": "True: the dam holds 40 gigalitres."},
        {"author": {"@type": "Organization", "name": ""}},
        {"dateModified": "2000-01-01"},
        {"reviewRating": {"@type": "Rating", "alternateName": "True", "ratingValue": "5"}},
        {"reviewRating": {"@type": "Rating", "ratingValue": 5}},
        {"itemReviewed": {"@type": "Claim", "author": {"@type": "CreativeWork", "name": "X"}}},
    ],
)
def test_the_rules_find_what_is_wrong(make: Make, client: Client, spoilt: dict[str, Any]) -> None:
    record = claim_review_of(page(client, make().get_absolute_url())[0])
    assert record is not None
    assert faults(record) == []
    assert faults(record | spoilt)


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "/dam", "ftp://harbour.example/dam"])
def test_a_claim_that_appeared_at_no_address_has_none(make: Make, client: Client, url: str) -> None:
    claim = copy.deepcopy(CONTENT["claim"])
    claim["mentions"][0]["url"] = url
    html, _parsed = page(client, make(claim=claim).get_absolute_url())
    assert claim_review_of(html) is None
    assert "Harbour Daily" in html


def test_a_correction_keeps_the_address_and_brings_a_new_date(
    published: Publication, correct: Callable[..., Publication], client: Client
) -> None:
    long_ago = timezone.now() - timedelta(days=3)
    with unguarded():
        Publication.objects.update(since=long_ago)
    correct(summary="Else.")
    record = claim_review_of(page(client, published.get_absolute_url())[0])
    assert record is not None
    assert record["url"] == published.url
    assert record["datePublished"] == timezone.localdate(long_ago).isoformat()
    assert record["dateModified"] == timezone.localdate().isoformat()
    assert faults(record) == []
