"""What a line of a text is that is no running text: a label, a figure that labels name, a turn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """``LABEL`` names what figures are of, as a column's head or "Killed" in "Killed: 9".

    ``VALUE`` is what it names, the 9; neither is a statement, and a label holds no figure.
    ``TURN`` begins with the name of whoever speaks, by the text's own marks: "<v Orla Breck>".
    """

    LABEL = "label"
    VALUE = "value"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text as it reads: a cell of a table, or half of a key and its value.

    Where the labels of a value begin, in the text as it reads: ``head`` is the head of its
    column or the key before it, ``rows`` are those of its row.
    """

    kind: Kind
    head: int | None = None
    rows: tuple[int, ...] = ()
