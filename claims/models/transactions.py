"""State changes as transactions: whole or not at all, and once more after a collision.

Whoever changes rows that others change too locks them first, and everybody does so in
one order, so that two never wait for each other:

1. what an import holds, :func:`one_import_at_a_time`
2. speakers
3. claims
4. what belongs to a claim: its verdict, versions, publications
5. articles
6. stories

and of each kind those with the smaller id first, which :func:`locked` sees to. What is
counted is counted after that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import Error, InterfaceError, OperationalError, connection, transaction
from django.db.models import Model, QuerySet

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=Model)

# SQLSTATE of PostgreSQL or its beginning, or SQLite's name of the error.
_COLLISIONS = ("40001", "40P01", "SQLITE_BUSY", "SQLITE_LOCKED")
_CONNECTION_LOST = ("08", "57P")
_OUT_OF_ORDER = ("53", "55P03", "57", "58", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR")
# What is typed as any database's connection does not tell its driver's errors.
_DRIVER: Any = connection
_IMPORTS = 20_250_905  # any number, as long as no other advisory lock has it


def atomic_with_retry(deed: Callable[P, R]) -> Callable[P, R]:
    """Do the deed in a transaction; once more if the database had to give it up.

    That is after a deadlock, a serialisation failure, a lock that SQLite did not get,
    or a connection that was lost before the transaction was to be committed: nothing of it
    has been saved then. Inside another transaction there is no second try: the whole of
    that one has to be repeated, by whoever began it.
    """

    @wraps(deed)
    def do(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.in_atomic_block:
            with transaction.atomic():
                return deed(*args, **kwargs)
        attempt = _Attempt()
        try:
            return attempt.make(deed, *args, **kwargs)
        except (Error, _DRIVER.Database.Error) as error:
            if not attempt.left_nothing(error):
                raise
            connection.close_if_unusable_or_obsolete()
        return _Attempt().make(deed, *args, **kwargs)

    return do


class _Attempt:
    """One transaction, and how far it came."""

    ended = committed = False

    def make(self, deed: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            # The first of what is done after the commit: what fails later is not undone.
            transaction.on_commit(self._note_commit)
            result = deed(*args, **kwargs)
            self.ended = True
        return result

    def _note_commit(self) -> None:
        self.committed = True

    def left_nothing(self, error: BaseException) -> bool:
        """Is it sure that nothing was saved, and may it go better another time?"""
        if self.committed:
            return False
        # A connection lost during the commit leaves open whether it was done.
        return is_collision(error) or (not self.ended and is_connection_lost(error))


def is_collision(error: BaseException) -> bool:
    """Somebody else was in the way: a deadlock, a serialisation failure, a locked database."""
    return _is_operational(error) and _code(error).startswith(_COLLISIONS)


def is_connection_lost(error: BaseException) -> bool:
    """The database went away, or has shut the connection."""
    if isinstance(error, InterfaceError | _DRIVER.Database.InterfaceError):
        return True
    # Where no server answered, there is no code.
    code = _code(error)
    return _is_operational(error) and (not code or code.startswith(_CONNECTION_LOST))


def is_passing(error: BaseException) -> bool:
    """Is it about the database's state, and not about what was to be stored?"""
    if is_collision(error) or is_connection_lost(error):
        return True
    return _is_operational(error) and _code(error).startswith(_OUT_OF_ORDER)


def _is_operational(error: BaseException) -> bool:
    """Django's own or the driver's, which now and then comes through as it is."""
    return isinstance(error, OperationalError | _DRIVER.Database.OperationalError)


def _code(error: BaseException) -> str:
    """SQLSTATE or SQLite's name of what went wrong; empty where the driver gives none."""
    told = error.__cause__ if isinstance(error, Error) else error
    return getattr(told, "sqlstate", None) or getattr(told, "sqlite_errorname", None) or ""


def locked(rows: QuerySet[M]) -> QuerySet[M]:
    """The rows, each held against other writers until the transaction ends, in order.

    Others may still add rows that point at them.
    """
    return rows.order_by("pk").select_for_update(of=("self",), no_key=True)


def lock(rows: QuerySet[M]) -> None:
    """Hold the rows; SQLite has one writer only and needs no more."""
    if connection.features.has_select_for_update:
        list(locked(rows).values_list("pk"))


def one_import_at_a_time() -> None:
    """Wait until no other import is writing, and keep others from it until the transaction ends.

    What one import makes, another does not see before it is committed: the same claims,
    the first article at a URL, copies of one text. Reading texts for claims, which takes
    the time, goes on meanwhile.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORTS])
