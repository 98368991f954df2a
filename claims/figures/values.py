"""The words in which a figure is described, and how its value is written down."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "ratio",
    "rank",
    "age",
    "duration",
    "multiple",
    "other",
]
Modifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
Change = Literal["increase", "decrease"]


def plain(value: Decimal | None) -> str | None:
    """A decimal in plain notation without exponent or trailing zeros: "1100000000"."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
