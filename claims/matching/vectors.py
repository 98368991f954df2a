"""What words and texts are near to in meaning, as vectors of wordllama's weights.

Vectors propose and figures decide: "killed 12" and "killed 43" are all but one to them, so a
word with a digit has none. Loaded with the first text that is matched, never by a page.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]

DIMENSIONS = 256
# Texts whose pieces are looked up at once: it bounds the memory
_AT_ONCE = 512
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
    tokenizer, pieces = _model()
    made = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for first in range(0, len(texts), _AT_ONCE):
        some = [text[:_CHARACTERS_READ] for text in texts[first : first + _AT_ONCE]]
        for row, read in enumerate(
            tokenizer.encode_batch_fast(some, add_special_tokens=False), first
        ):
            if read.ids:
                made[row] = pieces[read.ids].sum(axis=0)
    lengths = np.linalg.norm(made, axis=1, keepdims=True)
    return made / np.maximum(lengths, np.float32(1e-6))
