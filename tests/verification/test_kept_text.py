"""What was typed before a login, or on a page too old to be sent, comes back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from lxml import html

from claims.models import Claim, KeptForm, User
from tests.signing import evidence_in
from verification.evidence import gathering as evidencing
from verification.models import (
    Evidence,
    Source,
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


def form_of(client: Client, address: str, verb: str) -> Any:
    page = html.fromstring(client.get(address).content.decode())
    return next(form for form in page.forms if form.action.endswith(f"/{verb}/"))


def keep(client: Client, form: Any, **typed: str) -> str:
    """Type into a form without sending it; the token that its page has then."""
    data = dict(form.form_values()) | typed
    answer = client.post("/kept/", data, headers={"accept": "application/json"})
    token: str = answer.json()["token"]
    return token


def test_what_was_typed_survives_the_login(claim: Claim, checker: User) -> None:
    claim.take(checker)
    client = Client()
    asked = client.post(
        f"/claims/{claim.pk}/word/",
        {"wording": "What Russia fired, in my words", "checks": "content"},
    )
    assert asked.status_code == 401
    again = log_in(client, asked, "wrong")
    assert log_in(client, again, "correct horse battery").url == f"/claims/{claim.pk}/"
    assert "What Russia fired, in my words" in client.get(f"/claims/{claim.pk}/").content.decode()
    form = form_of(client, f"/claims/{claim.pk}/", "word")
    assert client.post(form.action, dict(form.form_values())).status_code == 302
    claim.refresh_from_db()
    assert claim.wording == "What Russia fired, in my words"
    assert not KeptForm.objects.exists()


def test_what_was_typed_before_the_login_is_as_old_as_its_page(
    evidence: Evidence, checker: User, editor: User
) -> None:
    claim = evidence.verdict.claim
    client = Client()
    late = {"wording": "What Russia fired, in my words", "checks": "content", "made_on": "1"}
    asked = client.post(f"/claims/{claim.pk}/word/", late)
    evidencing.word(claim, editor, "The editor's words", "content", differs_on_purpose=True)
    log_in(client, asked, "correct horse battery")
    page = html.fromstring(client.get(f"/claims/{claim.pk}/").content.decode())
    form = next(form for form in page.forms if form.action.endswith("/word/"))
    answer = client.post(form.action, dict(form.form_values()))
    assert answer.status_code == 409
    conflict = html.fromstring(answer.content.decode()).get_element_by_id("word")
    assert "The editor's words" in conflict.find_class("said")[0].text_content()


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


def test_what_one_types_comes_back_until_it_is_saved(
    evidence: Evidence, checker: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    keep(client, form_of(client, address, "verdict"), reasoning="Half a thought, nul \0 included")
    again = form_of(client, address, "verdict")
    assert again.fields["reasoning"].strip() == "Half a thought, nul \ufffd included"
    assert "have not saved it" in again.text_content()
    assert not again.xpath(".//*[contains(@class, 'errorlist')]")
    assert client.post(again.action, dict(again.form_values())).status_code == 302
    assert evidence.verdict.newest.reasoning == "Half a thought, nul \ufffd included"
    assert not KeptForm.objects.exists()


def test_another_form_of_the_page_takes_nothing_of_it(
    evidence: Evidence, checker: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    keep(client, form_of(client, address, "verdict"), reasoning="Half a thought")
    piece = {"stance": "refutes", "quote": "115", "source": str(evidence.source_id)}
    form = form_of(client, address, "evidence")
    assert client.post(form.action, dict(form.form_values()) | piece).status_code == 302
    again = form_of(client, address, "verdict")
    assert again.fields["reasoning"].strip() == "Half a thought"
    assert client.post(again.action, dict(again.form_values())).status_code == 302


def test_the_first_piece_of_evidence_does_not_make_ones_own_words_stale(
    claim: Claim, checker: User, source: Source, client: Client
) -> None:
    claim.take(checker)
    client.force_login(checker)
    keep(client, form_of(client, claim.get_absolute_url(), "verdict"), reasoning="Half a thought")
    evidencing.add_evidence(claim, checker, source=source, stance="supports", quote="112")
    again = form_of(client, claim.get_absolute_url(), "verdict")
    assert client.post(again.action, dict(again.form_values())).status_code == 302


def test_text_of_an_earlier_page_overwrites_no_colleague(
    evidence: Evidence, checker: User, editor: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    keep(client, form_of(client, address, "verdict"), reasoning="Mine")
    evidence.verdict.draft(editor).edit(editor, reasoning="The editor's")
    again = form_of(client, address, "verdict")
    answer = client.post(again.action, dict(again.form_values()))
    assert answer.status_code == 409
    verdict = html.fromstring(answer.content.decode()).get_element_by_id("verdict")
    assert "The editor's" in verdict.find_class("said")[0].text_content()
    assert evidence.verdict.newest.reasoning == "The editor's"


def test_two_tabs_lose_nothing_of_each_other(
    evidence: Evidence, checker: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    one = form_of(client, address, "verdict")
    first = keep(client, one, reasoning="Of the first tab")
    second = keep(client, one, reasoning="Of the second tab")
    assert first != second
    later = keep(client, one, kept=first, reasoning="Of the first tab, later")
    other = keep(client, one, kept=first, reasoning="Of a third, opened beside it")
    assert len({second, later, other}) == 3
    shown = form_of(client, address, "verdict")
    assert shown.fields["reasoning"].strip() == "Of a third, opened beside it"
    beside = shown.text_content()
    assert "Of the first tab, later" in beside
    assert "Of the second tab" in beside
    data = dict(shown.form_values()) | {"kept": second}
    assert client.post("/kept/discard/", data).url == address
    assert KeptForm.objects.count() == 2


def test_what_another_tab_went_on_with_is_not_discarded(
    evidence: Evidence, checker: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    form = form_of(client, address, "verdict")
    token = keep(client, form, reasoning="Half a thought")
    keep(client, form, kept=token, reasoning="A whole thought")
    client.post("/kept/discard/", dict(form.form_values()) | {"kept": token})
    assert form_of(client, address, "verdict").fields["reasoning"].strip() == "A whole thought"


def test_nobody_sees_or_discards_what_another_typed(
    evidence: Evidence, checker: User, editor: User, client: Client
) -> None:
    address = evidence.verdict.claim.get_absolute_url()
    client.force_login(checker)
    form = form_of(client, address, "verdict")
    token = keep(client, form, reasoning="Half a thought")
    client.force_login(editor)
    assert "Half a thought" not in client.get(address).content.decode()
    client.post("/kept/discard/", dict(form.form_values()) | {"kept": token})
    assert keep(client, form, kept=token, reasoning="Mine").split("-")[0] != token.split("-")[0]
    assert KeptForm.objects.get(user=checker).fields["reasoning"] == ["Half a thought"]


def test_ticks_are_not_kept_for_they_are_looks(
    submitted: VerdictVersion, editor: User, client: Client
) -> None:
    client.force_login(editor)
    address = f"/signoff/{submitted.pk}/"
    form = form_of(client, address, "sign-off")
    seen = {"comment": "Looks right", "seen": evidence_in(submitted)}
    client.post("/kept/", dict(form.form_values()) | seen)
    again = form_of(client, address, "sign-off")
    assert again.fields["comment"].strip() == "Looks right"
    assert not html.fromstring(client.get(address).content.decode()).xpath(
        "//input[@name='seen'][@checked]"
    )


@pytest.mark.parametrize("keeps", ["", "/", "/queue/", "/claims/1/pick/", "no path", "/claims/x/"])
@pytest.mark.parametrize("address", ["/kept/", "/kept/discard/"])
def test_only_forms_that_can_come_back_are_kept(
    client: Client, checker: User, address: str, keeps: str
) -> None:
    client.force_login(checker)
    assert client.post(address, {"keeps": keeps, "text": "x"}).status_code == 400
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize("token", ["", "-", "1", "1-", "-1", "x-y", "9" * 30 + "-1", "٣-١"])
def test_a_token_that_nobody_gave_begins_a_new_text(
    claim: Claim, checker: User, client: Client, token: str
) -> None:
    client.force_login(checker)
    typed = {"keeps": f"/claims/{claim.pk}/word/", "kept": token, "wording": "Mine"}
    assert client.post("/kept/", typed).status_code == 302
    assert KeptForm.objects.get().fields == {"wording": ["Mine"]}


def test_more_than_anybody_types_is_refused(claim: Claim, checker: User, client: Client) -> None:
    client.force_login(checker)
    typed = {"keeps": f"/claims/{claim.pk}/word/", "wording": "x" * 200_000}
    assert client.post("/kept/", typed).status_code == 413
