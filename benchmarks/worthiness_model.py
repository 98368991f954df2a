"""Learns from sentences that people labelled what is worth a check and what states a fact.

    worthiness_model.py DATA.jsonl             cross-validation, a fold a set of transcripts
    worthiness_model.py DATA.jsonl --write     the same, then the weights for the extraction

DATA has one JSON object a line: "text", "transcript", "verdict" (CFS for a factual statement
worth a check, UFS for another factual one, NFS for none). The weights that ship come from the
ClaimBuster dataset (CC BY 4.0), which is not part of this project. Two logistic regressions over
the same signs, with a penalty on large weights, both classes counting alike, in numpy alone; the
same data give the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.extraction.claims import rule_reasons  # noqa: E402
from claims.extraction.claims.learned import START, WEIGHTS  # noqa: E402
from claims.extraction.claims.signs import signs_of  # noqa: E402
from claims.extraction.parsing import load, parse  # noqa: E402
from claims.extraction.rating import statements_in  # noqa: E402
from claims.extraction.records import ArticleText  # noqa: E402

RAREST = 12  # sentences that a sign has to stand in
PENALTY = 0.5  # on the square of a weight, against a loss of 1 a sentence
FOLDS = 5
ROUNDS = 400
Numbers = NDArray[np.float64]

ORIGIN = """\
# Sign, weight for "worth a check", weight for "states a fact", rarity.
# Made by benchmarks/worthiness_model.py.
# Learned from: ClaimBuster dataset, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),
# https://zenodo.org/records/3836810, which was used for training and is not part of this file.
# F. Arslan, N. Hassan, C. Li, M. Tremayne: A Benchmark Dataset of Check-worthy Factual Claims,
# ICWSM 2020; K. Meng, D. Jimenez, F. Arslan, J. D. Devasier, D. Obembe, C. Li: Gradient-Based
# Adversarial Training on Transformer Networks for Detecting Check-Worthy Factual Claims,
# arXiv 2002.07725, 2020.
"""


class Model:
    """The weights learned from sentences, given as their signs and 1 for those looked for."""

    def __init__(self, sentences: Sequence[set[str]], gold: Numbers) -> None:
        counts = Counter(sign for signs in sentences for sign in signs)
        kept = sorted(sign for sign, count in counts.items() if count >= RAREST)
        total = len(sentences)
        self.number = {sign: number for number, sign in enumerate(kept)}
        self.rarity = np.array([1 + math.log((1 + total) / (1 + counts[sign])) for sign in kept])
        rows, columns, values = self._table(sentences)
        share = np.where(gold > 0, 0.5 / gold.mean(), 0.5 / (1 - gold.mean()))
        self.weights = _fit(rows, columns, values, np.where(gold > 0, 1.0, -1.0), share, len(kept))

    def _table(self, sentences: Sequence[set[str]]) -> tuple[Any, Any, Numbers]:
        """Sentence, sign and value of each entry; a sentence's values have length 1."""
        rows, columns, values = [], [], []
        for row, signs in enumerate(sentences):
            found = sorted(self.number[sign] for sign in signs if sign in self.number)
            rarity = self.rarity[found]
            rows += [row] * len(found)
            columns += found
            values += list(rarity / (math.sqrt(float(rarity @ rarity)) or 1.0))
        return np.array(rows), np.array(columns), np.array(values)

    def log_odds(self, sentences: Sequence[set[str]]) -> Numbers:
        rows, columns, values = self._table(sentences)
        parts = self.weights[columns] * values
        return self.weights[-1] + np.bincount(rows, parts, len(sentences))


def lines(worth: Model, fact: Model) -> list[str]:
    """Both models, learned from the same sentences and so of the same signs, sign by sign."""
    signs = (
        f"{sign}\t{worth.weights[number]:.3f}\t{fact.weights[number]:.3f}\t{worth.rarity[number]:.2f}"
        for sign, number in worth.number.items()
    )
    return [f"{START}\t{worth.weights[-1]:.3f}\t{fact.weights[-1]:.3f}\t0", *signs]


def _fit(
    rows: Any, columns: Any, values: Numbers, sides: Numbers, share: Numbers, width: int
) -> Numbers:
    """The weights of least loss, the last one added to all: accelerated gradient descent."""
    weights = ahead = np.zeros(width + 1)
    step = 1 / (PENALTY + 0.25 * share.max() * _largest(rows, columns, values, width))
    momentum = 1.0
    for _round in range(ROUNDS):
        odds = ahead[-1] + np.bincount(rows, ahead[columns] * values, len(sides))
        pull = share * sides / (1 + np.exp(np.clip(sides * odds, -30, 30)))
        slope = np.append(np.bincount(columns, pull[rows] * values, width), pull.sum())
        latest = ahead - step * (PENALTY * ahead - slope)
        following = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        ahead = latest + (momentum - 1) / following * (latest - weights)
        weights, momentum = latest, following
    return weights


def _largest(rows: Any, columns: Any, values: Numbers, width: int) -> float:
    """The largest stretch of the table, by multiplying again and again."""
    vector = np.ones(width + 1)
    length = 1.0
    for _round in range(30):
        image = vector[-1] + np.bincount(rows, vector[columns] * values)
        vector = np.append(np.bincount(columns, image[rows] * values, width), image.sum())
        length = float(np.linalg.norm(vector))
        vector /= length
    return length


def average_precision(gold: Numbers, scores: Numbers) -> float:
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(gold[order])
    return float((right / np.arange(1, len(gold) + 1) * gold[order]).sum() / gold.sum())


def cross_validate(
    sentences: Sequence[set[str]], gold: Numbers, groups: Sequence[str]
) -> list[float]:
    """Average precision on each fold, learned from the others."""
    names = sorted(set(groups))
    results = []
    for fold in range(FOLDS):
        held = np.array([names.index(group) % FOLDS == fold for group in groups])
        model = Model([s for s, out in zip(sentences, held, strict=True) if not out], gold[~held])
        scores = model.log_odds([s for s, out in zip(sentences, held, strict=True) if out])
        results.append(average_precision(gold[held], scores))
    return results


def read_signs(texts: Iterable[str]) -> Iterator[set[str]]:
    """The signs of each text, as the extraction sees them."""
    articles = (ArticleText(str(number), text) for number, text in enumerate(texts))
    for article in parse(articles, load()):
        statement = statements_in(article)[0]
        codes = [reason.reason for reason in rule_reasons(statement)]
        yield signs_of(statement.tokens, statement.quantities, codes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    options = parser.parse_args()
    if options.data is None:
        print("no sentences given: they are not part of this project")
        return
    records = [json.loads(line) for line in options.data.read_text().splitlines()]
    verdicts = [record["verdict"] for record in records]
    worth = np.array([float(verdict == "CFS") for verdict in verdicts])
    fact = np.array([float(verdict != "NFS") for verdict in verdicts])
    sentences = list(read_signs(record["text"] for record in records))
    transcripts = [record["transcript"] for record in records]
    for name, gold in (("worth a check", worth), ("states a fact", fact)):
        folds = cross_validate(sentences, gold, transcripts)
        print(f"{name}: average precision, a fold each:", *(f"{fold:.3f}" for fold in folds))
    if options.write:
        written = lines(Model(sentences, worth), Model(sentences, fact))
        WEIGHTS.write_text(ORIGIN + "\n".join(written) + "\n", encoding="utf-8")
        print(f"{len(written) - 1} signs in {WEIGHTS}")


if __name__ == "__main__":
    main()
