"""Verdicts: the check of one claim, in versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from claims.models import UNDER_CHECK, Claim, Event, Refused, atomic_with_retry, locked

from .fields import REASONS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from claims.models import User

    from .versions import VerdictVersion


class VersionState(models.TextChoices):
    """How far a version of a verdict has come."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("waiting for sign-off")
    CHANGES_REQUESTED = "changes_requested", _("changes requested")
    REPLACED = "replaced", _("replaced")
    SIGNED_OFF = "signed_off", _("signed off")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")
    UNPUBLISHED = "unpublished", _("under review")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Verdict(models.Model):
    """The check of one claim. Blind and adjudicating verdicts may come later."""

    class Purpose(models.TextChoices):
        MAIN = "main", _("main")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    purpose = models.CharField(
        _("purpose"), max_length=12, choices=Purpose.choices, default=Purpose.MAIN
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        constraints = [
            models.UniqueConstraint(fields=["claim", "purpose"], name="verdict_once_a_purpose")
        ]

    def __str__(self) -> str:
        return str(self.claim)

    @property
    def newest(self) -> VerdictVersion | None:
        return self.versions.order_by("-number").first()

    @property
    def live(self) -> VerdictVersion | None:
        """What readers see now, if anything."""
        return self.versions.filter(state=VersionState.PUBLISHED).first()

    @atomic_with_retry
    def draft(self, by: User) -> VerdictVersion:
        """The version that may be edited, opened as the next one where there is none.

        Opening it voids what was submitted or signed off and not published; what
        is published stays until the new one replaces it.

        Raises:
            Refused: the claim isn't this person's or isn't open, or its check was withdrawn.
        """
        claim = locked(Claim.objects.all()).get(pk=self.claim_id)
        newest = self.newest
        if claim.state == Claim.State.CHECKED and claim.may_edit(by):
            claim.reopen(by, _t("edited after sign-off"))
            claim.take(by)
        require_may_edit(claim, by)
        if newest and newest.state == VersionState.DRAFT:
            return newest
        if newest is None:
            return self.versions.create(number=1, created_by=by)
        return newest.open_next(by)


def require_may_edit(claim: Claim, by: User) -> None:
    """Refuse those whose claim it isn't, and everybody while nobody is checking it."""
    if not claim.may_edit(by):
        raise Refused(_t("Take this claim first; only its owner and editors write its verdict."))
    if claim.state not in UNDER_CHECK:
        raise Refused(_t("This claim is %s; take it first.") % claim.get_state_display())


# What has gone to an editor or to readers: its claim is no longer a matter of triage.
_STANDING = frozenset(
    {
        VersionState.SUBMITTED,
        VersionState.SIGNED_OFF,
        VersionState.PUBLISHED,
        VersionState.UNPUBLISHED,
    }
)
_GONE = frozenset({VersionState.WITHDRAWN})


def why_not_move(kind: Event.Kind, claim_ids: Collection[int]) -> dict[int, str]:
    """Of these claims, those whose check keeps them from the step; see claims.models.listen_to."""
    if kind == Event.Kind.MERGED:
        return _with_work(claim_ids)
    states, why = _STANDING, _t("Its check waits for an editor, is signed or published.")
    if kind == Event.Kind.REOPENED:
        states, why = _GONE, _t("This check was withdrawn for good.")
    checked = Verdict.objects.filter(claim__in=claim_ids, versions__state__in=states)
    return dict.fromkeys(checked.values_list("claim", flat=True), why)


def _with_work(claim_ids: Collection[int]) -> dict[int, str]:
    """Of these claims, those for whose check somebody has done something: it would be lost.

    A draft is nothing yet, as long as nobody has written, rated or cited anything in it.
    """
    work = Q(versions__frozen__isnull=False) | Q(versions__rating__isnull=False)
    work |= Q(versions__comments__isnull=False)
    for name in (*TEXTS, *REASONS):
        work |= Q(versions__isnull=False) & ~Q(**{f"versions__{name}": ""})
    for part in ("evidence", "calculations", "contacts"):
        work |= Q(**{f"{part}__isnull": False, f"{part}__removed_at": None})
    verdicts = Verdict.objects.filter(work, claim__in=claim_ids)
    why = _t("Its check has begun, and nothing of it may be lost: merge it the other way round.")
    return dict.fromkeys(verdicts.values_list("claim", flat=True), why)
