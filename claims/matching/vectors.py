"""What words and texts are near to in meaning, as vectors of wordllama's weights.

Vectors propose and figures decide: "killed 12" and "killed 43" are all but one to them, so a
word with a digit has none. Loaded with the first text that is matched, never by a page.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]

DIMENSIONS = 256
# A text's meaning is in its beginning, and nobody may make the work for one text long.
_CHARACTERS_READ = 2_000


@cache
def _model() -> tuple[Tokenizer, Vectors]:
    """The pieces of words and the vector of each, from the package's own files."""
    handlers, level = logging.root.handlers[:], logging.root.level
    import wordllama

    # Importing it sets up logging for the whole process.
    logging.root.handlers, logging.root.level = handlers, level
    own_files = Path(wordllama.__file__).parent
    loaded = wordllama.WordLlama.load(dim=DIMENSIONS, cache_dir=own_files, disable_download=True)
    loaded.tokenizer.no_padding()
    return loaded.tokenizer, loaded.embedding


def vectors_of(texts: Sequence[str]) -> Vectors:
    """A vector of length 1 a text, one row each; of length 0 where it has no pieces."""
    pieces = _model()[1]
    made = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for row, text in enumerate(texts):
        words = text[:_CHARACTERS_READ].split()
        if read := [piece for word in words for piece in _pieces_of(word)]:
            made[row] = pieces[read].sum(axis=0)
    lengths = np.linalg.norm(made, axis=1, keepdims=True)
    return made / np.maximum(lengths, np.float32(1e-6))


@lru_cache(maxsize=200_000)
def _pieces_of(word: str) -> tuple[int, ...]:
    """The pieces of what stands between two spaces: none reaches over a space.

    Asked for one by one and kept, since a batch is divided among threads that a few words
    would only wait for. A lone surrogate, which is no character, is a question mark.
    """
    tokenizer = _model()[0]
    told = word.encode("utf-8", "replace").decode()
    return tuple(tokenizer.encode(told, add_special_tokens=False).ids)
