"""Who had a hand in a version without having edited it: what its page shows is their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from claims import mending
from claims.models import Claim, Refused, Speaker, User
from claims.queue import undo
from tests.making import made_on, unguarded
from tests.signing import sign
from verification.evidence import gathering as evidencing
from verification.models import Rating, Snapshot, Source, VerdictVersion

pytestmark = pytest.mark.django_db
BASE = "/admin/verification"


@pytest.fixture
def submit(
    claim: Claim, checker: User, rating: Rating, texts: dict[str, str]
) -> Callable[..., VerdictVersion]:
    """The checker's version with this evidence, waiting for sign-off."""

    def submit(**evidence: Any) -> VerdictVersion:
        if claim.state != "checking":
            claim.take(checker)
        evidencing.add_evidence(claim, checker, stance="supports", quote="112.", **evidence)
        draft = evidencing.verdict_of(claim).draft(checker)
        return draft.edit(checker, rating=rating, **texts).submit(checker)

    return submit


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def may_sign(version: VerdictVersion, *people: User) -> list[bool]:
    return [version.why_not_sign(person) == "" for person in people]


# --- sources ------------------------------------------------------------------------


def described(by: User) -> Source:
    return Source.objects.create(kind="document", title="Morning report", added_by=by)


def test_who_described_a_source_cannot_sign_what_cites_it(
    submit: Callable[..., VerdictVersion], editor: User, editor2: User
) -> None:
    version = submit(source=described(editor))
    assert may_sign(version, editor, editor2) == [False, True]
    with pytest.raises(Refused, match="hand in"):
        sign(version, editor)


def test_everybody_who_wrote_a_sources_words_in_the_admin_has_a_hand(
    submit: Callable[..., VerdictVersion],
    checker: User,
    editor: User,
    editor2: User,
    superuser: User,
) -> None:
    source = described(checker)
    rows = {"snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0}
    for person, title in ((editor, "Report of the night"), (superuser, "Report of the 5th")):
        client, address = as_(person), f"{BASE}/source/{source.pk}/change/"
        opened = made_on(client.get(address).content.decode())
        answer = client.post(address, {"kind": "document", "title": title, **rows, **opened})
        assert answer.status_code == 302
    version = submit(source=source)
    assert version.content["evidence"][0]["source"]["title"] == "Report of the 5th"
    assert may_sign(version, editor, superuser, editor2) == [False, False, True]


def test_a_source_that_evidence_cites_is_described_in_no_other_words(
    submit: Callable[..., VerdictVersion], checker: User, editor: User
) -> None:
    source = described(checker)
    submit(source=source)
    with pytest.raises(Refused, match="cites this source"):
        source.edit(editor, title="Evening report")
    source.refresh_from_db()
    assert source.title == "Morning report"


def test_saving_a_source_unchanged_bars_nobody(checker: User, editor: User) -> None:
    source = described(checker).edit(editor, title="Morning report")
    assert not source.edited_by.exists()


def test_who_stored_the_file_has_a_hand(
    submit: Callable[..., VerdictVersion], source: Source, snapshot: Snapshot, editor: User
) -> None:
    with unguarded():
        Snapshot.objects.update(added_by=editor)
    assert may_sign(submit(source=source, snapshot=snapshot), editor) == [False]


# --- speakers -----------------------------------------------------------------------


@pytest.fixture
def names(claim: Claim) -> tuple[Speaker, Speaker]:
    """As an article has it, which is the claim's, and in full."""
    short, full = (Speaker.objects.create(name=name) for name in ("A. Wyle", "Ada Wyle"))
    claim.speakers.add(short)
    return short, full


def test_who_merged_the_speaker_that_the_page_names_cannot_sign(
    submit: Callable[..., VerdictVersion],
    source: Source,
    names: tuple[Speaker, Speaker],
    editor: User,
    editor2: User,
) -> None:
    names[0].merge(editor, names[1])
    version = submit(source=source)
    assert [said["name"] for said in version.content["claim"]["speakers"]] == ["Ada Wyle"]
    assert may_sign(version, editor, editor2) == [False, True]


def test_a_merge_that_was_undone_or_of_another_name_bars_nobody(
    submit: Callable[..., VerdictVersion],
    source: Source,
    names: tuple[Speaker, Speaker],
    editor: User,
) -> None:
    short, full = names
    undo(short.merge(editor, full), editor)
    Speaker.objects.create(name="Wyle").merge(editor, Speaker.objects.get(pk=short.pk))
    version = submit(source=source)
    assert [said["name"] for said in version.content["claim"]["speakers"]] == ["A. Wyle"]
    assert may_sign(version, editor) == [True]


def test_a_merge_after_submission_changes_nothing_and_bars_nobody(
    submit: Callable[..., VerdictVersion],
    source: Source,
    names: tuple[Speaker, Speaker],
    editor: User,
) -> None:
    version = submit(source=source)
    names[0].merge(editor, names[1])
    assert may_sign(version, editor) == [True]


# --- who is told before ---------------------------------------------------------------

HAND = "Once you edit it you have had a hand in it"


def test_an_editor_is_told_before_each_edit_that_would_bar_them(
    claim: Claim, checker: User, editor: User, settings: Any
) -> None:
    claim.take(checker)
    told = as_(editor).get(f"/claims/{claim.pk}/").content.decode()
    assert told.count(HAND) == 1
    forms = ("verdict-form", "evidence-form", "word-form")
    assert all(told.index(HAND) < told.index(f'id="{form}"') for form in forms)
    assert HAND not in as_(checker).get(f"/claims/{claim.pk}/").content.decode()
    evidencing.verdict_of(claim).draft(editor).edit(editor, headline="So it is")
    assert HAND not in as_(editor).get(f"/claims/{claim.pk}/").content.decode()


def test_an_editor_is_told_before_merging_and_before_describing_a_source(
    names: tuple[Speaker, Speaker], source: Source, checker: User, editor: User
) -> None:
    address = names[0].get_absolute_url()
    assert "Whoever merges a name has a hand" in as_(editor).get(address).content.decode()
    assert "Whoever merges a name has a hand" not in as_(checker).get(address).content.decode()
    for page in ("source/add/", f"source/{source.pk}/change/", "evidence/add/"):
        assert "Whoever writes here" in as_(editor).get(f"{BASE}/{page}").content.decode()


# --- what the machine found -----------------------------------------------------------


def test_who_corrected_what_was_found_has_a_hand_until_that_is_undone(
    submit: Callable[..., VerdictVersion],
    claim: Claim,
    checker: User,
    editor: User,
    editor2: User,
) -> None:
    mention = claim.mentions.order_by("pk")[0]
    said = [mending.speaker_called("Vell Air Force", new_kind="organisation")]
    corrected = mending.attribute(mention, editor, said).event
    undone = mending.step_span(mention, editor2, "end", "earlier").event
    assert corrected
    assert undone
    mending.undo(undone, editor2)
    version = submit(source=described(checker))
    assert may_sign(version, editor, editor2) == [False, True]
