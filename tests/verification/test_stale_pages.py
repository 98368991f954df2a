"""A form of a page that others have overtaken is refused, and loses nothing of what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from claims.models import Claim, User
from tests.signing import evidence_in
from verification.evidence import gathering as evidencing
from verification.models import Evidence, Publication, Rating, VerdictVersion

pytestmark = pytest.mark.django_db


class Page:
    """A page as it was opened: its forms can be sent, however late."""

    def __init__(self, who: User, address: str) -> None:
        self.client = Client()
        self.client.force_login(who)
        self.read(self.client.get(address))

    def read(self, response: Any) -> None:
        self.forms = html.fromstring(response.content.decode()).forms

    def send(self, step: str, **typed: Any) -> HttpResponse:
        """Send the form of the step with what was typed, as a browser does."""
        form = next(form for form in self.forms if form.action.endswith(f"/{step}/"))
        return self.client.post(form.action, dict(form.form_values()) | typed)


def sides(answer: HttpResponse, field: str) -> list[str]:
    """What a field holds now, and what was typed into it, as they stand side by side."""
    page = html.fromstring(answer.content.decode())
    [conflict] = page.xpath(f"//fieldset[@data-conflict='{field}']")
    return [" ".join(said.text_content().split()) for said in conflict.find_class("said")]


@pytest.fixture
def opened(claim: Claim) -> Any:
    return lambda who: Page(who, claim.get_absolute_url())


def test_an_old_form_does_not_replace_the_verdict_that_an_editor_saved(
    claim: Claim, evidence: Evidence, checker: User, editor: User, opened: Any, rating: Rating
) -> None:
    draft = evidence.verdict.draft(checker).edit(checker, headline="A first headline")
    page = opened(checker)
    draft.edit(editor, headline="The editor's headline", rating=rating)
    answer = page.send("verdict", headline="The checker's late headline")
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "verdict edited by editor at" in shown
    assert "The checker&#x27;s late headline" in shown
    assert sides(answer, "headline") == ["The editor's headline", "The checker's late headline"]
    assert "The <del>editor&#x27;s</del> headline" in shown
    draft.refresh_from_db()
    assert (draft.headline, draft.rating) == ("The editor's headline", rating)
    # Whoever has been told, and sends it again, means it: theirs or their own, field by field.
    page.read(answer)
    sent = page.send("verdict", **{"choice-rating": "theirs", "reasoning": "So it is."})
    assert sent.status_code == 302
    draft.refresh_from_db()
    assert (draft.headline, draft.rating) == ("The checker's late headline", rating)
    late = opened(editor)
    draft.edit(checker, headline="Once more", reasoning="It was not.")
    answer = late.send("verdict", headline="Too late")
    assert sides(answer, "reasoning") == ["It was not.", "So it is."]
    late.read(answer)
    taken = {"choice-headline": "theirs", "choice-reasoning": "theirs"}
    assert late.send("verdict", **taken).status_code == 302
    draft.refresh_from_db()
    assert (draft.headline, draft.reasoning) == ("Once more", "It was not.")


def test_a_wording_that_an_editor_gave_is_not_replaced_by_an_older_page(
    claim: Claim, evidence: Evidence, checker: User, editor: User, opened: Any
) -> None:
    page = opened(checker)
    evidencing.word(claim, editor, "Russia fired 112 drones on Thursday night.", "content")
    answer = page.send("word", wording="112 drones.")
    assert answer.status_code == 409
    shown = html.fromstring(answer.content.decode())
    assert "wording confirmed by editor at" in shown.text_content()
    theirs, mine = sides(answer, "wording")
    assert (theirs, mine) == ("Russia fired 112 drones on Thursday night.", "112 drones.")
    claim.refresh_from_db()
    assert claim.wording == "Russia fired 112 drones on Thursday night."


def test_evidence_is_not_changed_nor_taken_out_over_what_another_made_of_it(
    claim: Claim, evidence: Evidence, checker: User, editor: User, opened: Any
) -> None:
    page = opened(checker)
    evidencing.change_evidence(evidence, editor, quote="All 112 were launched at night.")
    changed = page.send("change-evidence", quote="My late quote.")
    assert changed.status_code == 409
    assert "My late quote." in changed.content.decode()
    assert sides(changed, "quote") == ["All 112 were launched at night.", "My late quote."]
    assert page.send("remove-evidence").status_code == 409
    evidence.refresh_from_db()
    assert (evidence.quote, evidence.removed_at) == ("All 112 were launched at night.", None)


def test_other_evidence_and_remarks_stop_nobody(
    claim: Claim, evidence: Evidence, checker: User, editor: User, opened: Any
) -> None:
    page = opened(checker)
    evidencing.add_evidence(
        claim, editor, source=evidence.source, stance="refutes", quote="111 were launched."
    )
    evidence.verdict.draft(editor).comment(editor, "Which night?")
    assert page.send("change-evidence", quote="My quote.").status_code == 302
    assert page.send("word", wording="Russia fired 112 drones.").status_code == 302


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("evidence", {"kind": "document", "title": "Late", "stance": "supports"}),
        ("calculation", {"kind": "sum", "label_1": "a", "value_1": "1"}),
        ("word", {"wording": "My late wording"}),
        ("verdict", {"headline": "My late headline"}),
    ],
)
def test_a_page_from_before_a_submission_voids_nothing(
    evidence: Evidence,
    checker: User,
    rating: Rating,
    opened: Any,
    step: str,
    typed: dict[str, str],
) -> None:
    page = opened(checker)
    draft = evidence.verdict.draft(checker).edit(checker, rating=rating, reasoning="So it is.")
    draft.submit(checker)
    answer = page.send(step, **typed)
    assert answer.status_code == 409
    assert "submitted for sign-off by checker at" in answer.content.decode()
    assert VerdictVersion.objects.get().state == "submitted"


def test_a_claim_in_other_hands_is_not_released_by_an_old_page(
    claim: Claim, evidence: Evidence, editor: User, checker2: User, checker: User, opened: Any
) -> None:
    page = opened(editor)
    Claim.objects.get(pk=claim.pk).hand_over(checker, checker2, "All yours.")
    for step, typed in (
        ("release", {}),
        ("hold", {"reason": "They answer then.", "wake_on": "2999-01-01"}),
        ("assign", {"to": editor.pk}),
        ("hand-over", {"to": editor.pk, "note": "Half is done."}),
    ):
        answer = page.send(step, **typed)
        assert answer.status_code == 409
        assert "handed over by checker at" in answer.content.decode()
    claim.refresh_from_db()
    assert (claim.assignee, claim.state) == (checker2, "checking")


def test_a_correction_is_not_taken_down_by_whoever_saw_the_check_before(
    signed: VerdictVersion, checker: User, editor: User, editor2: User, opened: Any
) -> None:
    publication = signed.publish(editor)
    page = opened(editor)
    publication.unpublish(editor2, "Doubts.").restore(editor)
    assert page.send("unpublish", reason="My late doubts.").status_code == 409
    assert Publication.objects.live().get().notice == "check"


def test_an_editor_decides_on_what_another_has_said_of_it_since(
    submitted: VerdictVersion, editor: User, editor2: User
) -> None:
    page = Page(editor, f"/signoff/{submitted.pk}/")
    pieces = evidence_in(submitted)
    submitted.sign_off_with_suggestions(
        editor2, submitted.content_hash, pieces, {"headline": "Better."}
    )
    for step, typed in (
        ("sign-off", {"seen": pieces}),
        ("suggest", {"seen": pieces, "headline": "My late words."}),
        ("request-changes", {"comment": "My late words."}),
    ):
        answer = page.send(step, **typed)
        assert answer.status_code == 409
        assert "by editor2 at" in answer.content.decode()
    assert "My late words." in answer.content.decode()
    assert submitted.sign_offs.get().by == editor2


def test_a_form_without_the_version_it_was_made_on_has_seen_nothing(
    claim: Claim, evidence: Evidence, checker: User, editor: User
) -> None:
    draft = evidence.verdict.draft(editor).edit(editor, headline="The editor's headline")
    client = Client()
    client.force_login(checker)
    for made_on in ({}, {"made_on": ""}, {"made_on": "-1"}, {"made_on": "9" * 40}):
        typed = {"number": 1, "headline": "Blind", **made_on}
        assert client.post(f"/claims/{claim.pk}/verdict/", typed).status_code == 409
    draft.refresh_from_db()
    assert draft.headline == "The editor's headline"
