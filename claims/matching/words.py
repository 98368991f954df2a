"""The words by which two mentions are one claim, from their texts alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from claims.figures.lexicon.stopwords import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


def content_words(
    text: str, start: int, end: int, masked: Iterable[tuple[int, int]]
) -> tuple[str, ...]:
    """The words of ``text[start:end]`` in order, without stop words and what is ``masked``.

    NFKC and casefolded. Masked are the figures and the resolved dates: with the speaker they
    are compared as values, and tell with the words whether two mentions are one claim.
    """
    kept, position = [], start
    for first, last in sorted(masked):
        kept.append(text[position : max(position, first)])
        position = max(position, last)
    kept.append(text[position:end])
    folded = unicodedata.normalize("NFKC", " ".join(kept)).casefold()
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(folded))
    return tuple(word for word in words if word not in STOP_WORDS)
