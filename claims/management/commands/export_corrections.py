"""`export_corrections`: what people corrected of what the machine found, as JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.mending import corrections


class Command(BaseCommand):
    help = "Write what people corrected, one JSON line each: proposed beside corrected."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="DATE",
            help="only what was corrected on this day or later: 2025-09-05",
        )

    def handle(self, *_args: Any, since: date | None, **_options: Any) -> None:
        for record in corrections(since):
            self.stdout.write(json.dumps(record.as_dict(), ensure_ascii=False))
