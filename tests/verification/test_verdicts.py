"""From claim to signed verdict: each verb, each refusal, and what the database refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from claims.models import Claim, Event, Refused, User
from claims.tasks import wake_claims
from tests.signing import evidence_in, sign
from verification.evidence import gathering as evidencing
from verification.models import (
    Evidence,
    Rating,
    RatingScale,
    SignOff,
    Snapshot,
    Source,
    VerdictVersion,
)
from verification.models.checklists import to_publish, to_submit
from verification.models.freezing import hash_of

pytestmark = pytest.mark.django_db
State = VerdictVersion.State


# --- whose claim it is --------------------------------------------------------


def test_taking_makes_it_mine_and_picks_it(claim: Claim, checker: User) -> None:
    claim.take(checker)
    claim.refresh_from_db()
    assert (claim.state, claim.assignee) == ("checking", checker)


def test_what_is_noted_on_an_old_page_tells_the_claims_state_of_now(
    claim: Claim, checker: User, checker2: User
) -> None:
    old = Claim.objects.get(pk=claim.pk)
    claim.take(checker)
    event = old.log(Event.Kind.CONTACT_LOGGED, checker2, whom="Ida Holm")
    member = event.members.get()
    assert (member.before, member.after) == ("checking", "checking")


def test_taking_twice_is_one_event(claim: Claim, checker: User) -> None:
    claim.take(checker).take(checker)
    assert Event.objects.filter(kind="taken").count() == 1


def test_it_refuses_to_take_anothers_claim(claim: Claim, checker: User, checker2: User) -> None:
    claim.take(checker)
    with pytest.raises(Refused, match="checker has taken this claim"):
        Claim.objects.get(pk=claim.pk).take(checker2)


def test_an_auditor_takes_nothing(claim: Claim, auditor: User, administrator: User) -> None:
    for person in (auditor, administrator):
        with pytest.raises(Refused):
            claim.take(person)


def test_releasing_gives_it_back(claim: Claim, checker: User, checker2: User) -> None:
    claim.take(checker).release(checker)
    assert claim.take(checker2).assignee == checker2


def test_handing_over_wants_a_note(claim: Claim, checker: User, checker2: User) -> None:
    claim.take(checker)
    with pytest.raises(Refused, match="note"):
        claim.hand_over(checker, checker2, "  ")
    claim.hand_over(checker, checker2, "Called the ministry; they ring back at four.")
    assert claim.assignee == checker2
    assert Event.objects.get(kind="handed_over").payload["note"].startswith("Called")


def test_a_claim_on_hold_has_a_reason_and_wakes(claim: Claim, checker: User) -> None:
    claim.take(checker)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused):
        claim.hold(checker, "", tomorrow)
    with pytest.raises(Refused):
        claim.hold(checker, "reply due", timezone.localdate())
    claim.hold(checker, "reply due", tomorrow)
    claim.wake()
    assert (claim.state, claim.hold_reason, claim.wake_on) == ("checking", "", None)


def test_a_worker_wakes_what_is_due(
    claim: Claim, checker: User, django_capture_on_commit_callbacks: Any
) -> None:
    claim.take(checker)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with django_capture_on_commit_callbacks(execute=True):
        claim.hold(checker, "reply due", tomorrow)
    job = DBTaskResult.objects.get()
    assert timezone.localtime(job.run_after).date() == tomorrow
    wake_claims.call()
    claim.refresh_from_db()
    assert claim.state == "on_hold"
    Claim.objects.filter(pk=claim.pk).update(wake_on=timezone.localdate())
    wake_claims.call()
    claim.refresh_from_db()
    assert claim.state == "checking"


def test_only_editors_assign(claim: Claim, checker: User, checker2: User, editor: User) -> None:
    with pytest.raises(Refused):
        claim.assign(checker, checker2)
    claim.assign(editor, checker2, timezone.localdate(), "Before noon, please.")
    assert (claim.assignee, claim.state) == (checker2, "checking")


def test_a_lock_keeps_others_and_other_tabs_out(claim: Claim, checker: User, editor: User) -> None:
    claim.take(checker).lock(checker, "tab 1")
    claim.lock(checker, "tab 1")
    with pytest.raises(Refused, match="another tab"):
        claim.lock(checker, "tab 2")
    with pytest.raises(Refused, match="checker is editing"):
        claim.lock(editor, "tab 3")
    claim.unlock(editor, "tab 3")
    with pytest.raises(Refused):
        claim.lock(editor, "tab 3")
    claim.unlock(checker, "tab 1")
    claim.lock(editor, "tab 3")
    with pytest.raises(Refused, match="editor is editing"):
        claim.continue_here(checker)
    claim.unlock(editor, "tab 3").lock(checker, "tab 1")
    since = claim.locked_at
    assert claim.lock(checker, "tab 1").locked_at == since
    claim.continue_here(checker).lock(checker, "tab 2")
    with pytest.raises(Refused, match="another tab"):
        claim.lock(checker, "tab 1")


def test_a_lock_of_before_the_clock_was_put_back_is_free(
    claim: Claim, checker: User, editor: User
) -> None:
    claim.take(checker).lock(checker, "tab 1")
    Claim.objects.filter(pk=claim.pk).update(locked_until=timezone.now() + timedelta(hours=1))
    assert claim.lock(editor, "tab 2").locked_by == editor


def test_an_expired_lock_is_free(claim: Claim, checker: User, editor: User) -> None:
    claim.take(checker).lock(checker, "tab 1")
    Claim.objects.filter(pk=claim.pk).update(locked_until=timezone.now() - timedelta(seconds=1))
    assert claim.lock(editor, "tab 2").locked_by == editor


def test_wording_keeps_the_old_one(claim: Claim, checker: User) -> None:
    old = claim.wording
    claim.take(checker).word(checker, "  Russia fired\n112 drones. ", "quotation")
    assert (claim.wording, claim.checks) == ("Russia fired 112 drones.", "quotation")
    assert Event.objects.get(kind="worded").payload["before"] == old


def test_what_is_on_hold_can_be_released_handed_over_and_assigned(
    claim: Claim, checker: User, checker2: User, editor: User
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    steps = (
        lambda: claim.hand_over(checker, checker2, "Yours."),
        lambda: claim.assign(editor, checker),
        lambda: claim.release(checker),
    )
    claim.take(checker)
    for step, owner in zip(steps, (checker, checker2, checker), strict=True):
        claim.hold(owner, "reply due", tomorrow)
        step()
        assert (claim.hold_reason, claim.wake_on) == ("", None)


# --- writing ------------------------------------------------------------------


def test_only_the_owner_and_editors_write(claim: Claim, checker: User, checker2: User) -> None:
    claim.take(checker)
    verdict = evidencing.verdict_of(claim)
    with pytest.raises(Refused):
        verdict.draft(checker2)
    draft = verdict.draft(checker)
    with pytest.raises(Refused):
        draft.edit(checker2, headline="Mine")


def test_the_quick_list_names_what_is_missing(claim: Claim, checker: User) -> None:
    claim.take(checker)
    draft = evidencing.verdict_of(claim).draft(checker)
    assert [gap.field for gap in to_submit(draft)] == ["rating", "evidence", "reasoning"]
    with pytest.raises(Refused, match="rating"):
        draft.submit(checker)


def test_the_full_list_names_what_is_missing(
    claim: Claim, checker: User, evidence: Evidence, rating: Rating
) -> None:
    evidencing.change_evidence(evidence, checker, locator="")
    evidence.source.is_primary = False
    evidence.source.save()
    draft = evidence.verdict.draft(checker).edit(checker, rating=rating, reasoning="So.")
    assert [gap.field for gap in to_publish(draft)] == [
        "wording",
        "mentions",
        "why_checked",
        "unknowns",
        "no_primary_reason",
        "only_source_reason",
        "other_side_reason",
        f"evidence-{evidence.pk}",
    ]


def test_a_rating_of_an_older_scale_is_refused(
    claim: Claim, checker: User, evidence: Evidence, rating: Rating
) -> None:
    RatingScale.objects.update(is_current=False)
    with pytest.raises(Refused, match="older scale"):
        evidence.verdict.draft(checker).edit(checker, rating=rating)


def test_a_quote_of_50_000_characters_is_refused(evidence: Evidence, checker: User) -> None:
    with pytest.raises(Refused, match="characters"):
        evidencing.change_evidence(evidence, checker, quote="x" * 50_000)


def test_a_figure_is_read_or_refused(evidence: Evidence, checker: User) -> None:
    evidencing.change_evidence(evidence, checker, figure="EUR 1.1 bn")
    evidence.refresh_from_db()
    assert evidence.figure_low == evidence.figure_high == 1_100_000_000
    with pytest.raises(Refused, match="figure"):
        evidencing.change_evidence(evidence, checker, figure="many")


def test_evidence_cites_no_file_that_was_stored_of_another_source(
    evidence: Evidence, checker: User, snapshot: Snapshot
) -> None:
    other = Source.objects.create(kind="document", title="Evening report", added_by=checker)
    with pytest.raises(Refused, match=r"report\.pdf.*another source"):
        evidencing.change_evidence(evidence, checker, source=other)
    with pytest.raises(Refused, match=r"report\.pdf.*another source"):
        evidencing.add_evidence(
            evidence.verdict.claim, checker, source=other, snapshot=snapshot, stance="context"
        )
    evidence.refresh_from_db()
    assert evidence.source == snapshot.source


def test_what_was_taken_out_stays_as_it_was(evidence: Evidence, checker: User) -> None:
    """A page that was open meanwhile still has its forms."""
    claim = evidence.verdict.claim
    sum_ = evidencing.calculate(claim, checker, "sum", [("up", "1"), ("down", "2")])
    contact = evidencing.log_contact(
        claim, checker, whom="Ada", how="E-mail", on=timezone.localdate(), outcome="asked"
    )
    evidencing.remove_evidence(Evidence.objects.get(), checker)
    evidencing.remove_calculation(type(sum_).objects.get(), checker)
    evidencing.remove_contact(type(contact).objects.get(), checker)
    for deed in (
        lambda: evidencing.change_evidence(evidence, checker, quote="Else."),
        lambda: evidencing.remove_evidence(evidence, checker),
        lambda: evidencing.remove_calculation(sum_, checker),
        lambda: evidencing.remove_contact(contact, checker),
    ):
        with pytest.raises(Refused, match="has been taken out"):
            deed()
    assert Evidence.objects.get().quote == "112 drones were launched."


@pytest.mark.parametrize(
    ("kind", "inputs", "result", "shown", "unit"),
    [
        ("difference", ["16", "23"], "7", "7", ""),
        ("difference", ["1.1bn", "1.08bn"], "-20000000", "0", ""),
        ("difference", ["1.08bn", "1,000,000,000"], "-80000000", "-80000000", ""),
        ("change", ["200", "150"], "-25", "-25", "percent"),
        ("change", ["305,333", "305,233"], "-0.03275112746", "-0.0328", "percent"),
        ("change", ["11.6 billion", "11.7 billion"], "0.8620689655", "0.86", "percent"),
        ("change", ["16", "16"], "0", "0", "percent"),
        ("share", ["84", "112"], "75", "75", "percent"),
        ("sum", ["1", "2", "3.5"], "6.5", "6.5", ""),
        ("per_head", ["1,000", "3"], "333.3333333", "333", ""),
        ("per_head", ["300", "84,000,000"], "0.000003571428571", "0.00000357", ""),
        ("conversion", ["5 trillion", "1.2 trillion"], *["6000000000000000000000000"] * 2, ""),
        ("conversion", ["100", "1.08"], "108", "108", ""),
    ],
)
def test_calculations(
    evidence: Evidence,
    checker: User,
    kind: str,
    inputs: list[str],
    result: str,
    shown: str,
    unit: str,
) -> None:
    labelled = [(f"figure {n}", value) for n, value in enumerate(inputs)]
    done = evidencing.calculate(evidence.verdict.claim, checker, kind, labelled)
    assert (done.result, done.shown, done.unit) == (result, shown, unit)


def test_a_calculation_that_divides_by_zero_is_refused(evidence: Evidence, checker: User) -> None:
    with pytest.raises(Refused, match="zero"):
        evidencing.calculate(
            evidence.verdict.claim, checker, "share", [("part", "1"), ("whole", "0")]
        )


# --- submitting and signing -----------------------------------------------------


def test_submitting_freezes_the_content(submitted: VerdictVersion, checker: User) -> None:
    assert submitted.state == State.SUBMITTED
    assert submitted.content_hash == hash_of(submitted.frozen)
    assert submitted.frozen["claim"]["mentions"][0]["outlet"] == "Northgate Courier"
    with pytest.raises(Refused, match="frozen"):
        submitted.edit(checker, headline="Later")


def test_a_frozen_version_survives_renaming_everything(submitted: VerdictVersion) -> None:
    before = submitted.content_hash
    submitted.verdict.claim.mentions.get().article.outlet.__class__.objects.update(name="X")
    Rating.objects.update(label="Renamed")
    submitted.refresh_from_db()
    assert hash_of(submitted.frozen) == before


def test_an_editor_signs_and_the_claim_is_checked(submitted: VerdictVersion, editor: User) -> None:
    sign(submitted, editor)
    claim = Claim.objects.get()
    assert (submitted.state, claim.state) == (State.SIGNED_OFF, "checked")
    assert submitted.signed_by.by == editor


def test_only_exactly_what_was_seen_is_signed(submitted: VerdictVersion, editor: User) -> None:
    with pytest.raises(Refused, match="not the content"):
        submitted.sign_off(editor, "0" * 64, evidence_in(submitted))


def test_nothing_is_signed_on_an_altered_snapshot(
    submitted: VerdictVersion, snapshot: Snapshot, editor: User
) -> None:
    snapshot.path.write_bytes(b"%PDF-1.7 another report")
    with pytest.raises(Refused, match=r"report\.pdf"):
        sign(submitted, editor)
    assert not SignOff.objects.exists()


def test_no_contributor_signs_whatever_their_role(
    evidence: Evidence,
    checker: User,
    editor: User,
    superuser: User,
    rating: Rating,
    texts: dict[str, str],
) -> None:
    """An editor, and a superuser, who had a hand in it."""
    draft = evidence.verdict.draft(checker).edit(checker, rating=rating, **texts)
    draft.edit(editor, headline="Better")
    draft.edit(superuser, summary="Best")
    draft.submit(checker)
    for person in (checker, editor, superuser):
        with pytest.raises(Refused):
            sign(draft, person)


def test_a_contributor_of_an_earlier_version_stays_one(
    submitted: VerdictVersion, checker: User, editor: User, editor2: User
) -> None:
    draft = submitted.verdict.draft(editor)
    draft.edit(editor, reasoning="Rewritten.")
    draft.edit(checker, reasoning="Rewritten once more.").submit(checker)
    submitted.refresh_from_db()
    assert submitted.state == State.REPLACED
    with pytest.raises(Refused, match="hand in"):
        sign(draft, editor)
    sign(draft, editor2)


def test_who_worded_the_claim_contributed(
    claim: Claim,
    evidence: Evidence,
    checker: User,
    editor: User,
    rating: Rating,
    texts: dict[str, str],
) -> None:
    claim.word(editor, "Russia fired 112 drones.", "content")
    draft = evidence.verdict.draft(checker).edit(checker, rating=rating, **texts)
    draft.submit(checker)
    with pytest.raises(Refused, match="hand in"):
        sign(draft, editor)


def test_a_checker_signs_nothing(submitted: VerdictVersion, checker2: User) -> None:
    with pytest.raises(Refused, match="Only editors"):
        sign(submitted, checker2)


def test_requesting_changes_opens_the_next_version(
    submitted: VerdictVersion, editor: User, checker: User
) -> None:
    with pytest.raises(Refused, match="what should change"):
        submitted.request_changes(editor, " ")
    following = submitted.request_changes(editor, "Which night?")
    assert (following.number, following.state) == (2, State.DRAFT)
    following.edit(checker, summary="The night to 5 September.").submit(checker)
    sign(following, editor)


def test_nothing_is_signed_before_each_piece_of_evidence_was_looked_at(
    submitted: VerdictVersion, editor: User
) -> None:
    for seen in ([], [0]):
        with pytest.raises(Refused, match="each piece of evidence"):
            submitted.sign_off(editor, submitted.content_hash, seen)
        with pytest.raises(Refused, match="each piece of evidence"):
            submitted.sign_off_with_suggestions(
                editor, submitted.content_hash, seen, {"headline": "Better."}
            )
    assert not SignOff.objects.exists()


# --- wording that an editor suggests ---------------------------------------------


# --- after it ---------------------------------------------------------------------


def test_another_checker_cannot_void_what_was_signed(
    signed: VerdictVersion, checker2: User
) -> None:
    with pytest.raises(Refused, match="owner and editors"):
        signed.verdict.draft(checker2)
    signed.refresh_from_db()
    assert (signed.state, Claim.objects.get().state) == (State.SIGNED_OFF, "checked")


def test_editing_after_sign_off_reopens_and_voids_it(signed: VerdictVersion, checker: User) -> None:
    draft = signed.verdict.draft(checker)
    signed.refresh_from_db()
    assert (signed.state, draft.number) == (State.REPLACED, 2)
    assert Claim.objects.get().state == "checking"


def test_a_one_person_desk_may_sign_its_own_and_it_is_noted(
    submitted: VerdictVersion, editor: User, settings: object
) -> None:
    settings.ALLOW_OWN_SIGN_OFF = True  # type: ignore[attr-defined]
    submitted.contributors.add(editor)
    sign(submitted, editor)
    assert submitted.signed_by.own


def test_a_claim_that_ended_meanwhile_is_not_closed_by_a_sign_off(
    submitted: VerdictVersion, editor: User
) -> None:
    Claim.objects.update(state="dismissed", dismissal="duplicate")
    with pytest.raises(Refused, match="reopen it first"):
        sign(submitted, editor)


def test_a_one_person_desk_may_ask_itself_for_changes(
    submitted: VerdictVersion, editor: User, settings: Any
) -> None:
    settings.ALLOW_OWN_SIGN_OFF = True
    submitted.contributors.add(editor)
    submitted.request_changes(editor, "Shorter.")
    assert SignOff.objects.get().own


# --- what the database refuses --------------------------------------------------


def test_the_database_refuses_a_contributors_sign_off(
    submitted: VerdictVersion, checker: User
) -> None:
    with pytest.raises(DatabaseError, match="contributor"), transaction.atomic():
        SignOff.objects.create(
            version=submitted, by=checker, decision="signed", content_hash=submitted.content_hash
        )


def test_the_database_refuses_to_alter_what_was_submitted(submitted: VerdictVersion) -> None:
    versions = VerdictVersion.objects.filter(pk=submitted.pk)
    changes: list[dict[str, Any]] = [
        {"headline": "No"},
        {"unknowns": "No"},
        {"other_side_reason": "No"},
        {"correction_note": "No"},
        {"rating": None},
        {"submitted_by": None},
        {"frozen": {}},
        {"content_hash": "0" * 64},
    ]
    for change in changes:
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            versions.update(**change)


def test_the_database_refuses_a_public_version_without_sign_off(
    submitted: VerdictVersion,
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        VerdictVersion.objects.filter(pk=submitted.pk).update(state="published")


def test_the_database_refuses_to_rewrite_a_sign_off(signed: VerdictVersion) -> None:
    for step in (
        lambda: SignOff.objects.update(comment="Changed"),
        lambda: SignOff.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            step()


def test_the_database_forgets_no_contributor(submitted: VerdictVersion, checker: User) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        submitted.contributors.remove(checker)
    assert checker in submitted.contributors.all()


def test_the_database_refuses_a_file_of_another_source(evidence: Evidence, checker: User) -> None:
    other = Source.objects.create(kind="document", title="Evening report", added_by=checker)
    for deed in (
        lambda: Evidence.objects.update(source=other),
        lambda: Evidence.objects.create(
            verdict=evidence.verdict,
            source=other,
            snapshot=evidence.snapshot,
            stance="context",
            added_by=checker,
        ),
    ):
        with pytest.raises(DatabaseError, match="stored of another source"), transaction.atomic():
            deed()
