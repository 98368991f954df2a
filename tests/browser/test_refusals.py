"""What the desk refuses, as the people whom it refuses see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.models import Claim, User
from tests.browser import steps
from tests.making import make_article, make_claim
from verification.evidence import gathering as evidencing
from verification.evidence.snapshots import upload
from verification.models import Evidence, Rating, SignOff, Snapshot, Source, VerdictVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def seat(browser: Browser, base_url: str) -> Callable[[User], Page]:
    def sit(user: User) -> Page:
        page = browser.new_context(base_url=base_url).new_page()
        steps.log_in(page, user.username)
        return page

    return sit


@pytest.fixture
def claim() -> Claim:
    return make_claim(make_article("The dam cost 14 lives."), "The dam cost 14 lives")


@pytest.fixture
def evidence(claim: Claim, checker: User) -> Evidence:
    claim.take(checker)
    source = Source.objects.create(kind="document", title="Register", added_by=checker)
    return evidencing.add_evidence(
        claim,
        checker,
        source=source,
        snapshot=upload(source, checker, "register.txt", [b"14 names"]),
        stance="supports",
        quote="14 names",
        locator="p. 1",
    )


def submit(evidence: Evidence, by: User, *hands: User) -> VerdictVersion:
    draft = evidence.verdict.draft(by)
    for number, hand in enumerate(hands):
        draft.edit(hand, summary=f"Edited {number}.")
    draft.edit(by, rating=Rating.objects.get(key="true"), reasoning="The register says so.")
    return draft.submit(by)


def refused_on_its_page(page: Page, version: VerdictVersion) -> None:
    page.goto(f"/signoff/{version.pk}/")
    expect(page.locator("#why-not")).to_contain_text("You had a hand in this version")
    expect(page.get_by_role("button", name="Sign off exactly this")).to_have_count(0)


def offered_in_no_bulk_action(page: Page, version: VerdictVersion) -> None:
    """In the admin nobody signs: there is no looking at the evidence."""
    page.goto("/admin/verification/verdictversion/")
    expect(page.locator(f"input[name='_selected_action'][value='{version.pk}']")).to_be_visible()
    offered = page.locator("select[name='action'] option").evaluate_all(
        "options => options.map(option => option.value)"
    )
    assert "publish" in offered
    assert "sign_off" not in offered


def test_nobody_signs_their_own_also_not_as_superuser(
    seat: Callable[[User], Page], evidence: Evidence, checker: User, editor: User, superuser: User
) -> None:
    User.objects.filter(pk=superuser.pk).update(is_staff=True)
    User.objects.filter(pk=editor.pk).update(is_staff=True)
    version = submit(evidence, checker, editor, superuser)
    for person in (editor, superuser):
        page = seat(person)
        refused_on_its_page(page, version)
        offered_in_no_bulk_action(page, version)
    assert not SignOff.objects.exists()


def test_a_contributor_of_an_earlier_version_is_one_still(
    seat: Callable[[User], Page], evidence: Evidence, checker: User, editor: User, editor2: User
) -> None:
    first = submit(evidence, checker, editor)
    second = first.request_changes(editor2, "Shorter, please.")
    second.edit(checker, summary="Short.").submit(checker)
    refused_on_its_page(seat(editor), second)


def test_a_reader_of_the_desk_is_offered_nothing(
    seat: Callable[[User], Page], evidence: Evidence, auditor: User
) -> None:
    page = seat(auditor)
    page.goto(f"/claims/{evidence.verdict.claim_id}/")
    expect(page.locator("#check")).to_contain_text("checker's claim")
    expect(page.locator("#check form")).to_have_count(0)


def test_a_late_save_keeps_the_text_when_another_has_the_claim(
    seat: Callable[[User], Page], evidence: Evidence, checker: User, checker2: User
) -> None:
    page = seat(checker)
    page.goto(f"/claims/{evidence.verdict.claim_id}/")
    page.get_by_label("Reasoning").fill("An hour of careful work.")
    Claim.objects.get(pk=evidence.verdict.claim_id).hand_over(checker, checker2, "Yours now.")
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator("#verdict")).to_contain_text("This is checker2's claim")
    expect(page.get_by_label("Reasoning")).to_have_value("An hour of careful work.")


def test_nothing_is_signed_on_a_snapshot_that_was_altered(
    seat: Callable[[User], Page], evidence: Evidence, checker: User, editor: User
) -> None:
    version = submit(evidence, checker)
    Snapshot.objects.get().path.write_bytes(b"15 names")
    page = seat(editor)
    page.goto(f"/signoff/{version.pk}/")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign off exactly this").click()
    expect(page.locator("main")).to_contain_text("is not what was stored")
    assert not SignOff.objects.exists()


def test_focus_goes_to_what_was_refused_and_from_there_to_the_field(
    seat: Callable[[User], Page], evidence: Evidence, checker: User
) -> None:
    page = seat(checker)
    page.goto(f"/claims/{evidence.verdict.claim_id}/")
    page.get_by_role("button", name="Save and submit").click()
    summary = page.locator("form[action$='/verdict/'] .errors")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    summary.get_by_role("link", name="Write a sentence of reasoning.").click()
    expect(page.get_by_label("Reasoning")).to_be_in_viewport()
