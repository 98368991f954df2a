"""What readers see: publishing, unpublishing by one, restoring and withdrawing by two."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Article, Claim, Outlet, Refused, Speaker, User
from tests.making import shown_to, unguarded
from tests.signing import sign
from verification import claimreview, guards
from verification.evidence import gathering as evidencing
from verification.models import (
    Correction,
    Evidence,
    Publication,
    Rating,
    RatingScale,
    Source,
    VerdictVersion,
)
from verification.models.checklists import Lacking, to_publish

pytestmark = pytest.mark.django_db
State = VerdictVersion.State


@pytest.fixture
def published(signed: VerdictVersion, editor: User) -> Publication:
    return signed.publish(editor)


def test_a_signed_version_is_published(published: Publication) -> None:
    assert published.version.state == State.PUBLISHED
    assert published.slug == f"yes-about-112-drones-{published.verdict.claim_id}"


def test_only_editors_publish(signed: VerdictVersion, checker: User) -> None:
    with pytest.raises(Refused, match="Only editors"):
        signed.publish(checker)


def test_it_refuses_what_nobody_signed(submitted: VerdictVersion, editor: User) -> None:
    with pytest.raises(Refused, match="signed"):
        submitted.publish(editor)


def test_the_full_list_stands_before_publication(
    submitted: VerdictVersion, editor: User, checker: User
) -> None:
    draft = submitted.verdict.draft(checker).edit(checker, why_checked="")
    sign(draft.submit(checker), editor)
    with pytest.raises(Refused, match="why we checked"):
        draft.publish(editor)


@pytest.mark.parametrize(
    "since",
    [
        lambda claim: claim.mentions.update(confirmed_by=None, confirmed_at=None),
        lambda claim: claim.verdicts.get().evidence.update(quote="", locator=""),
        lambda claim: claim.verdicts.get().evidence.update(removed_at=timezone.now()),
        lambda claim: Source.objects.update(is_primary=False, publisher=""),
        lambda claim: RatingScale.objects.update(is_current=False),
    ],
    ids=["mentions", "quotes", "evidence", "sources", "scale"],
)
def test_the_full_list_asks_what_was_signed_and_not_what_the_desk_did_since(
    signed: VerdictVersion, editor: User, since: Callable[[Claim], Any]
) -> None:
    with unguarded():
        since(signed.verdict.claim)
    assert VerdictVersion.objects.get(pk=signed.pk).publish(editor).notice == "check"


@pytest.mark.parametrize(
    ("lacking", "gap"),
    [
        ({"why_checked": ""}, "why_checked"),
        ({"unknowns": " "}, "unknowns"),
        ({"only_source_reason": ""}, "only_source_reason"),
        ({"other_side_reason": ""}, "other_side_reason"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_missing_of_the_full_list_leads_to_its_field(
    evidence: Evidence, checker: User, texts: dict[str, str], lacking: dict[str, str], gap: str
) -> None:
    draft = evidence.verdict.draft(checker).edit(checker, **texts | lacking)
    # The quick list, the wording and the mention are missing as well.
    fields = {missing.field for missing in to_publish(draft)}
    assert fields == {gap, "rating", "wording", "mentions"}


def test_evidence_without_place_or_primary_source_is_missing_something(
    evidence: Evidence, source: Source, checker: User, texts: dict[str, str]
) -> None:
    evidencing.change_evidence(evidence, checker, locator="")
    Source.objects.update(is_primary=False)
    fields = {gap.field for gap in to_publish(evidence.verdict.draft(checker))}
    assert {f"evidence-{evidence.pk}", "no_primary_reason"} <= fields
    evidencing.change_evidence(evidence, checker, withheld_reason="It names a child.")
    fields = {gap.field for gap in to_publish(evidence.verdict.draft(checker))}
    assert f"evidence-{evidence.pk}" not in fields


def test_a_correction_supersedes_and_says_what_was_corrected(
    published: Publication, checker: User, editor: User
) -> None:
    draft = published.verdict.draft(checker)
    assert published.verdict.live == published.version
    draft.edit(
        checker,
        summary="It was the night before.",
        correction_class="factual",
        correction_note="The night was wrong.",
    ).submit(checker)
    sign(draft, editor)
    following = draft.publish(editor)
    published.refresh_from_db()
    assert published.until == following.since
    assert published.version.state == State.SUPERSEDED
    assert following.slug == published.slug
    assert Correction.objects.get().publication == following


# --- the clock is put back ----------------------------------------------------------


@pytest.fixture
def an_hour_back(published: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the clock says a time an hour before the check was published."""
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() - timedelta(hours=1))


@pytest.mark.parametrize("verb", ["restore", "withdraw"])
def test_a_check_goes_off_its_page_and_on_though_the_clock_says_before_its_publication(
    published: Publication, an_hour_back: None, editor: User, editor2: User, verb: str
) -> None:
    review = published.unpublish(editor, "A source has doubts.")
    published.refresh_from_db()
    assert (published.until, review.since) == (published.since, published.since)
    reason = ["It was wrong."] if verb == "withdraw" else []
    after = getattr(review, verb)(editor2, *reason)
    review.refresh_from_db()
    assert (review.until, after.since) == (published.since, published.since)
    assert [after] == list(Publication.objects.live())
    assert [after] == list(Publication.objects.at(after.since))


def test_a_correction_takes_its_place_though_the_clock_says_before_its_publication(
    published: Publication, an_hour_back: None, checker: User, editor: User
) -> None:
    correction = correction_of(published, checker, editor)
    following = correction.publish(editor)
    assert following.since == published.since
    assert published.first_published == published.since


def test_nothing_published_is_replaced_without_saying_what_was_corrected(
    published: Publication, checker: User, editor: User
) -> None:
    """Nor is it signed: what could never be published is not even submitted."""
    published.unpublish(editor, "Doubts.")
    draft = published.verdict.draft(checker).edit(checker, summary="Else.")
    page = shown_to(checker, draft.verdict.claim.get_absolute_url())
    assert '<a href="#id_correction_class">Say what class of correction this is.</a>' in page
    with pytest.raises(Lacking, match="Say what class of correction this is") as refused:
        draft.submit(checker)
    assert [gap.anchor for gap in refused.value.gaps] == ["id_correction_class"]
    draft.edit(checker, correction_class="typo", correction_note="A letter.").submit(checker)


def correction_of(publication: Publication, author: User, signer: User) -> VerdictVersion:
    """The next version, signed, of what stands there."""
    draft = publication.verdict.draft(author).edit(
        author, summary="Of the night.", correction_class="factual", correction_note="The night."
    )
    return sign(draft.submit(author), signer)


def test_a_signed_correction_ends_the_review_by_a_second_editor(
    published: Publication, checker: User, editor: User, editor2: User
) -> None:
    published.unpublish(editor, "The night is wrong.")
    signed = correction_of(published, checker, editor)
    with pytest.raises(Refused, match="second editor"):
        signed.publish(editor)
    back = signed.publish(editor2)
    assert (back.notice, back.reason, back.version) == ("check", "", signed)
    published.version.refresh_from_db()
    assert published.version.state == State.SUPERSEDED
    assert Correction.objects.get().publication == back


def test_nothing_takes_the_place_of_a_withdrawn_check(
    published: Publication, checker: User, editor: User, editor2: User
) -> None:
    """Neither what was on its way then nor anything afterwards."""
    signed = correction_of(published, checker, editor)
    published.unpublish(editor, "Doubts.").withdraw(editor2, "Forged.")
    with pytest.raises(Refused, match="withdrawn for good"):
        signed.publish(editor2)
    assert Publication.objects.live().get().notice == "withdrawn"


def test_a_withdrawn_check_is_reopened_by_nobody(
    published: Publication, checker: User, editor: User, editor2: User
) -> None:
    published.unpublish(editor, "Doubts.").withdraw(editor2, "Forged.")
    claim = Claim.objects.get()
    for person in (checker, editor):
        with pytest.raises(Refused, match="withdrawn for good"):
            claim.reopen(person, "Look again.")
        with pytest.raises(Refused, match="withdrawn for good"):
            published.verdict.draft(person)


ELSEWHERE = "https://newsroom.example/checks/drones"


@pytest.mark.parametrize(
    ("stood", "given", "stands"),
    [
        ("", ELSEWHERE, ELSEWHERE),
        (ELSEWHERE, "", ""),
        (ELSEWHERE, None, ELSEWHERE),
        ("", None, ""),
    ],
)
def test_a_correction_stands_where_it_is_said_or_stays(
    signed: VerdictVersion,
    checker: User,
    editor: User,
    stood: str,
    given: str | None,
    stands: str,
) -> None:
    first = signed.publish(editor, stood)
    following = correction_of(first, checker, editor).publish(editor, given)
    assert following.external_url == stands
    assert following.kind == ("external" if stands else "page")


def test_one_editor_unpublishes_at_once_and_a_second_restores(
    published: Publication, editor: User, editor2: User
) -> None:
    with pytest.raises(Refused, match="Say why"):
        published.unpublish(editor, "")
    under_review = published.unpublish(editor, "A reader doubts the date.")
    assert under_review.version.state == State.UNPUBLISHED
    with pytest.raises(Refused, match="second editor"):
        under_review.restore(editor)
    with pytest.raises(Refused, match="second editor"):
        under_review.withdraw(editor, "Wrong.")
    back = under_review.restore(editor2)
    assert (back.notice, back.version.state) == ("check", State.PUBLISHED)


def test_two_editors_withdraw_and_a_tombstone_stays(
    published: Publication, editor: User, editor2: User
) -> None:
    gone = published.unpublish(editor, "Doubts.").withdraw(editor2, "The report was forged.")
    assert (gone.notice, gone.reason) == ("withdrawn", "The report was forged.")
    assert claimreview.claim_review(gone) is None


def test_a_second_click_changes_nothing(published: Publication, editor: User) -> None:
    published.unpublish(editor, "Doubts.")
    with pytest.raises(Refused, match="meanwhile"):
        published.unpublish(editor, "Doubts.")


def test_any_past_moment_shows_what_readers_saw(published: Publication, editor: User) -> None:
    before = timezone.now()
    published.unpublish(editor, "Doubts.")
    assert Publication.objects.at(before).get() == published
    assert Publication.objects.live().get().notice == "under_review"


def test_the_database_refuses_two_live_versions(
    published: Publication, checker: User, editor: User
) -> None:
    draft = correction_of(published, checker, editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        VerdictVersion.objects.filter(pk=draft.pk).update(state="published")


# --- ClaimReview ----------------------------------------------------------------


def test_claim_review_follows_the_frozen_content(published: Publication) -> None:
    record = claimreview.claim_review(published)
    assert record is not None
    assert record["@type"] == "ClaimReview"
    assert record["claimReviewed"] == "Russia fired 112 drones on the night of 4-5 September."
    assert record["url"].endswith(f"/checks/{published.slug}/")
    assert record["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Mostly true",
        "ratingValue": 4,
        "worstRating": 1,
        "bestRating": 5,
    }
    item = record["itemReviewed"]
    assert item["author"] == {"@type": "Organization", "name": "Northgate Courier"}
    assert item["firstAppearance"]["url"] == "https://courier.example/drones"
    assert item["datePublished"] == "2025-09-05"


def test_renaming_outlet_speaker_and_rating_changes_no_byte(published: Publication) -> None:
    before = claimreview.script(claimreview.claim_review(published))
    Outlet.objects.update(name="Renamed")
    Speaker.objects.update(name="Renamed")
    Rating.objects.update(label="Renamed", ordinal=None)
    again = Publication.objects.get(pk=published.pk)
    assert claimreview.script(claimreview.claim_review(again)) == before


@pytest.mark.parametrize(
    ("checks", "author"),
    [
        ("content", {"@type": "Person", "name": "Ida Holm"}),
        ("quotation", {"@type": "Organization", "name": "Northgate Courier"}),
    ],
)
def test_what_the_check_asks_decides_the_author(
    submitted: VerdictVersion, checker: User, editor: User, checks: str, author: dict[str, str]
) -> None:
    claim = submitted.verdict.claim
    claim.speakers.add(Speaker.objects.create(name="Ida Holm", kind="person"))
    claim.word(checker, claim.wording, checks)
    draft = submitted.verdict.draft(checker).submit(checker)
    sign(draft, editor)
    record = claimreview.claim_review(draft.publish(editor))
    assert record is not None
    assert record["itemReviewed"]["author"] == author


def test_a_rating_off_the_scale_has_no_numbers(
    submitted: VerdictVersion, checker: User, editor: User
) -> None:
    unproven = Rating.objects.get(key="unproven")
    draft = submitted.verdict.draft(checker).edit(checker, rating=unproven).submit(checker)
    sign(draft, editor)
    record = claimreview.claim_review(draft.publish(editor))
    assert record is not None
    assert record["reviewRating"] == {"@type": "Rating", "alternateName": "Unproven"}


def test_an_article_without_a_url_has_no_claim_review(
    submitted: VerdictVersion, checker: User, editor: User
) -> None:
    with unguarded():
        Article.objects.update(url="")
    draft = submitted.verdict.draft(checker).submit(checker)
    sign(draft, editor)
    publication = draft.publish(editor)
    assert claimreview.why_none(publication) == "no_url"
    assert claimreview.claim_review(publication) is None


@given(st.text())
def test_the_script_is_safe_and_reads_back(text: str) -> None:
    script = claimreview.script({"text": text})
    assert "<" not in script
    assert json.loads(script) == {"text": text}


def test_what_was_altered_behind_the_databases_back_is_not_published(
    signed: VerdictVersion, editor: User
) -> None:
    signed.frozen["rating"]["label"] = "False"
    with unguarded():
        guards.remove(connection)  # as after a restore by hand
        VerdictVersion.objects.filter(pk=signed.pk).update(frozen=signed.frozen)
        guards.install(connection)
    with pytest.raises(Refused, match="not what was signed"):
        VerdictVersion.objects.get(pk=signed.pk).publish(editor)
