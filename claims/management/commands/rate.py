"""`rate`: how much single statements deserve a check, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings

from claims.extraction import Rating, StatementText, rate

from ..jsonl import Failed, JsonLinesCommand, identity, optional_text, required_text


class Command(JsonLinesCommand[StatementText, Rating]):
    help = "Rate how much each statement on standard input deserves a check, 0 to 1, with reasons."

    def read(self, record: dict[str, Any]) -> StatementText:
        return StatementText(
            identity(record), required_text(record, "text"), optional_text(record, "speaker")
        )

    def identify(self, record: StatementText) -> str:
        return record.id

    def answer(
        self, records: Iterator[StatementText], failed: Failed[StatementText]
    ) -> Iterator[Rating]:
        return rate(records, settings.SPACY_MODEL, on_error=failed)
