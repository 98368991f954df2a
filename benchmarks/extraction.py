"""How fast the extraction is: beside the bare spaCy pipeline, and by an article's length.

    .venv/bin/python benchmarks/extraction.py [--rounds 5] [--words 40000]
        [--texts FILE.jsonl …] [--beside CHECKOUT]

Each reads the same texts in a process of its own, in turns, and everything is processor time.
The bare pipeline is the whole model as spaCy runs it. Figures of different machines do not
compare; the ratio to the bare pipeline over the same text does. Ratios are medians of the rounds
behind the first, which stands beside them: it reads words for the first time, and so do all three.

With ``--texts``, the ``text`` of each JSON line of a file is read too; with ``--beside`` and the
path of another checkout of this repository, it reads in turns with this one.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from _beside import BARE, EXTRACTION, Reading, reader  # noqa: E402

from claims.extraction import ArticleText, describe, extract  # noqa: E402
from claims.ingest import ArticleRecord, read_path  # noqa: E402

PUBLISHED = date(2025, 9, 5)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)  # characters

PEOPLE = ("Ada Reed", "Tom Vale", "Ines Moreau", "Karl Lindqvist", "Mayor Olu Bankole")
BODIES = ("the Harbour Office", "Northfield Council", "the Grain Board", "Lowhaven Hospital")
THINGS = ("cranes", "lorries", "pupils", "nurses", "houses", "drones", "complaints", "passengers")
RATES = (
    "unemployment",
    "inflation",
    "turnout",
    "the deficit",
    "rail traffic",
    "the price of wheat",
)
SENTENCES = (
    "{Rate} {moved} {percent}% in {month}, {body} said on {day}.",
    "“We counted {count} {things}, {part} of which were new,” said {person}.",
    "{person} denied that {body} had spent EUR{money} billion since {year}.",
    "{Body} expects between {part} and {count} {things} a year.",
    '"Nobody warned us," {person} said. "It took {part} hours to reach the {things}."',
    "Overnight more than {count} {things} were brought to safety, according to {body}.",
    "The road along the river stayed closed, and shops in the lower town did not open.",
    "{Rate} {moved} from {percent}% to {other}%, the largest change since {year}.",
    "He spoke quietly and left by the back door before anyone could ask a question.",
    "{person}, who has led {body} for {part} years, called for a public inquiry.",
)


def sentence(chance: random.Random) -> str:
    body, rate = chance.choice(BODIES), chance.choice(RATES)
    part = chance.randint(2, 90)
    return chance.choice(SENTENCES).format(
        person=chance.choice(PEOPLE),
        body=body,
        Body=body[0].upper() + body[1:],
        Rate=rate[0].upper() + rate[1:],
        moved=chance.choice(("rose", "fell")),
        things=chance.choice(THINGS),
        percent=chance.randint(1, 99) / 10,
        other=chance.randint(1, 99),
        count=f"{chance.randint(100, 9_999):,}",
        part=part,
        money=chance.randint(1, 99) / 10,
        year=chance.randint(1950, 2024),
        month=chance.choice(("May", "June", "August")),
        day=chance.choice(("Monday", "Wednesday", "Friday")),
    )


def made_article(chance: random.Random, characters: int) -> str:
    """An article of about that length, three sentences a paragraph."""
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        paragraphs.append(" ".join(sentence(chance) for _ in range(3)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:characters]


def seed_articles() -> list[str]:
    results = read_path(ROOT / "seeds")
    return [result.text for result in results if isinstance(result, ArticleRecord)]


def words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def extract_all(texts: list[str]) -> int:
    """Extract everything; gives the number of claims."""
    articles = (ArticleText(str(i), text, published=PUBLISHED) for i, text in enumerate(texts))
    return sum(len(extraction.claims) for extraction in extract(articles))


def cpu_seconds(work: Callable[[list[str]], int], texts: list[str]) -> float:
    start = time.process_time()
    work(texts)
    return time.process_time() - start


def texts_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def in_turns(texts: list[str], rounds: int, other: Path | None) -> list[list[Reading]]:
    """What ours, the bare pipeline and the other checkout took, round by round."""
    with ExitStack() as stack:
        programs = [(EXTRACTION, ROOT), (BARE, ROOT)] + ([(EXTRACTION, other)] if other else [])
        readers = [stack.enter_context(reader(*each, texts)) for each in programs]
        return [[read() for read in readers] for _ in range(rounds + 1)]


def print_speed(name: str, texts: list[str], rounds: int, other: Path | None) -> None:
    total = words(texts)
    first, *later = in_turns(texts, rounds, other)
    ours, bare, *_ = (
        statistics.median(readings[place].seconds for readings in later) for place in (0, 1)
    )
    line = (
        f"{name:<14}{len(texts):>9,}{total:>10,}{first[0].found:>8,}"
        f"{total / ours:>11,.0f}{total / bare:>11,.0f}"
    )
    for place in range(1, len(first)):
        ratios = [readings[place].seconds / readings[0].seconds for readings in (first, *later)]
        line += f"{statistics.median(ratios[1:]):>10.2f} ({ratios[0]:.2f})"
    peaks = " / ".join(f"{reading.megabytes:.0f}" for reading in later[-1])
    print(f"{line}   {peaks}", flush=True)


def print_growth(chance: random.Random) -> None:
    print(f"\n{'characters':>10}{'seconds':>10}{'s per MB':>10}")
    for length in LENGTHS:
        texts = [made_article(chance, length)] * max(1, 50_000 // length)
        seconds = cpu_seconds(extract_all, texts) / len(texts)
        print(f"{length:>10,}{seconds:>10.3f}{seconds / length * 1_000_000:>10.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=40_000, help="size of the made text")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], metavar="FILE.jsonl")
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT")
    options = parser.parse_args()

    chance = random.Random(5)
    about = describe()
    print(
        f"rules {about['rules']}, {about['model']} {about['model_version']}, spaCy {about['spacy']}"
    )
    made: list[str] = []
    while words(made) < options.words:
        made.append(made_article(chance, 3_000))
    seeds = seed_articles()
    other = options.beside.resolve() if options.beside else None
    beside, peak = (f"{'to other (first)':>17}", " / other") if other else ("", "")
    print(
        f"\n{'':<14}{'articles':>9}{'words':>10}{'claims':>8}{'words/s':>11}{'bare/s':>11}"
        f"{'to bare (first)':>17}{beside}   peak MB: ours / bare{peak}"
    )
    if seeds:  # few words: a run of less than a second says little
        many = seeds * (options.words // words(seeds) + 1)
        print_speed("seeds", many, options.rounds, other)
    for path in options.texts:
        print_speed(path.stem[-13:], texts_of(path), options.rounds, other)
    print_speed("made", made, options.rounds, other)
    extract_all(made[:5])  # warm
    print_growth(chance)


if __name__ == "__main__":
    main()
