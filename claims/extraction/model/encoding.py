"""The vectors of words, as a small spaCy model computes them, in less time.

spaCy's ``Tok2Vec`` of hash embeddings and maxout windows, with its own weights: words that occur
more than once in a batch are embedded once, the layers are multiplied by numpy's BLAS, and the
pieces of a maxout lie beside each other. The sums are added up in another order, so that the
last digits of a vector may differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]
Layer = Any  # a thinc Model, whose types say less than ours
_EPSILON = np.float32(1e-8)  # as in thinc's layer norm


@dataclass(frozen=True, slots=True)
class Maxout:
    """A maxout layer and the layer norm behind it: which gives ``width`` columns."""

    weights: Floats  # inputs x (pieces x width): the first piece of all outputs, then the second
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, model: Layer) -> Maxout:
        """From thinc's layer with both. Raises ``ValueError`` where it is another."""
        maxout, norm = _only(model, "maxout"), _only(model, "layernorm")
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            np.ascontiguousarray(bias.T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, rows: Floats) -> Floats:
        width = len(self.gain)
        pieces = rows @ self.weights
        pieces += self.bias
        best = pieces[:, :width].copy()
        for start in range(width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + _EPSILON))[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Encoder:
    """Vectors for the tokens of documents."""

    columns: list[int | str]  # the attributes of a token that its embedding depends on
    embeddings: Layer
    mix: Maxout
    windows: tuple[Maxout, ...]

    @classmethod
    def of(cls, model: Layer) -> Encoder:
        """From a model with such a network. Raises ``ValueError`` where it has another."""
        embed, encode = model.layers[:2]
        names = [layer.name for layer in embed.layers]
        if len(names) != 5 or names[:2] != ["extract_features", "list2ragged"]:
            raise ValueError("no MultiHashEmbed without static vectors")
        if len(embed.layers[0].attrs["columns"]) > len(_ODD):
            raise ValueError("more attributes than are told apart")
        residuals = encode.layers[0].layers
        if any(_only(each, "expand_window").attrs["window_size"] != 1 for each in residuals):
            raise ValueError("no windows of one word to either side")
        if encode.attrs["pad"] != len(residuals):
            raise ValueError("no padding of a word a layer")
        return cls(
            [*embed.layers[0].attrs["columns"]],
            embed.layers[2].layers[0],
            Maxout.of(embed.layers[3]),
            tuple(Maxout.of(each) for each in residuals),
        )

    def __call__(self, docs: Sequence[Doc]) -> tuple[Floats, list[int]]:
        """The vectors of all tokens in one array, and the row where each document begins."""
        pad = len(self.windows)
        starts, end = [], pad
        for doc in docs:
            starts.append(end)
            end += len(doc) + pad
        rows = np.concatenate(
            [np.arange(at, at + len(doc)) for at, doc in zip(starts, docs, strict=True)]
        )
        vectors = np.zeros((end, len(self.mix.gain)), dtype=np.float32)
        vectors[rows] = self._embedded(docs)
        for window in self.windows:
            vectors += window(_with_neighbours(vectors))
        return vectors, starts

    def _embedded(self, docs: Sequence[Doc]) -> Floats:
        """One vector a token, whatever stands around it; each word is computed once."""
        keys = np.concatenate([doc.to_array(self.columns) for doc in docs])
        mixed = (keys * _ODD[: keys.shape[1]]).sum(axis=1, dtype=np.uint64)
        _, first, back = np.unique(mixed, return_index=True, return_inverse=True)
        return self.mix(self.embeddings.predict(keys[first]))[back]


_ODD = np.array(
    [
        *(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93),
        *(0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0x94D049BB133111EB, 0xBF58476D1CE4E5B9),
    ],
    dtype=np.uint64,
)  # which tell apart words by one number, as spaCy tells apart its strings


def _with_neighbours(vectors: Floats) -> Floats:
    """Each row after the one before it and before the one behind it."""
    count, width = vectors.shape
    wide = np.empty((count, 3 * width), dtype=np.float32)
    wide[1:, :width] = vectors[:-1]
    wide[0, :width] = 0
    wide[:, width : 2 * width] = vectors
    wide[:-1, 2 * width :] = vectors[1:]
    wide[-1, 2 * width :] = 0
    return wide


def _only(model: Layer, name: str) -> Layer:
    found = [layer for layer in model.walk() if layer.name == name]
    if len(found) != 1:
        raise ValueError(f"{len(found)} layers {name} where one was expected")
    return found[0]
