"""What goes into the check and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, Protocol

from ..interval import Interval
from ..values import plain

FindingKind = Literal["sum", "share", "growth", "percent_vs_points"]


class ArithmeticFigure(Protocol):
    """A figure with its place in the text: an extraction's record, or a stored row.

    ``start`` and ``end`` are code points into the text. What is empty in a row is ``None``
    in a record, and both mean "none".
    """

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def modifier(self) -> str: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def change(self) -> str | None: ...
    @property
    def counted_head(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class ArithmeticFinding:
    """Figures of one passage that do not go together.

    ``stated`` is what the text says, ``computed`` what follows from its other figures, in the
    same unit and unsigned; ``tolerance`` is the interval in which ``stated`` would have to lie,
    as rounding and modifiers of the others leave it open. ``start`` and ``end`` enclose all
    the figures; ``figures`` are their indexes among those given, the stated one first.
    """

    kind: FindingKind
    stated: Decimal
    computed: Decimal
    tolerance: Interval
    start: int
    end: int
    figures: tuple[int, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "stated": plain(self.stated),
            "computed": plain(self.computed),
            "start": self.start,
            "end": self.end,
        }
