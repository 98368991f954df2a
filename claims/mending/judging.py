"""How often the machine was right, by what people said of its claims since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields.json import KT

from claims.models import KINDS, Attribution, DateReference, Mention, Quantity

By = Literal["kind", "rule"]
# A dismissal that says the machine was wrong; a duplicate says nothing of that.
TEACHING = ("not_a_claim", "wrong_span", "wrong_speaker", "wrong_figure")
_KINDS = {kind: f"claim__{column}" for kind, column in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Precision:
    """Of one kind or rule: how many mentions people confirmed unchanged, and put right.

    What nobody has touched is neither, and counts nowhere.
    """

    name: str
    right: int
    wrong: int

    @property
    def share(self) -> float | None:
        """The part that was right, from 0 to 1; None where nobody has said anything."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None


def precision(by: By, mentions: QuerySet[Mention] | None = None) -> list[Precision]:
    """By kind of claim ("numeric", "attributed", "absolute") or by the rule that found it.

    ``mentions`` narrows it, to those of a batch, say. A claim of two kinds counts under
    both; what names no rule stands under "". In one query.
    """
    found = (Mention.objects.all() if mentions is None else mentions).filter(marked_by=None)
    judged = found.order_by().alias(is_wrong=_is_wrong())
    counts: dict[str, Any] = {
        "right": Count("pk", filter=Q(confirmed_at__isnull=False, is_wrong=False)),
        "wrong": Count("pk", filter=Q(is_wrong=True)),
    }
    if by == "rule":
        ruled: Any = judged.annotate(rule=KT("proposed__rule")).values("rule").annotate(**counts)
        return _added((row["rule"] or "", row["right"], row["wrong"]) for row in ruled)
    kinds: Any = judged.values(*_KINDS.values()).annotate(**counts)
    return _added(
        (kind, row["right"], row["wrong"])
        for row in kinds
        for kind, flag in _KINDS.items()
        if row[flag]
    )


def _is_wrong() -> Any:
    """Has somebody rejected the mention, or corrected it or something of it?

    Or dismissed its claim for a reason that teaches.
    """
    mended = Q(touched_at__isnull=False) | Q(rejected_at__isnull=False)
    figures = Quantity.objects.filter(mended, mentions=OuterRef("pk"))
    attributions = Attribution.objects.filter(mended, mentions=OuterRef("pk"))
    days = DateReference.objects.filter(
        mended,
        article=OuterRef("article"),
        start__gte=OuterRef("start"),
        end__lte=OuterRef("end"),
    )
    wrong = (
        mended
        | Q(claim__state="dismissed", claim__dismissal__in=TEACHING)
        | Exists(figures)
        | Exists(attributions)
        | Exists(days)
    )
    return Case(When(wrong, then=Value(True)), default=Value(False))


def _added(counts: Iterable[tuple[str, int, int]]) -> list[Precision]:
    """The counts of each name together, in the order of the names."""
    right: dict[str, int] = defaultdict(int)
    wrong: dict[str, int] = defaultdict(int)
    for name, confirmed, corrected in counts:
        right[name] += confirmed
        wrong[name] += corrected
    return [Precision(name, right[name], wrong[name]) for name in sorted(right)]
