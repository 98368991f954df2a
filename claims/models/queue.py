"""The narrow table that keeps the queue fast at any size.

Filtering claims through joins with DISTINCT took 300 times as long at a million
claims as at ten thousand; one row for each claim and each of its outlets, batches,
speakers and stories, with the columns that the queue sorts by, stays flat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .transactions import locked

if TYPE_CHECKING:
    from .claims import Claim

FACETS = ("outlet", "batch", "speaker", "story", "watch")
AT_ONCE = 500
# Of these claims, the pairs of a claim and what it is to be entered under.
Wanted = Callable[[Collection[int]], set[tuple[int, int]]]


def _only(facet: str) -> Q:
    """An entry of this facet alone."""
    return Q(**{f"{other}__isnull": other != facet for other in FACETS})


class QueueEntryQuerySet(models.QuerySet["QueueEntry"]):
    def follow(self, claim_ids: Collection[int]) -> None:
        """Give the claims' entries their present state, priority and date."""
        from .claims import Claim

        claim = Claim.objects.filter(pk=OuterRef("claim"))
        self.filter(claim__in=claim_ids).update(
            state=Subquery(claim.values("state")),
            priority=Subquery(claim.values("priority")),
            sorted_on=Subquery(claim.values("sorted_on")),
        )

    def follow_speakers(self, claim_ids: Sequence[int]) -> None:
        """After speakers were merged or split: enter the claims under who says them now."""
        self._follow_each("speaker", claim_ids, said_by)

    def follow_stories(self, claim_ids: Sequence[int]) -> None:
        """After articles went to other stories: enter their claims under these."""
        self._follow_each("story", claim_ids, told_in)

    def _follow_each(self, facet: str, claim_ids: Sequence[int], ask: Wanted) -> None:
        for first in range(0, len(claim_ids), AT_ONCE):
            self._follow_facet(facet, claim_ids[first : first + AT_ONCE], ask)

    def _follow_facet(self, facet: str, claim_ids: Sequence[int], ask: Wanted) -> None:
        from .claims import Claim

        # An import enters claims while it holds them: so it has entered them, or will see this.
        held = locked(Claim.objects.filter(pk__in=claim_ids))
        claims = {claim.pk: claim for claim in held.only("state", "priority", "sorted_on")}
        entries = self.filter(claim__in=claims, **{f"{facet}__isnull": False})
        standing = {
            (claim, value): pk for pk, claim, value in entries.values_list("pk", "claim", facet)
        }
        wanted = ask(claims)
        free: dict[int, list[int]] = {claim: [] for claim, _value in standing}
        for claim, value in standing.keys() - wanted:
            free[claim].append(standing[claim, value])
        # An entry goes from one to the other: deleted and made anew takes twice as long.
        moved: dict[int, list[int]] = defaultdict(list)
        new = []
        for claim, value in sorted(wanted - standing.keys()):
            if free.get(claim):
                moved[value].append(free[claim].pop())
            else:
                new.append((claims[claim], value))
        for value, pks in moved.items():
            self.filter(pk__in=pks).update(**{facet: value})
        self.filter(pk__in=[pk for pks in free.values() for pk in pks]).delete()
        QueueEntry.objects.bulk_create(_entry(claim, facet, value) for claim, value in new)


def _entry(claim: Claim, facet: str, value: int) -> QueueEntry:
    return QueueEntry(
        claim=claim,
        state=claim.state,
        priority=claim.priority,
        sorted_on=claim.sorted_on,
        **{f"{facet}_id": value},
    )


def said_by(claim_ids: Collection[int]) -> set[tuple[int, int]]:
    """The claims with who says them: whoever the name that was found is merged into.

    What was merged into a claim keeps its speakers, who say the claim by that.
    """
    from .claims import Claim

    merged = Claim.objects.filter(merged_into__in=list(claim_ids))
    survivor = {row.pk: row.merged_into_id or row.pk for row in merged.only("pk", "merged_into")}
    named = Claim.speakers.through.objects.filter(claim__in=[*claim_ids, *survivor])
    pairs = named.values_list("claim", Coalesce("speaker__merged_into", "speaker"))
    return {(survivor.get(claim, claim), speaker) for claim, speaker in pairs}


def told_in(claim_ids: Collection[int]) -> set[tuple[int, int]]:
    """The claims with the stories whose articles state them."""
    from .mentions import Mention

    standing = Mention.objects.live().filter(
        claim__in=list(claim_ids), article__story__isnull=False
    )
    return set(standing.values_list("claim", "article__story").distinct().order_by())


class QueueEntry(models.Model):
    """A claim under one outlet, batch, speaker or story, or a watch that hit it."""

    claim = models.ForeignKey("Claim", models.PROTECT, related_name="entries")
    outlet = models.ForeignKey("Outlet", models.PROTECT, null=True)
    batch = models.ForeignKey("Batch", models.PROTECT, null=True)
    speaker = models.ForeignKey("Speaker", models.PROTECT, null=True)
    story = models.ForeignKey("Story", models.PROTECT, null=True, related_name="entries")
    watch = models.ForeignKey("Watch", models.PROTECT, null=True, related_name="entries")
    state = models.CharField(max_length=10)
    priority = models.IntegerField()
    sorted_on = models.DateField()

    objects = QueueEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("queue entry")
        verbose_name_plural = _("queue entries")
        constraints = [
            models.CheckConstraint(
                condition=reduce(or_, map(_only, FACETS)),
                name="queueentry_one_facet",
            ),
            *(
                models.UniqueConstraint(
                    fields=["claim", facet],
                    condition=Q(**{f"{facet}__isnull": False}),
                    name=f"queueentry_{facet}_once",
                )
                for facet in FACETS
            ),
        ]
        indexes = [
            index
            for facet in FACETS
            for index in (
                models.Index(
                    facet,
                    "state",
                    F("priority").desc(),
                    F("claim").desc(),
                    name=f"queue_{facet}_state_priority",
                ),
                models.Index(
                    facet, F("priority").desc(), F("claim").desc(), name=f"queue_{facet}_priority"
                ),
                models.Index(
                    facet,
                    "state",
                    F("sorted_on").desc(),
                    F("claim").desc(),
                    name=f"queue_{facet}_state_date",
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.state}"
