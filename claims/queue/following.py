"""What bears on claims: contradictions, findings, checks of the same; and the queue follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Manager, Q
from django.db.models.functions import Coalesce

from claims.models import (
    BEARINGS,
    Claim,
    ClaimLink,
    Finding,
    atomic_with_retry,
    one_import_at_a_time,
)

from .bearings import bearings_of
from .refreshing import refresh
from .returning import bring_back
from .series import group_series

# How many links or findings the queue is told of in one transaction.
AT_ONCE = 200


def follow_links() -> None:
    """Let the queue follow all links and findings that it has not been told of.

    Cut off, it goes on where it was: what it has been told of is noted with it.
    """
    while _follow_some():
        pass


@atomic_with_retry
def _follow_some() -> bool:
    # What an import commits after these are read would be noted as told and never be.
    one_import_at_a_time()
    links = list(ClaimLink.objects.waiting()[:AT_ONCE])
    findings = list(Finding.objects.waiting()[:AT_ONCE])
    if not links and not findings:
        return False
    ends = {link.pk: {link.one_id, link.other_id} for link in links}
    survivors = _survivors({end for pair in ends.values() for end in pair})
    stated = _stated(findings)
    touched = {*survivors.values(), *(claim for claims in stated.values() for claim in claims)}
    refresh(_standing_otherwise(touched))
    group_series(_of_a_series(links, survivors))
    _call_back(links, findings, survivors, stated)
    ids = [link.pk for link in links]
    gone = Q(is_current=False, state=ClaimLink.State.SUGGESTED)
    ClaimLink.objects.filter(gone, pk__in=ids).delete()
    _note_told(ClaimLink.objects, links)
    _note_told(Finding.objects, findings)
    return True


def _note_told(rows: Manager[Any], told: Sequence[ClaimLink] | Sequence[Finding]) -> None:
    """Note what the queue knows; people decide meanwhile: that it is told of the next time."""
    for state in {row.state for row in told}:
        ids = [row.pk for row in told if row.state == state]
        rows.filter(pk__in=ids, state=state).update(is_told=True)


def _of_a_series(links: Sequence[ClaimLink], survivors: Mapping[int, int]) -> set[int]:
    """The ends that update each other, or that stood in a series until now.

    A corrected figure can make an update a contradiction.
    """
    updates = [
        link for link in links if link.relation == ClaimLink.Relation.UPDATE or not link.is_current
    ]
    tied = {survivors[end] for link in updates for end in (link.one_id, link.other_id)}
    folded = Claim.objects.filter(pk__in=set(survivors.values()), shown_in__isnull=False)
    return tied | {pk for pair in folded.values_list("pk", "shown_in") for pk in pair if pk}


def _standing_otherwise(claim_ids: Collection[int]) -> list[int]:
    """Those on which other things bear than their rows say: few of all that are linked."""
    bearings = bearings_of(claim_ids)
    rows = Claim.objects.filter(pk__in=claim_ids).values_list("pk", *BEARINGS)
    return [
        pk
        for pk, *so in rows
        if {name for name, is_so in zip(BEARINGS, so, strict=True) if is_so} != bearings[pk]
    ]


def _survivors(claim_ids: Collection[int]) -> dict[int, int]:
    rows = Claim.objects.filter(pk__in=claim_ids)
    return dict(rows.values_list("pk", Coalesce("merged_into", "pk")))


def _stated(findings: Sequence[Finding]) -> dict[int, set[int]]:
    """The claims that state a figure of each finding."""
    found: dict[int, set[int]] = defaultdict(set)
    stated = Finding.objects.filter(
        pk__in=[finding.pk for finding in findings],
        figures__mentions__isnull=False,
        figures__mentions__rejected_at=None,
    )
    for finding, claim in stated.values_list("pk", "figures__mentions__claim"):
        found[finding].add(claim)
    return found


def _call_back(
    links: Sequence[ClaimLink],
    findings: Sequence[Finding],
    survivors: dict[int, int],
    stated: dict[int, set[int]],
) -> None:
    """Bring back what was set aside and is contradicted now, or does not add up."""
    calling = [
        link
        for link in links
        if link.relation == ClaimLink.Relation.CONTRADICTS
        and link.state != ClaimLink.State.REJECTED
        and link.is_current
        and not link.has_called
    ]
    disputed = {survivors[end] for link in calling for end in (link.one_id, link.other_id)}
    if disputed:
        bring_back(Claim.objects.filter(pk__in=disputed, is_disputed=True), "contradicted")
        ClaimLink.objects.filter(pk__in=[link.pk for link in calling]).update(has_called=True)
    wrong = [
        claim
        for finding in findings
        if finding.is_current and finding.state == Finding.State.FOUND
        for claim in stated[finding.pk]
    ]
    if wrong:
        bring_back(Claim.objects.filter(pk__in=wrong), "finding")
