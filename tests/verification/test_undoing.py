"""A pick can be taken back after something was noted on the claim, not after it moved on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.models import PICK, Claim, Refused, User
from claims.queue import undo
from verification.evidence import gathering

pytestmark = pytest.mark.django_db


def log_contact(claim: Claim, by: User) -> None:
    gathering.log_contact(
        claim, by, whom="The ministry", how="E-mail", on=date(2025, 9, 5), outcome="asked"
    )


def confirm_mention(claim: Claim, by: User) -> None:
    claim.mentions.get().confirm(by)


def comment(claim: Claim, by: User) -> None:
    begun = gathering.verdict_of(claim).versions.create(number=1, created_by=by)
    begun.comment(by, "Which night was it?")


@pytest.mark.parametrize("note", [log_contact, confirm_mention, comment])
def test_what_is_only_noted_moves_nothing(
    claim: Claim, checker: User, editor: User, note: Callable[[Claim, User], None]
) -> None:
    picked = Claim.objects.filter(pk=claim.pk).triage(PICK, checker)
    claim.refresh_from_db()
    note(claim, editor)
    _undone, moved_on = undo(picked, checker)
    claim.refresh_from_db()
    assert (claim.state, moved_on) == (Claim.State.NEW, 0)


@pytest.mark.parametrize("note", [log_contact, confirm_mention])
def test_a_note_says_how_the_claim_stands_and_not_how_it_stood_when_it_was_read(
    claim: Claim, checker: User, editor: User, note: Callable[[Claim, User], None]
) -> None:
    read_early = Claim.objects.get(pk=claim.pk)
    claim.dismiss(checker, "not_a_claim")
    note(read_early, editor)
    line = claim.history.first()
    assert (line.before, line.after) == ("dismissed", "dismissed")


def test_what_moved_on_stays_where_it_is(claim: Claim, checker: User, editor: User) -> None:
    picked = Claim.objects.filter(pk=claim.pk).triage(PICK, checker)
    claim.take(editor).release(editor)
    with pytest.raises(Refused, match="moved these claims on"):
        undo(picked, checker)
    claim.refresh_from_db()
    assert claim.state == Claim.State.QUEUED
