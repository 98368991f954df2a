"""Names, dates and numbers, as spaCy's recogniser finds them, in less time.

The recogniser goes from word to word and chooses what looks best: an entity begins here, goes on,
ends, is this one word, or there is none. spaCy asks of each word whether each of its 74 moves may
be made. Here, what is best outside an entity is looked up for all words at once, and only inside
an entity word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from .encoding import Encoder, Floats

_NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where in the list of its moves the recogniser has which."""

    labels: dict[int, str]  # of the moves that begin an entity or are one
    begins: list[int]
    inside: dict[str, tuple[int, int]]  # label: its move that goes on, its move that ends
    impossible: list[int]  # outside an entity
    none: int  # there is no entity

    @classmethod
    def of(cls, names: Sequence[str]) -> _Moves:
        at = {name: number for number, name in enumerate(names)}
        labels = {
            number: name[2:] for name, number in at.items() if name[:2] in {"B-", "U-"} and name[2:]
        }
        begins = [number for number in labels if names[number].startswith("B-")]
        return cls(
            labels,
            begins,
            {label: (at[f"I-{label}"], at[f"L-{label}"]) for label in set(labels.values())},
            [number for name, number in at.items() if number not in labels and name != "O"],
            at["O"],
        )


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Sets ``Doc.ents``; the documents have their sentences and no entities yet."""

    encoder: Encoder
    narrow: tuple[Floats, Floats]  # from a vector to what the choice is made by
    features: Floats  # the same from narrow vectors: of the word, the entity's first, the last word
    absent: Floats  # stands for the two where no entity is open
    bias: Floats
    scores: tuple[Floats, Floats]
    moves: _Moves

    @classmethod
    def of(cls, pipe: EntityRecognizer) -> Recogniser:
        """The same recogniser. Raises ``ValueError`` where it is of another make."""
        tok2vec, lower, upper = pipe.model.layers
        weights, pad = lower.get_param("W"), lower.get_param("pad")
        if weights.shape[0] != 3 or weights.shape[2] != 2 or pipe.cfg["beam_width"] != 1:
            raise ValueError("no greedy recogniser with three features and two pieces")
        linear = tok2vec.layers[2]
        scores = upper.get_param("W"), upper.get_param("b")
        names = [pipe.moves.get_class_name(number) for number in range(len(scores[1]))]
        # the pieces of a maxout behind each other and not in turns
        features = weights.transpose(0, 2, 1, 3).reshape(3, -1, weights.shape[3])
        absent = pad[0].transpose(0, 2, 1).reshape(3, -1)
        return cls(
            Encoder.of(tok2vec.layers[0]),
            (np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")),
            np.ascontiguousarray(features.transpose(0, 2, 1)),
            absent[1] + absent[2],
            lower.get_param("b").T.reshape(-1),
            (np.ascontiguousarray(scores[0].T), scores[1]),
            _Moves.of(names),
        )

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Find the entities of these documents, none of them empty."""
        vectors, starts = self.encoder(docs)
        vectors = vectors @ self.narrow[0] + self.narrow[1]
        words = vectors @ self.features[0] + self.bias
        outside = self._scores(words + self.absent)
        outside[:, self.moves.impossible] = _NEVER
        for doc, start in zip(docs, starts, strict=True):
            rows = slice(start, start + len(doc))
            entities = self._entities(doc, vectors[rows], words[rows], outside[rows])
            doc.set_ents([*entities], default="outside")

    def _scores(self, sums: Floats) -> Floats:
        """What speaks for each move, from the summed features of states."""
        half = sums.shape[-1] // 2
        hidden = np.maximum(sums[..., :half], sums[..., half:])
        return hidden @ self.scores[0] + self.scores[1]

    def _entities(
        self, doc: Doc, vectors: Floats, words: Floats, outside: Floats
    ) -> Iterator[Span]:
        is_space, starts = doc.to_array([IS_SPACE, SENT_START]).T
        closed = np.append(starts[1:].astype(np.int64) == 1, True)  # no entity goes on behind it
        begins, some = self.moves.begins, [*self.moves.labels]
        for at in closed.nonzero()[0]:
            outside[at, begins] = _NEVER
        for at in is_space.nonzero()[0]:
            outside[at, some] = _NEVER
        best = outside.argmax(axis=1)
        end = 0
        for start in (best != self.moves.none).nonzero()[0].tolist():
            if start < end:
                continue
            move = int(best[start])
            label, end = self.moves.labels[move], start + 1
            if move in self.moves.begins:
                end = self._end(start, label, vectors, words, closed)
            yield Span(doc, start, end, label=label)

    def _end(self, start: int, label: str, vectors: Floats, words: Floats, closed: Any) -> int:
        """The first word behind the entity that begins at ``start`` and has more than one."""
        moves = list(self.moves.inside[label])
        weights, bias = self.scores[0][:, moves], self.scores[1][moves]
        first = vectors[start] @ self.features[1]
        half = len(first) // 2
        at = start + 1
        while not closed[at]:
            sums = words[at] + first + vectors[at - 1] @ self.features[2]
            goes_on, ends = np.maximum(sums[:half], sums[half:]) @ weights + bias
            if ends > goes_on:
                break
            at += 1
        return at + 1
