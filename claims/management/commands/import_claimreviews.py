"""`import_claimreviews`: published checks of others, from pages, feeds and answers of a search."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _t

from claims.intake import import_claimreviews


class Command(BaseCommand):
    help = _t(
        "Import published checks of others: ClaimReview in pages, JSON and feeds, and answers "
        "of Google's claims:search. Exit status: 0 all items fine, 1 some failed, "
        "2 nothing could be read. Run again, it changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--json", action="store_true", help=_t("print the counts and nothing else")
        )

    def handle(self, *, files: list[Path], **options: Any) -> None:
        missing = [path for path in files if not path.is_file()]
        if missing:
            names = ", ".join(f"'{path}'" for path in missing)
            raise CommandError(_t("There is no file %s.") % names, returncode=2)
        counts = import_claimreviews(files)
        for problem in counts.problems:
            self.stderr.write(f"{problem.file}:{problem.row}: {problem.reason}")
        self.stdout.write(json.dumps(counts.as_dict(), ensure_ascii=False))
        if counts.failed == counts.items:
            raise CommandError(_t("Nothing could be read."), returncode=2)
        if counts.failed:
            sys.exit(1)
