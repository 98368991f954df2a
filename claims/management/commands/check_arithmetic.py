"""`check_arithmetic`: figures of a text that do not go together, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from claims.extraction import ArticleText, extract
from claims.figures.arithmetic import ArithmeticFinding, check

from ..jsonl import Failed, JsonLinesCommand, identity, optional_day, optional_text, required_text


@dataclass(frozen=True, slots=True)
class Checked:
    """A text's id and what does not hold in it."""

    id: str
    findings: list[ArithmeticFinding]

    def as_dict(self) -> dict[str, Any]:
        return {"id": self.id, "findings": [finding.as_dict() for finding in self.findings]}


class Command(JsonLinesCommand[ArticleText, Checked]):
    help = (
        "Find sums, shares and changes that do not hold in the texts on standard input: one "
        'JSON line {"id", "text"} a text in, {"id", "findings"} out.'
    )

    def read(self, record: dict[str, Any]) -> ArticleText:
        return ArticleText(
            identity(record),
            required_text(record, "text"),
            optional_text(record, "title"),
            optional_day(record, "published"),
        )

    def identify(self, record: ArticleText) -> str:
        return record.id

    def answer(
        self, records: Iterator[ArticleText], failed: Failed[ArticleText]
    ) -> Iterator[Checked]:
        for found in extract(records, settings.SPACY_MODEL, on_error=failed):
            article = found.article
            yield Checked(article.id, check(article.text, found.quantities))
