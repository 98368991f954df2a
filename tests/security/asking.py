"""Rows of the tables of who may what, and how each is asked and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.messages import SUCCESS, get_messages
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.models import Count, Model
from django.test import Client
from django.urls import reverse

from claims.models import Event, User
from tests.making import JUST_SEEN, made_on
from tests.security.world import MINE, THEIRS, World

# Clients of the API, who come with their tokens, follow when there is one.
PEOPLE = ["anonymous", "newcomer", "checker", "editor", "administrator", "auditor", "superuser"]
# What comes of it: shown or done; sent to the login page; refused by role; no such page;
# let in by role and told, as this person or at this point, why it cannot be done.
IN, LOGIN, NO, NONE, TOLD = "in", "login", "403", "404", "told"
EVERYBODY = dict.fromkeys(PEOPLE, IN)
NOBODY = dict.fromkeys(PEOPLE, NONE)
ACCOUNTS = EVERYBODY | {"anonymous": LOGIN}
DESK = ACCOUNTS | {"newcomer": NO}
CHECKERS = DESK | {"administrator": NO, "auditor": NO}
EDITORS = CHECKERS | {"checker": NO}
IMPORTERS = DESK | {"checker": NO, "editor": NO, "auditor": NO}
SUPERUSERS = EDITORS | {"editor": NO}
REFUSED = SUPERUSERS | {"superuser": NO}
Who = dict[str, str]


def told(who: Who, *people: str) -> Who:
    """Those people, or all who are let in, are told why not."""
    return who | {name: TOLD for name in people or who if who[name] == IN}


@dataclass(frozen=True)
class Row:
    """An address by its name, for GET or with what its form posts, and who may.

    The address is ``of`` something in a world brought to the stage ``at``. ``does`` is
    what the form writes, an event's kind or a model's name. In the form, "@piece" is
    the id of the world's ``piece``, "@claims.Outlet" any outlet's, and bytes are a file.
    """

    name: str
    who: Who
    of: str = ""
    form: dict[str, Any] | None = None
    at: str = "new"
    does: str = ""
    whose: str = THEIRS
    query: str = ""

    def __str__(self) -> str:
        posted = "" if self.form is None else f" posted {self.does}"
        return f"{self.name}{posted} {self.whose} {self.at}"


Ask = Callable[[list[Row]], list[tuple[str, Who]]]


def by_world(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows that ask about the same world, which costs more than most of them, together."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(f"{row.whose} {row.at}", []).append(row)
    return found


def expected(rows: list[Row]) -> list[tuple[str, Who]]:
    return [(str(row), row.who) for row in rows]


def asked(rows: list[Row], cast: dict[str, User | None]) -> list[tuple[str, Who]]:
    """What comes of the rows of one world for each of the people; nobody sees another's deeds."""
    found: list[Who] = [{} for _row in rows]
    for me, names in worlds(rows[0], cast):
        with rolled_back():
            world = World(me)
            getattr(world, rows[0].at)()
            sessions = {name: logged_in(cast[name]) for name in names}
            before = everything()
            for name in names:
                answers = list(asked_by(sessions[name], rows, world, before))
                for who, came in zip(found, answers, strict=True):
                    who[name] = came
    return [(str(row), who) for row, who in zip(rows, found, strict=True)]


def worlds(row: Row, cast: dict[str, User | None]) -> Iterator[tuple[User | None, list[str]]]:
    """Who has which world: one each where it is theirs, and one for all others together."""
    owners = [
        name
        for name, person in cast.items()
        if row.whose == MINE and person and person.has_perm("claims.check_claim")
    ]
    yield from ((cast[name], [name]) for name in owners)
    yield None, [name for name in cast if name not in owners]


def logged_in(person: User | None) -> Client:
    session = Client()
    if person:
        session.force_login(person)
    return session


def asked_by(
    session: Client, rows: list[Row], world: World, before: dict[str, Any]
) -> Iterator[str]:
    """What comes of each of the rows for whoever has the session, in the world as it was before."""
    for row in rows:
        with rolled_back():
            client = Client()
            client.cookies = deepcopy(session.cookies)  # no row hears the last one's messages
            sent_before, statements = len(mail.outbox), Statements()
            with connection.execute_wrapper(statements):
                response = send(client, row, world)
            # Reading all tables costs more than most rows do: only where something may differ.
            may_differ = statements.may_write or len(mail.outbox) != sent_before
            yield outcome(response, row, written_since(before) if may_differ else set())
        del mail.outbox[sent_before:]


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def send(client: Client, row: Row, world: World) -> Any:
    address = reverse(row.name, args=world.args(row.of)) + row.query
    if row.of == "link":  # the mailed link leads to the form, if its token is good
        address = client.get(address)["Location"]
    if row.form is None:
        return client.get(address)
    form = JUST_SEEN | row.form
    if row.name.startswith("admin:") and row.name.endswith("_change"):
        form |= made_on(client.get(address).content.decode())
    return client.post(address, {name: sent(value, world) for name, value in form.items()})


def sent(value: Any, world: World) -> Any:
    if isinstance(value, bytes):
        return SimpleUploadedFile("a.txt", value)
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    if "." in value:
        return world.args(value[1:])[0]
    found = getattr(world, value[1:])
    return found.pk if isinstance(found, Model) else found


def outcome(response: Any, row: Row, written: set[str]) -> str:
    """One of the words of the table, or what happened instead, for the test to show."""
    came = _came_of(response, is_post=row.form is not None)
    if came == IN and row.form is not None:
        done = response.status_code in {204, 302} and (not row.does or row.does in written)
        return IN if done else f"{response.status_code}, and wrote {sorted(written)}"
    return f"{came}, but wrote {sorted(written)}" if written else came


def _came_of(response: Any, *, is_post: bool) -> str:
    status, to = response.status_code, response.headers.get("Location", "")
    if status in {403, 404}:
        return str(status)
    if status == 401:  # the login form in place of the page, with what was typed
        return LOGIN
    if status == 302 and to.startswith(("/accounts/login/?next=", "/admin/login/?next=")):
        return LOGIN
    levels = {message.level for message in get_messages(response.wsgi_request)}
    if is_post and (status in {200, 409} or levels - {SUCCESS}):  # 200: the admin's page again
        return TOLD
    return IN if status in {200, 204, 302} else str(status)


# --- what was written -------------------------------------------------------------


class Statements:
    """Watches what is sent to the database: whether any of it is more than a plain SELECT."""

    may_write = False

    def __call__(self, execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
        self.may_write |= not str(sql).lstrip().upper().startswith("SELECT ")
        return execute(sql, *rest)


# Sessions are no work of anybody's; what is kept there is tested with the login.
_MODELS = [
    model
    for label in ("claims", "verification", "auth", "admin")
    for model in apps.get_app_config(label).get_models(include_auto_created=True)
]


def everything() -> dict[str, Any]:
    """All rows by model, the events by kind too, and the mails that were sent."""
    found: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for model in _MODELS:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            found[model.__name__] = sorted(map(repr, cursor.fetchall()))
    kinds = Event.objects.order_by().values_list("kind").annotate(Count("id"))
    return found | dict(kinds) | {"mail": len(mail.outbox)}


def written_since(before: dict[str, Any]) -> set[str]:
    after = everything()
    return {name for name in after if after[name] != before.get(name)}
