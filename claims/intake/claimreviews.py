"""Published checks of others: read from files, stored as they are, and matched to our claims."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from claims.ingest import CheckRecord, Problem, read_checks
from claims.matching import match_checks
from claims.models import PublishedCheck, atomic_with_retry, one_import_at_a_time

AT_ONCE = 200
_FIELDS = (
    "url", "claim", "label", "publisher", "site", "claimant", "headline", "language",
    "claimed", "claimed_on", "checked", "checked_on", "raw",
)  # fmt: skip


@dataclass(slots=True)
class CheckCounts:
    """What became of the items of some files; ``problems`` are the bad ones."""

    files: int = 0
    items: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    suggested: int = 0
    seconds: float = 0.0
    problems: list[Problem] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        counts = asdict(self)
        del counts["problems"]
        return counts | {"seconds": round(self.seconds, 1)}


def import_claimreviews(paths: Iterable[Path]) -> CheckCounts:
    """Store every check of the files; each few of them with their suggestions or not at all."""
    counts = CheckCounts()
    started = time.monotonic()
    read = _read(paths, counts)
    while records := list(islice(read, AT_ONCE)):
        created, updated, unchanged, suggested = _store(records)
        counts.created += created
        counts.updated += updated
        counts.unchanged += unchanged
        counts.suggested += suggested
    counts.seconds = time.monotonic() - started
    return counts


def _read(paths: Iterable[Path], counts: CheckCounts) -> Iterator[CheckRecord]:
    """The checks of the files; what is none is counted, and told with its reason."""
    for path in paths:
        counts.files += 1
        try:
            data = path.read_bytes()
        except OSError as error:
            _fail(Problem(str(path), 1, error.strerror or str(error)), counts)
            continue
        for item in read_checks(str(path), data):
            if isinstance(item, Problem):
                _fail(item, counts)
            else:
                counts.items += 1
                yield item


def _fail(problem: Problem, counts: CheckCounts) -> None:
    counts.items += 1
    counts.failed += 1
    counts.problems.append(problem)


@atomic_with_retry
def _store(records: Iterable[CheckRecord]) -> tuple[int, int, int, int]:
    """How many are new, newer, as they were; and how many suggestions that gives."""
    one_import_at_a_time()
    created, updated, unchanged = 0, 0, 0
    touched: list[int] = []
    for record in records:
        key = PublishedCheck.key_of(record.url, record.claim)
        values = {name: getattr(record, name) for name in _FIELDS}
        values["appearances"] = list(record.appearances)
        known = PublishedCheck.objects.filter(key=key).first()
        if known is None:
            touched.append(PublishedCheck.objects.create(key=key, **values).pk)
            created += 1
        elif _is_newer(record, known):
            for name, value in values.items():
                setattr(known, name, value)
            known.save()
            touched.append(known.pk)
            updated += 1
        else:
            unchanged += 1
    return created, updated, unchanged, match_checks(touched) if touched else 0


def _is_newer(record: CheckRecord, known: PublishedCheck) -> bool:
    """Whether it is of a later day; one with a date is newer than one without.

    Of one day, or both without one, a feed and a page may write one check in two ways: the
    first stays, whatever its label, or each import would turn it round again.
    """
    if record.checked_on is None:
        return False
    return known.checked_on is None or record.checked_on > known.checked_on
