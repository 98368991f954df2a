"""States that contradict each other: what has gone to an editor or to readers stays open to them.

Triage knows nothing of verdicts; what their app says of a claim keeps it out of triage.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from claims.models import PICK, SET_ASIDE, Article, Claim, Event, Move, Refused, User, log_moves
from claims.queue import undo
from tests.making import JUST_SEEN
from tests.signing import sign
from tests.verification.conftest import make_claim
from verification.evidence import gathering as evidencing
from verification.models import Rating, VerdictVersion

pytestmark = pytest.mark.django_db
STANDS = "waits for an editor, is signed or published"


def submitted_only(_version: VerdictVersion, _editor: User, _second: User) -> None:
    pass


def signed_too(version: VerdictVersion, editor: User, _second: User) -> None:
    sign(version, editor)


def live(version: VerdictVersion, editor: User, _second: User) -> None:
    sign(version, editor).publish(editor)


def under_review(version: VerdictVersion, editor: User, _second: User) -> None:
    sign(version, editor).publish(editor).unpublish(editor, "A doubt.")


STAGES = [submitted_only, signed_too, live, under_review]


@pytest.fixture(params=STAGES, ids=lambda stage: stage.__name__)
def standing(
    request: pytest.FixtureRequest,
    submitted: VerdictVersion,
    checker: User,
    editor: User,
    editor2: User,
) -> Claim:
    """A claim whose version went that far, and that waits in the queue all the same."""
    stage: Callable[..., None] = request.param
    stage(submitted, editor, editor2)
    claim = Claim.objects.get(pk=submitted.verdict.claim_id)
    if claim.state == "checked":
        claim.reopen(checker, "Look again.")
    else:
        claim.release(checker)
    assert claim.state == "queued"
    return claim


def test_triage_refuses_what_went_to_an_editor_or_to_readers(
    standing: Claim, checker2: User
) -> None:
    for deed in (
        lambda: standing.set_aside(checker2),
        lambda: standing.dismiss(checker2, "duplicate"),
        lambda: Claim.objects.all().triage(SET_ASIDE, checker2),
    ):
        with pytest.raises(Refused, match=STANDS):
            deed()
    standing.refresh_from_db()
    assert standing.state == "queued"


def test_what_stood_aside_with_a_version_is_reopened_and_not_picked(
    standing: Claim, checker2: User
) -> None:
    Claim.objects.filter(pk=standing.pk).update(state="set_aside")
    with pytest.raises(Refused, match=STANDS):
        standing.pick(checker2)
    assert standing.reopen(checker2, "It has a check.").state == "queued"


@pytest.mark.parametrize("deed", ["set-aside", "dismiss", "set-rest-aside", "admin"])
def test_every_way_to_triage_refuses_it_and_takes_the_others(
    submitted: VerdictVersion, checker: User, checker2: User, deed: str
) -> None:
    claim = Claim.objects.get()
    claim.release(checker)
    Claim.objects.filter(pk=claim.pk).update(state="new")
    article = Article.objects.get()
    other = make_claim("Another 40 drones fell.", "https://courier.example/more")
    other.mentions.update(article=article, proposed_start=34, proposed_end=40)
    client = Client()
    client.force_login(checker2)
    if deed == "admin":
        rows: dict[str, Any] = {"action": "set_aside", "_selected_action": [claim.pk, other.pk]}
        rows |= JUST_SEEN
        client.post("/admin/claims/claim/", rows)
    elif deed == "set-rest-aside":
        client.post(f"/articles/{article.pk}/set-rest-aside/", JUST_SEEN)
    else:
        for row in (claim, other):
            client.post(f"/claims/{row.pk}/{deed}/", {"reason": "duplicate"})
    claim.refresh_from_db()
    other.refresh_from_db()
    assert claim.state == "new"
    assert other.state in {"set_aside", "dismissed"}


def test_undoing_takes_nothing_out_of_an_editors_hands(
    claim: Claim, submitted: VerdictVersion, checker: User
) -> None:
    """A pick after which the claim is as it left it, and has a version all the same."""
    picked = Event.objects.create(kind=PICK.kind, actor=checker)
    Claim.objects.filter(pk=claim.pk).update(state="queued")
    log_moves(picked, [Move(claim.pk, "new", "queued")])
    with pytest.raises(Refused, match="nothing was undone"):
        undo(picked, checker)
    claim.refresh_from_db()
    assert claim.state == "queued"


def test_a_claim_that_was_reopened_is_not_published(
    signed: VerdictVersion, checker: User, editor: User
) -> None:
    Claim.objects.get().reopen(checker, "Look again.")
    with pytest.raises(Refused, match="has been reopened"):
        signed.publish(editor)
    signed.refresh_from_db()
    assert signed.state == "signed_off"


def test_who_checked_a_claim_and_editors_reopen_it_and_nobody_else(
    signed: VerdictVersion, checker: User, checker2: User, editor: User
) -> None:
    claim = Claim.objects.get()
    with pytest.raises(Refused, match="Only who checked this claim"):
        claim.reopen(checker2, "I doubt it.")
    with pytest.raises(Refused, match="only its owner and editors"):
        signed.verdict.draft(checker2)
    signed.refresh_from_db()
    assert signed.state == "signed_off"
    assert signed.comment(checker2, text="Which night?", field="").pk
    claim.reopen(editor, "A reader doubts it.")
    assert claim.state == "queued"


@pytest.mark.parametrize("state", ["new", "queued", "set_aside", "dismissed"])
def test_a_verdict_is_written_and_submitted_on_an_open_claim_only(
    claim: Claim, checker: User, editor: User, rating: Rating, texts: dict[str, str], state: str
) -> None:
    draft = evidencing.verdict_of(claim.take(checker)).draft(checker)
    dismissal = "duplicate" if state == "dismissed" else ""
    Claim.objects.update(state=state, dismissal=dismissal)
    claim.refresh_from_db()
    for deed in (
        lambda: draft.verdict.draft(editor),
        lambda: draft.edit(editor, rating=rating, **texts),
        lambda: draft.submit(editor),
        lambda: evidencing.calculate(claim, editor, "sum", [("up", "1"), ("down", "2")]),
    ):
        with pytest.raises(Refused, match="take it first"):
            deed()
