"""How far the check of a claim has come, as lists are filtered by it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from .verdicts import Verdict, VersionState
from .versions import VerdictVersion


class Stage(models.TextChoices):
    """Where a check stands: by the state of its newest version, or of what readers see."""

    NONE = "none", _("none")
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("waiting for sign-off")
    RETURNED = "returned", _("came back")
    SIGNED = "signed", _("signed off")
    PUBLISHED = "published", _("published")


# Beside the published one, no version of these states has another after it.
_STATES = {
    Stage.DRAFT: VersionState.DRAFT,
    Stage.RETURNED: VersionState.DRAFT,
    Stage.SUBMITTED: VersionState.SUBMITTED,
    Stage.SIGNED: VersionState.SIGNED_OFF,
    Stage.PUBLISHED: VersionState.PUBLISHED,
}


def claims_at(stage: Stage) -> QuerySet[Any, Any]:
    """The ids of the claims whose check stands there; for none, those that have any check.

    Verdicts are few beside claims, so that queries begin with these.
    """
    if stage == Stage.NONE:
        return Verdict.objects.values("claim")
    versions = VerdictVersion.objects.filter(state=_STATES[stage])
    sent_back = VerdictVersion.objects.filter(
        verdict=OuterRef("verdict"),
        number=OuterRef("number") - 1,
        state=VersionState.CHANGES_REQUESTED,
    )
    if stage == Stage.RETURNED:
        versions = versions.filter(Exists(sent_back))
    if stage == Stage.DRAFT:
        versions = versions.exclude(Exists(sent_back))
    return versions.order_by().values(claim=F("verdict__claim"))
