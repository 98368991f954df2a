"""A batch of articles, from files to claims: parse, decide, store, extract, record.

First every row is read and its article stored; then every article that has not
been extracted yet is. Both steps can be cut off anywhere and run again: what
comes out depends neither on interruptions nor on how many processes work.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _t

from claims import ingest
from claims.extraction import ArticleText, describe, extract
from claims.matching import group_articles, left_over
from claims.models import (
    Article,
    Batch,
    BatchFile,
    BatchRow,
    Event,
    ExtractionRun,
    atomic_with_retry,
    is_passing,
    one_import_at_a_time,
)
from claims.queue import follow_links

from .recording import Recorded, record
from .storing import Counts, Rows

log = logging.getLogger(__name__)

# Articles looked up in one query: databases bound what a statement may name.
AT_ONCE = 2_000
# How often a running batch says how far it is, and looks whether it shall stop.
SECONDS_BETWEEN_REPORTS = 1.0

# How often a batch says that somebody is at it, however long an article takes.
SECONDS_BETWEEN_SIGNS_OF_LIFE = 20.0

Progress = Callable[[str, int, int | None], None]


class Stopped(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The batch was asked to stop; running it again resumes."""


class Interrupted(Exception):  # noqa: N818 - nothing is wrong with what was to be imported
    """The database was not there, twice; what is imported stays, and running it again resumes."""


def import_paths(paths: Iterable[Path], batch: Batch, progress: Progress | None = None) -> Counts:
    """Import files, folders and archives into the batch; see :func:`run_batch`.

    Of several paths, files are named from the folder that they share, so that
    two of the same name stay two.
    """
    ordered = sorted({path.absolute() for path in paths})
    root = Path(os.path.commonpath(ordered)) if len(ordered) > 1 else None
    batch.stop_requested = False
    batch.save(update_fields=["stop_requested"])
    found = (result for path in ordered for result in ingest.read_path(path, root))
    return _run(batch, found, progress)


def run_batch(batch: Batch, progress: Progress | None = None) -> Counts:
    """Import the batch's uploaded files, from where an earlier run was cut off.

    Raises:
        Stopped: somebody asked the batch to stop.
        Interrupted: the database was not there; the batch counts as stalled at once.
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
    batch.save(update_fields=["state", "rows_read", "moved_at"])
    try:
        with _signs_of_life(batch):
            Rows(batch, counts, lambda done: reporter.at("rows", done)).store(results)
            found = extract_articles(_unextracted(batch), reporter)
            group_articles(_ungrouped(batch))
            follow_links()
        counts.mentions, counts.claims_created = found.mentions, found.claims
        _finish(batch, counts)
    except Error as error:
        if not is_passing(error):
            batch.end(Batch.State.STOPPED)
            raise
        _give_back(batch, error)
        raise Interrupted(_interruption(error)) from error
    except BaseException:
        batch.end(Batch.State.STOPPED)
        raise
    counts.seconds = time.monotonic() - started
    return counts


@atomic_with_retry
def _finish(batch: Batch, counts: Counts) -> None:
    one_import_at_a_time()
    batch.end(Batch.State.DONE if counts.articles else Batch.State.FAILED)
    _log_import(batch, counts)


def _interruption(error: Error) -> str:
    return _t(
        "The database did not answer: %s What is imported stays, and it goes on from there."
    ) % (f"{' '.join(str(error).split()).rstrip('.')}.")


def _give_back(batch: Batch, error: Error) -> None:
    """Say in the batch why it was cut off, and let a worker take it up again.

    Where the database is still away, it is taken up once its signs of life are old.
    """
    connection.close_if_unusable_or_obsolete()
    try:
        batch.give_back(_interruption(error))
    except Error:
        log.exception("batch %s was cut off, and cannot say so", batch.pk)


@contextmanager
def _signs_of_life(batch: Batch) -> Iterator[None]:
    """Have the batch say every so often that somebody is at it."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(SECONDS_BETWEEN_SIGNS_OF_LIFE):
            try:
                Batch.objects.filter(pk=batch.pk).update(moved_at=timezone.now())
            except Error:
                log.warning("batch %s could not give a sign of life", batch.pk, exc_info=True)
            finally:
                connection.close()  # the thread's own

    thread = threading.Thread(target=beat, name=f"batch {batch.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _log_import(batch: Batch, counts: Counts) -> None:
    """One event for the whole import, with the counts of all its runs; none if nothing came."""
    rows = BatchRow.objects.filter(batch=batch).values_list("outcome").annotate(n=Count("pk"))
    payload = dict(rows.order_by("outcome"))
    before = Event.objects.filter(batch=batch, kind=Event.Kind.IMPORTED).first()
    nothing_new = not counts.created and not counts.new_versions
    if not counts.articles or (before and (nothing_new or before.payload == payload)):
        return
    Event.objects.create(
        kind=Event.Kind.IMPORTED, batch=batch, actor=batch.created_by, payload=payload
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

            if self.batch.stop_requested:
                raise Stopped(_t("The batch was stopped. Resume it to go on."))

    @atomic_with_retry
    def _write(self) -> None:
        self.reported = time.monotonic()
        self.batch.moved_at = timezone.now()
        self.batch.save(update_fields=["moved_at", "rows_read", "articles_done", "articles_found"])
        self.batch.refresh_from_db(fields=["stop_requested"])


# --- extraction -------------------------------------------------------------


def _unextracted(batch: Batch) -> list[int]:
    """The batch's articles that nobody has looked for claims in yet."""
    articles = Article.objects.filter(extracted_by=None)
    mine = articles.filter(Q(batch=batch) | Q(batchrow__batch=batch)).distinct()
    return list(mine.order_by("pk").values_list("pk", flat=True))


def _ungrouped(batch: Batch) -> list[int]:
    """The batch's articles that are in no story yet, and some that were there before."""
    own = Article.objects.filter(batch=batch, story=None)
    return [*own.values_list("pk", flat=True), *left_over()]


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
    for pks in groups.values():
        yield _text_of(pks[0])


@atomic_with_retry
def _text_of(article_id: int) -> ArticleText:
    article = Article.objects.get(pk=article_id)
    text = article.text if article.is_english else ""
    day = _date_to_resolve_against(article.sha256)
    return ArticleText(article.sha256, text, article.title or None, day)


def _date_to_resolve_against(sha256: str) -> date | None:
    """The day on which the text first ran; once settled it stays, whatever copies follow."""
    same = Article.objects.filter(sha256=sha256)
    settled = same.exclude(extracted_by=None).order_by("pk").first()
    if settled:
        return settled.resolved_on
    return same.aggregate(first=Min("published_on"))["first"]
