"""Texts that state the same thing, put together, their figures aside.

As :mod:`claims.matching.retrieval` it loads numpy and the weights of word vectors.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.figures import may_hold_figures, no_figures, read_figures
from claims.one_thread import use_one_thread

from .index import Index, words_in
from .posts import plain_post
from .retrieval import likelihood, nearest

# Two groups are one where their texts are so likely of one thing, on average
TOGETHER = 0.12
# Each text is compared with so many others, and the average of larger groups is of those alone
MOST_COMPARED = 64
# Pairs less likely than this count as unlike
_UNLIKE = 0.001

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

Pairs = dict[tuple[int, int], float]


def clusters(texts: Sequence[str]) -> list[int]:
    """For each text the number of the first one that states the same thing, in order.

    Texts of the same words are one from the start; the others are joined nearest first, by
    the average of how likely their texts are to state the same. A text without a telling word
    is alone.
    """
    use_one_thread()
    said = [without_figures(plain_post(text)) for text in texts]
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(said):
        groups[tuple(words_in(text)) or (f"\0{number}",)].append(number)
    members = list(groups.values())
    joined = _join(len(members), _likely_pairs([said[group[0]] for group in members]))
    firsts = [0] * len(texts)
    for parts in joined:
        together = [number for part in parts for number in members[part]]
        first = min(together)
        for number in together:
            firsts[number] = first
    return firsts


def without_figures(text: str) -> str:
    """A text with a gap for each figure; years and dates, which are none, stay."""
    if not may_hold_figures(text):
        return text
    kept, position = [], 0
    for figure in read_figures(text, no_figures(text)):
        if _YEAR.fullmatch(text, figure.start, figure.end):
            continue
        kept.append(text[position : max(position, figure.start)])
        position = max(position, figure.end)
    return " ".join([*kept, text[position:]])


def _likely_pairs(texts: Sequence[str]) -> Pairs:
    """How likely two texts state the same, for those that may: the mean of both directions."""
    index = Index(texts)
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for number, text in enumerate(texts):
        rows, odds = nearest(index, index.ask(text), MOST_COMPARED)
        for other, likely in zip(rows, likelihood(odds), strict=True):
            if other != number and likely > _UNLIKE:
                found[min(number, int(other)), max(number, int(other))].append(float(likely))
    return {pair: sum(both) / len(both) for pair, both in found.items()}


def _join(count: int, pairs: Pairs) -> Iterator[list[int]]:
    """Average linkage over the pairs that are likely, all others being unlike."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), likely in pairs.items():
        sums[one][other] = sums[other][one] = likely
    parts = [[number] for number in range(count)]

    def average(one: int, other: int) -> float:
        small, large = sorted((len(parts[one]), len(parts[other])))
        return sums[one].get(other, 0.0) / (small * min(large, MOST_COMPARED))

    heap = [(-average(one, other), one, other) for one, other in pairs]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= TOGETHER:
        known, one, other = heapq.heappop(heap)
        if other not in sums[one] or -average(one, other) != known:
            continue  # either has grown since
        if len(sums[one]) < len(sums[other]):
            one, other = other, one
        _absorb(sums, one, other)
        parts[one] += parts[other]
        parts[other] = []
        for third in sums[one]:
            heapq.heappush(heap, (-average(one, third), one, third))
    return (part for part in parts if part)


def _absorb(sums: list[dict[int, float]], one: int, other: int) -> None:
    """Add the sums of ``other`` to those of ``one``; nobody is beside ``other`` any more."""
    del sums[one][other], sums[other][one]
    for third, likely in sums[other].items():
        del sums[third][other]
        sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + likely
    sums[other] = {}
