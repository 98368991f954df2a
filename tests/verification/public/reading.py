"""Checks put before readers in one step, and their pages taken apart."""

from __future__ import annotations

import copy
import json
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.utils import timezone

from claims.models import Claim, User
from verification.models import Publication, Verdict, VerdictVersion
from verification.models.freezing import hash_of

CONTENT: dict[str, Any] = {
    "claim": {
        "id": 1,
        "wording": "The dam holds 40 gigalitres.",
        "wording_confirmed": True,
        "checks": "content",
        "speakers": [{"name": "Ida Holm", "kind": "person"}],
        "via": "",
        "mentions": [
            {
                "outlet": "Harbour Daily",
                "title": "Dam is full",
                "url": "https://harbour.example/dam",
                "published_on": "2025-09-04",
                "text": "The dam now holds 40 gigalitres.",
            }
        ],
    },
    "rating": {
        "key": "true",
        "label": "True",
        "definition": "The statement is accurate.",
        "icon": "tick",
        "ordinal": 5,
        "worst": 1,
        "best": 5,
        "scale": "Default scale, version 1",
        "scale_version": 1,
    },
    "headline": "The dam is as full as she says",
    "summary": "Forty it is.",
    "reasoning": "The gauge says so.",
    "unknowns": "How long it will last.",
    "why_checked": "The town depends on it.",
    "no_primary_reason": "",
    "only_source_reason": "",
    "other_side_reason": "Searched, none found.",
    "evidence": [
        {
            "id": 1,
            "stance": "supports",
            "quote": "Storage: 40.1 GL",
            "locator": "row 3",
            "withheld": "",
            "figure": "40.1 GL",
            "source": {
                "kind": "dataset",
                "title": "Reservoir levels",
                "publisher": "Water Board",
                "url": "https://water.example/levels",
                "primary": True,
                "interests": "Runs the dam.",
                "series": "daily",
                "edition": "September",
                "geography": "Tamber",
            },
            "snapshot": {
                "sha256": "a" * 64,
                "name": "levels.csv",
                "archived_url": "https://archive.example/levels",
                "on": "2025-09-05",
            },
        }
    ],
    "calculations": [
        {
            "kind": "share",
            "inputs": [["stored", "40"], ["capacity", "50"]],
            "result": "80",
            "unit": "percent",
            "note": "Capacity as built.",
        }
    ],
    "contacts": [
        {
            "whom": "Ida Holm",
            "how": "E-mail",
            "on": "2025-09-04",
            "outcome": "replied",
            "reply": "It was in the bulletin.",
        }
    ],
    "correction": {"class": "", "note": ""},
}


def make_check(editor: User, wording: str = "", speaker: str = "", **fields: Any) -> Publication:
    """A check with this frozen content, signed by the editor and published."""
    content = copy.deepcopy(CONTENT) | fields
    content["claim"]["wording"] = wording or content["claim"]["wording"]
    if speaker:
        content["claim"]["speakers"] = [{"name": speaker, "kind": "person"}]
    claim = Claim.objects.create(wording="desk only", is_numeric=True, state="checked")
    Claim.objects.filter(pk=claim.pk).update(fingerprint=f"made-{claim.pk}")
    version = VerdictVersion.objects.create(
        verdict=Verdict.objects.create(claim=claim),
        number=1,
        created_by=editor,
        state=VerdictVersion.State.SUBMITTED,
        submitted_by=editor,
        submitted_at=timezone.now(),
        frozen=content,
        content_hash=hash_of(content),
    )
    version.signed_by = version.sign_offs.create(
        by=editor, decision="signed", content_hash=version.content_hash
    )
    version.state = VerdictVersion.State.PUBLISHED
    version.save(update_fields=["signed_by", "state"])
    return Publication.objects.create(
        verdict=version.verdict, version=version, slug=f"check-{claim.pk}", by=editor
    )


class Page(HTMLParser):
    """A page's elements as they would be built: tags, attributes, scripts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] == "script":
            self.data.append(data)
            self._inside.append("")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def canonical(self) -> str | None:
        return next(link["href"] for link in self.all("link") if link.get("rel") == "canonical")

    @property
    def indexed(self) -> bool:
        robots = [meta["content"] for meta in self.all("meta") if meta.get("name") == "robots"]
        return not any("noindex" in (content or "") for content in robots)


def page(client: Client, path: str, status: int = 200) -> tuple[str, Page]:
    response = client.get(path)
    assert response.status_code == status, path
    html = response.content.decode()
    return html, Page(html)


def claim_review_of(html: str) -> dict[str, Any] | None:
    scripts = Page(html).data
    assert len(scripts) <= 1
    return json.loads(scripts[0]) if scripts else None
