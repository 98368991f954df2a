"""What each step of a check would overwrite, as lines of the claim's history.

A form is refused where such a line is newer than the page that it was sent from: see
claims.models.freshness.
"""

from __future__ import annotations

from django.db.models import Q

from claims.models import Event

Kind = Event.Kind


def _kinds(*kinds: Event.Kind) -> Q:
    return Q(event__kind__in=kinds)


# What readers see is not what the page said.
PUBLICATION = _kinds(
    Kind.PUBLISHED, Kind.CORRECTED, Kind.UNPUBLISHED, Kind.RESTORED, Kind.WITHDRAWN
)
# An editor has decided on the version.
DECISION = _kinds(Kind.SUGGESTED, Kind.CHANGES_REQUESTED, Kind.SIGNED_OFF)
# The version that the page showed is no more the newest, or has come further: an edit
# would open the next one, and void what others submitted or signed meanwhile.
VERSION = PUBLICATION | DECISION | _kinds(Kind.VERSION_OPENED, Kind.SUBMITTED)
VERDICT = VERSION | _kinds(Kind.VERDICT_EDITED)
# A correction of what was found may have worded the claim anew.
WORDING = VERSION | _kinds(Kind.WORDED, Kind.MENDED)


def piece(evidence: int) -> Q:
    """Somebody changed this piece of evidence or took it out."""
    touched = _kinds(Kind.EVIDENCE_CHANGED, Kind.EVIDENCE_REMOVED)
    return VERSION | touched & Q(event__payload__evidence=evidence)
