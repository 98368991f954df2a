"""`import_articles`: files, folders and archives become articles, mentions and claims."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _t
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from claims.ingest import read_published
from claims.intake import Counts, Interrupted, import_paths
from claims.models import Batch, Outlet

TRY_AGAIN = 75  # as sysexits.h has it: a failure that passes
STAGES = {"rows": _t("Reading rows"), "articles": _t("Finding claims")}


class Command(BaseCommand):
    help = _t(
        "Import articles from files, folders and archives. Exit status: 0 all rows fine, "
        "1 some failed, 2 nothing could be read, 75 the database went away. "
        "Run again after an interruption, it resumes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--batch", metavar="NAME", help=_t("the batch's name; else the paths"))
        parser.add_argument("--outlet", metavar="NAME", help=_t("for articles that name none"))
        parser.add_argument("--published", metavar="DATE", help=_t("for articles without a date"))
        parser.add_argument(
            "--no-queue",
            action="store_true",
            help=_t("an archive: searchable and matchable, never in the worklist"),
        )
        parser.add_argument(
            "--json", action="store_true", help=_t("print the counts and nothing else")
        )

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        missing = [path for path in paths if not path.exists()]
        if missing:
            names = ", ".join(f"'{path}'" for path in missing)
            raise CommandError(_t("There is no file or folder %s.") % names, returncode=2)
        batch = self._batch(paths, options)
        try:
            counts = self._import(paths, batch)
        except KeyboardInterrupt:
            raise CommandError(
                _t("Stopped. Run the same command again to resume."), returncode=130
            ) from None
        except Interrupted as interruption:
            raise CommandError(str(interruption), returncode=TRY_AGAIN) from None
        for problem in counts.problems:
            self.stderr.write(f"{problem.file}:{problem.row}: {problem.reason}")
        self.stdout.write(json.dumps(counts.as_dict(), ensure_ascii=False))
        if not counts.articles:
            raise CommandError(_t("Nothing could be read."), returncode=2)
        if counts.failed:
            sys.exit(1)

    def _batch(self, paths: list[Path], options: dict[str, Any]) -> Batch:
        """The batch of that name with these options: new, or the one to resume or repeat."""
        published = options["published"] or ""
        if published:
            try:
                read_published(published)
            except ValueError as error:
                raise CommandError(f"--published: {error}", returncode=2) from error
        name = options["batch"] or ", ".join(sorted({str(path) for path in paths}))
        outlet = Outlet.objects.named(options["outlet"]) if options["outlet"] else None
        return Batch.objects.update_or_create(
            name=name[-200:],
            defaults={
                "outlet": outlet,
                "published": published,
                "for_queue": not options["no_queue"],
            },
        )[0]

    def _import(self, paths: list[Path], batch: Batch) -> Counts:
        console = Console(file=sys.stderr)
        if not console.is_terminal:
            return import_paths(paths, batch)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=console) as bars:
            tasks = {
                stage: bars.add_task(words, total=None, start=False)
                for stage, words in STAGES.items()
            }

            def tell(stage: str, done: int, total: int | None) -> None:
                bars.start_task(tasks[stage])
                bars.update(tasks[stage], completed=done, total=total)

            return import_paths(paths, batch, tell)
