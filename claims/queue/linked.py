"""What bears on one claim, for its page: what it is linked to, by kind, and its findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Case, Prefetch, When

from claims.models import Article, CheckMatch, Claim, ClaimLink, Finding, Quantity

from .rows import with_words

# What is nearest in time; a statement that hundreds repeat is looked for by search.
MOST_LINKS = 60
MOST_FINDINGS = 20
MOST_CHECKS = 20
Relation = ClaimLink.Relation
_ORDER: dict[str, int] = {
    Relation.CONTRADICTS: 0,
    Relation.DIFFERENT_FIGURE: 1,
    Relation.UPDATE: 2,
    Relation.SAME: 3,
    Relation.AGREES: 3,
}
_BY_WEIGHT = Case(*(When(relation=name, then=weight) for name, weight in _ORDER.items()))
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Linked:
    """One claim that this one is linked to, as seen from this one.

    ``difference`` is how far its figure, ``theirs``, is from ``mine``, in ``unit``.
    """

    link: ClaimLink
    claim: Claim
    mine: Quantity | None
    theirs: Quantity | None
    difference: Decimal | None
    percent: Decimal | None

    @property
    def unit(self) -> str:
        return self.link.unit

    @property
    def article(self) -> Article | None:
        return self.theirs.article if self.theirs else None

    @property
    def is_difference(self) -> bool:
        return self.link.relation in {Relation.CONTRADICTS, Relation.DIFFERENT_FIGURE}


@dataclass(frozen=True, slots=True)
class Step:
    """One figure of a series: its claim, or None for the claim whose page it is."""

    day: date | None
    figure: Quantity
    linked: Linked | None


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on a claim; ``series`` is in the order of days, itself among them."""

    differing: Sequence[Linked] = ()
    updates: Sequence[Linked] = ()
    repeats: Sequence[Linked] = ()
    series: Sequence[Step] = ()
    findings: Sequence[Finding] = field(default=())
    checks: Sequence[CheckMatch] = ()

    @property
    def measure(self) -> Quantity | None:
        """The claim's figure that others are given for: its measure goes by it."""
        return next((found.mine for found in self.linked if found.mine), None)

    @property
    def linked(self) -> list[Linked]:
        return [*self.differing, *self.updates, *self.repeats]


def bearing_on(claim: Claim) -> Bearing:
    """Everything that bears on the claim: six queries, however much that is."""
    own = {claim.pk, *Claim.objects.filter(merged_into=claim.pk).values_list("pk", flat=True)}
    linked = _linked(claim, own)
    updates = [found for found in linked if found.link.relation == Relation.UPDATE]
    return Bearing(
        differing=[found for found in linked if found.is_difference],
        updates=updates,
        repeats=[found for found in linked if _ORDER[found.link.relation] == 3],
        series=_series(updates),
        findings=_findings(claim),
        checks=_checks(own),
    )


def _linked(claim: Claim, own: Collection[int]) -> list[Linked]:
    """Each claim that it is linked to once, what speaks against it first, then the newest."""
    links = (
        ClaimLink.objects.standing()
        .of(own)
        .filter(relation__in=list(_ORDER))
        .select_related("one__merged_into", "other__merged_into", "decided_by")
        # The archive may repeat a claim more often than that: what speaks against it stays.
        .order_by(_BY_WEIGHT, "-pk")[:MOST_LINKS]
    )
    rows = list(links)
    ids = {pk for link in rows for pk in (link.one_figure_id, link.other_figure_id) if pk}
    figures = with_words(Quantity.objects.filter(pk__in=ids))
    by_id = figures.select_related("article__outlet").defer("article__text").in_bulk()
    found = [_seen(link, link.one_id in own, by_id) for link in rows]
    shown: dict[int, Linked] = {}
    for each in sorted(found, key=_weight):
        if _is_shown(each, claim):
            shown.setdefault(each.claim.pk, each)
    return list(shown.values())


def _is_shown(found: Linked, claim: Claim) -> bool:
    is_other = found.claim.pk != claim.pk and found.claim.state != Claim.State.DISMISSED
    return is_other and not _is_reprint(found)


def _weight(found: Linked) -> tuple[int, int]:
    day = found.claim.published_on
    return _ORDER[found.link.relation], -(day.toordinal() if day else 0)


def _is_reprint(found: Linked) -> bool:
    """Are the two of one text that two outlets ran? Then neither speaks about the other."""
    if found.mine is None or found.theirs is None:
        return False
    mine, theirs = found.mine.article, found.theirs.article
    return (mine.reprint_of_id or mine.pk) == (theirs.reprint_of_id or theirs.pk)


def _seen(link: ClaimLink, is_one: bool, figures: dict[Any, Quantity]) -> Linked:
    """The link as seen from its one end, or from the other."""
    one, other = figures.get(link.one_figure_id), figures.get(link.other_figure_id)
    if is_one:
        return Linked(link, link.other.survivor, one, other, link.difference, link.percent)
    back = -link.difference if link.difference is not None else None
    return Linked(link, link.one.survivor, other, one, back, _turned(link.percent, one, other))


def _turned(
    percent: Decimal | None, one: Quantity | None, other: Quantity | None
) -> Decimal | None:
    """The difference in percent of the other's figure, from the stated ends if those are plain."""
    if percent is None or percent == -_HUNDRED:
        return percent
    share = _share(one, other)
    if share is None:
        share = percent / _HUNDRED
    back = -share / (1 + share) * _HUNDRED
    return back.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _share(one: Quantity | None, other: Quantity | None) -> Decimal | None:
    """By what part of the one the other is larger: None for ranges, bounds and other units."""
    if one is None or other is None or one.unit != other.unit:
        return None
    if not one.low or other.low is None or one.low != one.high or other.low != other.high:
        return None
    return (other.low - one.low) / abs(one.low) or None


def _series(updates: Sequence[Linked]) -> list[Step]:
    """The figures of a running count by day, this claim's own among them."""
    steps = [
        Step(found.article.published_on if found.article else None, found.theirs, found)
        for found in updates
        if found.theirs is not None
    ]
    mine = next((found.mine for found in updates if found.mine is not None), None)
    if mine is None:
        return []
    steps.append(Step(mine.article.published_on, mine, None))
    return sorted(steps, key=lambda step: (step.day or date.min, step.figure.pk))


def _checks(own: Collection[int]) -> list[CheckMatch]:
    """Other newsrooms' checks of it, each once, the confirmed ones first, then the newest."""
    found = CheckMatch.objects.of(own).select_related("published", "decided_by")
    order = ("state", "-published__checked_on", "-published")
    newest = found.defer("published__raw").order_by(*order)[: MOST_CHECKS * len(own)]
    each = {match.published_id: match for match in reversed(newest)}
    return list(reversed(each.values()))[:MOST_CHECKS]


def _findings(claim: Claim) -> list[Finding]:
    figures = with_words(Quantity.objects.live()).order_by("start")
    found = Finding.objects.standing().of([claim.pk]).select_related("article__outlet")
    return list(
        found.defer("article__text").prefetch_related(Prefetch("figures", figures))[:MOST_FINDINGS]
    )


def findings_in(article: Article) -> list[Finding]:
    """What does not add up in the article, in the order of its text."""
    figures = with_words(Quantity.objects.live()).order_by("start")
    found = Finding.objects.standing().filter(article=article)
    return list(found.order_by("start", "pk").prefetch_related(Prefetch("figures", figures)))
