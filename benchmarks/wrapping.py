"""What survives a hard wrap: the records of wrapped texts beside those of the same texts unwrapped.

    .venv/bin/python benchmarks/wrapping.py [FILE.jsonl ...]

A file holds records with `text` and, where known, `published`; without one, the articles of
`seeds/` are read. A record counts as kept when the unwrapped text has one with the same values:
a claim its wording, an attribution its speaker and content, a figure its value, unit, counted
thing and what it is part of.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.extraction import ArticleText, Extraction, extract  # noqa: E402
from claims.ingest import ArticleRecord, read_path  # noqa: E402

SHAPES = {"40 columns": (40, ""), "72 columns": (72, ""), "80 columns": (80, "")} | {
    "72 columns, replied to": (72, "> ")
}
KINDS = ("claims", "attributions", "figures")


def articles(paths: list[str]) -> Iterator[ArticleText]:
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            day = date.fromisoformat(record["published"]) if record.get("published") else None
            yield ArticleText(str(record["id"]), record["text"], published=day)
    if not paths:
        for found in read_path(ROOT / "seeds"):
            if isinstance(found, ArticleRecord):
                yield ArticleText(found.file, found.text, published=date(2025, 9, 5))


def wrapped(text: str, width: int, mark: str) -> str:
    return "\n".join(
        (mark + line).rstrip()
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, width) or [""]
    )


def in_one_line(text: str) -> str:
    return " ".join(line.lstrip("> ") for line in text.split("\n")).replace("  ", " ")


def values(found: Extraction) -> dict[str, Counter[object]]:
    """What is compared, kind by kind, without places."""

    def figure(index: int) -> object:
        quantity = found.quantities[index]
        head = quantity.counted.head if quantity.counted else None
        return quantity.low, quantity.high, quantity.unit, quantity.currency, head

    return {
        "claims": Counter(" ".join(claim.wording.split()) for claim in found.claims),
        "attributions": Counter(
            (
                said.speaker and (said.speaker.name or " ".join(in_one_line(said.speaker.text))),
                tuple("".join(in_one_line(part.text).split()) for part in said.content),
            )
            for said in found.attributions
        ),
        "figures": Counter(
            (figure(index), quantity.part_of is not None and figure(quantity.part_of))
            for index, quantity in enumerate(found.quantities)
        ),
    }


def main() -> None:
    texts = list(articles(sys.argv[1:]))
    wanted = [values(found) for found in extract(texts)]
    print(
        f"{len(texts)} texts; kept of "
        + ", ".join(f"{sum(one[kind].total() for one in wanted):,} {kind}" for kind in KINDS)
    )
    for name, (width, mark) in SHAPES.items():
        given = (
            ArticleText(text.id, wrapped(text.text, width, mark), published=text.published)
            for text in texts
        )
        kept: Counter[str] = Counter()
        for one, found in zip(wanted, extract(given), strict=True):
            for kind, counted in values(found).items():
                kept[kind] += (counted & one[kind]).total()
        shares = "   ".join(
            f"{kind} {100 * kept[kind] / sum(one[kind].total() for one in wanted):5.1f} %"
            for kind in KINDS
        )
        print(f"{name:24}{shares}")


if __name__ == "__main__":
    main()
