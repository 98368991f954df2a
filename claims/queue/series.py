"""One row for a series: claims of a running count that update each other, 16 → 17 → 23.

Of those that nobody has triaged the newest stands for all in the list by claim, which
``Claim.shown_in`` of the others names. Whatever moves one of them takes it out. One that
another claim contradicts has a row of its own: it is what the desk is looking for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models.functions import Coalesce

from claims.models import Claim, ClaimLink, locked

# A count that is updated more often than so has several rows.
MOST_MEMBERS = 30


def group_series(claim_ids: Collection[int]) -> None:
    """Let the newest of each series with one of these claims stand for it."""
    grouped: set[int] = set()
    for claim in sorted(claim_ids):
        if claim not in grouped:
            members = _series_with(claim, apart_from=grouped)
            grouped |= members
            _group(members)


def _group(members: Collection[int]) -> None:
    claims = list(locked(Claim.objects.filter(pk__in=members)))
    waiting = [
        claim for claim in claims if claim.state == Claim.State.NEW and not claim.is_disputed
    ]
    head = max(waiting, key=_place, default=None)
    for claim in claims:
        shown_in = head.pk if head and claim in waiting and claim.pk != head.pk else None
        if claim.shown_in_id != shown_in:
            Claim.objects.filter(pk=claim.pk).update(shown_in=shown_in)
    # A series of more than MOST_MEMBERS: nobody stands under one that is itself not shown.
    hidden = [claim.pk for claim in waiting if claim is not head]
    Claim.objects.filter(shown_in__in=hidden).update(shown_in=None)


def _place(claim: Claim) -> tuple[date, int, str]:
    return claim.published_on or date.min, claim.priority, claim.fingerprint


def _series_with(claim_id: int, apart_from: Collection[int]) -> set[int]:
    """The claims that are tied to this one by updates, itself among them, and none of those."""
    found, front = {claim_id}, {claim_id}
    while front and len(found) < MOST_MEMBERS:
        front = _updated(front) - found - set(apart_from)
        found |= set(sorted(front)[: MOST_MEMBERS - len(found)])
    return found


def _updated(claim_ids: Collection[int]) -> set[int]:
    """What the claims update or are updated by, as it stands after merges."""
    merged = Claim.objects.filter(merged_into__in=claim_ids).values_list("pk", flat=True)
    links = ClaimLink.objects.standing().of([*claim_ids, *merged])
    ends = links.filter(relation=ClaimLink.Relation.UPDATE).values_list(
        Coalesce("one__merged_into", "one"), Coalesce("other__merged_into", "other")
    )
    return {claim for pair in ends for claim in pair}


def members_of(claim_ids: Collection[int]) -> dict[int, list[int]]:
    """For each claim that stands for a series the others of it, by day."""
    found: dict[int, list[int]] = defaultdict(list)
    shown = Claim.objects.filter(shown_in__in=claim_ids)
    for claim in shown.order_by("sorted_on", "fingerprint").only("shown_in"):
        if claim.shown_in_id:
            found[claim.shown_in_id].append(claim.pk)
    return found


def updated_figures(claim_ids: Collection[int]) -> dict[int, int]:
    """For each claim its figure that another of these updates, or that updates it."""
    links = ClaimLink.objects.standing().filter(
        one__in=claim_ids, other__in=claim_ids, relation=ClaimLink.Relation.UPDATE
    )
    found: dict[int, int] = {}
    for one, figure, other, its in links.values_list("one", "one_figure", "other", "other_figure"):
        found |= {one: figure, other: its}
    return found
