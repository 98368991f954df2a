"""What was typed before a login, or on a page too old to be sent, comes back."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from lxml import html

from claims.models import Claim, User
from tests.signing import evidence_in
from verification.evidence import gathering as evidencing
from verification.models import (
    Evidence,
    VerdictVersion,
)

pytestmark = pytest.mark.django_db


def log_in(
    client: Client, page: HttpResponse, password: str, name: str = "checker"
) -> HttpResponse:
    """Fill in the login form that came instead of the page."""
    (form,) = html.fromstring(page.content.decode()).forms
    typed = {"username": name, "password": password}
    return client.post(form.action, dict(form.form_values()) | typed, REMOTE_ADDR="127.0.0.1")


def test_what_was_typed_survives_the_login(claim: Claim, checker: User) -> None:
    claim.take(checker)
    client = Client()
    asked = client.post(
        f"/claims/{claim.pk}/word/", {"wording": "My own careful words", "checks": "content"}
    )
    assert asked.status_code == 401
    again = log_in(client, asked, "wrong")
    assert log_in(client, again, "correct horse battery").url == f"/claims/{claim.pk}/"
    shown = client.get(f"/claims/{claim.pk}/").content.decode()
    assert "My own careful words" in shown
    assert "My own careful words" not in client.get(f"/claims/{claim.pk}/").content.decode()


def test_what_was_typed_before_the_login_is_as_old_as_its_page(
    evidence: Evidence, checker: User, editor: User
) -> None:
    claim = evidence.verdict.claim
    client = Client()
    late = {"wording": "My own careful words", "checks": "content", "made_on": "1"}
    asked = client.post(f"/claims/{claim.pk}/word/", late)
    evidencing.word(claim, editor, "The editor's words", "content")
    log_in(client, asked, "correct horse battery")
    page = html.fromstring(client.get(f"/claims/{claim.pk}/").content.decode())
    form = next(form for form in page.forms if form.action.endswith("/word/"))
    answer = client.post(form.action, dict(form.form_values()))
    assert answer.status_code == 409
    assert "It says now: “The editor&#x27;s words”" in answer.content.decode()


@pytest.mark.parametrize("size", [10, 90_000, 200_000])
def test_of_people_who_are_not_logged_in_nothing_is_stored(claim: Claim, size: int) -> None:
    client = Client()
    for path in (f"/claims/{claim.pk}/word/", "/signoff/1/suggest/", f"/claims/{claim.pk}/pick/"):
        asked = client.post(path, {"wording": "x" * size})
        assert asked.status_code in {302, 401}
        assert "sessionid" not in asked.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "null", '{"page": 1}', "x" * 200_000, "[" * 50_000]
)
def test_a_login_that_carries_nonsense_is_a_login(checker: User, kept: str) -> None:
    client = Client()
    login = {"username": "checker", "password": "correct horse battery", "kept": kept}
    assert client.post("/accounts/login/", login).status_code == 302
    assert client.get("/").status_code == 200


def test_a_change_of_evidence_survives_the_login_and_its_file_is_asked_for_again(
    evidence: Evidence, checker: User
) -> None:
    client = Client()
    claim = evidence.verdict.claim
    typed = {"evidence": evidence.pk, "stance": "refutes", "quote": "It was 115 in the end."}
    answer = client.post(f"/claims/{claim.pk}/change-evidence/", typed)
    log_in(client, answer, "correct horse battery")
    shown = client.get(f"/claims/{claim.pk}/").content.decode()
    assert "It was 115 in the end." in shown
    assert "choose it again" in shown
    evidence.refresh_from_db()
    assert evidence.quote == "112 drones were launched."


def test_it_comes_back_too_when_the_session_had_ended(evidence: Evidence, checker: User) -> None:
    claim, client = evidence.verdict.claim, Client()
    evidencing.remove_evidence(Evidence.objects.get(), checker)
    asked = client.post(
        f"/claims/{claim.pk}/change-evidence/",
        {"evidence": evidence.pk, "stance": "refutes", "quote": "Counted twice, it says."},
    )
    log_in(client, asked, "correct horse battery")
    assert "Counted twice, it says." in client.get(f"/claims/{claim.pk}/").content.decode()


def test_an_editors_comment_survives_the_login_too(submitted: VerdictVersion, editor: User) -> None:
    client = Client()
    words = "Which night do you mean, and whose count is it?"
    answer = client.post(f"/signoff/{submitted.pk}/request-changes/", {"comment": words})
    page_of_it = f"/signoff/{submitted.pk}/"
    assert log_in(client, answer, "correct horse battery", "editor").url == page_of_it
    assert words in client.get(page_of_it).content.decode()


def test_no_more_is_kept_than_anybody_types(claim: Claim) -> None:
    as_much = Client().post(f"/claims/{claim.pk}/word/", {"wording": "ы" * 60_000})
    assert as_much.status_code == 401
    asked = Client().post(f"/claims/{claim.pk}/word/", {"wording": "x" * 200_000})
    assert asked.url == f"/accounts/login/?next=/claims/{claim.pk}/"


def test_no_tick_of_another_is_carried_over_a_login(
    submitted: VerdictVersion, editor2: User
) -> None:
    typed = {"headline": "Better words", "seen": evidence_in(submitted)}
    client = Client()
    asked = client.post(f"/signoff/{submitted.pk}/suggest/", typed)
    log_in(client, asked, "correct horse battery", "editor2")
    page = html.fromstring(client.get(f"/signoff/{submitted.pk}/").content.decode())
    form = next(form for form in page.forms if form.action.endswith("/suggest/"))
    assert form.fields["headline"] == "Better words"
    assert not form.xpath(".//input[@name='seen'][@checked]")


def test_what_was_written_before_a_login_in_another_tab_can_be_copied(
    evidence: Evidence, checker: User
) -> None:
    claim = evidence.verdict.claim
    client = Client(enforce_csrf_checks=True)
    client.force_login(checker)  # its token is not the one that the older page carries
    typed = {"wording": "An hour of <careful> words", "password": "correct horse battery"}
    answer = client.post(f"/claims/{claim.pk}/word/", typed)
    assert answer.status_code == 403
    page = html.fromstring(answer.content.decode())
    assert [area.text for area in page.xpath("//textarea")] == ["An hour of <careful> words"]
    assert not page.xpath("//main//form")  # another site may have made it: it is not sent again
