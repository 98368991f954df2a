"""What people corrected, as records: what the machine proposed beside what stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from claims.figures import plain
from claims.models import Attribution, DateReference, Mention, Quantity
from claims.queue import with_words

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """One finding that people touched.

    ``corrected`` is None where it is none at all, ``proposed`` where the machine missed it.
    """

    article: int
    start: int
    end: int
    what: str
    rule: str | None
    proposed: dict[str, Any] | None
    corrected: dict[str, Any] | None
    by: str
    at: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def corrections(since: date | None = None) -> Iterator[CorrectionRecord]:
    """All corrections that stand, kind by kind in the order in which they were found.

    Read in pieces: however many there are, they take no more memory.
    """
    for what, rows, values in (
        ("claim", Mention.objects.all(), _claim),
        ("figure", Quantity.objects.select_related("part_of"), _figure),
        ("attribution", Attribution.objects.prefetch_related("speakers"), _attribution),
        ("date", DateReference.objects.all(), _date),
    ):
        for row in _corrected(rows, since).iterator(chunk_size=AT_ONCE):
            yield _record(what, row, values(row))


def _corrected(rows: QuerySet[Any], since: date | None) -> QuerySet[Any]:
    """Those that people rejected, corrected or marked and did not take back."""
    marked = Q(marked_by__isnull=False, rejected_at=None)
    touched = Q(marked_by=None) & (Q(touched_at__isnull=False) | Q(rejected_at__isnull=False))
    found = with_words(rows.filter(marked | touched)).select_related(
        "marked_by", "touched_by", "rejected_by"
    )
    if since is not None:
        found = found.annotate(on=TruncDate(Coalesce("rejected_at", "touched_at"))).filter(
            Q(on__gte=since)
        )
    return found.order_by("pk")


def _record(what: str, row: Any, stands: dict[str, Any]) -> CorrectionRecord:
    is_proposed = row.proposed_start is not None
    by = row.rejected_by or row.touched_by or row.marked_by
    at = row.rejected_at or row.touched_at
    return CorrectionRecord(
        article=row.article_id,
        start=row.proposed_start if is_proposed else row.start,
        end=row.proposed_end if is_proposed else row.end,
        what=what,
        rule=row.proposed.get("rule") if is_proposed else None,
        proposed=row.proposed if is_proposed else None,
        corrected=None if row.rejected_at else _place(row) | stands,
        by=by.username,
        at=at.isoformat(),
    )


def _place(row: Any) -> dict[str, Any]:
    return {"start": row.start, "end": row.end, "text": row.raw}


def _claim(row: Mention) -> dict[str, Any]:
    return {"wording": row.wording}


def _figure(row: Quantity) -> dict[str, Any]:
    counted = {
        "start": row.counted_start,
        "end": row.counted_end,
        "text": row.counted_text,
        "head": row.counted_head,
    }
    whole = row.part_of
    return {
        "kind": row.kind,
        "low": plain(row.low),
        "high": plain(row.high),
        "modifier": row.modifier,
        "unit": row.unit or None,
        "currency": row.currency or None,
        "counted": counted if row.counted_text else None,
        "part_of": {"start": whole.start, "end": whole.end} if whole else None,
    }


def _attribution(row: Attribution) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "attitude": row.attitude,
        "content": [{"start": start, "end": end} for start, end in row.content],
        "speaker": {
            "text": row.speaker_text,
            "names": [{"name": str(who), "kind": who.kind} for who in row.speakers.all()],
        },
    }


def _date(row: DateReference) -> dict[str, Any]:
    return {
        "from": row.first.isoformat() if row.first else None,
        "to": row.last.isoformat() if row.last else None,
    }
