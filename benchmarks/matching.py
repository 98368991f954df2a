"""What it costs to match one text against an archive, and how that grows with the archive.

    .venv/bin/python benchmarks/matching.py [--sizes 10190,100000] [--texts 400]
    .venv/bin/python benchmarks/matching.py --archive CLAIMS.jsonl --queries TEXTS.jsonl

For each size the seconds of processor time to read the archive, the milliseconds for a text
and the texts a second; then, in turns with it, a simple peer of the same size: tantivy's BM25
with English stems and wordllama's cosine over all claims, z-scores added, no figures. The
peer needs tantivy, which is no dependency (``pip install tantivy``); without it it is left out.
Claims and texts are made, their words as rare as words are, unless files are named. Exit
status 1 where a text against the largest archive takes over 20 ms or over 1.3 times what it
takes against the smallest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"DEBUG": "1", "SECRET_KEY": "benchmark", "DATABASE_URL": "sqlite://:memory:"}
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

import django  # noqa: E402

django.setup()

import numpy as np  # noqa: E402

from claims.matching.retrieval import Archive, Archived  # noqa: E402
from claims.matching.vectors import vectors_of  # noqa: E402

ROUNDS = 5
WORDS = 60_000
SYLLABLES = tuple(f"{a}{b}" for a in "bcdfghklmnprstvw" for b in "aeiou")
Match = Callable[[str], Any]


def main() -> None:
    options = parser().parse_args()
    made = Made(random.Random(5))
    texts = read(options.queries) or [made.post() for _ in range(options.texts)]
    given = [Archived(r["id"], r["text"], r.get("title")) for r in read_lines(options.archive)]
    sizes = [len(given)] if given else [int(size) for size in options.sizes.split(",")]
    milliseconds = {}
    for size in sizes:
        claims = given or [Archived(str(number), made.claim()) for number in range(size)]
        milliseconds[size] = measure(claims, texts)
    growth = milliseconds[sizes[-1]] / milliseconds[sizes[0]]
    print(f"{sizes[-1]:,} against {sizes[0]:,} claims: {growth:.2f} times the time a text")


def measure(claims: Sequence[Archived], texts: Sequence[str]) -> float:
    """Print what an archive of these claims costs; returns milliseconds a text."""
    start = time.process_time()
    archive = Archive(claims)
    built = time.process_time() - start
    ways: dict[str, Match] = {"match": archive.matches}
    if find_spec("tantivy"):
        ways["peer"] = peer(claims)
    seconds = in_turns(ways, texts)
    each = {way: 1000 * seconds[way] / len(texts) for way in ways}
    print(f"{len(claims):,} claims, read in {built:.1f} s of processor time")
    for way, cost in each.items():
        print(f"  {way:6} {cost:7.2f} ms a text, {1000 / cost:6,.0f} texts a second")
    if "peer" in each:
        print(f"  match is {each['peer'] / each['match']:.2f} times as quick as the peer")
    return each["match"]


def in_turns(ways: dict[str, Match], texts: Sequence[str]) -> dict[str, float]:
    """The median seconds of processor time that each way takes for all texts."""
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for way in ways.values():
        way(texts[0])
    for _round in range(ROUNDS):
        for name, way in ways.items():
            start = time.process_time()
            for text in texts:
                way(text)
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def peer(claims: Sequence[Archived]) -> Match:
    """BM25 by tantivy and cosine by wordllama over all claims, as z-scores added."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("row", stored=True)
    schema.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    whole = [f"{claim.text} {claim.title or ''}" for claim in claims]
    for row, text in enumerate(whole):
        writer.add_document(tantivy.Document(row=row, text=text))
    writer.commit()
    index.reload()
    searcher, vectors = index.searcher(), vectors_of(whole)

    def match(text: str) -> list[int]:
        words = " ".join(word for word in text.split() if word.isalnum())
        found = searcher.search(index.parse_query(words.lower(), ["text"]), 100).hits
        lexical = np.zeros(len(whole), np.float32)
        for score, address in found:
            lexical[searcher.doc(address)["row"][0]] = score
        cosine = vectors @ vectors_of([text])[0]
        z = sum(part * (s - s.mean()) / (s.std() or 1) for part, s in ((1, lexical), (2, cosine)))
        return list(np.argpartition(-z, 5)[:5])

    return match


class Made:
    """Claims and posts of made words, the nth most frequent used as 1/n."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = ["".join(chance.choices(SYLLABLES, k=2 + n % 3)) for n in range(WORDS)]
        self.weights = list(accumulate(1 / (n + 20) for n in range(WORDS)))

    def some(self, fewest: int, most: int) -> str:
        words = self.chance.choices(
            self.words, cum_weights=self.weights, k=self.chance.randint(fewest, most)
        )
        if self.chance.random() < 1 / 3:
            words.insert(len(words) // 2, f"{self.chance.randint(2, 99_999):,}")
        return " ".join(words).capitalize()

    def claim(self) -> str:
        return f"{self.some(12, 30)}."

    def post(self) -> str:
        tag = self.chance.choice(self.words).capitalize()
        return f"{self.some(10, 18)}. {self.some(5, 12)}! #{tag} https://t.co/{tag}"


def read(path: Path | None) -> list[str]:
    return [record["text"] for record in read_lines(path)]


def read_lines(path: Path | None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path else []


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    whole.add_argument("--sizes", default="10190,100000", help="how many claims (%(default)s)")
    whole.add_argument("--texts", type=int, default=400, help="how many texts (%(default)s)")
    whole.add_argument("--archive", type=Path, help="claims to match against, JSON Lines")
    whole.add_argument("--queries", type=Path, help="texts to match, JSON Lines")
    return whole


if __name__ == "__main__":
    main()
