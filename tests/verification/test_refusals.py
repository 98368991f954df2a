"""A refusal lands on its form: each reason by name, with a link to the field that mends it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from claims.models import User
from verification.models import Evidence, VerdictVersion

pytestmark = pytest.mark.django_db


def refusals(answer: Any) -> dict[str, str]:
    """The reasons that the one refused form gives, each with the field it leads to."""
    page = html.fromstring(answer.content.decode())
    (summary,) = page.xpath("//*[@autofocus]")
    assert summary.xpath("ancestor::form")
    found = {}
    for line in summary.xpath(".//li"):
        links = line.xpath(".//a/@href")
        if links:
            assert page.xpath(f"//*[@id='{links[0][1:]}']"), links
        found[" ".join(line.text_content().split())] = links[0] if links else ""
    return found


def test_what_a_submission_lacks_leads_to_its_fields(
    evidence: Evidence, checker: User, client: Client
) -> None:
    client.force_login(checker)
    claim = evidence.verdict.claim
    answer = client.post(f"/claims/{claim.pk}/verdict/", {"number": "1", "submit": "1"})
    assert answer.status_code == 409
    assert refusals(answer) == {
        "Choose a rating.": "#id_rating",
        "Write a sentence of reasoning.": "#id_reasoning",
    }


@pytest.mark.parametrize("verb", ["sign-off", "suggest"])
def test_each_piece_that_was_not_ticked_is_named(
    submitted: VerdictVersion, editor: User, client: Client, verb: str
) -> None:
    client.force_login(editor)
    typed = {"content_hash": submitted.content_hash, "headline": "Better words"}
    answer = client.post(f"/signoff/{submitted.pk}/{verb}/", typed)
    assert answer.status_code == 422
    (words,) = refusals(answer)
    assert words.startswith("Tick “")
    assert submitted.content["evidence"][0]["source"]["title"] in words


def test_a_field_that_is_missing_is_named(
    evidence: Evidence, checker: User, client: Client
) -> None:
    client.force_login(checker)
    claim = evidence.verdict.claim
    answer = client.post(f"/claims/{claim.pk}/hold/", {"reason": "They answer on Monday"})
    assert refusals(answer) == {"Until: This field is required.": "#hold_wake_on"}
