"""Two texts side by side: which words went, and which came."""

from __future__ import annotations

import difflib
from collections.abc import Collection

Pieces = list[tuple[str, str]]  # ("same" | "gone" | "new", words)


def difference(old: str, new: str) -> Pieces:
    """The words of both, in order, with what became of them."""
    before, after = old.split(), new.split()
    pieces: Pieces = []
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(before[i:j])))
            continue
        if j > i:
            pieces.append(("gone", " ".join(before[i:j])))
        if m > k:
            pieces.append(("new", " ".join(after[k:m])))
    return pieces


def without(pieces: Pieces, what: Collection[str]) -> Pieces:
    """One of the two texts: all but the words that only the other has."""
    return [piece for piece in pieces if piece[0] not in what]
