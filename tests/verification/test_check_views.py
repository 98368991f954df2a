"""The check on the claim page: the whole way by plain forms, and every refusal."""

from __future__ import annotations

import errno
import os
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from claims import ingest
from claims.models import Claim, User
from tests.making import JUST_SEEN, make_claim, shown_to
from tests.signing import sign
from verification.desk.evidence_form import EvidenceForm
from verification.evidence import gathering as evidencing
from verification.evidence import snapshots
from verification.models import (
    Evidence,
    Publication,
    Rating,
    Snapshot,
    Source,
    VerdictVersion,
)
from verification.models.freezing import content_of

pytestmark = pytest.mark.django_db

PNG = (
    b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x00\x01" * 2 + b"\x08\x02\x00\x00\x00"
)


def post(who: User, claim: Claim, step: str, client: Client | None = None, **data: Any) -> Any:
    client = client or Client()
    client.force_login(who)
    return client.post(f"/claims/{claim.pk}/{step}/", JUST_SEEN | data)


def page(who: User, claim: Claim) -> str:
    client = Client()
    client.force_login(who)
    answer = client.get(f"/claims/{claim.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def new_evidence(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "document",
        "title": "Morning report",
        "publisher": "Air Force",
        "is_primary": "on",
        "stance": "supports",
        "quote": "112 drones were launched.",
        "locator": "p. 1",
        "figure": "112",
        **changes,
    }


def test_the_whole_way_by_plain_forms(
    claim: Claim, checker: User, editor: User, texts: dict[str, str]
) -> None:
    assert post(checker, claim, "take").status_code == 302
    post(checker, claim, "word", wording="Russia fired 112 drones.", checks="content")
    post(checker, claim, "confirm-mention", mention=claim.mentions.get().pk)
    report = SimpleUploadedFile("report.pdf", b"%PDF-1.7\n112 drones")
    post(checker, claim, "evidence", file=report, **new_evidence())
    post(
        checker,
        claim,
        "calculation",
        kind="share",
        label_1="a",
        value_1="84",
        label_2="b",
        value_2="112",
    )
    post(
        checker,
        claim,
        "contact",
        whom="Air Force",
        how="e-mail",
        on="2025-09-06",
        outcome="replied",
        reply="Yes.",
    )
    rating = Rating.objects.get(key="true")
    post(checker, claim, "verdict", rating=rating.pk, number=1, submit=1, **texts)
    version = VerdictVersion.objects.get()
    assert version.state == "submitted"
    assert Snapshot.objects.get().content_type == "application/pdf"
    client = Client()
    client.force_login(editor)
    piece = Evidence.objects.get()
    sign = {"content_hash": version.content_hash, "seen": [piece.pk]}
    assert client.post(f"/signoff/{version.pk}/sign-off/", sign).status_code == 302
    assert post(editor, claim, "publish").status_code == 302
    publication = Publication.objects.get()
    assert Client().get(publication.get_absolute_url()).status_code == 200
    post(editor, claim, "unpublish", reason="Doubts.")
    assert Publication.objects.live().get().notice == "under_review"


def test_every_page_on_the_way_answers(
    signed: VerdictVersion, checker: User, editor: User, auditor: User, administrator: User
) -> None:
    claim = signed.verdict.claim
    for who in (checker, editor, auditor, administrator):
        assert "Mostly true" in page(who, claim)
        client = Client()
        client.force_login(who)
        assert client.get(f"/signoff/{signed.pk}/").status_code == 200
        assert client.get("/signoff/").status_code == 200


def test_a_refused_text_comes_back_with_the_reason(
    claim: Claim, checker: User, checker2: User
) -> None:
    claim.take(checker)
    answer = post(checker2, claim, "word", wording="My own careful words", checks="content")
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "This is checker&#x27;s claim." in shown
    assert "My own careful words" in shown


def test_a_late_save_when_another_edits_keeps_the_text(
    claim: Claim, checker: User, editor: User
) -> None:
    claim.take(checker).lock(editor, "editor's tab")
    answer = post(
        checker, claim, "word", wording="My own careful words", checks="content", lock="mine"
    )
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "My own careful words" in shown
    assert "editor is editing this claim" in shown


@pytest.mark.parametrize(
    ("verb", "typed"),
    [
        ("change-evidence", {"stance": "refutes", "quote": "My own careful words"}),
        ("calculation", {"kind": "sum", "label_1": "My own careful words", "value_1": "1"}),
        ("evidence", {"stance": "supports", "quote": "My own careful words"}),
    ],
)
def test_a_late_save_of_any_form_keeps_the_text(
    evidence: Evidence, checker: User, checker2: User, verb: str, typed: dict[str, str]
) -> None:
    claim = Claim.objects.get(pk=evidence.verdict.claim_id)
    claim.hand_over(checker, checker2, "All yours.")
    source = {"source": evidence.source_id, "evidence": evidence.pk}
    answer = post(checker, claim, verb, **source, **typed)
    assert answer.status_code == 409
    assert "My own careful words" in answer.content.decode()


def test_a_gap_is_a_link_to_its_field(claim: Claim, checker: User) -> None:
    claim.take(checker)
    post(checker, claim, "verdict", number=1, headline="Hm")
    shown = page(checker, claim)
    for anchor in ("id_rating", "id_reasoning", "evidence"):
        assert f'href="#{anchor}"' in shown
        assert f'id="{anchor}' in shown


def test_no_id_stands_twice(evidence: Evidence, checker: User) -> None:

    ids = re.findall(r'\sid="([^"]+)"', page(checker, evidence.verdict.claim))
    assert len(ids) == len(set(ids)), sorted(found for found in ids if ids.count(found) > 1)


@pytest.mark.parametrize(
    ("url", "file", "kind", "title"),
    [
        ("https://www.air.example/reports/morning.PDF?day=5", "", "document", "PDF"),
        ("https://air.example/reports/", "", "web_page", "air.example/reports"),
        ("https://air.example/", "launches_2025.csv", "dataset", "launches 2025"),
        ("", "shot.png", "observation", "shot"),
    ],
)
def test_a_new_source_is_told_by_its_url_or_its_file(
    claim: Claim, checker: User, url: str, file: str, kind: str, title: str
) -> None:
    claim.take(checker)
    content = PNG if file.endswith("png") else b"launched\n112\n"
    data = {"file": SimpleUploadedFile(file, content)} if file else {}
    post(checker, claim, "evidence", **new_evidence(url=url, kind="", title="", **data))
    source = Source.objects.get()
    assert source.kind == kind
    assert title in source.title


def test_sources_of_the_claim_and_of_its_articles_are_offered_first(
    evidence: Evidence, checker: User
) -> None:
    claim = evidence.verdict.claim
    sources = {
        title: Source.objects.create(kind="document", title=title, added_by=checker)
        for title in ("Beside", "Elsewhere")
    }
    beside = make_claim(claim.mentions.get().article, "112 drones were lost").take(checker)
    evidencing.add_evidence(
        beside, checker, source=sources["Beside"], stance="context", quote="112 were lost."
    )
    offered = EvidenceForm(claim=claim).fields["source"].choices
    assert [(str(group), [label for _pk, label in rows]) for group, rows in list(offered)[1:]] == [
        ("Of this claim", ["Morning report (Air Force)"]),
        ("Of claims in the same articles", ["Beside"]),
        ("Others, the latest first", ["Elsewhere"]),
    ]


@pytest.mark.parametrize(
    "bad",
    [
        {"kind": "rumour"},
        {"title": ""},
        {"figure": "many"},
        {"stance": "maybe"},
        {"quote": "x" * 50_000},
        {"url": "file:///etc/passwd", "fetch": "on"},
        {"url": "http://127.0.0.1/x", "fetch": "on"},
    ],
)
def test_bad_evidence_is_refused_and_keeps_what_was_typed(
    claim: Claim, checker: User, bad: dict[str, str]
) -> None:
    claim.take(checker)
    answer = post(checker, claim, "evidence", **new_evidence(publisher="Kept words", **bad))
    assert answer.status_code in {409, 422}
    assert "Kept words" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_source_of_no_kind_is_a_document(claim: Claim, checker: User) -> None:
    claim.take(checker)
    post(checker, claim, "evidence", **new_evidence(kind=""))
    assert Evidence.objects.get().source.kind == "document"


def test_a_file_that_lies_about_its_type_is_refused(claim: Claim, checker: User) -> None:
    claim.take(checker)
    program = SimpleUploadedFile("report.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\xff\xff\x00")
    answer = post(checker, claim, "evidence", file=program, **new_evidence())
    assert answer.status_code == 409
    assert "not kept" in answer.content.decode()


def test_a_snapshot_is_a_download_for_the_desk_only(
    evidence: Evidence, auditor: User, newcomer: User
) -> None:
    url = f"/snapshots/{evidence.snapshot.pk}/"
    assert Client().get(url).status_code == 302
    for who, status in ((newcomer, 403), (auditor, 200)):
        client = Client()
        client.force_login(who)
        answer = client.get(url)
        assert answer.status_code == status
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_an_editor_who_had_a_hand_is_told_before_trying(
    submitted: VerdictVersion, editor: User
) -> None:
    submitted.contributors.add(editor)
    client = Client()
    client.force_login(editor)
    shown = client.get(f"/signoff/{submitted.pk}/").content.decode()
    assert "You had a hand in this version" in shown
    assert "Sign off exactly this" not in shown
    answer = client.post(
        f"/signoff/{submitted.pk}/sign-off/",
        {
            "content_hash": submitted.content_hash,
            "seen": [piece["id"] for piece in submitted.frozen["evidence"]],
        },
    )
    assert answer.status_code == 409
    submitted.refresh_from_db()
    assert submitted.state == "submitted"


@pytest.mark.parametrize("step", ["accept-suggestions", "comment", "publish"])
def test_a_check_without_a_version_yet_is_not_found(claim: Claim, editor: User, step: str) -> None:
    evidencing.log_contact(
        claim, editor, whom="Ada Wyle", how="e-mail", on=date(2025, 9, 4), outcome="asked"
    )
    assert post(editor, claim, step, text="Which night?").status_code == 404


@pytest.mark.parametrize("step", ["take", "word", "evidence", "verdict", "publish", "unpublish"])
def test_readers_of_the_desk_write_nothing(
    claim: Claim, auditor: User, administrator: User, newcomer: User, step: str
) -> None:
    for who in (auditor, administrator, newcomer):
        assert post(who, claim, step).status_code == 403


def test_hostile_texts_are_escaped(claim: Claim, checker: User) -> None:
    claim.take(checker)
    attack = "<script>alert(1)</script>\u202e🙂"
    post(checker, claim, "evidence", **new_evidence(quote=attack, title=attack, publisher=attack))
    post(checker, claim, "word", wording=attack, checks="content")
    assert "<script>alert" not in page(checker, claim)


def test_comments_bar_nobody_and_stay_until_resolved(
    submitted: VerdictVersion, checker: User, editor: User
) -> None:
    claim = submitted.verdict.claim
    post(editor, claim, "comment", text="Which night?", field="summary")
    assert submitted.why_not_sign(editor) == ""
    assert "Which night?" in page(checker, claim)
    remark = submitted.comments.get()
    submitted.request_changes(editor, "See my comment.")
    assert "Which night?" in page(checker, claim)
    post(checker, claim, "resolve-comment", comment=remark.pk)
    assert "resolved by checker" in page(checker, claim)


def test_an_empty_comment_says_so(submitted: VerdictVersion, checker: User) -> None:
    assert post(checker, submitted.verdict.claim, "comment", text=" ").status_code == 422


def test_a_published_check_can_be_copied_elsewhere(signed: VerdictVersion, editor: User) -> None:
    claim = signed.verdict.claim
    post(editor, claim, "publish")
    shown = page(editor, claim)
    assert "HTML to copy" in shown
    assert "&lt;h2 id=&quot;reasoning&quot;&gt;" in shown
    assert "href=&quot;http://127.0.0.1:8000/methodology/" in shown
    assert "href=&quot;/" not in shown
    assert "application/ld+json" in shown


def test_wording_after_submission_opens_the_next_version_and_counts_as_a_hand(
    submitted: VerdictVersion, checker: User, editor: User
) -> None:
    claim = submitted.verdict.claim
    post(editor, claim, "word", wording="Russia sent 112 drones.", checks="content")
    post(checker, claim, "word", wording="Russia sent 112 drones.", checks="content")
    newest = submitted.verdict.newest
    assert newest is not None
    assert (newest.number, newest.state) == (2, "draft")
    newest.submit(checker)
    assert "hand in this version" in newest.why_not_sign(editor)
    submitted.refresh_from_db()
    assert submitted.frozen is not None
    assert submitted.frozen["claim"]["wording"] != "Russia sent 112 drones."


def test_an_editor_corrects_what_a_checker_checked(signed: VerdictVersion, editor: User) -> None:
    claim = signed.verdict.claim
    post(editor, claim, "publish")
    assert post(editor, claim, "next-version").status_code == 302
    claim.refresh_from_db()
    assert (claim.assignee, claim.state) == (editor, "checking")


def test_a_correction_note_survives_a_request_for_changes(
    signed: VerdictVersion, checker: User, editor: User
) -> None:
    signed.publish(editor)
    draft = signed.verdict.draft(checker).edit(
        checker, correction_class="minor", correction_note="The share was missing."
    )
    following = draft.submit(checker).request_changes(editor, "Shorter.")
    assert following.correction_note == "The share was missing."
    assert following.correction_class == "minor"


def test_a_doubled_submission_leaves_the_first_standing(
    claim: Claim, checker: User, evidence: Evidence, rating: Rating, texts: dict[str, str]
) -> None:
    form = {"rating": rating.pk, "number": 1, "submit": 1, **texts}
    assert post(checker, claim, "verdict", **form).status_code == 302
    assert post(checker, claim, "verdict", **form).status_code == 409
    version = VerdictVersion.objects.get()
    assert (version.number, version.state) == (1, "submitted")


def test_a_refused_fetch_voids_nothing_and_leaves_no_source(
    submitted: VerdictVersion, checker: User
) -> None:
    claim = submitted.verdict.claim
    before = Source.objects.count()
    fetched = new_evidence(url="http://127.0.0.1/page", fetch="on")
    assert post(checker, claim, "evidence", **fetched).status_code == 409
    submitted.refresh_from_db()
    assert submitted.state == "submitted"
    assert Source.objects.count() == before


def test_evidence_keeps_its_source_when_it_is_changed(evidence: Evidence, checker: User) -> None:
    answer = post(
        checker,
        evidence.verdict.claim,
        "change-evidence",
        evidence=evidence.pk,
        stance="refutes",
        quote="111 drones.",
        locator="p. 2",
    )
    assert answer.status_code == 302
    evidence.refresh_from_db()
    assert (evidence.stance, evidence.source.title) == ("refutes", "Morning report")


def test_what_was_typed_of_a_piece_that_was_taken_out_meanwhile_comes_back(
    evidence: Evidence, checker: User
) -> None:
    claim = evidence.verdict.claim
    evidencing.remove_evidence(Evidence.objects.get(), checker)
    typed = {"stance": "refutes", "quote": "Counted twice, it says.", "locator": "p. 9"}
    answer = post(checker, claim, "change-evidence", evidence=evidence.pk, **typed)
    assert answer.status_code == 409
    form = answer.context["forms"]["evidence"]
    assert form["source"].value() == str(evidence.source_id)
    assert "Counted twice, it says." in answer.content.decode()
    assert "taken out meanwhile" in answer.content.decode()
    assert post(checker, claim, "evidence", source=evidence.source_id, **typed).status_code == 302


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("hand-over", {"note": "The ministry rings back."}),
        ("hold", {"reason": "The ministry rings back."}),
        ("calculation", {"kind": "sum", "label_1": "The ministry rings back."}),
        ("contact", {"whom": "The ministry rings back."}),
    ],
)
def test_what_was_typed_comes_back_when_the_claim_is_somebody_elses_by_now(
    claim: Claim, checker: User, checker2: User, editor: User, step: str, typed: dict[str, str]
) -> None:
    claim.take(checker)
    claim.assign(editor, checker2)
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = post(checker, claim, step, to=checker2.pk, wake_on=tomorrow, **typed)
    assert answer.status_code in {409, 422}
    assert "The ministry rings back." in answer.content.decode()


def test_a_quote_that_is_withheld_is_not_said_to_be_in_the_file(
    evidence: Evidence, checker: User, editor: User, rating: Rating, texts: dict[str, str]
) -> None:
    evidencing.change_evidence(evidence, checker, withheld_reason="It names a child.")
    version = evidence.verdict.draft(checker).edit(checker, rating=rating, **texts)
    version.submit(checker)
    client = Client()
    client.force_login(editor)
    shown = client.get(f"/signoff/{version.pk}/").content.decode()
    assert "no quote to look for" in shown
    assert "the quote is in the stored text" not in shown


def test_a_missing_file_is_told(evidence: Evidence, checker: User) -> None:
    evidence.snapshot.path.unlink()
    client = Client()
    client.force_login(checker)
    assert client.get(f"/snapshots/{evidence.snapshot.pk}/").status_code == 404


def test_a_calculation_is_taken_out_of_the_draft(evidence: Evidence, checker: User) -> None:
    claim = evidence.verdict.claim
    post(checker, claim, "calculation", kind="sum", label_1="a", value_1="84")
    calculation = evidence.verdict.calculations.get()
    assert "84" in page(checker, claim)
    post(checker, claim, "remove-calculation", calculation=calculation.pk)
    calculation.refresh_from_db()
    assert calculation.removed_at is not None


def test_a_wrong_entry_of_the_contact_log_is_taken_out_and_bars_nobody(
    evidence: Evidence, checker: User, editor: User
) -> None:
    claim = evidence.verdict.claim
    contact = {"how": "telephone", "on": "2025-09-06", "outcome": "replied"}
    post(checker, claim, "contact", whom="The wrong office", **contact)
    attempt = evidence.verdict.contacts.get()
    post(editor, claim, "remove-contact", contact=attempt.pk)
    assert "The wrong office" not in page(checker, claim)
    draft = evidence.verdict.newest
    assert content_of(draft.edit(checker, rating=Rating.objects.get(key="true")))["contacts"] == []
    assert editor not in draft.contributors.all()


def test_home_shows_what_i_hold_and_what_came_back(
    submitted: VerdictVersion, checker: User, checker2: User, editor: User
) -> None:
    wording = submitted.verdict.claim.wording
    assert "waiting for sign-off" in shown_to(checker, "/")
    assert "<b>1</b> waiting for an editor" in shown_to(editor, "/")
    submitted.request_changes(editor, "Which night?")
    assert "came back: changes requested" in shown_to(checker, "/")
    assert "came back" not in shown_to(checker2, "/")
    assert 'id="mine"' not in shown_to(checker2, "/")
    assert wording in shown_to(checker, "/")


def test_a_withdrawn_check_offers_nothing_to_publish(
    signed: VerdictVersion, checker: User, editor: User, editor2: User
) -> None:
    published = signed.publish(editor)
    draft = signed.verdict.draft(checker).edit(
        checker, summary="Else.", correction_class="minor", correction_note="Else."
    )
    sign(draft.submit(checker), editor)
    published.unpublish(editor, "Doubts.").withdraw(editor2, "Forged.")
    claim = signed.verdict.claim
    assert f"/claims/{claim.pk}/publish/" not in page(editor2, claim)
    post(editor2, claim, "publish")
    assert Publication.objects.live().get().notice == "withdrawn"


def test_who_took_a_check_down_is_not_offered_to_put_its_correction_up(
    signed: VerdictVersion, checker: User, editor: User, editor2: User
) -> None:
    signed.publish(editor).unpublish(editor, "Doubts.")
    draft = signed.verdict.draft(checker).edit(
        checker, summary="Else.", correction_class="minor", correction_note="Else."
    )
    sign(draft.submit(checker), editor2)
    claim = signed.verdict.claim
    assert f"/claims/{claim.pk}/publish/" not in page(editor, claim)
    assert f"/claims/{claim.pk}/publish/" in page(editor2, claim)


@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_file_is_read(
    claim: Claim, checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a file takes seconds, in which others log in and take this very claim's page."""
    read, written = snapshots.text_of_file, []

    def write_elsewhere() -> int:
        at_once = {"sqlite": "PRAGMA busy_timeout = 0", "postgresql": "SET lock_timeout = 100"}
        try:
            with connection.cursor() as cursor:
                cursor.execute(at_once[connection.vendor])
            User.objects.filter(pk=checker.pk).update(last_login=timezone.now())
            return Claim.objects.filter(pk=claim.pk).update(priority=1)
        finally:
            connection.close()

    def read_slowly(*file: Any) -> ingest.FileText:
        with ThreadPoolExecutor() as pool:
            written.append(pool.submit(write_elsewhere).result())
        return read(*file)

    monkeypatch.setattr(snapshots, "text_of_file", read_slowly)
    assert post(checker, claim, "take").status_code == 302
    report = SimpleUploadedFile("page.html", b"<html><p>112 drones were launched.</p>")
    assert post(checker, claim, "evidence", file=report, **new_evidence()).status_code == 302
    assert written == [1]
    assert Evidence.objects.get().snapshot is not None


def test_how_far_the_file_was_read_is_said_on_the_page(claim: Claim, checker: User) -> None:
    post(checker, claim, "take")
    report = SimpleUploadedFile("report.pdf", b"%PDF-1.7\n112 drones")
    post(checker, claim, "evidence", file=report, **new_evidence())
    assert "report.pdf: its text could not be read: the file is damaged" in page(checker, claim)


def test_a_full_disk_is_said_and_keeps_what_was_typed(
    claim: Claim, checker: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    post(checker, claim, "take")
    monkeypatch.setattr(os, "fsync", full)
    report = SimpleUploadedFile("report.pdf", b"%PDF-1.7\n112 drones")
    answer = post(checker, claim, "evidence", file=report, **new_evidence())
    assert answer.status_code == 409
    assert "The disk is full, so the file was not stored." in answer.content.decode()
    assert "112 drones were launched." in answer.content.decode()
    assert not Evidence.objects.exists()
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []
