"""The pages for signing: all that readers will see, what changed, and what was looked at."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from claims.models import Claim, Notice, User
from tests.making import shown_to, unguarded
from tests.signing import evidence_in, sign
from tests.verification.public.reading import CONTENT
from verification.evidence import gathering as evidencing
from verification.models import (
    Publication,
    Verdict,
    VerdictVersion,
)
from verification.models.freezing import hash_of

pytestmark = pytest.mark.django_db


def test_each_piece_of_evidence_is_ticked_before_signing(
    submitted: VerdictVersion, editor: User
) -> None:
    client = Client()
    client.force_login(editor)
    answer = client.post(
        f"/signoff/{submitted.pk}/sign-off/", {"content_hash": submitted.content_hash}
    )
    assert answer.status_code == 422


def test_nobody_suggests_wording_before_looking_at_the_evidence(
    submitted: VerdictVersion, editor: User
) -> None:
    """What was typed comes back, and with each piece ticked it is signed."""
    client = Client()
    client.force_login(editor)
    address = f"/signoff/{submitted.pk}/suggest/"
    form = {"content_hash": submitted.content_hash, "headline": "Yes, 112 drones"}
    answer = client.post(address, form)
    assert answer.status_code == 422
    assert "Yes, 112 drones" in answer.content.decode()
    assert client.post(address, form | {"seen": evidence_in(submitted)}).status_code == 302
    assert submitted.sign_offs.get().suggestions == {"headline": "Yes, 112 drones"}


def test_sign_off_shows_what_changed(
    submitted: VerdictVersion, editor: User, checker: User
) -> None:
    draft = submitted.request_changes(editor, "Which night?")
    draft.edit(checker, summary="The count is exactly right.").submit(checker)
    client = Client()
    client.force_login(editor)
    shown = client.get(f"/signoff/{draft.pk}/").content.decode()
    assert "<ins>exactly</ins>" in shown


# Stands for what people read: as a word, as "1 of 5", or as the file behind a link.
CODES = {"kind", "checks", "icon", "key", "class", "stance", "outcome", "scale", "sha256", "on"}


def words_of(content: Any, name: str = "") -> Iterator[str]:
    """Everything that people wrote in a frozen content."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from words_of(value, key)
    elif isinstance(content, list):
        for value in content:
            yield from words_of(value, name)
    elif isinstance(content, str) and content and name not in CODES | {"archived_url"}:
        yield content


def frozen_as(verdict: Verdict, number: int, by: User, content: dict[str, Any]) -> VerdictVersion:
    return VerdictVersion.objects.create(
        verdict=verdict,
        number=number,
        state="submitted",
        created_by=by,
        submitted_by=by,
        submitted_at=timezone.now(),
        frozen=content,
        content_hash=hash_of(content),
    )


def test_who_signs_sees_all_that_readers_will(claim: Claim, checker: User, editor: User) -> None:
    content = CONTENT | {"correction": {"class": "factual", "note": "The gauge was misread."}}
    version = frozen_as(evidencing.verdict_of(claim), 1, checker, content)
    client = Client()
    client.force_login(editor)
    shown = client.get(f"/signoff/{version.pk}/").content.decode()
    unseen = [words for words in words_of(content) if escape(words) not in shown]
    assert unseen == ["levels.csv"]  # readers don't see the file's name either


def test_who_signs_sees_that_a_sources_words_its_file_or_the_speaker_changed(
    claim: Claim, checker: User, editor: User
) -> None:
    verdict = evidencing.verdict_of(claim)
    frozen_as(verdict, 1, checker, CONTENT)
    content = copy.deepcopy(CONTENT)
    content["claim"]["speakers"] = [{"name": "Ida Holm-Brandt", "kind": "person"}]
    content["correction"] = {"class": "factual", "note": "Misread."}
    content["evidence"][0]["source"]["interests"] = "None."
    content["evidence"][0]["snapshot"]["sha256"] = "b" * 64
    client = Client()
    client.force_login(editor)
    second = frozen_as(verdict, 2, checker, content)
    shown = client.get(f"/signoff/{second.pk}/").content.decode()
    new = {words for line in re.findall("<ins>(.*?)</ins>", shown) for words in line.split()}
    assert {"Holm-Brandt", "Misread.", "None.", "b" * 64} <= new


@pytest.mark.parametrize(
    ("verb", "typed"),
    [
        ("sign-off", {"comment": "All four tables agree."}),
        ("request-changes", {"comment": "All four tables agree."}),
        ("suggest", {"reasoning": "All four tables agree."}),
    ],
)
def test_what_an_editor_typed_comes_back_when_the_next_version_had_begun(
    submitted: VerdictVersion, checker: User, editor: User, verb: str, typed: dict[str, str]
) -> None:
    submitted.verdict.draft(checker)
    client = Client()
    client.force_login(editor)
    seen = {"content_hash": submitted.content_hash, "seen": evidence_in(submitted)}
    answer = client.post(f"/signoff/{submitted.pk}/{verb}/", seen | typed)
    assert answer.status_code == 409
    assert "All four tables agree." in answer.content.decode()


def test_the_list_of_sign_offs_says_what_is_off_its_page_for_too_long(
    signed: VerdictVersion, editor: User, editor2: User
) -> None:
    under_review = signed.publish(editor).unpublish(editor, "A reader doubts the date.")
    page = shown_to(editor2, "/signoff/")
    assert "A reader doubts the date." in page
    assert "overdue" not in page
    with unguarded():
        Publication.objects.filter(pk=under_review.pk).update(
            since=timezone.now() - timedelta(hours=25)
        )
    assert "overdue" in shown_to(editor2, "/signoff/")


def test_what_is_signed_with_other_wording_waits_for_its_author_in_every_list(
    editor: User, editor2: User, submitted: VerdictVersion
) -> None:
    (told,) = Notice.objects.unread().filter(recipient=editor2)
    assert told.get_absolute_url() == f"/signoff/{submitted.pk}/"
    lists = ("/signoff/", "/")
    assert all("may sign it" in shown_to(editor2, address) for address in lists)
    seen = (submitted.content_hash, evidence_in(submitted))
    submitted.sign_off_with_suggestions(editor, *seen, {"headline": "About 112 drones"})
    for address in lists:
        page = shown_to(editor2, address)
        assert "may sign it" not in page
        assert "editor has signed it with other wording, which waits for checker." in page
    # Nobody has to decide on it any more.
    assert not Notice.objects.unread().filter(recipient=editor2).exists()


@pytest.mark.parametrize("decision", ["sign", "request_changes", "next"])
def test_that_a_check_waits_for_a_sign_off_is_told_until_it_does_no_more(
    editor: User, editor2: User, checker: User, submitted: VerdictVersion, decision: str
) -> None:
    waits = Notice.objects.unread().filter(kind="submitted")
    assert {told.recipient for told in waits} == {editor, editor2}
    match decision:
        case "sign":
            sign(submitted, editor)
        case "request_changes":
            submitted.request_changes(editor, "Which night?")
        case "next":
            submitted.verdict.draft(checker)
    assert not waits.all()


def test_what_is_signed_waits_in_the_list_until_it_is_published(
    signed: VerdictVersion, editor: User, editor2: User
) -> None:
    link = f"{signed.verdict.claim.get_absolute_url()}#publication"
    assert link in shown_to(editor2, "/signoff/")
    signed.publish(editor)
    assert link not in shown_to(editor2, "/signoff/")


def test_the_list_of_sign_offs_takes_as_many_queries_for_many(
    submitted: VerdictVersion, editor: User
) -> None:
    client = Client()
    client.force_login(editor)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/signoff/")
        return len(queries)

    few = count()
    for number in range(10):
        claim = Claim.objects.create(
            wording=f"{number} died.", is_numeric=True, fingerprint=f"many {number}"
        )
        VerdictVersion.objects.create(
            verdict=Verdict.objects.create(claim=claim),
            number=1,
            created_by=editor,
            state="submitted",
            frozen=submitted.frozen,
            content_hash=submitted.content_hash,
        )
    assert count() == few


def test_the_sign_off_page_shows_the_sentence_and_all_that_changed(
    submitted: VerdictVersion, checker: User, editor: User
) -> None:
    piece = submitted.verdict.evidence.get()
    evidencing.change_evidence(piece, checker, quote="115 drones were launched.")
    draft = submitted.verdict.draft(checker).edit(checker, unknowns="The hits.").submit(checker)
    page = shown_to(editor, f"/signoff/{draft.pk}/")
    assert "<ins>115</ins>" in page.replace("\n", "")
    assert "<del>112</del>" in page
    assert "What could not be established" in page
    assert 'id="in-its-article"' in page
    assert f'name="seen"\n                         value="{piece.pk}"' in page
    assert draft.headline in page


def test_who_signs_reads_what_the_check_asks(submitted: VerdictVersion, editor: User) -> None:
    page = shown_to(editor, f"/signoff/{submitted.pk}/")
    assert "We checked whether it is true." in page
