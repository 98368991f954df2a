"""What bears on a claim, with what became of the claims that it is linked to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claims.models import Claim
from claims.queue import Bearing, Linked, bearing_on
from verification.models import Publication


@dataclass(frozen=True, slots=True)
class CheckedBefore:
    """A linked claim whose check readers can see: its rating as frozen, and since when."""

    linked: Linked
    rating: dict[str, Any]
    since: datetime


def bearing_context(claim: Claim) -> dict[str, Any]:
    """For the claim's page: six queries, however much bears on it."""
    bearing = bearing_on(claim)
    return {"bearing": bearing, "checked_before": _checked(bearing)}


def _checked(bearing: Bearing) -> list[CheckedBefore]:
    """The linked claims that we have checked and published, the newest check first."""
    by_claim = {found.claim.pk: found for found in bearing.linked}
    checks = [
        CheckedBefore(
            by_claim[check.version.verdict.claim_id], check.version.content["rating"], check.since
        )
        for check in _published(by_claim.keys())
    ]
    return sorted(checks, key=lambda check: check.since, reverse=True)


def _published(claim_ids: Collection[int]) -> list[Publication]:
    live = Publication.objects.live().checks().filter(verdict__claim__in=claim_ids)
    return list(live.select_related("version__verdict"))
