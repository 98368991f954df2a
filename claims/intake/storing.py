"""Rows become articles: new, unchanged, the next version of a text, or no article at all.

Each row is decided in a transaction of its own while no other import writes, so that
several at once leave the history that one would.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError
from django.db.models import F, Q
from django.utils import timezone

from claims import ingest
from claims.ingest import (
    ArticleRecord,
    Note,
    Problem,
    Published,
    Skipped,
    domain,
    normalise_url,
    read_published,
)
from claims.models import (
    Article,
    Batch,
    BatchRow,
    Outlet,
    atomic_with_retry,
    is_passing,
    lock,
    one_import_at_a_time,
)

Outcome = BatchRow.Outcome


@dataclass(slots=True)
class Counts:
    """What a run of a batch did. ``problems`` are those of this run."""

    batch: str
    rows: int = 0
    created: int = 0
    unchanged: int = 0
    new_versions: int = 0
    skipped: int = 0
    failed: int = 0
    mentions: int = 0
    claims_created: int = 0
    seconds: float = 0.0
    problems: list[Problem] = field(default_factory=list)

    def count(self, outcome: str) -> None:
        name = "new_versions" if outcome == Outcome.NEW_VERSION else str(outcome)
        setattr(self, name, getattr(self, name) + 1)
        self.rows += 1

    @property
    def articles(self) -> int:
        return self.created + self.unchanged + self.new_versions

    def as_dict(self) -> dict[str, Any]:
        """The contract's last line of `import_articles`."""
        names = "batch rows created unchanged new_versions skipped failed mentions claims_created"
        return {name: getattr(self, name) for name in names.split()} | {
            "seconds": round(self.seconds, 2)
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that is to be an article: what decides what becomes of it."""

    record: ArticleRecord
    outlet: Outlet | None
    identity: str
    sha256: str


class Rows:
    """Stores one run's rows as articles and says of each what became of it."""

    def __init__(self, batch: Batch, counts: Counts, report: Callable[[int], None]) -> None:
        self.batch = batch
        self.counts = counts
        self.report = report
        self.outlets: dict[tuple[str, str], Outlet] = {}
        self.returning: dict[str, list[Candidate]] = defaultdict(list)

    def store(self, results: Iterable[ingest.Result]) -> None:
        for result in results:
            self._take(result)
            self.report(self.counts.rows)
        for candidates in self.returning.values():
            for outcome in self._settle(candidates):
                self.counts.count(outcome)

    def _take(self, result: ingest.Result) -> None:
        match result:
            case ArticleRecord():
                self._article(result)
            case Problem():
                self._problem(result)
            case Skipped():
                self.counts.count(self._note_row(result, Outcome.SKIPPED, problem=result.reason))
            case Note():
                note = {"file": result.file, "note": result.reason}
                if note not in self.batch.notes:
                    self.batch.notes.append(note)

    def _problem(self, problem: Problem) -> None:
        self.counts.problems.append(problem)
        self.counts.count(self._note_row(problem, Outcome.FAILED, problem=problem.reason))

    def _article(self, found: ArticleRecord) -> None:
        try:
            candidate = self._candidate(found)
            outcome = self._decide(candidate)
        except (ValueError, DatabaseError) as error:
            if is_passing(error):  # it says nothing about this row
                raise
            self._problem(Problem(found.file, found.row, str(error)))
            return
        if outcome is None:
            self.returning[candidate.identity].append(candidate)
        else:
            self.counts.count(outcome)

    def _candidate(self, found: ArticleRecord) -> Candidate:
        url = normalise_url(found.url) if found.url else None
        outlet = self._outlet(found.outlet, url)
        sha256 = hashlib.sha256(found.text.encode()).hexdigest()
        identity = url or f"{outlet.pk if outlet else ''}\n{sha256}"
        return Candidate(found, outlet, hashlib.sha256(identity.encode()).hexdigest(), sha256)

    def _outlet(self, name: str | None, url: str | None) -> Outlet | None:
        """By its name, else the batch's, else by the URL's domain."""
        if not name and self.batch.outlet:
            return self.batch.outlet
        if not name and not url:
            return None
        # A name may look like a domain that is another outlet's.
        key = ("name", name.casefold()) if name else ("domain", domain(url or ""))
        if key not in self.outlets:
            outlets = Outlet.objects.all()
            self.outlets[key] = outlets.named(name) if name else outlets.of_domain(key[1])
        return self.outlets[key]

    @atomic_with_retry
    def _decide(self, candidate: Candidate) -> Outcome | None:
        """What became of it: new, unchanged, the next version; None is settled at the end.

        Rows of one URL with several texts are a sequence; run again, it must not
        be taken for a return to its beginning.
        """
        if candidate.identity in self.returning:
            return None
        _hold([candidate])
        versions = Article.objects.filter(identity=candidate.identity)
        latest = versions.filter(is_latest=True).first()
        if latest is None or latest.sha256 == candidate.sha256:
            return self._store(candidate, latest)
        if versions.filter(sha256=candidate.sha256).exists():
            return None
        return self._store(candidate, latest)

    @atomic_with_retry
    def _settle(self, candidates: list[Candidate]) -> list[Outcome]:
        """Store a sequence of texts of one URL, less the part that the history ends with."""
        _hold(candidates)
        versions = Article.objects.filter(identity=candidates[0].identity)
        history = list(versions.order_by("version").values_list("sha256", flat=True))
        sequence = _without_repeats([candidate.sha256 for candidate in candidates])
        known = max(k for k in range(len(sequence) + 1) if _ends_with(history, sequence[:k]))
        place, before = -1, ""
        outcomes = []
        for candidate in candidates:
            if candidate.sha256 != before:
                place, before = place + 1, candidate.sha256
            if place < known:
                latest = versions.filter(sha256=candidate.sha256).latest("version")
            else:
                latest = versions.get(is_latest=True)
            outcomes.append(self._store(candidate, latest))
        return outcomes

    def _store(self, candidate: Candidate, latest: Article | None) -> Outcome:
        """Make the article or its next version, unless the latest is it; note the row with it."""
        if latest and latest.sha256 == candidate.sha256:
            return self._note_row(candidate.record, Outcome.UNCHANGED, latest)
        if latest:
            Article.objects.filter(pk=latest.pk).update(is_latest=False)
        article = self._new_article(candidate, latest)
        _point_copies_at_the_first(candidate.sha256)
        outcome = Outcome.NEW_VERSION if latest else Outcome.CREATED
        return self._note_row(candidate.record, outcome, article)

    def _new_article(self, candidate: Candidate, previous: Article | None) -> Article:
        found = candidate.record
        raw = found.published or self.batch.published
        published = read_published(raw) if raw else None
        return Article.objects.create(
            identity=candidate.identity,
            root=(previous.root or previous) if previous else None,
            version=previous.version + 1 if previous else 1,
            previous_version=previous,
            kind=found.kind or Article.Kind.ARTICLE,
            outlet=candidate.outlet,
            batch=self.batch,
            url=found.url or "",
            title=found.title or "",
            byline=found.byline or "",
            language=(found.language or "")[:20],
            published_raw=raw,
            **_published_fields(published, candidate.outlet),
            text=found.text,
            sha256=candidate.sha256,
        )

    @atomic_with_retry
    def _note_row(
        self,
        row: ArticleRecord | Problem | Skipped,
        outcome: BatchRow.Outcome,
        article: Article | None = None,
        problem: str = "",
    ) -> Outcome:
        """Write down what became of the row, and give it; a repeated one stays as it was."""
        fields = {"outcome": outcome, "article": article, "problem": problem}
        known, made = BatchRow.objects.get_or_create(
            batch=self.batch, file=row.file[-500:], row=row.row, defaults=fields
        )
        same = outcome == Outcome.UNCHANGED and known.article_id == (article and article.pk)
        if not made and not same:
            BatchRow.objects.filter(pk=known.pk).update(**fields)
        return outcome


def _hold(candidates: Collection[Candidate]) -> None:
    """Hold the histories of the candidates' URLs, and the copies of their texts."""
    one_import_at_a_time()
    identities = {candidate.identity for candidate in candidates}
    texts = {candidate.sha256 for candidate in candidates}
    lock(Article.objects.filter(Q(identity__in=identities) | Q(sha256__in=texts)))


def _published_fields(published: Published | None, outlet: Outlet | None) -> dict[str, Any]:
    """The day as written and the instant in UTC; without an offset in the outlet's zone."""
    if published is None:
        return {}
    day, moment = published
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=outlet.zone if outlet else timezone.get_default_timezone())
    return {"published_on": day, "published_at": moment, "sorted_on": day}


def _point_copies_at_the_first(sha256: str) -> None:
    """The same text at other outlets or URLs is a copy of the one published first."""
    same = Article.objects.filter(sha256=sha256).order_by(
        F("published_on").asc(nulls_last=True), "identity", "version"
    )
    first, *others = same.values_list("pk", flat=True)
    Article.objects.filter(pk=first).exclude(copy_of=None).update(copy_of=None)
    Article.objects.filter(pk__in=others).exclude(copy_of=first).update(copy_of=first)


def _without_repeats(texts: list[str]) -> list[str]:
    return [text for previous, text in zip([None, *texts], texts, strict=False) if text != previous]


def _ends_with(history: list[str], sequence: list[str]) -> bool:
    return not sequence or history[-len(sequence) :] == sequence
