"""Accounts: who gives which role, how a password is set, and that the log knows of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from claims import roles, tasks
from claims.models import Event, User
from tests.conftest import PASSWORD
from tests.making import made_on

pytestmark = pytest.mark.django_db

ASK = "/accounts/password_reset/"
BETTER = "Two horses, one saddle"


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    def enter(who: User) -> Client:
        client.force_login(who)
        return client

    return enter


def address(user: User) -> str:
    return reverse("admin:claims_user_change", args=[user.pk])


def role(name: str) -> Group:
    return Group.objects.get(name=name)


def change(client: Client, user: User, *roles: str, **typed: Any) -> str:
    """Send the form of an account with these roles; the page that comes back, if one does."""
    opened = made_on(client.get(address(user)).content.decode())
    form = {"username": user.username, "email": user.email, "is_active": "on", "is_staff": "on"}
    groups = {"groups": [role(name).pk for name in roles]}
    answer = client.post(address(user), {**form, **groups, **opened, **typed})
    return "" if answer.status_code == 302 else answer.content.decode()


def logged(kind: str) -> list[tuple[str, dict[str, Any]]]:
    events = Event.objects.filter(kind=kind).select_related("actor").order_by("pk")
    return [(str(event.actor), event.payload) for event in events]


# --- roles --------------------------------------------------------------------


def test_an_administrator_gives_and_takes_roles_and_the_log_says_so(
    as_: Callable[[User], Client], administrator: User, newcomer: User
) -> None:
    client = as_(administrator)
    assert change(client, newcomer, roles.FACT_CHECKER) == ""
    assert change(client, newcomer, roles.FACT_CHECKER, is_active="") == ""
    assert change(client, newcomer, is_active="on", email="new@example.org") == ""
    about = {"user": newcomer.pk, "name": "newcomer"}
    assert logged("roles_changed") == [
        ("admin", {**about, "before": [], "after": ["fact-checker"]}),
        ("admin", {**about, "before": ["fact-checker"], "after": []}),
    ]
    assert logged("deactivated") == [("admin", about)]
    assert logged("reactivated") == [("admin", about)]
    assert logged("account_changed") == [("admin", {**about, "fields": ["email"]})]


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_nobody_changes_their_own_roles(
    as_: Callable[[User], Client], request: pytest.FixtureRequest, who: str
) -> None:
    me: User = request.getfixturevalue(who)
    before = me.rights
    client = as_(me)
    page = client.get(address(me)).content.decode()
    for field in ("groups", "is_superuser", "is_staff", "is_active", "user_permissions"):
        assert f'name="{field}"' not in page
    change(client, me, roles.EDITOR, roles.FACT_CHECKER, is_superuser="on", is_active="")
    me.refresh_from_db()
    assert me.rights == before
    assert me.is_active
    assert not Event.objects.filter(kind="roles_changed").exists()


@pytest.mark.parametrize("given", [True, False])
def test_the_role_of_an_editor_is_a_superusers_to_give_and_to_take(
    as_: Callable[[User], Client],
    administrator: User,
    superuser: User,
    newcomer: User,
    given: bool,
) -> None:
    old, new = ([], [roles.EDITOR])[:: 1 if given else -1]
    newcomer.groups.set([role(name) for name in old])
    refusal = change(as_(administrator), newcomer, *new)
    assert "The role of an editor is a superuser&#x27;s to give and to take." in refusal
    assert [group.name for group in newcomer.groups.all()] == old
    assert change(as_(superuser), newcomer, *new) == ""
    assert [group.name for group in newcomer.groups.all()] == new
    about = {"user": newcomer.pk, "name": "newcomer"}
    assert logged("roles_changed") == [("root", {**about, "before": old, "after": new})]


def test_a_role_that_decides_like_an_editors_is_one(
    as_: Callable[[User], Client], administrator: User, newcomer: User
) -> None:
    lead = Group.objects.create(name="lead")
    lead.permissions.set(role(roles.EDITOR).permissions.filter(codename="sign_off_verdictversion"))
    assert "is a superuser&#x27;s to give" in change(as_(administrator), newcomer, "lead")
    assert not newcomer.groups.exists()


def test_an_administrator_does_not_become_an_editor_by_the_editors_mail(
    as_: Callable[[User], Client], administrator: User, editor: User
) -> None:
    page = change(as_(administrator), editor, roles.EDITOR, email="admin@example.org")
    assert "Only superusers change the name or e-mail of an editor" in page
    editor.refresh_from_db()
    assert editor.email == ""


def test_what_a_role_may_is_logged_when_a_superuser_changes_it(
    as_: Callable[[User], Client], superuser: User
) -> None:
    client, auditors = as_(superuser), role(roles.AUDITOR)
    here = reverse("admin:auth_group_change", args=[auditors.pk])
    opened = made_on(client.get(here).content.decode())
    assert client.post(here, {"name": "auditor", "permissions": [], **opened}).status_code == 302
    ((who, payload),) = logged("roles_changed")
    assert (who, payload["role"], payload["after"]) == ("root", "auditor", [])
    assert "view_claim" in payload["before"]


# --- passwords ----------------------------------------------------------------


@pytest.fixture
def reachable(checker: User) -> User:
    User.objects.filter(pk=checker.pk).update(email="checker@example.org")
    checker.refresh_from_db()
    return checker


def link_of(job: DBTaskResult) -> str:
    """What the worker mails for it: the path of the link."""
    tasks.send_reset_link.call(*job.args_kwargs["args"])
    found = re.search(r"http://desk\.example(/\S+)", mail.outbox[-1].body)
    assert found is not None
    return found[1]


def set_password(link: str) -> Any:
    client = Client()
    form = client.get(link)["Location"]
    return client.post(form, {"new_password1": BETTER, "new_password2": BETTER})


def test_everybody_sets_their_own_password_by_mail(
    client: Client,
    reachable: User,
    settings: Settings,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.SITE_URL = "http://desk.example"
    page = client.get("/accounts/login/").content.decode()
    assert f'href="{ASK}"' in page
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ASK, {"email": "Checker@Example.org"}, headers={"host": "127.0.0.1"})
    assert answer.url == "/accounts/password_reset/done/"
    link = link_of(DBTaskResult.objects.get())
    assert mail.outbox[0].to == ["checker@example.org"]
    assert set_password(link).url == "/accounts/reset/done/"
    reachable.refresh_from_db()
    assert reachable.check_password(BETTER)
    about = {"user": reachable.pk, "name": "checker"}
    assert logged("reset_sent") == [("None", about)]
    assert logged("password_changed") == [("checker", {**about, "how": "link"})]
    assert "has been used" in Client().get(link).content.decode()


def test_nobody_learns_who_has_an_account(client: Client, reachable: User) -> None:
    known = client.post(ASK, {"email": "checker@example.org"})
    unknown = client.post(ASK, {"email": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert mail.outbox == []  # the worker sends it: how long that takes tells nobody


def test_a_reader_who_asks_again_and_again_has_to_wait(client: Client, reachable: User) -> None:
    asked = [
        client.post(ASK, {"email": f"{number}@example.org"}, REMOTE_ADDR="203.0.113.7")
        for number in range(6)
    ]
    assert [answer.status_code for answer in asked] == 5 * [302] + [429]
    assert "Wait an hour." in asked[-1].content.decode()
    for number in range(5):  # and from everywhere, an account gets three links
        client.post(ASK, {"email": reachable.email}, REMOTE_ADDR=f"198.51.100.{number}")
    assert len(logged("reset_sent")) == 3


def test_a_new_account_has_no_password_that_anybody_knows_and_gets_a_link(
    as_: Callable[[User], Client],
    administrator: User,
    settings: Settings,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.SITE_URL = "http://desk.example"
    client = as_(administrator)
    page = client.get(reverse("admin:claims_user_add")).content.decode()
    assert "password" not in page.partition("<form")[2].partition("</form>")[2].lower()
    form = {"username": "eve", "email": "eve@example.org", "password1": BETTER, "password2": BETTER}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("admin:claims_user_add"), form)
    eve = User.objects.get(username="eve")
    assert answer.url == address(eve)
    assert not eve.check_password(BETTER)
    assert set_password(link_of(DBTaskResult.objects.get())).status_code == 302
    eve.refresh_from_db()
    assert eve.check_password(BETTER)
    about = {"user": eve.pk, "name": "eve"}
    assert logged("account_made") == logged("reset_sent") == [("admin", about)]


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_nobody_sets_the_password_of_another(
    as_: Callable[[User], Client], checker: User, request: pytest.FixtureRequest, who: str
) -> None:
    client = as_(request.getfixturevalue(who))
    here = reverse("admin:auth_user_password_change", args=[checker.pk])
    assert client.get(here).status_code == 403
    typed = {"usable_password": "true", "password1": BETTER, "password2": BETTER}
    assert client.post(here, typed).status_code == 403
    change(client, checker, roles.FACT_CHECKER, password=BETTER)
    checker.refresh_from_db()
    assert checker.check_password(PASSWORD)
    assert here.rpartition("/admin/")[2] not in client.get(address(checker)).content.decode()


def test_an_administrator_has_a_link_sent(
    as_: Callable[[User], Client], administrator: User, reachable: User, superuser: User
) -> None:
    data = {"action": "send_reset_link", "_selected_action": [reachable.pk, superuser.pk]}
    listed = reverse("admin:claims_user_changelist")
    page = as_(administrator).post(listed, data, follow=True).content.decode()
    assert "A link is on its way to checker." in page
    assert "Root: Only superusers change superusers." in page
    assert logged("reset_sent") == [("admin", {"user": reachable.pk, "name": "checker"})]


@pytest.mark.parametrize("here", ["/accounts/password_change/", "/admin/password_change/"])
def test_ones_own_password_changed_is_logged_wherever_it_is_done(
    as_: Callable[[User], Client], checker: User, here: str
) -> None:
    typed = {"old_password": PASSWORD, "new_password1": BETTER, "new_password2": BETTER}
    assert as_(checker).post(here, typed).status_code == 302
    assert logged("password_changed") == [("checker", {"user": checker.pk, "name": "checker"})]


def test_who_may_sign_by_a_permission_of_their_own_is_an_editor_to_administrators(
    as_: Callable[[User], Client], person: Callable[..., User], administrator: User
) -> None:
    signer = person("signer", roles.FACT_CHECKER, email="signer@osk.example")
    signer.user_permissions.add(Permission.objects.get(codename="sign_off_verdictversion"))
    page = change(as_(administrator), signer, roles.FACT_CHECKER, email="mine@osk.example")
    assert "Only superusers change the name or e-mail" in page
    signer.refresh_from_db()
    assert signer.email == "signer@osk.example"


def test_an_editor_is_let_in_again_by_superusers_only(
    as_: Callable[[User], Client], administrator: User, editor: User, superuser: User
) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert "Only superusers reactivate" in change(as_(administrator), editor, roles.EDITOR)
    editor.refresh_from_db()
    assert not editor.is_active
    assert change(as_(superuser), editor, roles.EDITOR) == ""
    editor.refresh_from_db()
    assert editor.is_active
