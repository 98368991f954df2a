"""How the extraction's time grows with a text: dull, endless and hostile shapes, and ordinary ones.

    .venv/bin/python benchmarks/growth.py [SHAPE…] [--to 64000] [--beside CHECKOUT]

Each shape is read at a thousand characters, at two thousand, and so on up to 64 kB; beside
each length the processor seconds, and behind the shape the dearest doubling of those that
take long enough to be measured. A doubling that costs more than 2.2 times as much is marked,
and the exit status is then 1.

With ``--beside`` and the path of another checkout of this repository, ordinary text is read
by both in turns, in a process each, and the ratio of their times is printed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from itertools import count, cycle, pairwise
from pathlib import Path

from _beside import EXTRACTION, reader
from extraction import ROOT, cpu_seconds, extract_all, made_article, seed_articles

LIMIT = 2.2
SHORTEST = 1_000  # characters
FIGURES = 20_000
MEASURABLE = 0.05  # seconds; below it a ratio says more about the machine
TOO_LONG = 60.0  # seconds for one text, after which a shape is not made longer
REPEATED_UP_TO = 1.0  # seconds; what is quicker is taken three times

NAMES = ("Ada Reed", "Tom Vale", "Ines Moreau", "Karl Lindqvist", "Olu Bankole", "Mia Falk")
SURNAMES = ("Reed", "Vale", "Moreau", "Falk", "Berg", "Okafor", "Stone", "Marsh", "Hale", "Quist")
GIVEN = ("Ada", "Tom", "Ines", "Karl", "Olu", "Mia", "Jon", "Eva", "Max", "Lea", "Sam")
PLAIN = ("road", "along", "river", "stayed", "closed", "while", "crews", "from", "harbour", "mud")
PLAIN += ("out", "of", "cellars", "where", "water", "had", "come", "in", "during", "that", "the")
PLAIN += ("and", "people", "waited", "under", "roofs", "with", "neighbours", "who", "brought")


def repeated(*pieces: str) -> Callable[[int], str]:
    """The pieces again and again up to that many characters, each but the last whole."""

    def made(length: int) -> str:
        return "".join(taken(cycle(pieces), length))[:length]

    return made


def numbered(piece: Callable[[int], str]) -> Callable[[int], str]:
    """Pieces that differ by a number, up to that many characters."""

    def made(length: int) -> str:
        return "".join(taken(map(piece, count()), length))[:length]

    return made


def taken(pieces: Iterator[str], length: int) -> Iterator[str]:
    while length > 0:
        piece = next(pieces)
        length -= len(piece)
        yield piece


def nested(opening: str, inside: str, closing: str) -> Callable[[int], str]:
    """Brackets within brackets: half of the text opens, the other half closes."""

    def made(length: int) -> str:
        depth = length // (len(opening) + len(closing))
        return opening * depth + inside + closing * depth

    return made


def figures(length: int) -> str:
    """A list of numbers, seven characters each."""
    return ", ".join(f"{number * 37 % 90_000 + 10_000}" for number in range(length // 7))


def person(number: int) -> str:
    given, surname = GIVEN[number % len(GIVEN)], SURNAMES[number // 11 % len(SURNAMES)]
    return f"{given} {surname}{chr(97 + number // 110 % 26)}{chr(97 + number // 2860 % 26)}"


SHAPES: dict[str, Callable[[int], str]] = {
    "ordinary": lambda length: made_article(random.Random(5), length),
    "ordinary, one line": lambda length: made_article(random.Random(5), length).replace("\n", " "),
    # reported
    "a list of figures": figures,
    "twenty-twenty-": repeated("twenty-"),
    "that she said": repeated("that she said "),
    "quotation marks": repeated('"'),
    "marks and spaces": repeated('" '),
    "marks of all kinds": repeated("“ ", "' ", "« ", "„ ", "`` "),
    # figures
    "figures by and": numbered(lambda n: f"{n % 97 + 2} and "),
    "counted figures": numbered(lambda n: f"{n % 97 + 2} {('cranes', 'pupils')[n % 2]}, "),
    "amounts": numbered(lambda n: f"${n % 97 + 2} million "),
    "percents": numbered(lambda n: f"{n % 97 + 2}% "),
    "parts of parts": numbered(lambda n: f"{n % 97 + 2} of the "),
    "of which": numbered(lambda n: f"{9_999 - n % 9_000} drones, of which "),
    "number words": repeated("two hundred and three thousand "),
    "number words, hyphens": repeated("twenty-one-"),
    "between and": numbered(lambda n: f"between {n % 50 + 2} and {n % 50 + 40} and "),
    "from to": numbered(lambda n: f"from {n % 50 + 2} to {n % 50 + 40} to "),
    "a table": numbered(lambda n: f"{person(n)} {n % 99 + 1}%\n"),
    "a table in a line": numbered(lambda n: f"{person(n)} {n % 99 + 1}% "),
    "ranks": numbered(lambda n: f"{n % 90 + 4}th "),
    "scores": numbered(lambda n: f"{n % 9}-{n % 7} "),
    "fractions": repeated("three quarters of two thirds of "),
    "one of one of": repeated("one of "),
    # digits
    "digits": repeated("7"),
    "digits and commas": repeated("1,"),
    "digits and dots": repeated("12."),
    "digits and spaces": repeated("1 000 "),
    "digits and hyphens": repeated("12-"),
    "digits and slashes": repeated("3/"),
    "thousands": repeated("000,"),
    "phone numbers": repeated("call 020 7946 0018 "),
    # dates
    "alternating dates": repeated("1 May 2020, ", "on Friday, ", "in 2019, "),
    "months": repeated("May "),
    "days of the month": numbered(lambda n: f"{n % 28 + 1} May and "),
    "since": repeated("since Monday "),
    "the last of the last": repeated("the last of the first of "),
    "years": numbered(lambda n: f"{1_900 + n % 130} "),
    "dates with months": numbered(lambda n: f"{n % 28 + 1}-Sep-{1_990 + n % 30} "),
    "dates with dots": numbered(lambda n: f"{n % 28 + 1}.{n % 12 + 1}.{1_990 + n % 30} "),
    # sentences
    "no stop": lambda length: " ".join(taken_words(length)),
    "names by and": numbered(lambda n: f"{person(n)} and "),
    "names by comma": numbered(lambda n: f"{person(n)}, "),
    "of": repeated("the head of "),
    "who knew": repeated("the man who knew "),
    "and then": repeated("he left and "),
    "because": repeated("because it fell "),
    "nested brackets": nested("(", "x", ")"),
    "nested asides": nested("the mayor (", "Ada Reed", " said) "),
    "dashes": repeated("the road – "),
    "bare dashes": repeated("— "),
    "hyphen chain": repeated("well-", "known-", "long-"),
    "commas": repeated(", "),
    "stops": repeated(". "),
    "colons": repeated("one: "),
    "semicolons": repeated("it fell; "),
    "ellipses": repeated("... "),
    # speech
    "quotations": repeated('"It leaks," Lee said. '),
    "quotations, no speaker": repeated('"It leaks." '),
    "said by turns": numbered(lambda n: f"{person(n)} said it leaked. "),
    "said the same": repeated("Ada Reed said Ada Reed was well. "),
    "said, one sentence": numbered(lambda n: f"{person(n)} said that "),
    "she said he said": repeated("she said he said "),
    "according to": repeated("according to the mayor, "),
    "he and she": repeated("He went. She came. "),
    "he and she said": repeated("He said it leaked. She said it held. "),
    "roles": numbered(lambda n: f"The mayor of {person(n)} said it leaked. "),
    "he of another": numbered(lambda n: f"Ada Ree{chr(97 + n % 26)} spoke. He said it leaked. "),
    "one family": numbered(lambda n: f"{person(n)[:9]}{n} Reed said it leaked. "),
    "leaders": numbered(lambda n: f"French President {person(n)} spoke. The French leader left. "),
    "mayors": numbered(lambda n: f"Mayor {person(n)} spoke. The mayor said it leaked. "),
    "it said": repeated("The company said it leaked. It said more. "),
    "titles": repeated("President Prime Minister Mr Dr "),
    "possessives": repeated("Reed's mother's "),
    "wants to": repeated("wants to promise to "),
    "denied": repeated("denied saying "),
    # letters
    "one word": repeated("a"),
    "capitals": repeated("A"),
    "initials": repeated("A. "),
    "acronyms": repeated("U.S. "),
    "shouted names": repeated("ADA REED "),
    "spaces": lambda length: "x" + " " * (length - 2) + "x",
    "tabs": repeated("\t"),
    "empty lines": repeated("\n"),
    "short lines": repeated("No.\n"),
    "apostrophes": repeated("'"),
    "apostrophe words": repeated("it's "),
    "slashes": repeated("and/or/"),
    "markup": repeated("<b>4</b> "),
    "open tags": repeated("<a "),
    "addresses": repeated("https://a.example/b?c=4 "),
    "mail": repeated("a.b@c.example "),
    "entities": repeated("&nbsp;4 "),
    "symbols": repeated("$€% "),
    "faces": repeated("😀 "),
    "hanzi": repeated("漢字"),
}


def taken_words(length: int) -> Iterator[str]:
    """Words in no order, so that no sentence ends."""
    chance = random.Random(5)
    while length > 0:
        word = chance.choice(PLAIN)
        length -= len(word) + 1
        yield word


# --- growth -----------------------------------------------------------------


def print_growth(shapes: list[str], longest: int) -> bool:
    """One line a shape; gives whether each kept the limit."""
    lengths = [SHORTEST]
    while lengths[-1] * 2 <= longest:
        lengths.append(lengths[-1] * 2)
    print(f"{'seconds at':<24}" + "".join(f"{length:>9,}" for length in lengths), end="")
    print(f"{'dearest doubling':>18}")
    kept = [print_shape(shape, SHAPES[shape], lengths) for shape in shapes]
    if "a list of figures" in shapes:
        kept.append(print_shape(f"{FIGURES:,} figures", figures, doublings_to(FIGURES * 7)))
    return all(kept)


def doublings_to(length: int) -> list[int]:
    return [length // 4, length // 2, length]


def print_shape(name: str, make: Callable[[int], str], lengths: list[int]) -> bool:
    print(f"{name:<24}", end="", flush=True)
    times: list[float] = []
    for length in lengths:
        times.append(seconds_for(make(length)))
        print(f"{times[-1]:>9.3f}", end="", flush=True)
        if times[-1] > TOO_LONG:
            print(" too long", end="")
            break
    ratio = dearest_doubling(times)
    if ratio > LIMIT:  # perhaps the machine was busy with something else
        texts = [make(length) for length in lengths[: len(times)]]
        times = [min(first, seconds_for(text)) for first, text in zip(times, texts, strict=True)]
        ratio = dearest_doubling(times)
    print(f"{ratio:>18.2f}{'  > 2.2' if ratio > LIMIT else ''}")
    return ratio <= LIMIT


def seconds_for(text: str) -> float:
    """Processor seconds; the least of three where they are few."""
    first = cpu_seconds(extract_all, [text])
    if first > REPEATED_UP_TO:
        return first
    return min(first, *(cpu_seconds(extract_all, [text]) for _ in range(2)))


def dearest_doubling(times: list[float]) -> float:
    """The greatest ratio of neighbours that take long enough; 0 without such."""
    return max((b / a for a, b in pairwise(times) if a >= MEASURABLE), default=0.0)


# --- beside another checkout --------------------------------------------------


def print_beside(other: Path, rounds: int) -> None:
    texts = [made_article(random.Random(number), 3_000) for number in range(20)]
    texts += seed_articles()
    with reader(EXTRACTION, ROOT, texts) as ours, reader(EXTRACTION, other, texts) as theirs:
        ours(), theirs()  # the first time costs more
        readings = [
            (ours(), theirs()) if turn % 2 else (theirs(), ours())[::-1] for turn in range(rounds)
        ]
    pairs = [(here.seconds, there.seconds) for here, there in readings]
    here, there = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"\nordinary text, {rounds} rounds in turns: {here:.3f} s here, {there:.3f} s"
        f" in {other}, ratio {ratio:.3f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"of: {', '.join(SHAPES)}")
    parser.add_argument("--to", type=int, default=64_000, help="characters of the longest text")
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT")
    parser.add_argument("--rounds", type=int, default=15, help="beside another checkout")
    options = parser.parse_args()
    if unknown := set(options.shapes) - SHAPES.keys():
        parser.error(f"no such shape: {', '.join(sorted(unknown))}")

    extract_all([made_article(random.Random(5), 3_000)])  # warm
    kept = True
    if options.shapes or not options.beside:
        kept = print_growth(options.shapes or list(SHAPES), options.to)
    if options.beside:
        print_beside(options.beside.resolve(), options.rounds)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
