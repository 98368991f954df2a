"""ClaimReview: the schema.org record of a published check.

Rendered from a version's frozen content alone. The rules are Google's for fact
checks (https://developers.google.com/search/docs/appearance/structured-data/factcheck)
and schema.org's (https://schema.org/ClaimReview).
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from verification.models import Publication

# The author of a Claim is a Person or an Organization and nothing else, so that a place
# and a document stand for those who speak through them.
_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "place": "Organization",
    "document": "Organization",
    "unknown": "Person",
}
# "<" ends a script early; the others end a line in older JavaScript.
_SCRIPT_SAFE = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def web_address(url: str) -> str:
    """The URL if a reader may follow it, else "": never "javascript:" or a bare path."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def why_none(publication: Publication) -> str:
    """Why a published check has no ClaimReview; empty where it has one."""
    if publication.notice != Publication.Notice.CHECK:
        return "notice"
    if not _appearances(publication.content):
        return "no_url"
    return ""


def claim_review(publication: Publication) -> dict[str, Any] | None:
    """The record, or ``None`` for a check whose claim appeared at no URL, or under review."""
    if why_none(publication):
        return None
    content = publication.content
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": publication.url,
        "datePublished": timezone.localdate(publication.first_published).isoformat(),
        "dateModified": timezone.localdate(publication.since).isoformat(),
        "inLanguage": "en",
        "author": _newsroom(),
        "claimReviewed": content["claim"]["wording"],
        "itemReviewed": _claim(content),
        "reviewRating": _rating(content["rating"]),
    }


def script(record: dict[str, Any]) -> str:
    """The record as JSON that is safe inside a script element."""
    return json.dumps(record, ensure_ascii=False, indent=2).translate(_SCRIPT_SAFE)


def element(record: dict[str, Any] | None) -> str:
    """The script element that carries the record; nothing where there is none.

    It is data that browsers do not run, so that the content security policy allows it.
    """
    if record is None:
        return ""
    json_ = SafeString(script(record))
    return format_html('<script type="application/ld+json">{}</script>', json_)


def _newsroom() -> dict[str, str]:
    newsroom = {
        "@type": "Organization",
        "name": settings.NEWSROOM_NAME,
        "url": settings.NEWSROOM_URL or settings.SITE_URL,
    }
    if settings.NEWSROOM_LOGO:
        newsroom["logo"] = settings.NEWSROOM_LOGO
    return newsroom


def _appearances(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [mention for mention in content["claim"]["mentions"] if web_address(mention["url"])]


def _claim(content: dict[str, Any]) -> dict[str, Any]:
    """The claim with its author and where it appeared, earliest first."""
    appearances = _appearances(content)
    claim: dict[str, Any] = {"@type": "Claim"}
    author = _author(content)
    if author:
        claim["author"] = author
    first = appearances[0]
    if first["published_on"]:
        claim["datePublished"] = first["published_on"]
    claim["firstAppearance"] = _work(first)
    claim["appearance"] = [_work(mention) for mention in appearances]
    return claim


def _author(content: dict[str, Any]) -> Any:
    """Who is checked: the speaker of a content, the outlet of a quotation or unattributed claim."""
    claim = content["claim"]
    if claim["checks"] == "content" and claim["speakers"]:
        people = [
            {"@type": _TYPES[speaker["kind"]], "name": speaker["name"]}
            for speaker in claim["speakers"]
        ]
        return people[0] if len(people) == 1 else people
    outlet = _appearances(content)[0]["outlet"]
    return {"@type": "Organization", "name": outlet} if outlet else None


def _work(mention: dict[str, Any]) -> dict[str, Any]:
    work = {"@type": "CreativeWork", "url": mention["url"]}
    if mention["title"]:
        work["headline"] = mention["title"]
    if mention["published_on"]:
        work["datePublished"] = mention["published_on"]
    if mention["outlet"]:
        work["publisher"] = {"@type": "Organization", "name": mention["outlet"]}
    return work


def _rating(rating: dict[str, Any]) -> dict[str, Any]:
    """The label always; numbers only for a point between the scale's worst and best."""
    record: dict[str, Any] = {"@type": "Rating", "alternateName": rating["label"]}
    if rating["ordinal"] is not None and rating["worst"] < rating["best"]:
        record |= {
            "ratingValue": rating["ordinal"],
            "worstRating": rating["worst"],
            "bestRating": rating["best"],
        }
    return record
