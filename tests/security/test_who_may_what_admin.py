"""The table of who may what in the admin: every page, every action, every form."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.urls import URLResolver, get_resolver

from tests.conftest import PASSWORD
from tests.security.asking import (
    ACCOUNTS,
    CHECKERS,
    DESK,
    EVERYBODY,
    IMPORTERS,
    IN,
    NONE,
    REFUSED,
    SUPERUSERS,
    Ask,
    Row,
    Who,
    by_world,
    expected,
    told,
)
from tests.security.world import MINE, THEIRS

pytestmark = pytest.mark.django_db

WRITTEN = ("add", "change")
BETTER = "Two horses, one saddle"
# Who sees the model's rows, who gets a form to add one, who one to change it.
READ_ONLY = (DESK, REFUSED, REFUSED)
SUPERUSERS_LOOK = (SUPERUSERS, REFUSED, REFUSED)
MODELS: dict[str, tuple[Who, Who, Who]] = {
    "claims.Article": READ_ONLY,
    "claims.Attribution": READ_ONLY,
    "claims.Batch": (DESK, IMPORTERS, REFUSED),
    "claims.BatchFile": READ_ONLY,
    "claims.BatchRow": READ_ONLY,
    "claims.Chore": SUPERUSERS_LOOK,
    "claims.ClaimCount": READ_ONLY,
    "claims.MutedSentence": READ_ONLY,
    "claims.Watch": READ_ONLY,
    "claims.CheckMatch": READ_ONLY,
    "claims.Claim": READ_ONLY,
    "claims.ClaimLink": READ_ONLY,
    "claims.DateReference": READ_ONLY,
    "claims.Delivery": (IMPORTERS | {"auditor": IN}, REFUSED, REFUSED),
    "claims.Event": READ_ONLY,
    "claims.EventMember": READ_ONLY,
    "claims.ExtractionRun": READ_ONLY,
    "claims.Finding": READ_ONLY,
    "claims.Mention": READ_ONLY,
    "claims.Outlet": (DESK, IMPORTERS, IMPORTERS),
    "claims.PublishedCheck": READ_ONLY,
    "claims.Quantity": READ_ONLY,
    "claims.Speaker": READ_ONLY,
    "claims.SpeakerChange": READ_ONLY,
    "claims.Story": READ_ONLY,
    "claims.User": (DESK, IMPORTERS, IMPORTERS),
    "verification.Calculation": READ_ONLY,
    "verification.Comment": READ_ONLY,
    "verification.ContactAttempt": READ_ONLY,
    "verification.Correction": READ_ONLY,
    "verification.ErrorReport": READ_ONLY,
    "verification.Evidence": (DESK, CHECKERS, CHECKERS),
    "verification.Publication": READ_ONLY,
    "verification.RatingScale": (DESK, IMPORTERS, IMPORTERS),
    "verification.SavedFilter": (IMPORTERS | {"auditor": IN}, REFUSED, REFUSED),
    "verification.SignOff": READ_ONLY,
    "verification.Snapshot": READ_ONLY,
    "verification.Source": (DESK, CHECKERS, CHECKERS),
    "verification.Verdict": READ_ONLY,
    "verification.VerdictVersion": (DESK, CHECKERS, CHECKERS),
    "auth.Group": (SUPERUSERS, SUPERUSERS, SUPERUSERS),
    "axes.AccessAttempt": SUPERUSERS_LOOK,
    "axes.AccessFailureLog": SUPERUSERS_LOOK,
    "axes.AccessLog": SUPERUSERS_LOOK,
    "django_tasks_database.DBTaskResult": SUPERUSERS_LOOK,
}


def page(model: str, name: str, who: Who, of: str = "", **fields: Any) -> Row:
    return Row(f"admin:{model.replace('.', '_').lower()}_{name}", who, of=of, **fields)


def pages(model: str) -> list[Row]:
    """Its pages, all ways to delete, and the forms that nobody has."""
    seen, added, changed = MODELS[model]
    here: dict[str, Any] = {"at": "everywhere"}
    delete = {"action": "delete_selected", "_selected_action": f"@{model}", "post": "yes"}
    refused = [
        page(model, name, REFUSED, of, form={}, **here)
        for name, of, who in (("add", "", added), ("change", model, changed))
        if who is REFUSED
    ]
    return [
        page(model, "changelist", seen, query="?q=dam", **here),
        page(model, "change", seen, model, **here),
        page(model, "history", seen, model, **here),
        page(model, "add", added, **here),
        page(model, "delete", REFUSED, model, **here),
        page(model, "delete", REFUSED, model, form={"post": "yes"}, **here),
        page(model, "changelist", told(seen), form=delete, **here),
        *refused,
    ]


SITE = [
    Row("admin:index", ACCOUNTS),
    Row("admin:app_list", DESK | {"newcomer": NONE}, of="app"),
    Row("admin:login", EVERYBODY),
    Row("admin:login", EVERYBODY, does="User", form={"username": "checker2", "password": PASSWORD}),
    Row("admin:logout", EVERYBODY, form={}),
    Row("admin:password_change", ACCOUNTS),
    Row(
        "admin:password_change",
        ACCOUNTS,
        does="User",
        form={"old_password": PASSWORD, "new_password1": BETTER, "new_password2": BETTER},
    ),
    Row("admin:password_change_done", ACCOUNTS),
    Row("admin:jsi18n", ACCOUNTS),
    Row("admin:view_on_site", ACCOUNTS, of="object"),
    Row(
        "admin:autocomplete",
        DESK,
        query="?app_label=verification&model_name=evidence&field_name=source",
    ),
    Row(
        "admin:autocomplete",
        DESK,
        query="?app_label=claims&model_name=outlet&field_name=merged_into",
    ),
]


def rows_of(inline: str) -> dict[str, int]:
    """What a form sends of an inline to which it adds nothing."""
    return {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}


def action(model: str, name: str, who: Who, does: str, on: str, **fields: Any) -> Row:
    """An action of the list on one row. Who may look and not act finds it not offered."""
    form = {"action": name, "_selected_action": f"@{on}"}
    return page(model, "changelist", who, does=does, form=form, **fields)


CLAIM, VERSION = "claims.Claim", "verification.VerdictVersion"
EVIDENCE, SOURCE = "verification.Evidence", "verification.Source"
SCALE, OUTLET = "verification.RatingScale", "claims.Outlet"
CHECKERS_ACT = told(DESK, "administrator", "auditor")
OWNERS_ACT = told(CHECKERS_ACT, "checker")
EDITORS_ACT = OWNERS_ACT
ADMINISTRATORS_ACT = told(DESK, "checker", "editor", "auditor")
ACTIONS = [
    action(CLAIM, "pick", CHECKERS_ACT, "picked", "claim"),
    action(CLAIM, "set_aside", CHECKERS_ACT, "set_aside", "claim"),
    action(VERSION, "submit", CHECKERS_ACT, "submitted", "version", at="draft", whose=MINE),
    action(VERSION, "submit", OWNERS_ACT, "submitted", "version", at="draft", whose=THEIRS),
    action(VERSION, "publish", EDITORS_ACT, "published", "version", at="signed"),
    action(VERSION, "publish", told(DESK), "", "version", at="submitted"),
    action(
        "verification.ErrorReport",
        "mark_answered",
        CHECKERS_ACT,
        "ErrorReport",
        "report",
        at="reported",
    ),
    action("claims.User", "send_reset_link", ADMINISTRATORS_ACT, "reset_sent", "colleague"),
    action(SCALE, "make_current", ADMINISTRATORS_ACT, "RatingScale", "scale", at="two_scales"),
]

PIECE = {"source": "@source", "stance": "supports", "quote": "40.1"}
VERDICT = {"rating": "@rating", "headline": "New", **rows_of("sign_offs")}
BOOK = {"kind": "document", "title": "Yearbook", **rows_of("snapshots")}
POST = {"name": "Orrin Post", "time_zone": "Europe/Paris", **rows_of("domains")}
FINEST = {"name": "Finest scale", "version": 3, **rows_of("ratings")}
NEW_USER = {"username": "eve", "email": "eve@example.org"}
OLD_USER = {"username": "checker2", "last_name": "Moss", "email": "colleague@example.org"}
FORMS = [
    page("claims.Batch", "add", IMPORTERS, does="Batch", form={"name": "Friday", "files": b"Ten."}),
    page(OUTLET, "add", IMPORTERS, does="Outlet", form=POST),
    page(OUTLET, "change", IMPORTERS, OUTLET, does="Outlet", form=POST),
    page("claims.User", "add", IMPORTERS, does="account_made", form=NEW_USER),
    page("claims.User", "change", IMPORTERS, "colleague", does="account_changed", form=OLD_USER),
    Row("admin:auth_user_password_change", REFUSED, of="colleague"),
    Row(
        "admin:auth_user_password_change",
        REFUSED,
        of="colleague",
        form={"usable_password": "true", "password1": BETTER, "password2": BETTER},
    ),
    page("auth.Group", "add", SUPERUSERS, does="Group", form={"name": "stringer"}),
    page("auth.Group", "change", SUPERUSERS, "auth.Group", does="Group", form={"name": "stringer"}),
    page(SOURCE, "add", CHECKERS, does="Source", form=BOOK),
    page(SOURCE, "change", CHECKERS, "source", at="described", does="Source", form=BOOK),
    page(SOURCE, "change", REFUSED, "source", at="draft", form=BOOK),  # evidence cites it
    page(
        EVIDENCE,
        "add",
        CHECKERS,
        at="described",
        whose=MINE,
        does="evidence_added",
        form=PIECE | {"claim": "@claim"},
    ),
    page(EVIDENCE, "add", told(CHECKERS), at="described", form=PIECE | {"claim": "@claim"}),
    page(
        EVIDENCE,
        "change",
        CHECKERS,
        "piece",
        at="draft",
        whose=MINE,
        does="evidence_changed",
        form=PIECE,
    ),
    page(
        EVIDENCE,
        "change",
        told(CHECKERS, "checker"),
        "piece",
        at="draft",
        does="evidence_changed",
        form=PIECE,
    ),
    page(
        VERSION,
        "add",
        CHECKERS,
        at="taken",
        whose=MINE,
        does="verdict_edited",
        form=VERDICT | {"claim": "@claim"},
    ),
    page(VERSION, "add", told(CHECKERS), at="taken", form=VERDICT | {"claim": "@claim"}),
    page(
        VERSION,
        "change",
        CHECKERS,
        "version",
        at="draft",
        whose=MINE,
        does="verdict_edited",
        form=VERDICT,
    ),
    page(
        VERSION,
        "change",
        told(CHECKERS, "checker"),
        "version",
        at="draft",
        does="verdict_edited",
        form=VERDICT,
    ),
    page(VERSION, "change", REFUSED, "version", at="submitted", form=VERDICT),  # it is frozen
    page(SCALE, "add", IMPORTERS, does="RatingScale", form=FINEST),
    page(SCALE, "change", IMPORTERS, "scale", at="two_scales", does="RatingScale", form=FINEST),
    page(SCALE, "change", REFUSED, "used_scale", at="draft", form=FINEST),
]


@pytest.mark.parametrize("app", sorted({model.partition(".")[0] for model in MODELS}))
def test_everybody_sees_and_nobody_deletes_what_the_table_says(ask: Ask, app: str) -> None:
    rows = [row for model in MODELS if model.startswith(f"{app}.") for row in pages(model)]
    assert ask(rows) == expected(rows)


@pytest.mark.parametrize(
    "rows", by_world([*SITE, *ACTIONS, *FORMS]).values(), ids=by_world([*SITE, *ACTIONS, *FORMS])
)
def test_everybody_may_in_the_admin_what_the_table_says(ask: Ask, rows: list[Row]) -> None:
    assert ask(rows) == expected(rows)


def test_the_table_names_every_page_of_the_admin() -> None:
    resolver = next(
        one
        for one in get_resolver().url_patterns
        if isinstance(one, URLResolver) and one.app_name == "admin"
    )
    named = {row.name for row in (*SITE, *FORMS)}
    named |= {row.name for model in MODELS for row in pages(model)}
    found = {f"admin:{name}" for name in resolver.reverse_dict if isinstance(name, str)}
    assert found == named


def test_the_table_names_every_action_and_every_form() -> None:
    offered = {
        (f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", name)
        for model, model_admin in admin.site._registry.items()
        for name in model_admin.actions or ()
    }
    assert offered == {(row.name, (row.form or {})["action"]) for row in ACTIONS}
    writable = {
        page(model, name, who).name
        for model, (_seen, added, changed) in MODELS.items()
        for name, who in (("add", added), ("change", changed))
        if who is not REFUSED
    }
    pages_of_models = {page(model, name, REFUSED).name for model in MODELS for name in WRITTEN}
    assert writable == {row.name for row in FORMS} & pages_of_models
