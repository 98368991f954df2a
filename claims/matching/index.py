"""Texts by their words: which of many may state what one text states, and how near they are.

Rarity and lengths are counted from the texts at hand. The work for one text does not grow
with how many there are: it reads a bounded number of entries, those of its rarest words.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from snowballstemmer import stemmer

from claims.figures.lexicon.stopwords import STOP_WORDS

from .joined import parts_of
from .vectors import Vectors, vectors_of

Numbers = NDArray[np.int32]
Weights = NDArray[np.floating]

# Entries of the inverted index that are read for one text
MOST_ENTRIES = 10_000
MOST_CANDIDATES = 160
# So many texts are thought to stand beside those at hand: in a small archive, too, a word that
# one text has is rare. A rarity goes from 1, in no text, towards 0.
BACKGROUND = 1_000
# So many texts have a word that others may be made of
COMMON = 3
# More words of one text are not looked up: the rest of a long one adds little.
MOST_WORDS = 200

# More sentences of one text are not compared as a whole each
MOST_PARTS = 16
_SHORTEST_PART = 16

_STEMS = stemmer("english")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")


def words_in(text: str) -> dict[str, str]:
    """A text's stems, each with a word as it stands there, in small letters where there is one.

    "Killed by the Killers" is kill: "Killed"; stop words are left out.
    """
    found: dict[str, str] = {}
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        stemmed = _stem_of(word)
        if stemmed and (stemmed not in found or word.islower()):
            found[stemmed] = word
            if len(found) == MOST_WORDS:
                break
    return found


@lru_cache(maxsize=200_000)
def _stem_of(word: str) -> str:
    """Empty for a stop word."""
    if word[0].isdigit():
        return word.replace(",", "")
    folded = word.casefold()
    return "" if folded in STOP_WORDS else _STEMS.stemWord(folded)


@dataclass(slots=True)
class Rows:
    """Lists of numbers one behind the other: row ``i`` begins at ``starts[i]``."""

    numbers: Numbers
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> Rows:
        numbers: list[int] = []
        starts = [0]
        for each in lists:
            numbers += each
            starts.append(len(numbers))
        return cls(np.array(numbers, np.int32), np.array(starts, np.int64))

    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    def turned_round(self, size: int) -> Rows:
        """For each of ``size`` numbers the rows that hold it."""
        rows = np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.lengths())
        order = np.argsort(self.numbers, kind="stable")
        counts = np.bincount(self.numbers, minlength=size)
        return Rows(rows[order], np.concatenate(([0], np.cumsum(counts))))

    def row(self, index: int) -> Numbers:
        return self.numbers[self.starts[index] : self.starts[index + 1]]

    def gather(self, rows: NDArray[np.int64]) -> Rows:
        """These rows alone, one behind the other."""
        first = self.starts[rows]
        lengths = self.starts[rows + 1] - first
        starts = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(starts[-1]) + np.repeat(first - starts[:-1], lengths)
        return Rows(self.numbers[places], starts)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text whose like is looked for, as an index sees it.

    ``terms`` are the numbers of its words, unknown ones left out; ``rarities`` and ``vectors``
    have a row for each of its words; ``meaning`` is the vector of the whole, and ``parts`` has
    a row for each of its sentences.
    """

    terms: Numbers
    rarities: Weights
    vectors: Vectors
    meaning: Vectors
    parts: Vectors


@dataclass(frozen=True, slots=True)
class Hints:
    """What speaks for each of the ``rows`` of an index being what was asked for, at a glance."""

    rows: NDArray[np.int64]
    meaning: Weights  # cosine of the vectors of the whole texts
    part: Weights  # that of the sentence asked for that is nearest to it
    shared: Weights  # summed rarity of the shared words
    rarest: Weights  # rarity of the rarest shared word


class Index:
    """Texts, and which of them are near to one."""

    def __init__(self, texts: Sequence[str]) -> None:
        words = [words_in(text) for text in texts]
        shown: dict[str, str] = {}
        for each in words:
            for term, word in each.items():
                if term not in shown or word.islower():
                    shown[term] = word
        self.terms = {term: number for number, term in enumerate(shown)}
        self.words = _words_for_joined(words)
        self.rows = Rows.of([[self.terms[term] for term in each] for each in words])
        self.entries = self.rows.turned_round(len(shown))
        self.texts_with = self.entries.lengths()
        most = math.log(len(texts) + BACKGROUND)
        self.rarity = (1 - np.log1p(self.texts_with) / most).astype(np.float32)
        self.vectors = word_vectors(list(shown.values()))
        self.meanings = vectors_of(texts)
        self.lengths = _lengths(self.rows, self.rarity)

    def ask(self, text: str) -> Asked:
        words = self._taken_apart(words_in(text))
        known = [self.terms[term] for term in words if term in self.terms]
        unknown = [word for term, word in words.items() if term not in self.terms]
        terms = np.array(known, np.int32)
        rarities = np.concatenate((self.rarity[terms], np.ones(len(unknown), np.float32)))
        vectors = np.concatenate((self.vectors[terms], word_vectors(unknown)))
        whole = vectors_of([text, *_sentences(text)])
        return Asked(terms, rarities, vectors, whole[0], whole[1:])

    def _taken_apart(self, words: dict[str, str]) -> dict[str, str]:
        """With the parts of each unknown word that known ones make up, in its place."""
        found: dict[str, str] = {}
        for term, word in words.items():
            parts = [] if term in self.terms else parts_of(word, self.words)
            found |= {stem: part for part in parts if (stem := _stem_of(part))} or {term: word}
        return found

    def candidates(self, asked: Asked, most: int = MOST_CANDIDATES) -> NDArray[np.int64]:
        """The rows that share the most of its rare words, in no order."""
        rarest_first = asked.terms[np.argsort(self.texts_with[asked.terms], kind="stable")]
        read = np.cumsum(self.texts_with[rarest_first]) <= MOST_ENTRIES
        read[:1] = True
        looked_up = [self.entries.row(term)[:MOST_ENTRIES] for term in rarest_first[read]]
        if not looked_up:
            return np.empty(0, np.int64)
        rows = np.concatenate(looked_up)
        weights = np.repeat(self.rarity[rarest_first[read]] ** 2, [len(each) for each in looked_up])
        found = _distinct(rows)
        sums = np.bincount(rows, weights)[found] / self.lengths[found]
        return found[np.argpartition(sums, -most)[-most:]] if len(found) > most else found

    def hints(self, asked: Asked, rows: NDArray[np.int64]) -> Hints:
        """What speaks at a glance for each of these rows, which have words all."""
        theirs = self.rows.gather(rows)
        is_shared = self._columns(asked, theirs.numbers) >= 0
        shared = self.rarity[theirs.numbers] * is_shared
        meanings = self.meanings[rows]
        return Hints(
            rows,
            meanings @ asked.meaning,
            (meanings @ asked.parts.T).max(axis=1),
            np.add.reduceat(shared, theirs.starts[:-1]),
            np.maximum.reduceat(shared, theirs.starts[:-1]),
        )

    def coverage(self, asked: Asked, rows: NDArray[np.int64]) -> tuple[Weights, Weights]:
        """How much of each row's words the asked text has, and of the asked text's words the row.

        From 0 to 1, weighed by rarity; a word counts as much as the nearest on the other side
        is near to it.
        """
        theirs = self.rows.gather(rows)
        begin = theirs.starts[:-1]
        near = np.maximum(self.vectors[theirs.numbers] @ asked.vectors.T, 0)
        columns = self._columns(asked, theirs.numbers)
        (shared,) = np.nonzero(columns >= 0)
        near[shared, columns[shared]] = 1
        rarity = self.rarity[theirs.numbers]
        covered = np.add.reduceat(rarity * near.max(axis=1), begin)
        nearest = np.maximum.reduceat(near, begin, axis=0)
        return (
            covered / np.add.reduceat(rarity, begin),
            nearest @ asked.rarities / asked.rarities.sum(),
        )

    def _columns(self, asked: Asked, terms: Numbers) -> Numbers:
        """Which of the asked terms each term is; -1 where it is none."""
        columns = np.full(len(self.rarity), -1, np.int32)
        columns[asked.terms] = np.arange(len(asked.terms))
        return columns[terms]


def _words_for_joined(texts: Sequence[dict[str, str]]) -> set[str]:
    """The words of which joined ones are made: those of several texts, and stop words."""
    counts = Counter(word.casefold() for words in texts for word in words.values())
    several = {word for word, count in counts.items() if count >= COMMON and len(word) > 2}
    return several | {word for word in STOP_WORDS if len(word) > 1}


def _distinct(numbers: Numbers) -> NDArray[np.int64]:
    """Each once; sorting takes a tenth of the time of ``np.unique``, which hashes."""
    ordered = np.sort(numbers)
    is_first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    return ordered[is_first].astype(np.int64)


def _sentences(text: str) -> list[str]:
    """Those that are long enough to say something; the whole text, where none is."""
    split = [part for part in _SENTENCE_END.split(text) if len(part) >= _SHORTEST_PART]
    return split[:MOST_PARTS] or [text]


def word_vectors(words: Sequence[str]) -> Vectors:
    """The vectors of words; none for one with a digit, which is near to nothing but itself."""
    vectors = vectors_of(words)
    vectors[[any(letter.isdigit() for letter in word) for word in words]] = 0
    return vectors


def _lengths(rows: Rows, rarity: Weights) -> Weights:
    """The length of each row as a vector of rarities; 1 where it has no words."""
    squares = np.concatenate(([0.0], np.cumsum(rarity[rows.numbers] ** 2, dtype=np.float64)))
    lengths = np.sqrt(squares[rows.starts[1:]] - squares[rows.starts[:-1]])
    return np.where(lengths > 0, lengths, 1).astype(np.float32)
