"""Whom the steps of a check concern: see claims.models.notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q

from claims.models import Claim, Event, User, concerns, ends

from .signoffs import Comment, SignOff
from .versions import SIGN, VerdictVersion

# What is done to a version that waits for a sign-off: nobody else has to decide on it then.
DECISIONS = (
    Event.Kind.SIGNED_OFF,
    Event.Kind.SUGGESTED,
    Event.Kind.CHANGES_REQUESTED,
    Event.Kind.VERSION_OPENED,
)


def listen() -> None:
    """Have claims tell these people of what happens to a check."""
    for kind in (Event.Kind.CHANGES_REQUESTED, Event.Kind.SUGGESTED, Event.Kind.SIGNED_OFF):
        concerns(kind, _authors)
    concerns(Event.Kind.ACCEPTED, _signer)
    concerns(Event.Kind.SUBMITTED, _signers)
    concerns(Event.Kind.COMMENTED, _who_took_part)
    for kind in DECISIONS:
        ends(kind, Event.Kind.SUBMITTED)


def _version(event: Event, claim_ids: Sequence[int]) -> VerdictVersion:
    return VerdictVersion.objects.get(verdict__claim__in=claim_ids, number=event.payload["version"])


def _authors(event: Event, claim_ids: Sequence[int]) -> Iterable[int | None]:
    """Who submitted the version, and whose the claim is now; not who made it signed themselves."""
    authors = {_version(event, claim_ids).submitted_by_id, *_owners(claim_ids)}
    return authors - {event.payload.get("accepted_by")}


def _signer(event: Event, claim_ids: Sequence[int]) -> Iterable[int | None]:
    """The editor whose wording was accepted."""
    sign_off = _version(event, claim_ids).signed_by
    return {sign_off.by_id if sign_off else None}


def _signers(event: Event, claim_ids: Sequence[int]) -> Iterable[int | None]:
    """Those who may sign the version; who had a hand in it is not told so."""
    app, _dot, codename = SIGN.partition(".")
    permission = Permission.objects.filter(content_type__app_label=app, codename=codename)
    may = User.objects.filter(
        Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    )
    hands = _version(event, claim_ids).contributors.values("pk")
    if not settings.ALLOW_OWN_SIGN_OFF:
        may = may.exclude(pk__in=hands)
    return set(may.values_list("pk", flat=True))


def _who_took_part(event: Event, claim_ids: Sequence[int]) -> Iterable[int | None]:
    """Whose the claim is, who had a hand in the check, commented on it or decided about it."""
    of_check = {"version__verdict__claim__in": claim_ids}
    hands = VerdictVersion.contributors.through.objects.filter(
        verdictversion__verdict__claim__in=claim_ids
    )
    return {
        *_owners(claim_ids),
        *hands.values_list("user", flat=True),
        *Comment.objects.filter(**of_check).values_list("by", flat=True),
        *SignOff.objects.filter(**of_check).values_list("by", flat=True),
    }


def _owners(claim_ids: Sequence[int]) -> Iterable[int | None]:
    return Claim.objects.filter(pk__in=claim_ids).values_list("assignee", flat=True)
