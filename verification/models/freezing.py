"""What a version says to the public, frozen: canonical JSON and its hash.

Page, ClaimReview and feed are rendered from nothing else, so that renaming an
outlet, a speaker or a rating, or editing evidence, restates nothing.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _t

from claims.models import Claim, Mention, Refused

from .fields import REASONS, TEXTS
from .sources import Snapshot

if TYPE_CHECKING:
    from .evidence import Evidence
    from .ratings import Rating
    from .verdicts import Verdict
    from .versions import VerdictVersion


def content_of(version: VerdictVersion) -> dict[str, Any]:
    """The version's whole public content as plain JSON values."""
    verdict = version.verdict
    assert version.rating is not None  # the quick list asks for it
    return {
        "claim": content_of_claim(verdict.claim),
        "rating": _rating(version.rating),
        **{name: getattr(version, name) for name in (*TEXTS, *REASONS)},
        "evidence": content_of_evidence(verdict),
        "calculations": [
            calculation.as_dict() for calculation in verdict.calculations.filter(removed_at=None)
        ],
        "contacts": [
            {
                "whom": attempt.whom,
                "how": attempt.how,
                "on": attempt.on.isoformat(),
                "outcome": attempt.outcome,
                "reply": attempt.reply,
            }
            for attempt in verdict.contacts.filter(removed_at=None)
        ],
        "correction": {"class": version.correction_class, "note": version.correction_note},
    }


def hash_of(content: dict[str, Any]) -> str:
    """sha256 of the canonical JSON: sorted keys, no spaces, UTF-8."""
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def require_whole_snapshots(content: dict[str, Any]) -> None:
    """Refuse where a stored file that the content cites is gone or was altered."""
    cited = {piece["snapshot"]["sha256"] for piece in content["evidence"] if piece["snapshot"]}
    for sha256 in sorted(cited):
        snapshot = Snapshot.objects.filter(sha256=sha256).first()
        if snapshot is None or not snapshot.is_whole():
            name = snapshot.name if snapshot else sha256[:12]
            raise Refused(
                _t("The stored file “%s” is not what was stored; nothing can be signed on it.")
                % name
            )


def content_of_claim(claim: Claim) -> dict[str, Any]:
    """The claim as the public page says it, with its confirmed mentions."""
    mentions = (
        Mention.objects.live()
        .filter(claim=claim, confirmed_at__isnull=False)
        .select_related("article__outlet")
        .order_by("article__sorted_on", "article__identity", "start")
    )
    return {
        "id": claim.pk,
        "wording": claim.wording,
        "wording_confirmed": claim.wording_confirmed_at is not None,
        "checks": claim.checks,
        "speakers": [
            {"name": speaker.name, "kind": speaker.kind}
            for speaker in sorted(claim.said_by, key=str)
        ],
        "via": claim.via_label,
        "mentions": [_mention(mention) for mention in mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    article = mention.article
    return {
        "outlet": article.outlet.name if article.outlet else "",
        "title": article.title,
        "url": article.url,
        "published_on": article.published_on.isoformat() if article.published_on else "",
        "text": mention.text,
    }


def _rating(rating: Rating) -> dict[str, Any]:
    ordinals = [point.ordinal for point in rating.scale.ratings.all() if point.ordinal is not None]
    return {
        "key": rating.key,
        "label": rating.label,
        "definition": rating.definition,
        "icon": rating.icon,
        "ordinal": rating.ordinal,
        "worst": min(ordinals, default=None),
        "best": max(ordinals, default=None),
        "scale": str(rating.scale),
        "scale_version": rating.scale.version,
    }


def content_of_evidence(verdict: Verdict) -> list[dict[str, Any]]:
    """The pieces of evidence as the public page shows them."""
    return [_evidence(piece) for piece in verdict.evidence.current()]


def _evidence(piece: Evidence) -> dict[str, Any]:
    source, snapshot = piece.source, piece.snapshot
    return {
        "id": piece.pk,
        "stance": piece.stance,
        "quote": "" if piece.withheld_reason else piece.quote,
        "locator": piece.locator,
        "withheld": piece.withheld_reason,
        "figure": piece.figure,
        "source": {
            "kind": source.kind,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "primary": source.is_primary,
            "interests": source.interests,
            "series": source.series,
            "edition": source.edition,
            "geography": source.geography,
        },
        "snapshot": {
            "sha256": snapshot.sha256,
            "name": snapshot.name,
            "archived_url": snapshot.archived_url,
            "on": snapshot.added_at.date().isoformat(),
        }
        if snapshot
        else None,
    }
