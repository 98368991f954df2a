"""One table: every address of the site, every person, and what comes of it.

The admin's addresses are in the table of test_who_may_what_admin.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from claims.models import User
from tests.conftest import PASSWORD
from tests.security.asking import (
    ACCOUNTS,
    CHECKERS,
    DESK,
    EDITORS,
    EVERYBODY,
    IMPORTERS,
    NO,
    NOBODY,
    NONE,
    Ask,
    Row,
    Who,
    by_world,
    expected,
    send,
    told,
)
from tests.security.world import MINE, World

pytestmark = pytest.mark.django_db

BETTER = "Two horses, one saddle"
LATER = str(timezone.localdate() + timedelta(days=2))  # also if midnight passes meanwhile
PIECE = {"stance": "supports", "quote": "40.1", "locator": "row 3"}
SOURCE = {"kind": "document", "title": "Yearbook"}
SEEN = {"differs_on_purpose": "on"}
SUM = {"kind": "sum", "label_1": "up", "value_1": "7", "label_2": "down", "value_2": "7"}
ASKED = {"whom": "Ada Wyle", "how": "e-mail", "on": "2025-09-04", "outcome": "asked"}
VERDICT = {"number": "@number", "rating": "@rating", "headline": "New", "reasoning": "So it is."}


def step(name: str, who: Who, does: str, at: str = "taken", **fields: Any) -> Row:
    """A form on the page of a claim; see STEPS of verification/desk/urls.py."""
    return Row(name, who, of="claim", at=at, does=does, **{"form": {}, **fields})


def owners(name: str, does: str, at: str = "taken", **fields: Any) -> list[Row]:
    """A step of the claim's owner and of editors; another checker is told whose it is."""
    return [
        step(name, CHECKERS, does, at, whose=MINE, **fields),
        step(name, told(CHECKERS, "checker"), does, at, **fields),
    ]


def told_story(verb: str, does: str, at: str = "told", form: dict[str, Any] | None = None) -> Row:
    """A form on the page of a story; see STORY_STEPS of claims/urls.py."""
    return Row(f"{verb}-story", CHECKERS, of="story", at=at, does=does, form=form or {})


def second_hands(name: str, does: str, of: str, at: str, form: dict[str, Any]) -> list[Row]:
    """A deed that those with the permission do, superusers too, unless it is about their own."""
    return [
        Row(name, EDITORS, of=of, at=at, does=does, form=form),
        Row(name, told(EDITORS), of=of, at=at, does=does, whose=MINE, form=form),
    ]


TABLE = [
    # --- accounts ---
    Row("healthz", EVERYBODY),
    Row("login", EVERYBODY),
    Row(
        "login",
        EVERYBODY,
        does="User",
        form={"username": "checker2", "password": PASSWORD},
    ),
    Row("logout", EVERYBODY, form={}),
    Row("password_change", ACCOUNTS),
    Row(
        "password_change",
        ACCOUNTS,
        does="password_changed",
        form={"old_password": PASSWORD, "new_password1": BETTER, "new_password2": BETTER},
    ),
    Row("password_change_done", ACCOUNTS),
    Row("password_reset", EVERYBODY),
    Row("password_reset", EVERYBODY, does="reset_sent", form={"email": "colleague@example.org"}),
    Row("password_reset_done", EVERYBODY),
    Row("password_reset_confirm", EVERYBODY, of="link"),
    Row(
        "password_reset_confirm",
        EVERYBODY,
        of="link",
        does="password_changed",
        form={"new_password1": BETTER, "new_password2": BETTER},
    ),
    Row("password_reset_complete", EVERYBODY),
    # --- readers ---
    Row("check", NOBODY, of="unpublished", at="signed"),
    Row("check", EVERYBODY, of="slug", at="published"),
    Row("check_version", EVERYBODY, of="numbered", at="published"),
    Row("report_error", EVERYBODY, of="slug", at="published"),
    Row(
        "report_error",
        EVERYBODY,
        of="slug",
        at="published",
        does="ErrorReport",
        form={"text": "It holds 41."},
    ),
    Row("report_error", NOBODY, of="unpublished", at="signed", form={"text": "It holds 41."}),
    Row("error_reported", EVERYBODY, of="slug", at="published"),
    Row("checks", EVERYBODY, at="published"),
    Row("methodology", EVERYBODY),
    Row("sitemap", EVERYBODY, at="published"),
    # --- notices ---
    Row("notices", DESK),
    Row("read-notices", DESK, form={"newest": "9"}),
    Row("notice-mails", DESK),
    Row("notice-mails", DESK, does="Unmailed", form={"kinds": "assigned"}),
    # --- looking around the desk ---
    Row("home", DESK),
    Row("queue", DESK),
    Row("dashboard", DESK),
    Row("export-dashboard", DESK, of="table"),
    Row("export-queue", DESK),
    Row("claim", DESK, of="claim", at="taken_down"),
    Row("article", DESK, of="article"),
    Row("claim-in-article", DESK, of="claim"),
    Row("speakers", DESK),
    Row("export-speakers", DESK),
    Row("speaker", DESK, of="speaker"),
    Row("export-speaker", DESK, of="speaker"),
    Row("measure", DESK, of="claims.Quantity"),
    Row("export-measure", DESK, of="claims.Quantity"),
    Row("batches", DESK),
    Row("batch", DESK, of="batch"),
    Row("export-problems", DESK, of="batch"),
    Row("signoff", DESK, at="submitted"),
    Row("export-signoff", DESK, at="submitted"),
    Row("signoff-version", DESK, of="version", at="submitted"),
    Row("snapshot", DESK, of="snapshot", at="draft"),
    # --- what one types ---
    Row("keep-form", DESK, does="KeptForm", form={"keeps": "@word_form", "wording": "It holds"}),
    Row(
        "discard-form",
        told(DESK, "administrator", "auditor"),
        at="kept",
        whose=MINE,
        does="KeptForm",
        form={"keeps": "@word_form", "kept": "@token"},
    ),
    Row("discard-form", told(DESK), at="kept", form={"keeps": "@word_form", "kept": "@token"}),
    # --- a claim without an article ---
    Row("new-claim", CHECKERS),
    Row("new-claim", CHECKERS, does="Batch", form={"text": "Ten men left Harl."}),
    Row("entered", CHECKERS, of="batch", at="under_way"),
    # --- batches ---
    Row(
        "batches", IMPORTERS, does="Batch", form={"name": "Friday", "files": b"Ten men left Harl."}
    ),
    Row("stop-batch", IMPORTERS, of="batch", at="under_way", does="Batch", form={}),
    Row("resume-batch", IMPORTERS, of="batch", at="stopped", does="Batch", form={}),
    # --- triage ---
    step("pick", CHECKERS, "picked", at="new"),
    step("set-aside", CHECKERS, "set_aside", at="new"),
    step("dismiss", CHECKERS, "dismissed", at="new", form={"reason": "not_a_claim"}),
    Row("read-article", CHECKERS, of="article", does="Reading", form={}),
    Row("set-rest-aside", CHECKERS, of="article", does="set_aside", form={}),
    Row("watches", DESK),
    Row("export-watches", DESK),
    Row("watches", CHECKERS, does="watched", form={"kind": "word", "what": "flood"}),
    Row("watch", DESK, of="watch", at="watched"),
    Row("end-watch", CHECKERS, of="watch", at="watched", does="watch_ended", form={}),
    Row("muted", DESK),
    Row("mute", CHECKERS, of="sentence", at="repeated", does="muted", form={}),
    Row("keep-sentence", CHECKERS, of="sentence", at="repeated", does="unmuted", form={}),
    Row("confirm-link", CHECKERS, of="link_made", at="linked", does="link_confirmed", form={}),
    Row("reject-link", CHECKERS, of="link_made", at="linked", does="link_rejected", form={}),
    Row("confirm-check", CHECKERS, of="match", at="linked", does="check_confirmed", form={}),
    Row("reject-check", CHECKERS, of="match", at="linked", does="check_rejected", form={}),
    Row("keep-finding", CHECKERS, of="finding", at="linked", does="finding_kept", form={}),
    Row(
        "dismiss-finding",
        CHECKERS,
        of="finding",
        at="linked",
        does="finding_dismissed",
        form={"reason": "misread"},
    ),
    Row("set-aside-lately", DESK),
    Row("set-aside-matching", CHECKERS),
    Row("set-aside-matching", CHECKERS, does="set_aside", form={"seen_mention": "9" * 18}),
    Row("triage-ticked", CHECKERS, does="picked", form={"verb": "pick", "claim": "@ticked"}),
    Row("undo", CHECKERS, at="queued", whose=MINE, does="undone", form={}),
    Row(
        "undo",
        told(CHECKERS, "checker"),
        at="let_go",
        does="undone",
        form={"event": "@event"},
    ),
    Row("undo", CHECKERS, at="queued", whose=MINE, does="undone", form={"event": "@event"}),
    Row("undo", told(CHECKERS), at="queued", form={"event": "@event"}),
    Row("merge-claim", CHECKERS, of="claim", at="twice_said"),
    step("merge-claim", CHECKERS, "merged", at="twice_said", form={"into": "@twin"}),
    step("merge-claim", told(CHECKERS), "merged", at="draft", form={"into": "@claim"}),
    step("take-claim-apart", CHECKERS, "split", at="merged"),
    Row("split-claim", CHECKERS, of="claim", at="twice_said"),
    step("split-claim", CHECKERS, "split", at="twice_said", form={"mention": "@mention"}),
    Row(
        "merge-speaker",
        CHECKERS,
        of="speaker",
        at="namesakes",
        does="merged",
        form={"into": "Orrin Vale-Hart"},
    ),
    Row(
        "split-speaker",
        CHECKERS,
        of="speaker",
        at="namesakes",
        does="split",
        form={"alias": "@alias"},
    ),
    Row("split-speaker", told(CHECKERS), of="speaker", at="namesakes", form={}),
    # --- what the machine found ---
    Row("mention", DESK, of="mention"),
    Row(
        "move-span",
        CHECKERS,
        of="mention",
        does="mended",
        form={"step": "end-earlier"},
    ),
    Row(
        "correct-figure",
        CHECKERS,
        of="mention",
        does="mended",
        form={"row": "@figure", "amount": "41 million", "modifier": "about", "unit": "litre"},
    ),
    Row(
        "correct-speaker",
        CHECKERS,
        of="mention",
        does="mended",
        form={"row": "@attribution", "names": "Orrin Vale", "new_kind": "person"},
    ),
    Row(
        "correct-attitude",
        CHECKERS,
        of="mention",
        does="mended",
        form={"row": "@attribution", "attitude": "denies"},
    ),
    Row(
        "correct-date",
        CHECKERS,
        of="mention",
        at="dated",
        does="mended",
        form={"row": "@day", "first": "2025-09-04", "last": "2025-09-04"},
    ),
    Row("reject-found", CHECKERS, of="mention", does="rejected", form={"what": "mention"}),
    Row("mark-claim", CHECKERS, of="article"),
    Row(
        "mark-claim",
        CHECKERS,
        of="article",
        does="marked",
        form={"words": "holds 40 million litres"},
    ),
    # --- stories ---
    Row("story", DESK, of="story", at="told"),
    told_story("rename", "renamed", form={"title": "The dam"}),
    told_story("merge", "merged", form={"story": "@other_story"}),
    told_story("split", "split", form={"article": "@second_article"}),
    Row("split-story", told(CHECKERS), of="story", at="told", form={}),
    told_story("follow", "followed"),
    told_story("unfollow", "unfollowed", at="followed"),
    told_story("ignore", "ignored"),
    told_story("heed", "heeded", at="ignored"),
    Row("ignore-story", told(CHECKERS), of="story", at="ignored", form={}),
    told_story("own", "assigned", form={"due_on": LATER}),
    Row(
        "own-story",
        EDITORS | {"checker": "422", "administrator": NO, "auditor": NO},
        of="story",
        at="told",
        does="assigned",
        form={"owner": "@second"},
    ),
    told_story("set-rest-aside", "set_aside"),
    Row("undo", CHECKERS, at="ignored", whose=MINE, does="undone", form={"event": "@event"}),
    # --- saved filters ---
    Row("save-filter", DESK),
    Row(
        "save-filter",
        DESK,
        query="?by=claim&kind=numeric",
        does="SavedFilter",
        form={"name": "Figures"},
    ),
    Row(
        "share-filter",
        told(DESK, "checker") | {"administrator": NONE, "auditor": NONE},
        of="tab",
        at="with_tab",
        whose=MINE,
        form={},
    ),
    *(
        Row(
            f"{verb}-filter",
            told(DESK, "checker", "administrator", "auditor"),
            of="tab",
            at="with_shared_tab",
            form=form,
        )
        for verb, form in (
            ("rename", {"name": "Figures"}),
            ("unshare", {}),
            ("put-first", {}),
            ("let-go", {}),
        )
    ),
    # --- whose a claim is ---
    Row("assign-claims", EDITORS),
    Row(
        "assign-claims",
        EDITORS,
        at="queued",
        does="assigned",
        form={"to": "@second", "claim": "@ticked"},
    ),
    step("take", CHECKERS, "taken", at="queued"),
    step("take", told(CHECKERS), "taken"),
    *owners("release", "released"),
    *owners("hand-over", "handed_over", form={"to": "@second", "note": "Half is done."}),
    step("assign", told(CHECKERS, "checker"), "assigned", at="queued", form={"to": "@second"}),
    *owners("hold", "held", form={"reason": "They answer then.", "wake_on": LATER}),
    *owners("wake", "woken", at="on_hold"),
    step("reopen", CHECKERS, "reopened", at="dismissed"),
    *owners("reopen", "reopened", "signed"),
    # --- who edits it right now ---
    *owners("lock", "Claim", form={"lock": "a tab"}),
    step("unlock", CHECKERS, "", form={"lock": "a tab"}),
    *owners("continue-here", ""),
    # --- what a check says ---
    *owners("word", "worded", form={"wording": "It holds 40.", "checks": "content"} | SEEN),
    step(
        "confirm-mention",
        CHECKERS,
        "mention_confirmed",
        form={"mention": "@mention"},
    ),
    *owners("evidence", "evidence_added", form=SOURCE | PIECE),
    *owners("change-evidence", "evidence_changed", "draft", form=PIECE | {"evidence": "@piece"}),
    *owners("remove-evidence", "evidence_removed", "draft", form={"evidence": "@piece"}),
    *owners("calculation", "calculated", form=SUM),
    *owners("remove-calculation", "Calculation", "draft", form={"calculation": "@calculation"}),
    step("contact", CHECKERS, "contact_logged", form=ASKED),
    *owners("remove-contact", "ContactAttempt", "described", form={"contact": "@contact"}),
    *owners("verdict", "verdict_edited", "draft", form=VERDICT),
    *owners("verdict", "submitted", "draft", form=VERDICT | {"submit": ""}),
    *owners("next-version", "version_opened", "submitted"),
    *owners("next-version", "version_opened", "published"),
    step(
        "accept-suggestions",
        CHECKERS,
        "accepted",
        "suggested",
        whose=MINE,
        form={"content_hash": "@suggested_hash"},
    ),
    step(
        "accept-suggestions",
        told(CHECKERS),
        "accepted",
        "suggested",
        form={"content_hash": "@suggested_hash"},
    ),
    step("comment", CHECKERS, "commented", "draft", form={"text": "Which year?"}),
    step(
        "resolve-comment",
        CHECKERS,
        "Comment",
        "remarked",
        form={"comment": "@comment"},
    ),
    # --- sign-off: by permission, and by person ---
    *second_hands(
        "sign-off",
        "signed_off",
        of="version",
        at="submitted",
        form={"content_hash": "@hash", "seen": "@piece"},
    ),
    *second_hands(
        "request-changes",
        "changes_requested",
        of="version",
        at="submitted",
        form={"comment": "Say which gauge."},
    ),
    *second_hands(
        "suggest",
        "suggested",
        of="version",
        at="submitted",
        form={"content_hash": "@hash", "seen": "@piece", "headline": "Better."},
    ),
    # --- publication ---
    step("publish", EDITORS, "published", at="signed"),
    step("publish", told(EDITORS), "published", at="submitted"),
    step("unpublish", EDITORS, "unpublished", at="published", form={"reason": "It was wet."}),
    *second_hands("restore", "restored", of="claim", at="taken_down", form={}),
    *second_hands(
        "withdraw", "withdrawn", of="claim", at="taken_down", form={"reason": "It was wet."}
    ),
]
ONE_A_FORM = list({row.name: row for row in TABLE if row.form is not None}.values())


@pytest.mark.parametrize("rows", by_world(TABLE).values(), ids=by_world(TABLE))
def test_everybody_may_what_the_table_says(ask: Ask, rows: list[Row]) -> None:
    assert ask(rows) == expected(rows)


@pytest.mark.parametrize("row", ONE_A_FORM, ids=lambda row: row.name)
def test_a_deed_needs_a_post_from_our_own_page(cast: dict[str, User | None], row: Row) -> None:
    client = Client(enforce_csrf_checks=True)
    root = cast["superuser"]
    assert root is not None
    client.force_login(root)
    world = World(None)
    getattr(world, row.at)()
    assert send(client, row, world).status_code == 403
    if row.name not in {shown.name for shown in TABLE if shown.form is None}:
        assert client.get(reverse(row.name, args=world.args(row.of))).status_code == 405


def test_somebody_who_was_deactivated_is_out_at_once(client: Client, checker: User) -> None:
    client.force_login(checker)
    assert client.get(reverse("queue")).status_code == 200
    User.objects.filter(pk=checker.pk).update(is_active=False)
    assert client.get(reverse("queue")).status_code == 302


def addresses(patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from addresses(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield str(pattern.name)


def test_the_table_names_every_address_outside_the_admin() -> None:
    assert set(addresses(get_resolver().url_patterns)) == {row.name for row in TABLE}
