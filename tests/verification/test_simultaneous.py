"""Several people at one claim at the same moment: one wins, and nobody meets a deadlock.

Real processes; see :mod:`tests.at_once`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from claims import roles
from claims.models import Claim, Event, Refused, Stale, User
from tests.at_once import at_once, in_rounds
from tests.signing import sign
from verification.desk import overwriting
from verification.models import Publication, Verdict, VerdictVersion

pytestmark = pytest.mark.django_db(transaction=True)
State = VerdictVersion.State


def test_of_ten_who_take_a_claim_at_once_one_wins(person: Callable[..., User]) -> None:
    people = [person(f"checker{number}", roles.FACT_CHECKER) for number in range(10)]
    claims = [
        Claim.objects.create(wording="12 died.", is_numeric=True, fingerprint=f"taking {n}")
        for n in range(30)
    ]

    def take(pk: int, by: User) -> bool:
        try:
            Claim.objects.get(pk=pk).take(by)
        except Refused:
            return False
        return True

    answers = in_rounds([[partial(take, claim.pk, by) for claim in claims] for by in people])
    assert [sum(won) for won in zip(*answers, strict=True)] == [1] * len(claims)
    assert Event.objects.filter(kind="taken").count() == len(claims)


def test_of_ten_who_save_on_one_page_at_once_one_wins(person: Callable[..., User]) -> None:
    people = [person(f"editor{number}", roles.EDITOR) for number in range(10)]
    claims = [
        Claim.objects.create(
            wording="12 died.",
            is_numeric=True,
            fingerprint=f"saving {n}",
            state="checking",
            assignee=people[0],
        )
        for n in range(8)
    ]
    shown = {}
    for claim in claims:
        claim.log(Event.Kind.COMMENTED, people[0], text="What everybody's page shows.")
        shown[claim.pk] = claim.history.latest("pk").pk

    def save(pk: int, by: User) -> bool:
        claim = Claim.objects.get(pk=pk)
        try:
            words = f"{by} counted 12."
            claim.do_as_shown(
                shown[pk], overwriting.WORDING, lambda: claim.word(by, words, "content")
            )
        except Stale:
            return False
        return True

    answers = in_rounds([[partial(save, claim.pk, by) for claim in claims] for by in people])
    assert [sum(won) for won in zip(*answers, strict=True)] == [1] * len(claims)


def test_unpublishing_and_publishing_a_correction_at_once_wait_for_each_other(
    signed: VerdictVersion, checker: User, editor: User, editor2: User
) -> None:
    """Whichever comes first; a version under review takes a correction of a second editor."""
    signed.publish(editor)
    for _round in range(6):
        correction = _signed_correction(signed.verdict, checker, editor2)
        standing = Publication.objects.get(until=None)
        taken_off, published = at_once(
            partial(standing.unpublish, editor, "A source has doubts."),
            partial(correction.publish, editor2),
        )
        assert isinstance(published, Publication)
        assert isinstance(taken_off, Publication | Refused)
        assert Publication.objects.get(until=None).version == correction


def _signed_correction(verdict: Verdict, checker: User, editor: User) -> VerdictVersion:
    draft = verdict.draft(checker)
    note = {"correction_class": "minor", "correction_note": "The date was wrong."}
    draft.edit(checker, summary=f"The count is right, version {draft.number}.", **note)
    return sign(draft.submit(checker), editor)
