"""The admin: what its pages say and its forms do. Who may what is in tests/security."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from claims import roles
from claims.intake import importing
from claims.labels import reason_in_words
from claims.models import Article, Batch, BatchFile, Claim, Event, Mention, Outlet, Speaker, User
from claims.models.batches import store
from tests.making import JUST_SEEN, made_on

pytestmark = pytest.mark.django_db

FERRY = b"""---
title: Ferry to Orrin doubles its crossings
outlet: Vale Herald
published: 2025-10-02
---
The ferry will cross 14 times a day from Monday, the harbour master said.
Fares rise by 5%, she said.
"""
MODELS = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "claims"),
    key=lambda model: model.__name__,
)


@pytest.fixture
def imported(editor: User) -> Batch:
    """A batch with an article, its claims, one of them picked, and a row that failed."""
    batch = Batch.objects.create(name="Thursday", created_by=editor)
    for name, data in (("ferry.txt", FERRY), ("empty.txt", b"")):
        BatchFile.objects.create(batch=batch, name=name, sha256=store([data]), size=len(data))
    importing.run_batch(batch)
    Claim.objects.first().pick(editor)
    speaker = Speaker.objects.create(name="Ada Wyle")
    Speaker.objects.create(name="Wyle").merge(editor, speaker)
    return batch


@pytest.fixture
def visit(request: pytest.FixtureRequest, client: Client) -> Callable[[str], Client]:
    """The client, as the person of that name."""

    def enter(name: str) -> Client:
        client.force_login(request.getfixturevalue(name))
        return client

    return enter


def address(model: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def change(client: Client, row: Any, typed: dict[str, Any]) -> Any:
    """Open the form of a row, and send it."""
    here = address(type(row), "change", row.pk)
    return client.post(here, made_on(client.get(here).content.decode()) | typed)


def one(model: Any) -> Any:
    found = model._default_manager.first()
    assert found is not None, f"the batch left no {model._meta.verbose_name} to look at"
    return found


def test_an_article_shows_its_mentions_and_a_claim_its_history(
    visit: Callable[[str], Client], imported: Batch
) -> None:
    client = visit("auditor")
    article = client.get(address(Article, "change", one(Article).pk)).content.decode()
    assert all(mention.text in article for mention in Mention.objects.select_related("article"))
    picked = Claim.objects.get(state="queued")
    claim = client.get(address(Claim, "change", picked.pk)).content.decode()
    assert "picked" in claim
    strongest = picked.priority_parts[0]
    assert reason_in_words(strongest["reason"], strongest["value"]) in unescape(claim)
    batch = client.get(address(Batch, "change", imported.pk)).content.decode()
    assert "empty.txt:1 failed" in batch


def test_a_long_list_takes_as_many_queries_as_a_short_one(
    visit: Callable[[str], Client], imported: Batch, django_assert_max_num_queries: Any
) -> None:
    client = visit("auditor")

    def count_queries(model: Any) -> int:
        with django_assert_max_num_queries(40) as queries:
            client.get(address(model, "changelist"))
        return len(queries)

    short = {model: count_queries(model) for model in MODELS}
    for number in range(20):
        text = FERRY.replace(b"Orrin", b"Orrin %d" % number)
        text = text.replace(b"14 times", b"%d times" % (20 + number))
        batch = Batch.objects.create(name=f"batch {number}")
        BatchFile.objects.create(batch=batch, name="a.txt", sha256=store([text]), size=1)
        importing.run_batch(batch)
    assert sum(model.objects.count() > 20 for model in MODELS) >= 10
    long = {model: count_queries(model) for model in MODELS}
    # Facets of a filter and "select all" may each add one; a query a row would add twenty.
    assert {model.__name__: long[model] for model in MODELS if long[model] > short[model] + 2} == {}


# --- what is written here ---------------------------------------------------


def test_a_batch_is_imported_from_here_by_the_form_of_the_desk(
    visit: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client = visit("administrator")
    upload = SimpleUploadedFile("ferry.txt", FERRY)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            address(Batch, "add"), {"name": "Ferries", "files": [upload], "for_queue": "on"}
        )
    batch = Batch.objects.get(name="Ferries")
    assert str(batch.created_by) == "admin"
    assert [file.path.read_bytes() for file in batch.files.all()] == [FERRY]
    assert DBTaskResult.objects.get().args_kwargs["args"] == [batch.pk]


@pytest.mark.parametrize(("action", "state"), [("pick", "queued"), ("set_aside", "set_aside")])
def test_claims_are_triaged_by_the_verbs_of_the_desk(
    visit: Callable[[str], Client], imported: Batch, action: str, state: str
) -> None:
    client = visit("checker")
    claims = list(Claim.objects.filter(state="new"))
    data = {"action": action, "_selected_action": [claim.pk for claim in claims]}
    client.post(address(Claim, "changelist"), data)
    event = Event.objects.first()
    assert str(event.actor) == "checker"
    assert {member.claim_id for member in event.members.all()} == {claim.pk for claim in claims}
    assert {Claim.objects.get(pk=claim.pk).state for claim in claims} == {state}


def test_a_step_that_is_refused_says_why(visit: Callable[[str], Client], imported: Batch) -> None:
    client = visit("checker")
    picked = Claim.objects.get(state="queued")
    data = {"action": "pick", "_selected_action": [picked.pk], **JUST_SEEN}
    page = client.post(address(Claim, "changelist"), data, follow=True).content.decode()
    assert "There is nothing left here to do that to." in page


def test_a_list_from_before_a_decision_overturns_nothing(
    visit: Callable[[str], Client], imported: Batch, editor: User
) -> None:
    client = visit("checker")
    claim = Claim.objects.filter(state="new").first()
    opened = made_on(client.get(address(Claim, "changelist")).content.decode())
    claim.dismiss(editor, "not_a_claim")
    data = {"action": "pick", "_selected_action": [claim.pk], **opened}
    page = client.post(address(Claim, "changelist"), data, follow=True).content.decode()
    assert "dismissed by editor at" in page
    claim.refresh_from_db()
    assert claim.state == "dismissed"


def test_claims_are_found_by_their_figures(visit: Callable[[str], Client], imported: Batch) -> None:
    page = visit("auditor").get(address(Claim, "changelist"), {"q": "14 ferry"})
    assert page.context["cl"].result_count == 1


def outlet_form(**fields: str) -> dict[str, str]:
    empty = {"domains-TOTAL_FORMS": "1", "domains-INITIAL_FORMS": "0"}
    return {"name": "Orrin Post", "time_zone": "Europe/Paris", **empty, **fields}


def test_administrators_keep_outlets(visit: Callable[[str], Client]) -> None:
    client = visit("administrator")
    client.post(address(Outlet, "add"), outlet_form(**{"domains-0-domain": "orrin.example"}))
    outlet = Outlet.objects.get()
    assert [domain.domain for domain in outlet.domains.all()] == ["orrin.example"]
    page = change(client, outlet, outlet_form(time_zone="Mars/Base"))
    assert "is no time zone" in page.content.decode()
    assert not Event.objects.filter(kind="renamed").exists()
    change(client, outlet, outlet_form(name="Orrin Evening Post"))
    told = Event.objects.get(kind="renamed")
    assert (told.actor, told.payload["before"]) == (
        User.objects.get(username="admin"),
        "Orrin Post",
    )
    assert told.payload["after"] == "Orrin Evening Post"


def test_a_form_from_before_a_colleagues_change_is_refused_with_what_stands_now(
    visit: Callable[[str], Client], superuser: User
) -> None:
    outlet = Outlet.objects.create(name="Orrin Post")
    client = visit("administrator")
    here = address(Outlet, "change", outlet.pk)
    opened = made_on(client.get(here).content.decode())
    change(visit("superuser"), outlet, outlet_form(time_zone="Europe/Rome"))
    late = outlet_form(name="Orrin Evening Post", **opened)
    page = unescape(visit("administrator").post(here, late).content.decode())
    assert "root has changed this since you opened the page; nothing was overwritten." in page
    assert "It says now: “Europe/Rome”" in page
    assert "Orrin Evening Post" in page
    outlet.refresh_from_db()
    assert (outlet.name, outlet.time_zone) == ("Orrin Post", "Europe/Rome")
    for nothing in ({}, {"made_on": ""}, {"made_on": "[]"}, {"made_on": "{"}):
        assert client.post(here, outlet_form(**nothing)).status_code == 200
    outlet.refresh_from_db()
    assert outlet.time_zone == "Europe/Rome"


# --- users ------------------------------------------------------------------


def user_form(user: User, **fields: Any) -> dict[str, Any]:
    joined = user.date_joined
    return {
        "username": user.username,
        "date_joined_0": joined.date().isoformat(),
        "date_joined_1": joined.time().isoformat("seconds"),
        "is_active": "on",
        "is_staff": "on",
        **fields,
    }


def test_administrators_give_roles_and_end_accounts(
    visit: Callable[[str], Client], newcomer: User
) -> None:
    client = visit("administrator")
    role = Group.objects.get(name=roles.FACT_CHECKER)
    form = user_form(newcomer, groups=[role.pk], is_active="")
    assert change(client, newcomer, form).status_code == 302
    newcomer.refresh_from_db()
    assert list(newcomer.groups.all()) == [role]
    assert not newcomer.is_active


@pytest.mark.parametrize("target", ["newcomer", "administrator"])
def test_administrators_make_no_superusers_not_even_of_themselves(
    request: pytest.FixtureRequest, visit: Callable[[str], Client], target: str
) -> None:
    client = visit("administrator")
    user: User = request.getfixturevalue(target)
    page = client.get(address(User, "change", user.pk)).content.decode()
    assert 'name="is_superuser"' not in page
    assert 'name="user_permissions"' not in page
    form = user_form(user, is_superuser="on", user_permissions=["1"])
    assert change(client, user, form).status_code == 302
    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.user_permissions.exists()


def test_a_new_user_is_no_superuser_either(visit: Callable[[str], Client]) -> None:
    form = {
        "username": "eve",
        "email": "eve@example.org",
        "is_superuser": "on",
    }
    assert visit("administrator").post(address(User, "add"), form).status_code == 302
    assert not User.objects.get(username="eve").is_superuser


def test_superusers_are_out_of_an_administrators_reach(
    visit: Callable[[str], Client], superuser: User
) -> None:
    client = visit("administrator")
    form = user_form(superuser, email="eve@example.org")
    assert change(client, superuser, form).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[superuser.pk])
    assert client.post(password, {"password1": "x" * 12, "password2": "x" * 12}).status_code == 403
    superuser.refresh_from_db()
    assert superuser.email == ""
    assert superuser.check_password("correct horse battery")


def test_superusers_make_superusers(visit: Callable[[str], Client], newcomer: User) -> None:
    client = visit("superuser")
    change(client, newcomer, user_form(newcomer, is_superuser="on"))
    newcomer.refresh_from_db()
    assert newcomer.is_superuser
