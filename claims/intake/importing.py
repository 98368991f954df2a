"""A batch of articles, from files to claims: parse, decide, store, extract, record.

First every row is read and its article stored; then every article that has not
been extracted yet is. Both steps can be cut off anywhere and run again: what
comes out depends neither on interruptions nor on how many processes work.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Count, F, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _t

from claims import ingest
from claims.extraction import ArticleText, describe, extract
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
from claims.models import Article, Batch, BatchFile, BatchRow, Event, ExtractionRun, Outlet

from .recording import Recorded, record

log = logging.getLogger(__name__)

# Articles looked up in one query: databases bound what a statement may name.
AT_ONCE = 2_000
# How often a running batch says how far it is, and looks whether it shall stop.
SECONDS_BETWEEN_REPORTS = 1.0

Outcome = BatchRow.Outcome
Progress = Callable[[str, int, int | None], None]


class Stopped(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The batch was asked to stop; running it again resumes."""


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


def import_paths(paths: Iterable[Path], batch: Batch, progress: Progress | None = None) -> Counts:
    """Import files, folders and archives into the batch; see :func:`run_batch`.

    Of several paths, files are named from the folder that they share, so that
    two of the same name stay two.
    """
    ordered = sorted({path.absolute() for path in paths})
    root = Path(os.path.commonpath(ordered)) if len(ordered) > 1 else None
    batch.stop_requested = False
    found = (result for path in ordered for result in ingest.read_path(path, root))
    return _run(batch, found, progress)


def run_batch(batch: Batch, progress: Progress | None = None) -> Counts:
    """Import the batch's uploaded files, from where an earlier run was cut off.

    Raises:
        Stopped: somebody asked the batch to stop.
    """
    return _run(batch, _uploaded(batch), progress)


def _uploaded(batch: Batch) -> Iterator[ingest.Result]:
    for upload in BatchFile.objects.filter(batch=batch):
        with upload.path.open("rb") as stream:
            yield from ingest.read_stream(upload.name, stream)


def _run(batch: Batch, results: Iterable[ingest.Result], progress: Progress | None) -> Counts:
    started = time.monotonic()
    counts = Counts(batch.name)
    reporter = Reporter(batch, progress or (lambda *_news: None))
    batch.state, batch.rows_read, batch.moved_at = Batch.State.RUNNING, 0, timezone.now()
    batch.save(update_fields=["state", "stop_requested", "rows_read", "moved_at"])
    ended = Batch.State.STOPPED
    try:
        Rows(batch, counts, reporter).store(results)
        found = extract_articles(_unextracted(batch), reporter)
        counts.mentions, counts.claims_created = found.mentions, found.claims
        ended = Batch.State.DONE if counts.articles else Batch.State.FAILED
    finally:
        counts.seconds = time.monotonic() - started
        batch.state, batch.moved_at = ended, timezone.now()
        batch.save(update_fields=["state", "moved_at", "rows_read", "notes"])
    _log_import(batch, counts)
    return counts


def _log_import(batch: Batch, counts: Counts) -> None:
    """One event for the whole import, with the counts of all its runs; none if nothing came."""
    again = Event.objects.filter(batch=batch, kind=Event.Kind.IMPORTED).exists()
    if not counts.articles or (again and not counts.created and not counts.new_versions):
        return
    rows = BatchRow.objects.filter(batch=batch).values_list("outcome").annotate(n=Count("pk"))
    Event.objects.create(
        kind=Event.Kind.IMPORTED,
        batch=batch,
        actor=batch.created_by,
        payload=dict(rows.order_by("outcome")),
    )


class Reporter:
    """Writes a batch's progress down now and then, and hears whether it shall stop."""

    def __init__(self, batch: Batch, tell: Progress) -> None:
        self.batch = batch
        self.tell = tell
        self.reported = time.monotonic()

    def at(self, stage: str, done: int, total: int | None = None) -> None:
        self.tell(stage, done, total)
        if stage == "rows":
            self.batch.rows_read = done
        else:
            self.batch.articles_done, self.batch.articles_found = done, total or done
        if done == total or time.monotonic() - self.reported > SECONDS_BETWEEN_REPORTS:
            self._write()

    def _write(self) -> None:
        self.reported = time.monotonic()
        self.batch.moved_at = timezone.now()
        self.batch.save(update_fields=["moved_at", "rows_read", "articles_done", "articles_found"])
        self.batch.refresh_from_db(fields=["stop_requested"])
        if self.batch.stop_requested:
            raise Stopped(_t("The batch was stopped. Resume it to go on."))


# --- rows -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that is to be an article: what decides what becomes of it."""

    record: ArticleRecord
    outlet: Outlet | None
    identity: str
    sha256: str


class Rows:
    """Stores one run's rows as articles and says of each what became of it."""

    def __init__(self, batch: Batch, counts: Counts, reporter: Reporter) -> None:
        self.batch = batch
        self.counts = counts
        self.reporter = reporter
        self.outlets: dict[tuple[str, str], Outlet] = {}
        self.returning: dict[str, list[Candidate]] = defaultdict(list)

    def store(self, results: Iterable[ingest.Result]) -> None:
        for result in results:
            self._take(result)
            self.reporter.at("rows", self.counts.rows)
        for candidates in self.returning.values():
            self._settle(candidates)

    def _take(self, result: ingest.Result) -> None:
        match result:
            case ArticleRecord():
                self._article(result)
            case Problem():
                self._problem(result)
            case Skipped():
                self._note_row(result, Outcome.SKIPPED, problem=result.reason)
            case Note():
                note = {"file": result.file, "note": result.reason}
                if note not in self.batch.notes:
                    self.batch.notes.append(note)

    def _problem(self, problem: Problem) -> None:
        self.counts.problems.append(problem)
        self._note_row(problem, Outcome.FAILED, problem=problem.reason)

    def _article(self, found: ArticleRecord) -> None:
        try:
            candidate = self._candidate(found)
            self._decide(candidate)
        except (ValueError, DatabaseError) as error:
            self._problem(Problem(found.file, found.row, str(error)))

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

    def _decide(self, candidate: Candidate) -> None:
        """New, unchanged, the next version, or a return to an older text: settled at the end.

        Rows of one URL with several texts are a sequence; run again, it must not
        be taken for a return to its beginning.
        """
        if candidate.identity in self.returning:
            self.returning[candidate.identity].append(candidate)
            return
        versions = Article.objects.filter(identity=candidate.identity)
        latest = versions.filter(is_latest=True).first()
        if latest and latest.sha256 == candidate.sha256:
            self._note_row(candidate.record, Outcome.UNCHANGED, latest)
        elif latest and versions.filter(sha256=candidate.sha256).exists():
            self.returning[candidate.identity].append(candidate)
        else:
            self._add(candidate)

    def _settle(self, candidates: list[Candidate]) -> None:
        """Store a sequence of texts of one URL, less the part that the history ends with."""
        history = list(
            Article.objects.filter(identity=candidates[0].identity)
            .order_by("version")
            .values_list("sha256", flat=True)
        )
        sequence = _without_repeats([candidate.sha256 for candidate in candidates])
        known = max(k for k in range(len(sequence) + 1) if _ends_with(history, sequence[:k]))
        place, before = -1, ""
        for candidate in candidates:
            if candidate.sha256 != before:
                place, before = place + 1, candidate.sha256
            versions = Article.objects.filter(identity=candidate.identity)
            if place < known:
                newest = versions.filter(sha256=candidate.sha256).latest("version")
                self._note_row(candidate.record, Outcome.UNCHANGED, newest)
            elif (latest := versions.get(is_latest=True)).sha256 == candidate.sha256:
                self._note_row(candidate.record, Outcome.UNCHANGED, latest)
            else:
                self._add(candidate)

    def _add(self, candidate: Candidate) -> None:
        try:
            self._store(candidate)
        except IntegrityError:  # another process stored the same one at the same moment
            self._store(candidate)

    @transaction.atomic
    def _store(self, candidate: Candidate) -> None:
        """Make the article or its next version, and note the row with it."""
        previous = (
            Article.objects.select_for_update()
            .filter(identity=candidate.identity, is_latest=True)
            .first()
        )
        if previous and previous.sha256 == candidate.sha256:  # another process was quicker
            self._note_row(candidate.record, Outcome.UNCHANGED, previous)
            return
        if previous:
            Article.objects.filter(pk=previous.pk).update(is_latest=False)
        article = self._new_article(candidate, previous)
        _point_copies_at_the_first(candidate.sha256)
        outcome = Outcome.NEW_VERSION if previous else Outcome.CREATED
        self._note_row(candidate.record, outcome, article)

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

    def _note_row(
        self,
        row: ArticleRecord | Problem | Skipped,
        outcome: BatchRow.Outcome,
        article: Article | None = None,
        problem: str = "",
    ) -> None:
        """Count the row and write down what became of it; a repeated one stays as it was."""
        fields = {"outcome": outcome, "article": article, "problem": problem}
        known, made = BatchRow.objects.get_or_create(
            batch=self.batch, file=row.file[-500:], row=row.row, defaults=fields
        )
        same = outcome == Outcome.UNCHANGED and known.article_id == (article and article.pk)
        if not made and not same:
            BatchRow.objects.filter(pk=known.pk).update(**fields)
        self.counts.count(outcome)


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


# --- extraction -------------------------------------------------------------


def _unextracted(batch: Batch) -> list[int]:
    """The batch's articles that nobody has looked for claims in yet."""
    articles = Article.objects.filter(extracted_by=None)
    mine = articles.filter(Q(batch=batch) | Q(batchrow__batch=batch)).distinct()
    return list(mine.order_by("pk").values_list("pk", flat=True))


def extract_articles(article_ids: list[int], reporter: Reporter) -> Recorded:
    """Extract and record the articles, each in a transaction of its own."""
    recorded, done = Recorded(), 0
    if not article_ids:
        return recorded
    run = _extraction_run()
    reporter.at("articles", 0, len(article_ids))
    for start in range(0, len(article_ids), AT_ONCE):
        groups = _by_text(article_ids[start : start + AT_ONCE])
        for extraction in extract(_texts(groups), settings.SPACY_MODEL, on_error=_log_failure):
            for pk in groups[extraction.article.id]:
                recorded += record(pk, extraction, run, resolved_on=extraction.article.published)
                done += 1
                reporter.at("articles", done, len(article_ids))
    return recorded


def _log_failure(article: ArticleText, error: Exception) -> None:
    log.error("the text %s could not be read for claims", article.id, exc_info=error)


def _extraction_run() -> ExtractionRun:
    about = describe(settings.SPACY_MODEL)
    return ExtractionRun.objects.get_or_create(
        rules=about["rules"], model=about["model"], model_version=about["model_version"]
    )[0]


def _by_text(article_ids: list[int]) -> dict[str, list[int]]:
    """Articles of one text together: it is extracted once, so its mentions are on one claim."""
    groups: dict[str, list[int]] = defaultdict(list)
    rows = Article.objects.filter(pk__in=article_ids).order_by("pk").values_list("sha256", "pk")
    for sha256, pk in rows:
        groups[sha256].append(pk)
    return groups


def _texts(groups: dict[str, list[int]]) -> Iterator[ArticleText]:
    for sha256, pks in groups.items():
        article = Article.objects.get(pk=pks[0])
        text = article.text if article.is_english else ""
        yield ArticleText(sha256, text, article.title or None, _date_to_resolve_against(sha256))


def _date_to_resolve_against(sha256: str) -> date | None:
    """The day on which the text first ran; once settled it stays, whatever copies follow."""
    same = Article.objects.filter(sha256=sha256)
    settled = same.exclude(extracted_by=None).order_by("pk").first()
    if settled:
        return settled.resolved_on
    return same.aggregate(first=Min("published_on"))["first"]
