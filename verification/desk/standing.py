"""How far the checks of claims are, for lists: two queries, however many claims."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext as _t

from verification.models import Publication, VerdictVersion

State = VerdictVersion.State


@dataclass(frozen=True, slots=True)
class Check:
    """How far the check of a claim is: what readers see of it, and its newest version."""

    newest: VerdictVersion
    publication: Publication | None
    came_back: bool = False

    @property
    def rating(self) -> dict[str, str] | None:
        """As readers see it, else as the newest version has it; frozen once it is submitted."""
        shown: Any = self.publication or self.newest
        if shown.label:
            return {"label": shown.label, "icon": shown.icon}
        rating = self.newest.rating
        return {"label": rating.label, "icon": rating.icon} if rating else None

    @property
    def words(self) -> str:
        """What readers see of it, else how far its newest version has come."""
        if self.publication is None:
            return str(self.newest.get_state_display())
        if self.publication.notice == Publication.Notice.CHECK:
            return _t("published")
        return str(self.publication.get_notice_display())

    @property
    def goes_on(self) -> bool:
        """Is a version newer than what readers see on its way?"""
        return self.publication is not None and self.publication.version_id != self.newest.pk


def checks_of(claim_ids: Collection[int]) -> dict[int, Check]:
    """The checks of those claims that have one."""
    live = (
        Publication.objects.live()
        .filter(verdict__claim__in=claim_ids)
        .annotate(**_frozen_rating("version__frozen"))
    )
    publications = {publication.verdict_id: publication for publication in live}
    versions = (
        VerdictVersion.objects.filter(verdict__claim__in=claim_ids)
        .select_related("verdict", "rating")
        .annotate(**_frozen_rating("frozen"))
        .defer("frozen")
        .order_by("number")
    )
    found: dict[int, Check] = {}
    for version in versions:
        before = found.get(version.verdict.claim_id)
        came_back = before is not None and before.newest.state == State.CHANGES_REQUESTED
        found[version.verdict.claim_id] = Check(
            version,
            publications.get(version.verdict_id),
            came_back and version.state == State.DRAFT,
        )
    return found


def _frozen_rating(content: str) -> dict[str, KeyTextTransform]:
    """Label and icon of the rating in a frozen content, without loading all of it."""
    return {name: KeyTextTransform(name, f"{content}__rating") for name in ("label", "icon")}
