"""What bears on claims, by their links and findings: for refreshing, in three queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models.functions import Coalesce

from claims.models import Claim, ClaimLink, Finding

Relation = ClaimLink.Relation
# One claim of such a pair was checked: that is worth knowing before the other is.
_OF_ONE_MATTER = frozenset(
    {
        Relation.SAME,
        Relation.AGREES,
        Relation.DIFFERENT_FIGURE,
        Relation.CONTRADICTS,
        Relation.UPDATE,
    }
)


def bearings_of(claim_ids: Collection[int]) -> dict[int, set[str]]:
    """For each claim the names of its fields that are so: "is_disputed", "has_finding", …"""
    found: dict[int, set[str]] = defaultdict(set)
    stated = Finding.objects.standing().of(claim_ids)
    for claim in stated.values_list("figures__mentions__claim", flat=True):
        found[claim].add("has_finding")
    merged = Claim.objects.filter(merged_into__in=claim_ids)
    ends = dict.fromkeys(claim_ids) | dict(merged.values_list("pk", "merged_into"))
    for row in _links(ends.keys()):
        for mine, theirs in (("one", "other"), ("other", "one")):
            if row[mine] in ends and row[f"{mine}_now"] != row[f"{theirs}_now"]:
                found[row[f"{mine}_now"]] |= _of_link(row, row[f"{theirs}_state"])
    return found


def _links(claim_ids: Collection[int]) -> Iterable[Mapping[str, Any]]:
    links = ClaimLink.objects.standing().of(claim_ids).order_by()
    sides = {
        name: expression
        for side in ("one", "other")
        for name, expression in (
            (f"{side}_now", Coalesce(f"{side}__merged_into", side)),
            (f"{side}_state", Coalesce(f"{side}__merged_into__state", f"{side}__state")),
            (
                f"{side}_text",
                Coalesce(f"{side}_figure__article__reprint_of", f"{side}_figure__article"),
            ),
        )
    }
    return links.values(
        "one",
        "other",
        "relation",
        "one_figure__article__outlet",
        "other_figure__article__outlet",
        **sides,
    )


def _of_link(row: Mapping[str, Any], their_state: str) -> set[str]:
    found: set[str] = set()
    if their_state == Claim.State.DISMISSED:
        return found
    if (
        row["relation"] == Relation.CONTRADICTS
        and row["one_figure__article__outlet"] != row["other_figure__article__outlet"]
        and row["one_text"] != row["other_text"]
    ):
        found.add("is_disputed")
    if their_state == Claim.State.CHECKED and row["relation"] in _OF_ONE_MATTER:
        found.add("is_checked_before")
    return found
