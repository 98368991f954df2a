"""What bears on claims: contradictions, findings, checks of the same; and the queue follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import Q
from django.db.models.functions import Coalesce

from claims.models import (
    Claim,
    ClaimLink,
    Finding,
    atomic_with_retry,
)

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
    links = list(ClaimLink.objects.waiting()[:AT_ONCE])
    findings = list(Finding.objects.waiting()[:AT_ONCE])
    if not links and not findings:
        return False
    ends = {link.pk: {link.one_id, link.other_id} for link in links}
    survivors = _survivors({end for pair in ends.values() for end in pair})
    stated = _stated(findings)
    refresh({*survivors.values(), *(claim for claims in stated.values() for claim in claims)})
    group_series(
        {
            survivors[end]
            for link in links
            if link.relation == ClaimLink.Relation.UPDATE or not link.is_current
            for end in ends[link.pk]
        }
    )
    _call_back(links, findings, survivors, stated)
    ids = [link.pk for link in links]
    gone = Q(is_current=False, state=ClaimLink.State.SUGGESTED)
    ClaimLink.objects.filter(gone, pk__in=ids).delete()
    ClaimLink.objects.filter(pk__in=ids).update(is_told=True)
    Finding.objects.filter(pk__in=[finding.pk for finding in findings]).update(is_told=True)
    return True


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
