"""The admin as far as it goes: evidence, verdict, sign-off, through the same guards."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from claims.models import Claim, User
from tests.making import made_on
from verification.evidence import gathering as evidencing
from verification.models import Evidence, Rating, SignOff, Source, VerdictVersion

pytestmark = pytest.mark.django_db
BASE = "/admin/verification"


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def act(user: User, action: str, *rows: VerdictVersion) -> Any:
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return as_(user).post(f"{BASE}/verdictversion/", data, follow=True)


def change(user: User, version: VerdictVersion, **typed: Any) -> Any:
    """Open the form of a version, and send it."""
    client, address = as_(user), f"{BASE}/verdictversion/{version.pk}/change/"
    opened = made_on(client.get(address).content.decode())
    return client.post(address, {**typed, **opened, **SIGN_OFFS})


SIGN_OFFS = {
    "sign_offs-TOTAL_FORMS": 0,
    "sign_offs-INITIAL_FORMS": 0,
}


def test_a_fact_checker_attaches_evidence_and_a_verdict(
    claim: Claim, checker: User, source: Source, texts: dict[str, str]
) -> None:
    claim.take(checker)
    client = as_(checker)
    evidence = {"claim": claim.pk, "source": source.pk, "stance": "supports", "quote": "112."}
    assert client.post(f"{BASE}/evidence/add/", evidence).status_code == 302
    verdict = {"claim": claim.pk, "rating": Rating.objects.get(key="true").pk, **texts}
    answer = client.post(f"{BASE}/verdictversion/add/", verdict | SIGN_OFFS)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    version = VerdictVersion.objects.get()
    assert version.contributors.get() == checker
    act(checker, "submit", version)
    version.refresh_from_db()
    assert version.state == "submitted"


def test_a_draft_is_changed_by_its_owner(evidence: Evidence, checker: User, rating: Rating) -> None:
    draft = evidence.verdict.draft(checker)
    answer = change(checker, draft, headline="New", rating=rating.pk)
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft.headline == "New"


def test_another_checker_changes_nothing(evidence: Evidence, checker2: User) -> None:
    draft = evidence.verdict.newest
    assert draft is not None
    answer = change(checker2, draft, headline="Mine")
    assert answer.status_code == 200
    assert "Take this claim first" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.headline == ""


def test_nobody_signs_in_bulk_without_looking_at_the_evidence(
    submitted: VerdictVersion, editor: User, superuser: User
) -> None:
    for person in (editor, superuser):
        act(person, "sign_off", submitted)
    submitted.refresh_from_db()
    assert submitted.state == "submitted"
    assert not SignOff.objects.exists()


def test_a_frozen_version_is_only_read(submitted: VerdictVersion, superuser: User) -> None:
    url = f"{BASE}/verdictversion/{submitted.pk}/change/"
    page = as_(superuser).get(url).content.decode()
    assert 'name="headline"' not in page
    assert as_(superuser).post(url, {"headline": "Changed"}).status_code == 403


def test_evidence_that_was_taken_out_is_only_read(
    evidence: Evidence, checker: User, superuser: User
) -> None:
    evidencing.remove_evidence(evidence, checker)
    url = f"{BASE}/evidence/{evidence.pk}/change/"
    changed = {"source": evidence.source_id, "stance": "refutes", "quote": "Changed"}
    for person in (checker, superuser):
        assert as_(person).post(url, changed).status_code == 403
    evidence.refresh_from_db()
    assert evidence.quote == "112 drones were launched."


def test_another_sources_file_is_told_and_nothing_typed_is_lost(
    evidence: Evidence, checker: User
) -> None:
    other = Source.objects.create(kind="document", title="Evening report", added_by=checker)
    client, address = as_(checker), f"{BASE}/evidence/{evidence.pk}/change/"
    answer = client.post(
        address,
        {
            "source": other.pk,
            "snapshot": evidence.snapshot_id,
            "stance": "refutes",
            "quote": "In the evening 90.",
            **made_on(client.get(address).content.decode()),
        },
    )
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "was stored of another source" in shown
    assert "In the evening 90." in shown


def test_a_form_from_before_a_colleagues_edit_is_refused_with_what_stands_now(
    evidence: Evidence, checker: User, editor: User
) -> None:
    client = as_(checker)
    draft = evidence.verdict.draft(checker)
    address = f"{BASE}/verdictversion/{draft.pk}/change/"
    opened = made_on(client.get(address).content.decode())
    draft.edit(editor, headline="The editor's headline")
    late = {"headline": "The late headline", **opened, **SIGN_OFFS}
    answer = client.post(address, late)
    shown = unescape(answer.content.decode())
    assert "editor has changed this since you opened the page" in shown
    assert "It says now: “The editor's headline”" in shown
    assert "The late headline" in shown
    draft.refresh_from_db()
    assert draft.headline == "The editor's headline"
    address = f"{BASE}/evidence/{evidence.pk}/change/"
    opened = made_on(client.get(address).content.decode())
    evidencing.change_evidence(evidence, editor, quote="All 112.")
    late = {"source": evidence.source_id, "stance": "refutes", "quote": "Late.", **opened}
    assert "It says now: “All 112.”" in unescape(client.post(address, late).content.decode())
    evidence.refresh_from_db()
    assert (evidence.stance, evidence.quote) == ("supports", "All 112.")
