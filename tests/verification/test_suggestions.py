"""Wording that an editor suggests and signs, and that the author accepts by one click."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Claim, Event, Notice, Refused, User
from tests.making import shown_to
from tests.signing import evidence_in
from verification.models import (
    SignOff,
    Snapshot,
    VerdictVersion,
)
from verification.models.freezing import hash_of

pytestmark = pytest.mark.django_db
State = VerdictVersion.State


# --- whose claim it is --------------------------------------------------------


@pytest.fixture
def suggestion(submitted: VerdictVersion, editor: User) -> SignOff:
    """Better wording, signed by the editor, that the author has not accepted yet."""
    submitted.sign_off_with_suggestions(
        editor,
        submitted.content_hash,
        evidence_in(submitted),
        {"headline": "Yes, 112 drones", "rating": "false"},
    )
    return submitted.sign_offs.get()


def test_suggested_wording_is_accepted_by_the_author_and_the_sign_off_stands(
    submitted: VerdictVersion, suggestion: SignOff, editor: User, checker: User
) -> None:
    accepted = submitted.accept_suggestions(checker, suggestion.content_hash)
    assert (accepted.state, accepted.headline) == (State.SIGNED_OFF, "Yes, 112 drones")
    assert accepted.signed_by == suggestion
    assert accepted.content_hash == suggestion.content_hash == hash_of(accepted.frozen)
    assert accepted.frozen["rating"]["key"] == "mostly-true"
    assert Claim.objects.get().state == "checked"
    clicked = Event.objects.get(kind="accepted")
    assert (clicked.actor, clicked.payload["signed_by"]) == (checker, "editor")
    signed = Event.objects.get(kind="signed_off")
    assert (signed.actor, signed.payload["version"]) == (editor, accepted.number)
    page = " ".join(shown_to(checker, Claim.objects.get().get_absolute_url()).split())
    assert "editor: signed off, with suggested wording.</p>" in page
    assert "editor: signed off, with suggested wording </span>" in page
    assert not Notice.objects.filter(recipient=checker, kind="signed_off").exists()


def test_what_was_decided_of_the_version_before_is_not_said_of_the_next(
    signed: VerdictVersion, checker: User, auditor: User
) -> None:
    signed.verdict.draft(checker).edit(checker, rating=None)
    page = shown_to(checker, signed.verdict.claim.get_absolute_url())
    assert "version 1: signed off by editor." in page
    assert "editor: signed off." not in page
    assert "no rating yet" in shown_to(auditor, signed.verdict.claim.get_absolute_url())


def test_nobody_but_the_author_accepts_what_is_suggested(
    submitted: VerdictVersion,
    suggestion: SignOff,
    checker2: User,
    editor: User,
    editor2: User,
    superuser: User,
    checker: User,
) -> None:
    Claim.objects.get().hand_over(checker, checker2, "Yours.")
    for person in (checker2, editor, editor2, superuser):
        with pytest.raises(Refused, match="Only the author, checker,"):
            submitted.accept_suggestions(person, suggestion.content_hash)
    with pytest.raises(Refused, match="its owner"):
        submitted.accept_suggestions(checker, suggestion.content_hash)


def test_suggested_wording_is_accepted_as_it_was_seen(
    submitted: VerdictVersion, suggestion: SignOff, checker: User, editor2: User
) -> None:
    """Another editor's suggestion came in while the page was open."""
    submitted.sign_off_with_suggestions(
        editor2, submitted.content_hash, evidence_in(submitted), {"headline": "112 of them"}
    )
    with pytest.raises(Refused, match="not the wording that you saw"):
        submitted.accept_suggestions(checker, suggestion.content_hash)


def test_no_suggestion_is_accepted_on_an_altered_snapshot(
    submitted: VerdictVersion, suggestion: SignOff, snapshot: Snapshot, checker: User
) -> None:
    snapshot.path.write_bytes(b"%PDF-1.7 another report")
    with pytest.raises(Refused, match=r"report\.pdf"):
        submitted.accept_suggestions(checker, suggestion.content_hash)


def leave(editor: User, _version: VerdictVersion) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)


def lose_the_role(editor: User, _version: VerdictVersion) -> None:
    editor.groups.clear()


def have_a_hand(editor: User, version: VerdictVersion) -> None:
    version.contributors.add(editor)


@pytest.mark.parametrize("change", [leave, lose_the_role, have_a_hand])
def test_no_suggestion_is_accepted_of_an_editor_who_may_not_sign_any_more(
    submitted: VerdictVersion, suggestion: SignOff, checker: User, editor: User, change: Any
) -> None:
    change(editor, submitted)
    with pytest.raises(Refused, match="editor may not sign this any more"):
        submitted.accept_suggestions(checker, suggestion.content_hash)
    assert Claim.objects.get().state == "checking"
