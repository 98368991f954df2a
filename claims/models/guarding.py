"""What a state change does first: ask whether it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from .users import User


class Refused(Exception):  # noqa: N818 - it reads as what happened: "raise Refused(why)"
    """A guard said no. The message tells the person why, and what to do."""


def require(by: User, permission: str, why: str | StrPromise) -> None:
    """Refuse those without the permission, with a sentence that says whose it is."""
    if not by.has_perm(permission):
        raise Refused(why)
