"""What a state change does first: ask whether it may."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from django.utils.translation import gettext as _t

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from .events import Event
    from .users import User

    # Of these claims, those that may not take the step of that kind, each with the reason.
    Objection = Callable[[Event.Kind, Collection[int]], Mapping[int, str]]


class Mergeable(Protocol):
    """What is one with another from then on: a claim, a speaker, a story."""

    @property
    def merged_into(self) -> Any: ...


class Refused(Exception):  # noqa: N818 - it reads as what happened: "raise Refused(why)"
    """A guard said no. The message tells the person why, and what to do.

    ``gaps`` are the single things that are lacking, each with the field that mends it.
    """

    gaps: Sequence[Any] = ()


def require(by: User, permission: str, why: str | StrPromise) -> None:
    """Refuse those without the permission, with a sentence that says whose it is."""
    if not by.has_perm(permission):
        raise Refused(why)


def merged_meanwhile(row: Mergeable) -> str:
    """Why nothing is done to what has been merged into another, as a sentence; empty else."""
    if row.merged_into is None:
        return ""
    return _t("“%(name)s” has been merged into “%(into)s” meanwhile.") % {
        "name": row,
        "into": row.merged_into,
    }


_objections: list[Objection] = []


def listen_to(objection: Objection) -> None:
    """Ask this too before claims are triaged or reopened.

    What sits on claims knows reasons that claims cannot know, and says so when it starts.
    """
    _objections.append(objection)


def objections(kind: Event.Kind, claim_ids: Collection[int]) -> dict[int, str]:
    """Which of the claims may not take the step, and why; to be asked once they are locked."""
    found: dict[int, str] = {}
    for objection in _objections:
        found |= objection(kind, claim_ids)
    return found
