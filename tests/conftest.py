"""The cast, and a database that behaves in tests as it does at the desk."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker, Settings

from claims import guards, roles
from claims.models import User
from verification import guards as verdict_guards

PASSWORD = "correct horse battery"

# How long an example takes says what else the machine does.
hypothesis_settings.register_profile("claimdesk", deadline=None)
hypothesis_settings.load_profile("claimdesk")

# Playwright keeps an event loop in the test's thread, where Django then refuses its ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-alone", action="store_true", help="only the tests that ask for the database"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest test first, so that the other core has the rest to do beside it."""
    if config.getoption("--database-alone"):
        items[:] = [item for item in items if _asks_for_the_database(item)]
    items.sort(key=lambda item: "test_postgresql" not in item.nodeid)


def _asks_for_the_database(item: pytest.Item) -> bool:
    """By mark or fixture, as pytest-django lets it: to the rest another database is the same."""
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in fixtures


# --- the database -----------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as it is used: in memory, threads would share one connection."""
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """After a test that commits, the database is as the migrations left it: with the roles.

    Django's own flush takes what migrations put in, and gives it back to tests that
    commit only, and on PostgreSQL takes seconds to truncate what a moment deletes. The
    guards refuse either.
    """
    with django_db_blocker.unblock():
        contents = connection.creation.serialize_db_to_string()

    def flush(_case: TransactionTestCase) -> None:
        for module in (guards, verdict_guards):
            module.remove(connection)
        tables = connection.introspection.django_table_names(only_existing=True)
        with transaction.atomic(), connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        connection.creation.deserialize_db_from_string(contents)
        for module in (guards, verdict_guards):
            module.install(connection)
            module.fortify(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush)
        yield


@pytest.fixture
def migrated(db: None, tmp_path: Path) -> str:
    """The address of an SQLite database for another process: a copy, which takes no migrating."""
    copy = tmp_path / "migrated.sqlite3"
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as ours,
        closing(sqlite3.connect(copy)) as theirs,
    ):
        ours.backup(theirs)
    return f"sqlite:///{copy}"


@pytest.fixture(autouse=True)
def settings_for_tests(settings: Settings, tmp_path: Path) -> None:
    """Uploads go away with their test; Argon2, slow on purpose, would be half of its time."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]


# --- the cast ---------------------------------------------------------------


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """Makes somebody with the role, or without any."""

    def make(username: str, role: str | None = None, **fields: object) -> User:
        fields = {"is_staff": True, **fields}
        user = User.objects.create_user(username, password=PASSWORD, **fields)
        if role:
            user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def checker(person: Callable[..., User]) -> User:
    return person("checker", roles.FACT_CHECKER)


@pytest.fixture
def checker2(person: Callable[..., User]) -> User:
    return person("checker2", roles.FACT_CHECKER)


@pytest.fixture
def editor(person: Callable[..., User]) -> User:
    return person("editor", roles.EDITOR)


@pytest.fixture
def editor2(person: Callable[..., User]) -> User:
    return person("editor2", roles.EDITOR)


@pytest.fixture
def administrator(person: Callable[..., User]) -> User:
    return person("admin", roles.ADMINISTRATOR)


@pytest.fixture
def auditor(person: Callable[..., User]) -> User:
    return person("auditor", roles.AUDITOR)


@pytest.fixture
def newcomer(person: Callable[..., User]) -> User:
    """Somebody with an account and no role yet."""
    return person("newcomer")


@pytest.fixture
def superuser(person: Callable[..., User]) -> User:
    return person("root", is_superuser=True)
