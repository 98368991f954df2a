"""`extract`: everything found in texts, for a person to read or as JSON Lines."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from claims.extraction import ArticleText, extract


class Command(BaseCommand):
    requires_system_checks = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("paths", nargs="+")
        parser.add_argument("--format")
        parser.add_argument("--published")

    def handle(self, *, paths: list[str], **options: Any) -> None:
        records = (json.loads(line) for line in sys.stdin)
        articles = (
            ArticleText(
                r["id"],
                r["text"],
                r.get("title"),
                date.fromisoformat(r["published"][:10]) if r.get("published") else None,
            )
            for r in records
        )
        for extraction in extract(articles, settings.SPACY_MODEL):
            self.stdout.write(json.dumps(extraction.as_dict(), ensure_ascii=False))
